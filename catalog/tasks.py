from django_tasks import task

from catalog.models import Photo
from catalog.photo_files import complete
from catalog.uploads import take_over_upload


@task()
def complete_photo(pk: int) -> None:
    """The sizes that were not made while the maker waited; a photo deleted since needs none."""
    photo = Photo.objects.filter(pk=pk, has_all_sizes=False).first()
    if photo:
        complete(photo)


@task()
def take_over_file(pk: int) -> None:
    take_over_upload(pk)
