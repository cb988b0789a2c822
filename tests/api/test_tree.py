"""The tree of pages, as readers know it: what stands below, directly below, and above a page of one language."""

import pytest
from wagtail.models import Page

from home.models import HomePage
from news.models import NewsIndexPage
from tests.api.conftest import Ask
from tests.api.newsroom import PAIRS, Newsroom
from tests.api.test_lists import ids


def page(model: type[Page], code: str) -> int:
    found: int = model.objects.get(locale__language_code=code).pk
    return found


def test_children_are_those_directly_below_in_the_same_language(ask: Ask, newsroom: Newsroom) -> None:
    for code, number in (("en", 0), ("fr", 1)):
        news = page(NewsIndexPage, code)
        expected = {pair[number] for pair in newsroom.releases} | (
            {newsroom.french_only} if number else set()
        )
        assert set(ids(ask("pages/", child_of=news, limit=100))) == expected
        sections = ask("pages/", child_of=page(HomePage, code)).json()["items"]
        assert {item["meta"]["type"] for item in sections} == {
            "news.NewsIndexPage", "news.EventIndexPage", "media_library.MediaIndexPage",
        }  # fmt: skip
        assert {item["meta"]["locale"] for item in sections} == {code}
    assert ids(ask("pages/", child_of=newsroom.releases[0][0])) == []


def test_descendants_are_those_anywhere_below(ask: Ask, newsroom: Newsroom) -> None:
    home, news = page(HomePage, "en"), page(NewsIndexPage, "en")
    below = set(ids(ask("pages/", descendant_of=home, limit=100)))
    assert below == set(ids(ask("pages/", locale="en", limit=100))) - {home}
    assert set(ids(ask("pages/", descendant_of=news, limit=100))) == {pair[0] for pair in newsroom.releases}


def test_ancestors_are_those_above(ask: Ask, newsroom: Newsroom) -> None:
    for number, code in enumerate(("en", "fr")):
        release = newsroom.releases[0][number]
        above = [page(HomePage, code), page(NewsIndexPage, code)]
        assert ids(ask("pages/", ancestor_of=release, order="id")) == sorted(above)
    assert ids(ask("pages/", ancestor_of=page(HomePage, "fr"))) == []


def test_root_means_the_home_of_each_language(ask: Ask, newsroom: Newsroom) -> None:
    homes = {page(HomePage, code) for code in ("en", "fr")}
    every = set(ids(ask("pages/", limit=100)))
    assert set(ids(ask("pages/", descendant_of="root", limit=100))) == every - homes
    assert len(ids(ask("pages/", child_of="root"))) == 6
    assert len(ids(ask("pages/", child_of="root", locale="fr"))) == 3


def test_a_slug_that_begins_like_another_is_not_below_it(ask: Ask, newsroom: Newsroom) -> None:
    """/en/news-archive/ does not stand below /en/news/."""
    from tests.api.newsroom import _published

    other = NewsIndexPage(
        title="EN: Archive", slug="news-archive", locale=HomePage.objects.get(pk=page(HomePage, "en")).locale
    )
    news = page(NewsIndexPage, "en")
    _published(HomePage.objects.get(pk=page(HomePage, "en")), other)
    from cms.store.following import follow

    follow()
    assert other.pk in ids(ask("pages/", child_of=page(HomePage, "en")))
    assert other.pk not in ids(ask("pages/", descendant_of=news, limit=100))


def test_with_other_parameters(ask: Ask, newsroom: Newsroom) -> None:
    news = page(NewsIndexPage, "en")
    assert ids(ask("pages/", child_of=news, locale="fr")) == []
    about_sea = {pair[0] for pair in newsroom.releases[:3]}
    assert set(ids(ask("pages/", child_of=news, topic="sea"))) == about_sea
    listed = ask(
        "pages/", descendant_of=page(HomePage, "en"), type="news.NewsReleasePage", limit=3, most=3
    ).json()
    assert listed["meta"]["total_count"] == PAIRS


@pytest.mark.parametrize("name", ["child_of", "descendant_of", "ancestor_of"])
def test_what_is_not_public_is_refused_like_what_never_was(ask: Ask, newsroom: Newsroom, name: str) -> None:
    answers = [ask("pages/", most=9, **{name: one}) for one in (*newsroom.hidden, 999_999, 2**63 - 1)]
    assert {answer.status_code for answer in answers} == {400}
    assert {answer.json()["parameter"] for answer in answers} == {name}
    assert {answer.json()["detail"].split("”")[1] for answer in answers} == {
        " cannot be used. No page with this id is public."
    }


def test_one_place_at_a_time(ask: Ask, newsroom: Newsroom) -> None:
    wrong = ask("pages/", child_of="root", descendant_of="root").json()
    assert (wrong["status"], wrong["parameter"]) == (400, "descendant_of")
    assert "child_of" in wrong["detail"]
    for name in ("child_of", "descendant_of"):
        assert ask("pages/", **{name: "roots"}).status_code == 400
    assert ask("pages/", ancestor_of="root").status_code == 400
