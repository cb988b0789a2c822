"""Queries over the store that no parameter of the interface asks yet, and their one moment's truth."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.store.models import Counter
from news.models import NewsReleasePage
from search import queries
from search.criteria import Criteria
from tests.api.newsroom import PAIRS, Newsroom

RELEASE = ("news.NewsReleasePage",)
EVENT = ("news.EventPage",)


def ids(criteria: Criteria) -> list[int]:
    found = queries.listing(criteria, order=("id",), limit=100)
    assert found.total == len(found.items)
    return [item.public_id for item in found.items]


@pytest.mark.parametrize("slug", ["harbour", "port"])
def test_places_and_people(newsroom: Newsroom, slug: str) -> None:
    pair = list(newsroom.releases[4])
    assert ids(Criteria(places=(slug,))) == pair
    assert ids(Criteria(places=(str(newsroom.places["fr"].translation_key),))) == pair
    assert ids(Criteria(people=("ann",))) == pair
    assert ids(Criteria(people=("ann",), places=("nowhere",))) == []
    assert ids(Criteria(people=("ann",), topics=("sea",))) == []


def test_collections(newsroom: Newsroom) -> None:
    for locale in ("en", "fr"):
        assert ids(Criteria(types=("media_library.Video",), locale=locale, collections=("collection",))) == [
            newsroom.video
        ]
    assert ids(Criteria(collections=("collection",), locale="fr", types=RELEASE)) == []


def test_years_and_states(newsroom: Newsroom) -> None:
    assert len(ids(Criteria(types=RELEASE, years=(2026,)))) == 2 * PAIRS + 1
    assert ids(Criteria(types=RELEASE, years=(2025, 1900))) == []
    assert len(ids(Criteria(types=EVENT, states=("scheduled",)))) == 6
    assert ids(Criteria(types=EVENT, states=("cancelled",))) == []


def test_by_id_in_a_language_or_preferring_one(newsroom: Newsroom) -> None:
    for locale in ("en", "fr"):
        for found in (
            queries.by_id("videos", newsroom.video, locale=locale),
            queries.by_id("videos", newsroom.video, prefer=locale),
        ):
            assert found is not None
            assert found.locale == locale
    assert queries.by_id("videos", newsroom.french_video, locale="en") is None
    preferred = queries.by_id("videos", newsroom.french_video, prefer="en")
    assert preferred is not None
    assert preferred.locale == "fr"


def test_a_list_is_read_anew_when_the_store_changes_meanwhile(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The items are read, then a page of theirs is withdrawn: the answer must not hold it, nor count it."""
    reading = queries.fetch_at
    times: list[int] = []

    def fetch(*args: Any, **kwargs: Any) -> Any:
        found = reading(*args, **kwargs)
        times.append(len(found.items))
        if len(times) == 1:
            NewsReleasePage.objects.get(pk=newsroom.releases[0][0]).unpublish()
            # On PostgreSQL the number is taken at commit, which a test's transaction never reaches.
            Counter.objects.update(number=10_000)
        return found

    monkeypatch.setattr("search.queries.fetch_at", fetch)
    found = queries.listing(Criteria(types=RELEASE), limit=100)
    assert times == [2 * PAIRS + 1, 2 * PAIRS]
    assert found.total == len(found.items) == 2 * PAIRS
    assert found.version == queries.store_version()


def test_a_store_that_changes_all_the_time_is_answered_from_the_last_reading(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = queries.fetch_at

    def fetch(*args: Any, **kwargs: Any) -> Any:
        Counter.objects.filter(pk=1).update(number=Counter.objects.get(pk=1).number + 1)
        return reading(*args, **kwargs)

    monkeypatch.setattr("search.queries.fetch_at", fetch)
    assert len(queries.listing(Criteria(types=RELEASE), limit=5).items) == 5


def test_statements(newsroom: Newsroom) -> None:
    with CaptureQueriesContext(connection) as statements:
        queries.listing(
            Criteria(types=RELEASE, locale="fr", topics=("mer",), tags=("exercise-1",), kinds=("statement",))
        )
    assert len(statements) == 2, "the items with the version, and their number with the version"
    with CaptureQueriesContext(connection) as statements:
        queries.by_path("/fr/actualites/communique-1/")
        queries.by_id("pages", newsroom.releases[0][0])
    assert len(statements) == 2
