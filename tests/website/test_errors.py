"""Pages for what went wrong."""

import pytest
from django.test import Client, RequestFactory

from cms.website import errors
from search import site
from tests.website.making import Newsroom
from tests.website.reading import Page


@pytest.mark.parametrize(
    ("code", "words"), [("en", "Something went wrong"), ("fr", "Une erreur s’est produite")]
)
def test_our_own_fault(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, code: str, words: str) -> None:
    def broken(path: str) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(site, "page_at", broken)
    client = Client(raise_request_exception=False)
    page = Page(client.get(f"/{code}/"))
    assert page.response.status_code == 500
    assert page.language == code
    assert words in page.text
    assert "a fault" not in page.html
    assert page.wrong_words() == []


@pytest.mark.parametrize("view", [errors.bad_request, errors.denied, errors.stale_form, errors.not_ready])
@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_message_speaks_both_languages(rf: RequestFactory, view: object, code: str) -> None:
    page = Page(view(rf.get(f"/{code}/x/")))  # type: ignore[operator]
    assert page.language == code
    assert page.wrong_words() == []
