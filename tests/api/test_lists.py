"""Lists: the envelope, what stands in it, what it can be limited to, in which order and how far."""

from datetime import UTC, datetime

import pytest

from tests.api.conftest import Ask
from tests.api.newsroom import PAIRS, Newsroom

RELEASE = "news.NewsReleasePage"


def ids(response: object) -> list[int]:
    assert response.status_code == 200, response.content
    return [item["id"] for item in response.json()["items"]]


def test_envelope_and_default_fields(ask: Ask, newsroom: Newsroom) -> None:
    answer = ask("pages/", type=RELEASE, limit=2)
    assert answer["Content-Type"] == "application/json"
    body = answer.json()
    assert list(body) == ["meta", "items"]
    assert list(body["meta"]) == ["total_count", "next_cursor"]
    assert body["meta"]["total_count"] == 2 * PAIRS + 1
    english, french = newsroom.releases[-1]
    item = body["items"][1]
    assert list(item) == ["id", "meta", "title"]
    assert item["id"] == french
    assert item["title"] == f"FR: Release {PAIRS - 1:02}"
    assert list(item["meta"]) == ["type", "detail_url", "html_url", "slug", "locale", "first_published_at"]
    assert item["meta"]["detail_url"].endswith(f"/api/v2/pages/{french}/")
    assert item["meta"]["html_url"].endswith(f"/fr/actualites/communique-{PAIRS - 1}/")
    assert english in ids(ask("pages/", type=RELEASE, limit=3))


def test_without_locale_a_list_of_pages_holds_both_languages(ask: Ask) -> None:
    for language in ("", "fr"):
        answer = ask("pages/", language=language, limit=100)
        assert {item["meta"]["locale"] for item in answer.json()["items"]} == {"en", "fr"}
        assert answer["Content-Language"] == "en, fr"
        assert "Vary" not in answer


def test_newest_first_then_by_id(ask: Ask, newsroom: Newsroom) -> None:
    pairs = [newsroom.french_only, *(one for pair in reversed(newsroom.releases) for one in reversed(pair))]
    assert ids(ask("pages/", type=RELEASE, limit=100)) == pairs
    assert ids(ask("pages/", type=RELEASE, limit=100, order="date")) == pairs[::-1]


def test_orders(ask: Ask) -> None:
    def values(name: str, order: str) -> list[str]:
        answer = ask(
            "pages/",
            type=RELEASE,
            limit=100,
            order=order,
            fields=name if name in ("title", "released_at") else "title",
        )
        return [item.get(name) or item["meta"].get(name) for item in answer.json()["items"]]

    for name in ("title", "slug", "id", "type", "locale"):
        assert values(name, name) == sorted(values(name, name)), name
        assert values(name, f"-{name}") == sorted(values(name, name), reverse=True), name
    published = [datetime.fromisoformat(text) for text in values("first_published_at", "-first_published_at")]
    assert published == sorted(published, reverse=True)
    both = ask("pages/", type=RELEASE, limit=100, order="locale,-title").json()["items"]
    assert [item["meta"]["locale"] for item in both] == ["en"] * PAIRS + ["fr"] * (PAIRS + 1)
    assert both[0]["title"] == f"EN: Release {PAIRS - 1:02}"


def test_random_order_is_refused_with_the_reason(ask: Ask) -> None:
    answer = ask("pages/", order="random")
    assert answer.status_code == 400
    assert "neither continued on a second page nor kept by a cache" in answer.json()["detail"]


def test_windows_cover_the_list_once(ask: Ask) -> None:
    whole = ids(ask("pages/", limit=100))
    for size in (7, 10):
        parts = [ids(ask("pages/", limit=size, offset=start)) for start in range(0, len(whole), size)]
        assert [one for part in parts for one in part] == whole
    past = ask("pages/", offset=1_000_000)
    assert (ids(past), past.json()["meta"]["total_count"]) == ([], len(whole))
    nothing = ask("pages/", limit=0)
    assert (ids(nothing), nothing.json()["meta"]["total_count"]) == ([], len(whole))
    assert len(ids(ask("pages/"))) == 20


def test_types(ask: Ask, newsroom: Newsroom) -> None:
    events = set(ids(ask("pages/", type="news.EventPage")))
    assert events == {one for pair in newsroom.events.values() for one in pair}
    both = set(ids(ask("pages/", type=f"news.EventPage,{RELEASE}", limit=100)))
    assert both == events | set(ids(ask("pages/", type=RELEASE, limit=100)))
    assert len(ids(ask("pages/", limit=100))) > len(both)
    wrong = ask("pages/", type="news.newsreleasepage").json()
    assert (wrong["parameter"], wrong["suggestion"]) == ("type", RELEASE)
    assert RELEASE in wrong["allowed"]


def test_locale_and_slug(ask: Ask, newsroom: Newsroom) -> None:
    english, french = newsroom.releases[3]
    assert ids(ask("pages/", slug="communique-3")) == [french]
    assert ids(ask("pages/", slug="communique-3", locale="en")) == []
    assert ids(ask("pages/", slug="release-3", locale="en")) == [english]
    answer = ask("pages/", locale="fr", limit=100)
    assert {item["meta"]["locale"] for item in answer.json()["items"]} == {"fr"}
    assert answer["Content-Language"] == "fr"


def test_translation_of_works_in_both_directions(ask: Ask, newsroom: Newsroom) -> None:
    english, french = newsroom.releases[0]
    assert ids(ask("pages/", translation_of=english)) == [french]
    assert ids(ask("pages/", translation_of=french)) == [english]
    assert ids(ask("pages/", translation_of=french, locale="fr")) == []
    assert ids(ask("pages/", translation_of=french, type="news.EventPage")) == []
    assert ids(ask("pages/", translation_of=newsroom.french_only)) == []


