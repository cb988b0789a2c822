"""A draft in the admin's preview: the very page of readers, in the draft's language, for its editor alone."""

import pytest
from django.test import Client, RequestFactory
from django.utils import translation

from cms.users.models import User
from news.models import NewsReleasePage
from tests.website.making import Newsroom
from tests.website.reading import Page


@pytest.mark.parametrize(
    "name", ["home", "news", "release", "event", "collection", "video", "topic", "person", "place"]
)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_type_has_a_preview(newsroom: Newsroom, rf: RequestFactory, name: str, code: str) -> None:
    draft = type(newsroom.made[name][code]).objects.get(pk=newsroom.made[name][code].pk)
    with translation.override("fr" if code == "en" else "en"):
        page = Page(draft.serve_preview(rf.get("/admin/"), ""))
    assert page.language == code
    assert page.wrong_words() == []
    assert "no-store" in page.header("Cache-Control")
    assert page.all("meta", name="robots", content="noindex")
    assert not page.all("link", rel="canonical")


def test_a_draft_is_seen_in_its_preview_and_nowhere_else(
    newsroom: Newsroom, client: Client, rf: RequestFactory
) -> None:
    page = NewsReleasePage.objects.get(pk=newsroom.made["release"]["fr"].pk)
    page.title = "Un titre qui n’est pas public"
    page.save_revision()
    draft = page.get_latest_revision_as_object()
    assert page.title in Page(draft.serve_preview(rf.get("/admin/"), "")).text
    assert page.title not in client.get(newsroom.paths["release"]["fr"]).content.decode()


def test_the_admin_shows_it(newsroom: Newsroom, client: Client) -> None:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    pk = newsroom.made["release"]["fr"].pk
    answer = client.get(f"/admin/pages/{pk}/view_draft/")
    assert answer.status_code == 200
    assert "Ceci est un brouillon" in answer.content.decode()
