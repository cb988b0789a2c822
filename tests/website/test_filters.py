"""Lists by kind, topic and day; and whatever else stands in a query string."""

import re

import pytest
from django.test import Client

from cms.store.following import follow
from news.models import NewsIndexPage, NewsReleasePage
from tests.website.conftest import Read
from tests.website.making import Newsroom, pages

HOSTILE = (
    " ", "-1", "0", "1e309", "NaN", "2147483648", "9223372036854775808", "18446744073709551616", "true", "null",
    "[]", "{}", "x" * 10_000, "%00", "%ff", "😀", "%E2%80%AE", "'", "' OR 1=1 --", "../", "{{7*7}}", "${jndi:x}",
    "%0d%0aX: y", "%1b", "%e2%80%a8", "<script>alert(1)</script>", "٣", "2026-02-30", "2026-13-01", "20261125",
    "0000-01-01", "9999-12-31",
)  # fmt: skip


def titles(page: object) -> list[str]:
    return re.findall(r'card-title"><a[^>]*>([^<]*)', page.html)  # type: ignore[attr-defined]


def test_news_by_kind_topic_and_day(newsroom: Newsroom, read: Read) -> None:
    assert len(titles(read("/en/news/"))) == 4
    assert titles(read("/en/news/?kind=statement")) == ["Statement on the storm"]
    assert titles(read("/en/news/?topic=cables")) == ["Allies agree a common watch"]
    assert titles(read("/fr/actualites/?topic=cables-sous-marins&kind=press_release")) == [
        "Les Alliés conviennent d’une veille commune"
    ]
    assert titles(read("/en/news/?date_from=2026-11-25&date_to=2026-11-25")) == [
        "Allies agree a common watch"
    ]
    assert titles(read("/en/news/?date_to=2026-11-01")) == ["Statement on the storm"]
    nothing = read("/en/news/?kind=opinion")
    assert "Nothing matches this choice." in nothing.text


def test_a_choice_stays_chosen_and_is_not_indexed(newsroom: Newsroom, read: Read) -> None:
    page = read("/en/news/?kind=statement&topic=&date_from=2026-01-01&utm_source=mail")
    assert page.all("option", value="statement", selected="")
    assert page.all("input", name="date_from", value="2026-01-01")
    assert page.all("meta", name="robots", content="noindex")
    assert "utm_source" not in page.html


def test_events_come_next_first_and_the_past_is_asked_for(newsroom: Newsroom, read: Read) -> None:
    assert titles(read("/en/events/")) == [
        "Exercise at sea", "Press conference of the Council", "Visit to the ship", "Ceremony on the quay",
    ]  # fmt: skip
    assert titles(read("/en/events/?when=past")) == ["Meeting in the past"]
    assert len(titles(read("/en/events/?when=all"))) == 5
    assert titles(read("/en/events/?kind=press_conference")) == ["Press conference of the Council"]
    assert len(titles(read("/en/events/?date_from=2020-01-01"))) == 5


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kind=nonsense", "Genre : « nonsense » ne fait pas partie des choix."),
        ("topic=cables", "Thème : « cables » ne fait pas partie des choix."),
        ("date_from=hier", "À partir du : « hier » n’est pas une date."),
        ("date_from=2026-12-01&date_to=2026-11-01", "Le dernier jour précède le premier."),
        ("page=deux", "« deux » n’est pas un numéro de page."),
    ],
)
def test_what_cannot_be_used_is_said(newsroom: Newsroom, read: Read, query: str, words: str) -> None:
    page = read(f"/fr/actualites/?{query}", status=400)
    assert words in page.text
    assert titles(page) == []
    assert page.wrong_words() == []
    assert not page.header("ETag")


@pytest.mark.parametrize("path", ["/en/news/", "/fr/evenements/", "/en/topics/cables/"])
@pytest.mark.parametrize("name", ["kind", "topic", "date_from", "date_to", "page", "when", "unknown"])
def test_hostile_values_are_answered_calmly(newsroom: Newsroom, client: Client, path: str, name: str) -> None:
    for value in HOSTILE:
        response = client.get(f"{path}?{name}={value}")
        assert response.status_code in {200, 400, 404}, (path, name, value)
        assert b"<script>alert" not in response.content
        assert b"\0" not in response.content
    for address in (f"{path}?{name}=a&{name}=b", f"{path}?{name}", f"{path}?{name}[]=1", f"{path}?&&=&;"):
        assert client.get(address).status_code in {200, 400, 404}, address


def test_long_lists_have_pages(newsroom: Newsroom, read: Read) -> None:
    for number in range(40):
        pages(
            NewsIndexPage,
            NewsReleasePage,
            {"en": {"title": f"Item {number:02}", "slug": f"item-{number}"}},
            kind="article",
            released_at=f"2026-10-{number % 30 + 1:02}T10:00:00Z",
        )
    follow()
    first, last = read("/en/news/?kind=article"), read("/en/news/?kind=article&page=2")
    assert "40 items, page 1 of 2" in first.text
    assert len(set(titles(first)) | set(titles(last))) == 40
    assert first.all("a", rel="next", href="/en/news/?kind=article&page=2")
    assert last.all("a", aria_current="page", href="/en/news/?kind=article&page=2")
    beyond = read("/en/news/?kind=article&page=3", status=404)
    assert "There is no page 3: this list has 2 pages." in beyond.text
    assert read("/en/news/?page=2").all("link", rel="canonical", href="http://localhost:8000/en/news/?page=2")
