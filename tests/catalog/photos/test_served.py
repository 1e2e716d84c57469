import pytest
from django.test import Client

from catalog.models import Photo
from catalog.photos import read_photo
from tests.catalog.photos import files
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo() -> Photo:
    return make_photo(make_handmade(), picture=read_photo(files.saved(files.corners((900, 900)))))


@pytest.mark.parametrize(("suffix", "content_type"), [("avif", "image/avif"), ("jpg", "image/jpeg")])
def test_photo_is_served_for_ever_and_can_do_nothing(
    client: Client, photo: Photo, suffix: str, content_type: str
) -> None:
    response = client.get(f"/media/photos/{photo.name}/640.{suffix}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response.headers["Cache-Control"]
    assert "Cookie" not in response.headers.get("Vary", "")
    response.close()


@pytest.mark.parametrize("path", ["1600.jpg", "640.png", "0.jpg", "../masters/640.jpg", "640.jpg.avif", "master.jpg"])
def test_what_is_no_size_of_a_photo_is_not_served(client: Client, photo: Photo, path: str) -> None:
    assert client.get(f"/media/photos/{photo.name}/{path}").status_code == 404


def test_master_is_not_served(client: Client, photo: Photo) -> None:
    for path in (f"media/private/{photo.name}.jpg", f"media/{photo.name}.jpg", f"media/masters/{photo.name}.jpg"):
        assert client.get(f"/{path}").status_code == 404
