"""What must be read of stored items for a selection: which places of them, and which of their references in full.

A reference comes with the public card of its target. Where the selection stays within the card nothing more is read;
where it goes beyond, all targets of one level are read in one statement.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cms.contract.fields import public_fields
from cms.contract.meta import STUB
from cms.contract.publishable import registry
from cms.graphql.items import TRANSLATIONS
from cms.graphql.selections import Out, Selection
from cms.graphql.types import Keys, stored_at
from cms.store.filling import DEEPEST
from cms.store.reading import Columns

# What every stub says of its item.
IN_STUB = frozenset({("id",), ("title",), *(("meta", name) for name in STUB)})


@dataclass(slots=True, eq=False)
class Need:
    """What must be known of one structure: an item, a value of several fields, or a block.

    ``names``: the places of an item that are read; ``below``: where items stand deeper; ``connections``: fields that
    are lists of their own; ``refers``: whether any item is selected below.
    """

    names: set[Keys] = field(default_factory=set)
    below: "dict[Keys, Items | Blocks | Need]" = field(default_factory=dict)
    connections: list[Out] = field(default_factory=list)
    refers: bool = False
    _open: "dict[int, list[tuple[Keys, Items | Blocks | Need]]]" = field(default_factory=dict)

    def fits(self, distance: int, known: frozenset[Keys]) -> bool:
        """Whether a card that says what is ``known`` holds all of it, but for items below.

        ``distance``: 1 for a card in the text of a row, 2 for a card in such a card.
        """
        return self.names <= known and not self.connections and not (self.refers and distance >= DEEPEST)

    def open(self, distance: int) -> "list[tuple[Keys, Items | Blocks | Need]]":
        """What stands below and may need more to be read, in a text at ``distance`` from its row."""
        known = self._open.get(distance)
        if known is None:
            known = [(keys, part) for keys, part in self.below.items() if not _is_settled(part, distance)]
            self._open[distance] = known
        return known

    def columns(self, public_type: str) -> Columns:
        """The smallest stored text that holds what is needed of an item of this type."""
        if self.names <= IN_STUB:
            return "stub"
        if self.names <= in_card(public_type):
            return "card"
        return "whole" if self.names & bodies(public_type) else "payload"


@dataclass(slots=True, eq=False)
class Items:
    """What must be known of the items at one position, by public type."""

    types: dict[str, Need] = field(default_factory=dict)
    are_translations: bool = False

    def fits(self, public_type: str, distance: int) -> bool:
        """Whether a card at this position holds all that is needed of an item of this type, but for items below."""
        return self.types[public_type].fits(self.from_row(distance), in_card(public_type))

    @property
    def is_settled(self) -> bool:
        """Whether rows at this position, a root's, come with all that is needed below them."""
        return all(not need.connections and not need.open(0) for need in self.types.values())

    def from_row(self, distance: int) -> int:
        """The distance of a card that stands here, in a text at ``distance``: translations come without cards in them."""
        return DEEPEST if self.are_translations else distance + 1

    def columns(self) -> Columns:
        """The smallest stored text that holds what is needed of an item of any of the types."""
        return widest(need.columns(name) for name, need in self.types.items())


@dataclass(slots=True, eq=False)
class Blocks:
    """What must be known of the blocks at one position, by block type."""

    types: dict[str, Need] = field(default_factory=dict)


WIDEST_FIRST: tuple[Columns, ...] = ("whole", "payload", "card", "stub")


def widest(columns: Iterable[Columns]) -> Columns:
    """The largest of the texts."""
    asked = set(columns)
    return next((column for column in WIDEST_FIRST if column in asked), "stub")


def _is_settled(part: Items | Blocks | Need, distance: int) -> bool:
    """Whether what stands here in a text at ``distance`` needs nothing more to be read."""
    if isinstance(part, Items):
        return all(
            part.fits(name, distance) and not need.open(part.from_row(distance))
            for name, need in part.types.items()
        )
    parts = part.types.values() if isinstance(part, Blocks) else (part,)
    return all(not need.connections and not need.open(distance) for need in parts)


