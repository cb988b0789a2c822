"""Reads parts of lists: those of the root, and those of the topics, people and places of a level, all at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.graphql.criteria import Asked, Feed, List
from cms.graphql.errors import refused
from cms.graphql.items import use
from cms.graphql.needs import Items, Needs
from cms.graphql.nodes import Data, Node
from cms.graphql.selections import Out, Selection
from cms.store.reading import Columns, StoredItem, Window
from search import changes, facets, queries
from search.about import latest_about, numbers_about
from search.condition import one_of_ids
from search.cursor import Cursor
from search.ordering import order_by
from search.totals import total_of


class Reading(Protocol):
    """What reads the items of a window in one statement, and notes the versions that statements are true of."""

    versions: set[str]

    def fetch(self, window: Window, columns: Columns, keys: Sequence[str] = ()) -> list[StoredItem]:
        """The items."""


@dataclass(slots=True)
class Page:
    """A part of a list as it was read. ``facets``: counts by the name under which they are answered."""

    items: Sequence[StoredItem] = ()
    cursors: Sequence[str] = ()
    has_next: bool = False
    total: int | None = None
    facets: Data = field(default_factory=dict)


@dataclass(slots=True)
class About:
    """A list about a topic, a person or a place, whose node it belongs to. ``weight``: how often it is answered."""

    node: Node
    out: Out
    weight: int

    @property
    def named(self) -> tuple[str, str]:
        """What it is about, and in which language."""
        meta = self.node.data["meta"]
        return meta["translation_key"], meta["locale"]


def page_of(out: Out, asked: List, columns: Columns, reader: Reading) -> Page:
    """A part of a list of the root."""
    connection = next(iter(out.below.values()))
    condition, order = asked.criteria.condition(), order_by(asked.order)
    if asked.after is not None:
        asked.after.continues(condition, order)
    page = Page()
    if selects(connection, "edges", "pageInfo"):
        keys = [column for column, _down in order.columns]
        found = reader.fetch(condition.window(order, asked.first + 1), columns, keys)
        page.items, page.has_next = found[: asked.first], len(found) > asked.first
        if _shows_cursors(connection):
            page.cursors = [Cursor.behind(asked.order, item.keys).text for item in page.items]
        else:
            page.cursors = [""] * len(page.items)
    if selects(connection, "totalCount"):
        page.total, counted_at = total_of(asked.criteria.condition(), _version(reader))
        reader.versions.add(counted_at)
    for key, names in asked.facets.items():
        counts, at = facets.counted(asked.criteria, names, asked.language, _version(reader))
        reader.versions.add(at)
        page.facets[use(key)] = [
            {"name": name, "values": [_counted(one) for one in counts[name]]} for name in names
        ]
    return page


def _version(reader: Reading) -> str:
    """The store version that what was read is true of; the present one before anything was."""
    return next(iter(reader.versions), None) or queries.store_version()


def _counted(one: facets.Count) -> Data:
    title = one.named.title if one.named is not None else None
    return {"value": one.value, "count": one.count, "title": title}


def feed(asked: Feed, reader: Reading) -> Data:
    """A window of what changed. Raises Refused for a place that the store does not know."""
    reader.versions.add(queries.store_version())
    try:
        found = (
            changes.since(asked.since, asked.first)
            if asked.since is not None
            else changes.Changes([], changes.Place(changes.present()), False)
        )
    except changes.Ahead:
        rule = _("The store has not been there yet. Take it from “next” of this newsroom's own answers.")
        raise asked.given.wrong("since", asked.given.values["since"], rule) from None
    except changes.Forgotten:
        text = _(
            "The changes since then are no longer known: they are kept for 400 days. Read everything afresh."
        )
        raise refused("CHANGES_FORGOTTEN", text, status=410) from None
    reader.versions.add(queries.store_version())
    return {"next": found.next.text, "more": found.more, "items": [_change(one) for one in found.items]}


def _change(one: changes.Change) -> Data:
    return {
        "id": one.public_id,
        "type": one.type,
        "locale": one.locale,
        "change": "changed" if one.public else "withdrawn",
        "at": timezone.localtime(one.at).isoformat(),
    }


def read_about(
    lists: Sequence[About], asked: Mapping[int, Asked], reader: Reading
) -> Iterator[tuple[About, Page, Items]]:
    """The parts of the lists of one level, with what is needed of their items."""
    for out in {id(one.out): one.out for one in lists}.values():
        of_out = [one for one in lists if one.out is out]
        yield from _read_about(of_out, out, asked[id(out)], reader)


def _read_about(
    lists: Sequence[About], out: Out, asked: Asked, reader: Reading
) -> Iterator[tuple[About, Page, Items]]:
    if not isinstance(asked, List):
        raise TypeError(f"{out.name} is no list.")
    facet: str = out.extensions["about"]
    named = sorted({one.named for one in lists})
    connection = next(iter(out.below.values()))
    found, versions = latest_about(facet, named, limit=asked.first + 1, types=asked.types, after=asked.after)
    reader.versions |= versions
    items = Needs().of_nodes(connection)
    ids = sorted({item for part in found.values() for item, _cursor in part[: asked.first]})
    by_id: dict[int, StoredItem] = {}
    if ids:
        term = one_of_ids("c.id", ids)
        fetched = reader.fetch(Window(where=term.sql, params=term.params), items.columns())
        by_id = {item.item_id: item for item in fetched}
    totals: dict[tuple[str, str], int] = {}
    if selects(connection, "totalCount"):
        totals, counted_at = numbers_about(facet, named, asked.types)
        reader.versions.add(counted_at)
    for one in lists:
        part = [pair for pair in found[one.named][: asked.first] if pair[0] in by_id]
        page = Page(
            [by_id[item] for item, _cursor in part],
            [cursor.text for _item, cursor in part],
            len(found[one.named]) > asked.first,
            totals.get(one.named),
        )
        yield one, page, items


def selects(selection: Selection, *names: str) -> bool:
    """Whether any of the fields is selected."""
    return any(out.name in names for out in selection.outs)


def _shows_cursors(connection: Selection) -> bool:
    below = [part for out in connection.outs for part in out.below.values()]
    return any(selects(part, "cursor", "endCursor") for part in below)
