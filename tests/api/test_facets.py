"""Counts beside a list: of the whole list, most frequent first, values that name things with their names."""

import pytest

from cms.vocabulary.models import Topic
from search.answers import answers
from tests.api.conftest import Ask
from tests.api.newsroom import PAIRS, Newsroom
from tests.api.test_lists import ids

RELEASE = "news.NewsReleasePage"


def counts(
    ask: Ask, names: str, address: str = "pages/", **query: object
) -> dict[str, list[dict[str, object]]]:
    answer = ask(address, facets=names, most=4, **query)
    assert answer.status_code == 200, answer.content
    found: dict[str, list[dict[str, object]]] = answer.json()["meta"]["facets"]
    assert list(found) == names.split(",")
    return found


def test_values_with_their_numbers(ask: Ask, newsroom: Newsroom) -> None:
    found = counts(ask, "kind,year", type=RELEASE)
    assert found["kind"] == [
        {"value": "statement", "count": PAIRS + 1},
        {"value": "press_release", "count": PAIRS},
    ]
    assert found["year"] == [{"value": "2026", "count": 2 * PAIRS + 1}]


@pytest.mark.parametrize("name", ["topic", "place", "person"])
def test_what_a_value_names(ask: Ask, newsroom: Newsroom, name: str) -> None:
    made = {"topic": newsroom.topics, "place": newsroom.places, "person": newsroom.people}[name]
    for code in ("en", "fr"):
        number = 3 if name == "topic" else 1
        assert counts(ask, name, locale=code)[name] == [
            {
                "value": str(made["en"].translation_key),
                "id": made[code].pk,
                "title": made[code].name,
                "locale": code,
                "count": number,
            }
        ]
        value = str(made["en"].translation_key)
        assert len(ids(ask("pages/", locale=code, **{name: value}))) == number
    both = counts(ask, name)[name]
    assert [one["count"] for one in both] == [2 * number]
    assert both[0]["locale"] == "en"


def test_a_name_in_the_other_language_where_there_is_none_and_none_where_nothing_is_public(
    ask: Ask, newsroom: Newsroom
) -> None:
    topics = {code: Topic.objects.get(pk=topic.pk) for code, topic in newsroom.topics.items()}
    topics["en"].unpublish()
    assert [one["locale"] for one in counts(ask, "topic", locale="en")["topic"]] == ["fr"]
    topics["fr"].unpublish()
    answers.clear()  # PostgreSQL numbers a withdrawal at its commit, which a test never reaches
    assert counts(ask, "topic", locale="en")["topic"] == []


def test_columns_are_counted_too(ask: Ask, newsroom: Newsroom) -> None:
    found = counts(ask, "type,locale", type=f"{RELEASE},news.EventPage")
    assert found["type"] == [
        {"value": RELEASE, "count": 2 * PAIRS + 1},
        {"value": "news.EventPage", "count": 6},
    ]
    assert found["locale"] == [{"value": "fr", "count": PAIRS + 4}, {"value": "en", "count": PAIRS + 3}]


def test_they_are_of_the_whole_list_and_follow_its_filters(ask: Ask, newsroom: Newsroom) -> None:
    one = counts(ask, "kind", topic="sea", locale="fr", limit=1)["kind"]
    assert {value["value"]: value["count"] for value in one} == {"statement": 2, "press_release": 1}
    first = ask("pages/", topic="sea", locale="fr", limit=1, facets="kind", most=4).json()["meta"]
    later = ask(
        "pages/", topic="sea", locale="fr", limit=1, facets="kind", most=4, cursor=first["next_cursor"]
    ).json()["meta"]
    assert later["facets"] == first["facets"]
    assert counts(ask, "kind", topic="unknown")["kind"] == []


def test_videos(ask: Ask, newsroom: Newsroom) -> None:
    found = counts(ask, "collection", "videos/", locale="fr")["collection"]
    assert [(one["id"], one["title"], one["count"]) for one in found] == [
        (newsroom.collection[1], "FR: Collection", 1)
    ]


def test_the_most_frequent_values_alone(
    ask: Ask, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.facets.MOST_VALUES", 1)
    assert counts(ask, "kind", type=RELEASE)["kind"] == [{"value": "statement", "count": PAIRS + 1}]


def test_unknown_names_are_refused_with_those_known(ask: Ask, newsroom: Newsroom) -> None:
    wrong = ask("pages/", facets="kind,topics").json()
    assert (wrong["status"], wrong["parameter"], wrong["suggestion"]) == (400, "facets", "topic")
    assert "year" in wrong["allowed"]
    assert ask("videos/", facets="kind").status_code == 400
    assert ask("images/", facets="kind").json()["type"].endswith("#unknown-parameter")


def test_asked_again_they_are_kept_until_something_changes(ask: Ask, newsroom: Newsroom) -> None:
    from cms.store.following import follow
    from news.models import NewsReleasePage

    before = counts(ask, "kind", type=RELEASE)
    assert ask("pages/", facets="kind", type=RELEASE, most=2).json()["meta"]["facets"] == before
    NewsReleasePage.objects.filter(pk=newsroom.releases[0][0]).update(kind="press_release")
    follow()
    after = counts(ask, "kind", type=RELEASE)
    assert {one["value"]: one["count"] for one in after["kind"]} == {
        "statement": PAIRS,
        "press_release": PAIRS + 1,
    }
