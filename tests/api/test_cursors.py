"""Lists continued by a cursor: everything once, also while items are published and withdrawn."""

import json
from base64 import urlsafe_b64encode

import pytest

from cms.store.following import follow
from news.models import NewsReleasePage
from search.ordering import ORDERS
from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom
from tests.api.test_lists import ids

# Relevance is of searches alone.
EVERY = [sign + name for name in ORDERS if name != "relevance" for sign in ("", "-")]


def walked(ask: Ask, address: str = "pages/", **query: object) -> list[int]:
    """The ids of a whole list, from cursor to cursor."""
    found: list[int] = []
    given: dict[str, str] = {}
    for _page in range(100):
        answer = ask(address, **query, **given)
        found += ids(answer)
        text = answer.json()["meta"]["next_cursor"]
        if text is None:
            return found
        given = {"cursor": text}
    raise AssertionError("The list does not end.")


@pytest.mark.parametrize("order", [*EVERY, "locale,-title", "-type,date", "slug,-locale"])
def test_a_walk_is_the_list(ask: Ask, newsroom: Newsroom, order: str) -> None:
    assert walked(ask, order=order, limit=7) == ids(ask("pages/", order=order, limit=100))


@pytest.mark.parametrize(
    "query",
    [
        {"topic": "sea"},
        {"type": "news.EventPage"},
        {"locale": "fr", "kind": "statement"},
        {"child_of": "root"},
    ],
)
def test_with_filters(ask: Ask, newsroom: Newsroom, query: dict[str, str]) -> None:
    whole = ids(ask("pages/", limit=100, **query))
    assert walked(ask, limit=2, **query) == whole
    assert walked(ask, limit=len(whole), **query) == whole


def test_media_and_vocabulary_too(ask: Ask, newsroom: Newsroom) -> None:
    assert walked(ask, "videos/", locale="fr", limit=1) == ids(ask("videos/", locale="fr"))
    assert walked(ask, "topics/", limit=1) == ids(ask("topics/"))


def test_the_total_is_that_of_the_whole_list(ask: Ask, newsroom: Newsroom) -> None:
    first = ask("pages/", limit=5).json()["meta"]
    second = ask("pages/", limit=5, cursor=first["next_cursor"], most=3).json()["meta"]
    assert second["total_count"] == first["total_count"]
    assert ask("pages/", limit=0).json()["meta"]["next_cursor"] is None
    assert ask("pages/", limit=100).json()["meta"]["next_cursor"] is None


def test_what_comes_and_goes_moves_nothing(ask: Ask, newsroom: Newsroom) -> None:
    whole = ids(ask("pages/", type="news.NewsReleasePage", limit=100))
    answer = ask("pages/", type="news.NewsReleasePage", limit=5)
    cursor = answer.json()["meta"]["next_cursor"]
    # The very item that the cursor stands behind is withdrawn, and another is put before it.
    NewsReleasePage.objects.get(pk=ids(answer)[-1]).unpublish()
    later = NewsReleasePage.objects.get(pk=whole[-1])
    later.released_at = NewsReleasePage.objects.get(pk=whole[0]).released_at
    later.save_revision().publish()
    follow()
    rest: list[int] = []
    given = cursor
    while given:
        answer = ask("pages/", type="news.NewsReleasePage", limit=5, cursor=given)
        rest += ids(answer)
        given = answer.json()["meta"]["next_cursor"]
    assert rest == [one for one in whole[5:] if one != later.pk]


def test_a_cursor_is_for_its_order_and_without_offset(ask: Ask, newsroom: Newsroom) -> None:
    cursor = ask("pages/", limit=5).json()["meta"]["next_cursor"]
    other = ask("pages/", cursor=cursor, order="title").json()
    assert (other["status"], other["parameter"]) == (400, "cursor")
    assert "-date" in other["detail"]
    both = ask("pages/", cursor=cursor, offset=0).json()
    assert (both["status"], both["parameter"]) == (400, "cursor")
    assert "offset" in both["detail"]


def forged(*parts: object) -> str:
    return urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    [
        *("x", "AAAA", "é", "W10", "bnVsbA", "a" * 999, "=" * 8),
        forged(2, ["-date"], ["2026-01-01 00:00:00.000000", 1, "en"]),
        forged(1, ["-date"], ["2026-01-01 00:00:00.000000", 1]),
        forged(1, ["-date"], ["yesterday", 1, "en"]),
        forged(1, ["-date"], ["2026-01-01 00:00:00.000000", "1", "en"]),
        forged(1, ["-date"], ["2026-01-01 00:00:00.000000", -1, "en"]),
        forged(1, ["-date"], ["2026-01-01 00:00:00.000000", 2**64, "en"]),
        forged(1, ["random"], ["x", 1, "en"]),
        forged(1, ["payload"], ["x", 1, "en"]),
        forged(1, ["title"], ["\0", 1, "en"]),
        forged(1, ["title"], [None, 1, "en"]),
    ],
)
def test_what_no_answer_said_is_refused(ask: Ask, newsroom: Newsroom, text: str) -> None:
    answer = ask("pages/", cursor=text, order="title" if "title" in text else "-date")
    assert (answer.status_code, answer.json()["parameter"]) == (400, "cursor")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-W01-1", "20260101"])
def test_forged_days_are_answered_or_refused(ask: Ask, newsroom: Newsroom, day: str) -> None:
    for order in ("-date", "updated_at", "-first_published_at,title"):
        values = [day, "x", 1, "en"] if "," in order else [day, 1, "en"]
        answer = ask("pages/", cursor=forged(1, order.split(","), values), order=order)
        assert answer.status_code in (200, 400)
