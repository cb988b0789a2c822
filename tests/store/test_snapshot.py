"""A store that changes between any two statements of a reader: no answer mixes two of its moments."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections, transaction
from django.db.models import F
from django.test import Client

from cms.store import reading
from cms.store.clock import now
from cms.store.models import ContentItem, Counter, Facet, Reference, SearchEntry
from cms.store.snapshot import snapshot
from search import site
from search.answers import answers
from search.criteria import Criteria
from tests.store.world import World

RELEASES = "news.NewsReleasePage"
LISTED = """{ pages(type: [NewsReleasePage], locale: en, first: 50) { totalCount edges { node { id } } } }"""


class Restless:
    """Hides a release and shows it again, in turn, before each statement of the readers' connection: a commit each."""

    def __init__(self, world: World) -> None:
        self.item = ContentItem.objects.get(object_key=world.english("second").public_key(), locale="en")
        self.changes = 0
        self.statements: list[str] = []

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.statements.append(sql)
        self.change()
        return execute(sql, *rest)

    def change(self) -> None:
        """As a publication does it, in one transaction with its number; the rows are changed instead of rendered."""
        self.changes += 1
        until = now() - timedelta(seconds=1) if self.changes % 2 else None
        with transaction.atomic():
            ContentItem.objects.filter(pk=self.item.pk).update(visible_until=until)
            for model in (Facet, SearchEntry, Reference):
                model.objects.filter(item=self.item.pk).update(visible_until=until)
            Counter.objects.update(number=F("number") + 1)


@contextmanager
def restless(world: World) -> Iterator[Restless]:
    answers.clear()
    writer = Restless(world)
    with connections["reader"].execute_wrapper(writer):
        yield writer
    assert writer.changes >= 2
    assert len(writer.statements) <= 30


def test_within_a_snapshot_nothing_changes_and_after_it_all_is_seen(world: World) -> None:
    before = reading.version()
    with restless(world), snapshot(), snapshot():
        seen = {reading.version() for _time in range(4)}
    assert len(seen) == 1
    after = reading.version()
    assert before not in seen
    assert after not in seen


@pytest.mark.parametrize("more", ["", "&fields=*", "&facets=type,locale", "&offset=1", "&limit=1"])
def test_lists_totals_and_facets(world: World, client: Client, more: str) -> None:
    for _time in range(3):
        with restless(world):
            answer = client.get(f"/api/v2/pages/?type={RELEASES}&locale=en{more}")
        found = answer.json()
        total = found["meta"]["total_count"]
        assert total in (1, 2)
        shown = {"&offset=1": total - 1, "&limit=1": 1}.get(more, total)
        assert len(found["items"]) == shown
        for counts in found["meta"].get("facets", {}).values():
            assert sum(one["count"] for one in counts) == total


def asked(client: Client, query: str) -> Any:
    answer = client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")
    found = answer.json()
    assert "errors" not in found, found
    return found["data"]


def test_graphql(world: World, client: Client) -> None:
    for _time in range(3):
        with restless(world):
            found = asked(client, LISTED)["pages"]
        assert found["totalCount"] in (1, 2)
        assert len(found["edges"]) == found["totalCount"]


def test_graphql_of_a_topic(world: World, client: Client) -> None:
    about = "items(type: [NewsReleasePage]) { totalCount edges { node { id } } }"
    query = f"{{ topics(locale: en) {{ edges {{ node {{ {about} }} }} }} }}"
    for _time in range(3):
        with restless(world):
            (topic,) = asked(client, query)["topics"]["edges"]
        items = topic["node"]["items"]
        assert len(items["edges"]) == items["totalCount"]


def test_the_public_site(world: World, client: Client) -> None:
    for _time in range(3):
        with restless(world):
            cards, total = site.cards(Criteria(collection="pages", types=(RELEASES,), locale="en"))
        assert total in (1, 2)
        assert len(cards) == total


def test_an_error_within_leaves_the_connection_as_it_was(world: World) -> None:
    def fail() -> None:
        with snapshot():
            reading.version()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with restless(world):
        assert len({reading.version() for _time in range(3)}) == 3