def test_translation_of_says_the_same_of_hidden_and_missing_pages(ask: Ask, newsroom: Newsroom) -> None:
    answers = [ask("pages/", translation_of=one) for one in (*newsroom.hidden, 999_999)]
    assert {answer.status_code for answer in answers} == {400}
    bodies = [answer.json() for answer in answers]
    assert {body["detail"].split("”")[1] for body in bodies} == {
        " cannot be used. No page with this id is public."
    }


def test_kinds(ask: Ask, newsroom: Newsroom) -> None:
    statements = ids(ask("pages/", kind="statement", limit=100))
    assert set(statements) == {one for pair in newsroom.releases[::2] for one in pair} | {
        newsroom.french_only
    }
    assert len(ids(ask("pages/", kind="statement,press_release,meeting", limit=100))) == 2 * PAIRS + 1 + 6
    for query in (
        {"kind": "statment"},
        {"kind": "meeting", "type": RELEASE},
        {"kind": "meeting", "type": "home.HomePage"},
    ):
        wrong = ask("pages/", **query)
        assert wrong.status_code == 400
        assert wrong.json()["parameter"] == "kind"
    assert ask("pages/", kind="statment").json()["suggestion"] == "statement"


def test_topics_by_key_and_by_slug_in_either_language(ask: Ask, newsroom: Newsroom) -> None:
    about_sea = {one for pair in newsroom.releases[:3] for one in pair}
    key = str(newsroom.topics["en"].translation_key)
    for topic in (key, key.upper(), "sea", "mer", f"mer,{key}", "sea,unknown"):
        assert set(ids(ask("pages/", topic=topic))) == about_sea, topic
    assert ids(ask("pages/", topic="unknown")) == []
    assert set(ids(ask("pages/", topic="sea", locale="fr"))) == {pair[1] for pair in newsroom.releases[:3]}


def test_tags(ask: Ask, newsroom: Newsroom) -> None:
    tagged = {one for pair in newsroom.releases[:3] for one in pair}
    assert set(ids(ask("pages/", tag="exercise-1"))) == tagged
    assert set(ids(ask("pages/", tag="Élan"))) == tagged
    assert ids(ask("pages/", tag="none-such")) == []


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ({"date_from": "2026-01-05", "date_to": "2026-01-06"}, [1, 0]),
        ({"date_to": "2026-01-05"}, [0]),
        ({"date_from": "2026-01-06", "date_to": "2026-01-06"}, [1]),
        ({"date_from": "2026-01-05T10:00:00Z", "date_to": "2026-01-06T10:00:00+00:00"}, [1, 0]),
        ({"date_from": "2026-01-05T11:00:00.001+01:00", "date_to": "2026-01-07"}, [2, 1]),
        ({"date_from": "2026-01-05T10:00:00Z", "date_to": "2026-01-05T10:00:00Z"}, [0]),
    ],
)
def test_dates(ask: Ask, newsroom: Newsroom, query: dict[str, str], days: list[int]) -> None:
    assert ids(ask("pages/", type=RELEASE, locale="fr", **query)) == [
        newsroom.releases[day][1] for day in days
    ]


def test_dates_in_the_wrong_order_are_refused(ask: Ask) -> None:
    wrong = ask("pages/", date_from="2026-02-01", date_to="2026-01-01").json()
    assert (wrong["status"], wrong["parameter"], wrong["value"]) == (400, "date_to", "2026-01-01")


def test_nothing_hidden_is_listed(ask: Ask, newsroom: Newsroom) -> None:
    for query in (
        {},
        {"fields": "*"},
        {"order": "title"},
        {"locale": "en"},
        {"date_from": "2026-01-06", "date_to": "2026-01-06"},
    ):
        answer = ask("pages/", limit=100, **query)
        assert not set(ids(answer)) & set(newsroom.hidden)
        assert "CANARY" not in answer.content.decode()
    for slug in ("draft", "restricted", "withdrawn", "expired", "embargo"):
        assert ids(ask("pages/", slug=slug)) == []


def test_media_lists_are_in_one_language(ask: Ask, newsroom: Newsroom) -> None:
    for collection, number in (("images", newsroom.image), ("documents", newsroom.document)):
        for language in ("en", "fr"):
            answer = ask(f"{collection}/", locale=language)
            assert ids(answer) == [number]
            item = answer.json()["items"][0]
            assert item["title"].startswith(f"{language.upper()}: ")
            assert item["meta"]["locale"] == language == answer["Content-Language"]
    assert ids(ask("videos/", locale="fr", order="id")) == [newsroom.video, newsroom.french_video]
    assert ids(ask("videos/", locale="en")) == [newsroom.video]


@pytest.mark.parametrize(
    "fields", ["", "*", "lead,hero_image", "_,title,hero_image(alt,renditions)", "body,topics,related(*)"]
)
def test_twenty_items_cost_three_statements(ask: Ask, fields: str) -> None:
    query = {"fields": fields} if fields else {}
    answer = ask("pages/", type=RELEASE, most=3, **query)
    assert len(answer.json()["items"]) == 20
    held = ask("pages/", type=RELEASE, most=1, headers={"If-None-Match": answer["ETag"]}, **query)
    assert held.status_code == 304


def test_the_day_of_a_date_is_the_newsrooms_own(ask: Ask, newsroom: Newsroom, settings: object) -> None:
    assert datetime(2026, 1, 5, 10, 0, tzinfo=UTC)  # the first release, at eleven in Brussels
    late = ask(
        "pages/", type=RELEASE, locale="en", date_from="2026-01-05T23:30:00+14:00", date_to="2026-01-05"
    ).json()
    assert [item["id"] for item in late["items"]] == [newsroom.releases[0][0]]
