"""Pictures and documents: their files, renditions and texts, as clients of Wagtail and browsers need them."""

from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom


def test_a_picture_comes_ready_for_srcset(ask: Ask, newsroom: Newsroom) -> None:
    picture = ask(f"images/{newsroom.image}/", locale="fr").json()
    assert set(picture["renditions"]) == {"thumbnail", "square", "card", "hero", "small", "medium", "large"}
    for rendition in picture["renditions"].values():
        assert set(rendition) == {"url", "width", "height"}
        assert rendition["url"].startswith("http://localhost:8000/media/")
        assert rendition["width"] > 0 < rendition["height"]
    assert (picture["width"], picture["height"], picture["focal_point"]) == (64, 36, None)
    assert (picture["alt"], picture["credit"]) == ("FR: alt", "FR: credit")


def test_the_focal_point_is_public(ask: Ask, newsroom: Newsroom) -> None:
    from cms.store.following import follow
    from media_library.models import PressImage

    image = PressImage.objects.get(pk=newsroom.image)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 20, 10, 8, 8
    image.save()
    follow()
    assert ask(f"images/{newsroom.image}/").json()["focal_point"] == {"x": 20, "y": 10}


def test_download_url_stands_in_lists_and_details(ask: Ask, newsroom: Newsroom) -> None:
    image = ask("images/", locale="en").json()["items"][0]
    whole = ask(f"images/{newsroom.image}/", locale="en").json()
    assert (
        image["meta"]["download_url"] == whole["meta"]["download_url"] == whole["renditions"]["large"]["url"]
    )
    document = ask("documents/", locale="en").json()["items"][0]
    whole = ask(f"documents/{newsroom.document}/", locale="en").json()
    assert document["meta"]["download_url"] == whole["meta"]["download_url"] == whole["file_url"]
    for address in ("images/", "documents/"):
        assert "original_images" not in ask(address, fields="*").content.decode()
