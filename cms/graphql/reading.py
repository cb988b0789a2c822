"""Reads what a request asks for: root fields, then level by level what goes beyond the cards of references.

All rows of one level come in one statement. Every statement says the store version that it is true of; where they
differ, everything is read anew in one snapshot, so an answer is one moment's truth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cms.graphql.connections import About, Page, feed, page_of, read_about
from cms.graphql.criteria import Asked, Feed, Lookup
from cms.graphql.errors import refused
from cms.graphql.items import use
from cms.graphql.lookups import find
from cms.graphql.needs import Blocks, Items, Need, widest
from cms.graphql.nodes import Data, Node, Row, decode
from cms.graphql.plan import Plan
from cms.graphql.selections import Out
from cms.store.reading import Columns, StoredItem, Window, fetch_at
from search.condition import one_of_ids
from search.queries import at_one_moment

MOST_TEXT = 20_000_000  # bytes of stored text behind one answer


@dataclass(slots=True)
class Wanted:
    """A reference whose target is needed in full: where it stands, which item, in how many places of the answer."""

    holder: Any
    key: Any
    items: Items
    need: Need
    node: Node
    weight: int


def read(plan: Plan, asked: Mapping[int, Asked], *, filled: bool = False) -> tuple[Data, str]:
    """The data of the root fields by response key, and the store version that they are true of. Raises Refused.

    ``filled``: items as plain data, their places filled, of a plan that is settled; otherwise as nodes.

    The version is empty when on SQLite listed instants passed in each of several readings: the last stands, not kept.
    """

    def whole() -> tuple[tuple[Data, set[str]], bool]:
        reader = Reader(plan, asked, filled=filled)
        return (reader.read(), reader.versions), len(reader.versions) <= 1

    data, versions = at_one_moment(whole)
    return data, versions.pop() if len(versions) == 1 else ""


class Reader:
    """One reading. ``versions``: the store versions that its statements were true of."""

    def __init__(self, plan: Plan, asked: Mapping[int, Asked], *, filled: bool = False) -> None:
        self.plan = plan
        self.filled = filled
        self.asked = asked
        self.versions: set[str] = set()
        self.wanted: list[Wanted] = []
        self.about: list[About] = []
        self._cards: dict[int, Data] = {}
        self._bytes = 0

    def read(self) -> Data:
        """Read the root fields, then what they refer to, level by level."""
        data = {use(out.key): self._root(out) for out in self.plan.root.outs if out.field is not None}
        while self.wanted or self.about:
            wanted, self.wanted = self.wanted, []
            about, self.about = self.about, []
            if wanted:
                self._in_full(wanted)
            if about:
                for one, page, items in read_about(about, self.asked, self):
                    read = {use(one.out.key): self.connection(page, items, one.weight)}
                    one.node.lists = {**one.node.lists, **read}
        return data

    def fetch(self, window: Window, columns: Columns, keys: Sequence[str] = ()) -> list[StoredItem]:
        """The items of a window, in one statement."""
        found = fetch_at(window, columns=columns, keys=keys, in_each=True, ready=self.filled)
        self.versions.add(found.version)
        return found.items

    def taken(self, item: StoredItem, need: Need | None, weight: int) -> Node | Data:
        """An item that was read, with what it refers to noted as wanted; or filled."""
        stored = item.stored
        self._bytes += (len(stored) + len(item.filled or "")) * weight
        if self._bytes > MOST_TEXT:
            text = _("The stored texts behind an answer are limited to %(count)d bytes.") % {
                "count": MOST_TEXT
            }
            raise refused("ANSWER_LIMIT", text, limit=MOST_TEXT)
        if self.filled:
            filled: Data = decode(item.text)
            return filled
        node = Node(decode(stored), item.item_id, Row(item, self._cards))
        if need is not None:
            self._below(node, node.data, need, 0, weight)
        return node

    def connection(self, page: Page, items: Items, weight: int) -> Data:
        """The data of a connection."""
        edges = [
            {"cursor": cursor, "node": self.taken(item, items.types.get(item.type), weight)}
            for item, cursor in zip(page.items, page.cursors, strict=True)
        ]
        end = page.cursors[-1] if page.cursors else None
        info = {"hasNextPage": page.has_next, "endCursor": end}
        return {"edges": edges, "pageInfo": info, "totalCount": page.total, **page.facets}

    def _root(self, out: Out) -> Node | Data | None:
        asked = self.asked[id(out)]
        if isinstance(asked, Feed):
            return feed(asked, self)
        items = self.plan.needs[out.key]
        if isinstance(asked, Lookup):
            item = find(asked, items.columns(), self)
            return None if item is None else self.taken(item, items.types.get(item.type), 1)
        return self.connection(page_of(out, asked, items.columns(), self), items, 1)

    def _below(self, node: Node, data: Data, need: Need, distance: int, weight: int) -> None:
        """Note what is wanted below ``data``, a structure of ``node``, in a text at ``distance`` from its row."""
        for keys, part in need.open(distance):
            try:
                holder = data
                for key in keys[:-1]:
                    holder = holder[key]
                self._visit(node, holder, keys[-1], part, distance, weight)
            except (LookupError, TypeError):
                # Stored otherwise than the schema says: the answer tells of it, at its path.
                continue
        for out in need.connections:
            self.about.append(About(node, out, weight))

    def _visit(self, node: Node, holder: Any, key: Any, part: Any, distance: int, weight: int) -> None:
        value = holder[key]
        if value is None:
            return
        if isinstance(part, Items):
            # Places give way to what is in them: each a copy of its own, into which whole items can be put.
            if isinstance(value, list) or "$refs" in value:
                holder[key] = found = [one and one.copy() for one in node.many(value)]
                for index, one in enumerate(found):
                    self._refer(found, index, one, part, distance, weight)
            else:
                one = node.one(value)
                holder[key] = one = one and one.copy()
                self._refer(holder, key, one, part, distance, weight)
        elif isinstance(value, list):
            for index in range(len(value)):
                self._visit(node, value, index, part, distance, weight)
        else:
            need = part.types.get(value["type"]) if isinstance(part, Blocks) else part
            if need is not None:
                self._below(node, value, need, distance, weight)

    def _refer(
        self, holder: Any, key: Any, node: Node | None, items: Items, distance: int, weight: int
    ) -> None:
        if node is None:
            return
        public_type = node.data["meta"]["type"]
        need = items.types.get(public_type)
        if need is None:
            return
        if items.fits(public_type, distance):
            self._below(node, node.data, need, items.from_row(distance), weight)
        else:
            self.wanted.append(Wanted(holder, key, items, need, node, weight))

    def _in_full(self, wanted: Sequence[Wanted]) -> None:
        """Put whole items in the places of their cards. What has ceased to be public is there no longer."""
        ids = sorted({one.node.owner for one in wanted})
        columns = widest(one.need.columns(one.node.data["meta"]["type"]) for one in wanted)
        term = one_of_ids("c.id", ids)
        found = {
            item.item_id: item for item in self.fetch(Window(where=term.sql, params=term.params), columns)
        }
        together: dict[tuple[int, int], list[Wanted]] = {}
        for one in wanted:
            together.setdefault((id(one.items), one.node.owner), []).append(one)
        lists = []
        for same in together.values():
            item = found.get(same[0].node.owner)
            node = self.taken(item, same[0].need, sum(one.weight for one in same)) if item else None
            for one in same:
                one.holder[one.key] = node
                if node is None and isinstance(one.holder, list):
                    lists.append(one.holder)
        for holder in lists:
            holder[:] = [value for value in holder if value is not None]