class Needs:
    """The needs of the selections of one plan; each selection's are worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, Need] = {}

    def of_root(self, out: Out) -> Items:
        """The needs of the items at a root field: its own, or those of the nodes of its connection."""
        (first, *_rest) = out.below.values()
        return self.of_nodes(first) if "connection" in first.type.extensions else self._items(out.below)

    def of_nodes(self, connection: Selection) -> Items:
        """The needs of the nodes of a connection."""
        found = Items()
        for edges in _named(connection, "edges"):
            for node in (node for edge in edges.below.values() for node in _named(edge, "node")):
                found = _merged(found, self._items(node.below))
        return found

    def _items(self, below: Mapping[str, Selection]) -> Items:
        return Items({s.type.extensions["item"]: self._of(s) for s in below.values()})

    def _position(self, below: Mapping[str, Selection], keys: Keys) -> Items | Blocks | Need:
        first = next(iter(below.values()))
        if "item" in first.type.extensions:
            found = self._items(below)
            found.are_translations = keys == TRANSLATIONS
            return found
        if "block" in first.type.extensions:
            return Blocks({s.type.extensions["block"]: self._of(s) for s in below.values()})
        return self._of(first)

    def _of(self, selection: Selection) -> Need:
        known = self._known.get(id(selection))
        if known is None:
            self._known[id(selection)] = known = self._need(selection)
        return known

    def _need(self, selection: Selection) -> Need:
        found = Need()
        for out in selection.outs:
            if out.field is None:
                continue
            keys = stored_at(out.field)
            if "about" in out.field.extensions:
                found.connections.append(out)
                found.names.add(("meta", "translation_key"))
            elif "languages" in out.field.extensions:
                found.names.add(("meta", "languages"))
            elif keys is not None:
                found.names.add(keys)
                if out.below:
                    part = self._position(out.below, keys)
                    found.refers = found.refers or _refers(part)
                    if not _is_nothing(part):
                        before = found.below.get(keys)
                        found.below[keys] = _merged(before, part) if before is not None else part
        return found


def _refers(part: Items | Blocks | Need) -> bool:
    if isinstance(part, Items):
        return True
    return part.refers if isinstance(part, Need) else any(need.refers for need in part.types.values())


def _is_nothing(part: Items | Blocks | Need) -> bool:
    """Whether nothing that would have to be read can stand here."""
    if isinstance(part, Items):
        return False
    parts = part.types.values() if isinstance(part, Blocks) else (part,)
    return all(not need.below and not need.connections for need in parts)


def _merged(one: Any, other: Any) -> Any:
    """What either needs: aliases of one field need what each of them needs."""
    if isinstance(one, Need):
        below = dict(one.below)
        for keys, part in other.below.items():
            below[keys] = _merged(below[keys], part) if keys in below else part
        return Need(
            one.names | other.names, below, [*one.connections, *other.connections], one.refers or other.refers
        )
    types = dict(one.types)
    for name, need in other.types.items():
        types[name] = _merged(types[name], need) if name in types else need
    return Items(types, one.are_translations) if isinstance(one, Items) else Blocks(types)


def _named(selection: Selection, name: str) -> Iterator[Out]:
    return (out for out in selection.outs if out.name == name)


@lru_cache(maxsize=256)
def in_card(public_type: str) -> frozenset[Keys]:
    """The places of an item that its card has as the whole item does: a card's languages are those of its own values."""
    return IN_STUB | {(name,) for name in registry.types[public_type].card_fields}


@lru_cache(maxsize=256)
def bodies(public_type: str) -> frozenset[Keys]:
    """The places that are streams of blocks, which are stored apart."""
    return frozenset(
        (name,) for name, declared in public_fields(registry.types[public_type]).items() if declared.is_body
    )
