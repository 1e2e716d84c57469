from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.photo_files import path_of
from catalog.photos import FORMATS

CONTENT_TYPES = {encoding.suffix: encoding.content_type for encoding in FORMATS}
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    # The style is that of the browser, where it shows a picture by itself.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@require_safe
def photo(request: HttpRequest, name: str, width: str, suffix: str) -> FileResponse:
    try:
        file = default_storage.open(path_of(name, int(width), suffix))
    except FileNotFoundError as error:
        raise Http404(_("There is no such picture.")) from error
    return FileResponse(file, content_type=CONTENT_TYPES[suffix], headers=HEADERS)
