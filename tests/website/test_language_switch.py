"""From one language to the very same thing in the other, or a clear word that it is not there."""

import pytest
from django.test import Client

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.website.conftest import Read
from tests.website.making import Newsroom


@pytest.mark.parametrize(
    "name", ["home", "news", "release", "event", "videos", "collection", "video", "topic", "person", "place"]
)
@pytest.mark.parametrize(("code", "other"), [("en", "fr"), ("fr", "en")])
def test_the_switch_leads_to_the_translation(
    newsroom: Newsroom, read: Read, name: str, code: str, other: str
) -> None:
    page = read(newsroom.paths[name][code])
    assert page.all("a", rel="alternate", hreflang=other, href=newsroom.paths[name][other], lang=other)


def test_without_a_translation_the_page_says_so(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["english_only"]["en"])
    assert "Not available in French" in page.text
    assert not page.all("a", rel="alternate")
    assert not page.all("link", rel="alternate")
    assert "There is no public version in French." in page.text


def test_an_address_that_only_the_other_language_has(newsroom: Newsroom, read: Read) -> None:
    page = read("/fr/actualites/mariners/", status=404)
    assert page.language == page.header("Content-Language") == "fr"
    assert "Cette page n’est pas disponible en français" in page.text
    assert page.all("a", href=newsroom.paths["english_only"]["en"], lang="en")
    assert page.wrong_words() == []
    page = read("/en/news/medias-locaux/", status=404)
    assert "This page is not available in English" in page.text
    assert page.all("a", href=newsroom.paths["french_only"]["fr"], lang="fr")


def test_an_english_address_under_the_french_prefix_leads_to_the_french_page(
    newsroom: Newsroom, read: Read
) -> None:
    for address in ("/fr/news/watch/", "/fr/actualites/watch/"):
        page = read(address, status=404)
        assert "Cette page a une autre adresse" in page.text
        assert page.all("a", href=newsroom.paths["release"]["fr"])
    page = read("/fr/themes/cables/", status=404)
    assert page.all("a", href=newsroom.paths["topic"]["fr"])


def test_what_is_not_public_in_either_language_is_not_betrayed(newsroom: Newsroom, read: Read) -> None:
    never = read("/fr/actualites/nothing-at-all/", status=404)
    NewsReleasePage.objects.get(pk=newsroom.made["english_only"]["en"].pk).unpublish()
    follow()
    withdrawn = read("/fr/actualites/mariners/", status=404)
    assert withdrawn.text == never.text
    assert "mariners" not in withdrawn.html
    assert read(newsroom.paths["english_only"]["en"], status=404)


def test_a_withdrawn_translation_is_gone_from_the_switch_at_once(newsroom: Newsroom, read: Read) -> None:
    NewsReleasePage.objects.get(pk=newsroom.made["release"]["fr"].pk).unpublish()
    page = read(newsroom.paths["release"]["en"])
    assert "Not available in French" in page.text
    assert newsroom.paths["release"]["fr"] not in page.html


def test_filters_are_kept_across_the_switch(newsroom: Newsroom, read: Read) -> None:
    page = read("/en/news/?kind=press_release&topic=cables")
    assert page.all("a", rel="alternate", href="/fr/actualites/?kind=press_release&topic=cables-sous-marins")


def test_the_path_names_the_language_and_nothing_else_does(newsroom: Newsroom, client: Client) -> None:
    client.cookies["django_language"] = "en"
    response = client.get("/fr/?locale=en", headers={"Accept-Language": "en;q=1, fr;q=0.1"})
    assert response.headers["Content-Language"] == "fr"
    assert "Accept-Language" not in response.headers.get("Vary", "")
    response = client.get("/", headers={"Accept-Language": "x" * 20_000})
    assert response.status_code == 200
