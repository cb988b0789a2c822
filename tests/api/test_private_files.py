"""Files open with what uses them and close with the last of it, by the clock of the database."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.contract.files import public_address, signed_address
from cms.store.following import follow
from cms.store.models import ContentItem, Facet, Reference, StoredFile
from cms.users.models import User
from media_library.models import PressDocument, PressImage
from news.models import NewsReleasePage, ReleaseDocument
from tests.api.newsroom import Newsroom


def status(address: str) -> int:
    return Client().get(address).status_code


def document_of(newsroom: Newsroom) -> str:
    return public_address(PressDocument.objects.get(pk=newsroom.document).file.name)


def pages(newsroom: Newsroom) -> list[Page]:
    return [Page.objects.get(pk=pk).specific for pk in newsroom.releases[0]]


def private_document() -> PressDocument:
    return PressDocument.objects.create(title="later", file=ContentFile(b"%PDF-1.4 later", "later.pdf"))


def with_document(page: Page, document: PressDocument) -> NewsReleasePage:
    changed = page.specific
    changed.document_links = [ReleaseDocument(document=document, title="later", locale=page.locale)]
    return changed


def test_open_in_one_statement(newsroom: Newsroom, client: Client) -> None:
    address = document_of(newsroom)
    with CaptureQueriesContext(connection) as statements:
        answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")
    assert b"".join(answer.streaming_content) == b"%PDF-1.4"
    assert len(statements) == 1


def test_renditions_are_open_and_the_original_is_not(newsroom: Newsroom) -> None:
    image = PressImage.objects.get(pk=newsroom.image)
    shown = [rendition.file.name for rendition in image.renditions.all()]
    assert len(shown) >= 7
    assert {status(public_address(name)) for name in shown} == {200}
    assert status(public_address(image.file.name)) == 404


def test_what_nothing_public_uses_is_closed_like_what_never_was(newsroom: Newsroom, client: Client) -> None:
    image = PressImage.objects.get(pk=newsroom.hidden_image)
    name = image.get_rendition("width-640").file.name
    assert Path(image.renditions.get(filter_spec="width-640").file.path).exists()
    closed = client.get(public_address(name))
    never = client.get(public_address("images/" + "0" * 32 + ".png"))
    assert (closed.status_code, closed.content) == (never.status_code, never.content)
    assert (closed.status_code, closed.headers) == (404, never.headers)


def test_closes_with_the_last_that_uses_it(newsroom: Newsroom) -> None:
    address = document_of(newsroom)
    first, second = pages(newsroom)
    first.unpublish()
    assert status(address) == 200
    second.unpublish()
    assert status(address) == 404


def test_closes_by_restriction_and_by_deletion(newsroom: Newsroom) -> None:
    address = document_of(newsroom)
    first, second = pages(newsroom)
    PageViewRestriction.objects.create(page=first, restriction_type="login")
    assert status(address) == 200
    second.delete()
    assert status(address) == 404


def test_a_deleted_document_is_closed(newsroom: Newsroom) -> None:
    address = document_of(newsroom)
    PressDocument.objects.get(pk=newsroom.document).delete()
    assert status(address) == 404
    assert not StoredFile.objects.filter(key__startswith="documents/").exists()


def test_closes_when_it_is_taken_out_of_every_page(newsroom: Newsroom) -> None:
    address = document_of(newsroom)
    for page in pages(newsroom):
        page.document_links = []
        page.save_revision().publish()
    follow()
    assert status(address) == 404


def test_opens_and_closes_by_the_clock_with_its_page(newsroom: Newsroom) -> None:
    document, page = private_document(), pages(newsroom)[0]
    address = public_address(document.file.name)
    follow()
    assert status(address) == 404
    with_document(page, document).save_revision().publish()
    follow()
    assert status(address) == 200
    # The clock is moved under what is stored: no job runs between.
    soon = timezone.now() + timedelta(hours=1)
    before = timezone.now() - timedelta(hours=1)
    rows = ContentItem.objects.filter(source=page.public_source())
    for since, until, seen in ((soon, None, 404), (before, None, 200), (before - timedelta(1), before, 404)):
        for model, chosen in (
            (ContentItem, rows),
            *((model, model.objects.filter(item__in=rows)) for model in (Reference, Facet)),
        ):
            assert chosen.update(visible_from=since, visible_until=until) or model is Facet
        assert status(address) == seen
        assert status(f"/api/v2/pages/{page.pk}/") == seen
        assert status(f"/api/v2/documents/{document.pk}/?locale=en") == seen


def test_a_draft_opens_nothing(newsroom: Newsroom) -> None:
    document = private_document()
    with_document(pages(newsroom)[0], document).save_revision()
    follow()
    assert status(public_address(document.file.name)) == 404


def test_a_replaced_file_is_closed_and_the_new_one_open(newsroom: Newsroom) -> None:
    old = document_of(newsroom)
    document = PressDocument.objects.get(pk=newsroom.document)
    document.file = ContentFile(b"%PDF-1.4 new", "new.pdf")
    document.save()
    follow()
    assert (status(old), status(document_of(newsroom))) == (404, 200)


def test_a_moved_focal_point_opens_the_renditions_that_are_shown(newsroom: Newsroom) -> None:
    image = PressImage.objects.get(pk=newsroom.image)
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 20, 10, 8, 8
    image.save()
    follow()
    shown = Client().get(f"/api/v2/images/{image.pk}/").json()["renditions"].values()
    addresses = {value["url"].removeprefix(django_settings.SITE_URL) for value in shown}
    assert {status(address) for address in addresses} == {200}
    stored = StoredFile.objects.filter(item__object_key=f"image:{image.pk}")
    assert {public_address(file.key) for file in stored} == addresses


def test_a_signed_address_opens_its_own_file_until_it_expires(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = PressImage.objects.get(pk=newsroom.hidden_image)
    address = image.file.url
    answer = Client().get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    other = signed_address("images/other.png").partition("?")[2]
    assert status(f"{public_address(image.file.name)}?{other}") == 404
    assert status(address[:-1] + ("a" if address[-1] != "a" else "b")) == 404
    monkeypatch.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 3601)
    assert status(address) == 404


def test_the_admin_hands_out_signed_addresses(newsroom: Newsroom, client: Client) -> None:
    document = private_document()
    address = f"/documents/{document.pk}/{document.filename}"
    refused = client.get(address)
    absent = client.get("/documents/999999/none.pdf")
    assert (refused.status_code, absent.status_code) == (302, 302)
    assert "signed" not in refused["Location"]
    client.force_login(User.objects.create_superuser("chief", password="x"))
    assert status(client.get(address)["Location"]) == 200
    listed = client.get("/admin/images/").content.decode()
    assert 0 < listed.count("?signed=") == listed.count("/media/")


def test_a_draft_shows_its_pictures_to_its_editor(newsroom: Newsroom) -> None:
    from cms.store.previews import preview

    page = pages(newsroom)[0]
    page.hero_image = PressImage.objects.get(pk=newsroom.hidden_image)
    follow()
    shown = json.dumps(preview(page, "en")["hero_image"])
    address = json.loads(shown)["renditions"]["hero"]["url"]
    assert status(address) == 200
    assert status(address.partition("?")[0]) == 404


def test_behind_nginx_the_door_only_lets_through(newsroom: Newsroom, settings: pytest.FixtureRequest) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/private-files/"
    address = document_of(newsroom)
    answer = Client().get(address)
    assert answer["X-Accel-Redirect"] == address.replace("/media/", "/private-files/")
    assert (answer.content, answer["Content-Type"]) == (b"", "application/pdf")
    closed = Client().get(public_address(private_document().file.name))
    assert (closed.status_code, closed.has_header("X-Accel-Redirect")) == (404, False)
