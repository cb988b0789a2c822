"""Stored items as answers are made from them: decoded once, their places filled only where something is selected.

A *node* is an item, whole or as the card in a reference, with the row that its text came in: that row's statement has
brought what is public in the places of the text and of the cards in it.
"""

import re
from typing import Any

import msgspec

from cms.contract.encoding import BASE
from cms.store.reading import StoredItem

LINK = re.compile("\x01h([0-9]+)\x01")
decode = msgspec.json.decode
Data = dict[str, Any]
# A reference as the store's statement writes it.
Target = list[Any]
ITEM, SLOT, _ROLE, TARGET, _TYPE, LOCALE, _PUBLIC_ID, PATH, FILE, _TITLE, CARD = range(11)


NOTHING: Data = {}  # until a list is read for a node


class Row:
    """What came with one row: the references of its text and of the cards in it. ``cards`` are shared by an answer."""

    __slots__ = ("_references", "base", "cards", "filled", "nodes")

    def __init__(self, item: StoredItem, cards: dict[int, Data]) -> None:
        self.filled = item.filled
        self.base = item.base
        self.cards = cards
        self.nodes: dict[int, Node] = {}
        self._references: dict[tuple[int, int], list[Target]] | None = None

    def targets(self, owner: int, slot: int) -> list[Target]:
        """What is public in a numbered place of an item's text."""
        found = self._references
        if found is None:
            found = self._references = {}
            for target in decode(self.filled) if self.filled else ():
                found.setdefault((target[ITEM], target[SLOT]), []).append(target)
        return found.get((owner, slot), [])

    def node(self, target: Target) -> "Node":
        """The card of a target as a node."""
        number = target[TARGET]
        node = self.nodes.get(number)
        if node is None:
            card = self.cards.get(number)
            if card is None:
                card = self.cards[number] = decode(target[CARD])
            node = self.nodes[number] = Node(card, number, self, target[CARD])
        return node


class Node:
    """An item. ``data`` is its stored JSON with empty places, ``owner`` its number in the store.

    ``lists``: the connections that were read for it, by response key. ``text``: that of a card.
    """

    __slots__ = ("data", "lists", "owner", "row", "text")

    def __init__(self, data: Data, owner: int, row: Row, text: str = "") -> None:
        self.data = data
        self.owner = owner
        self.row = row
        self.lists: Data = NOTHING
        self.text = text

    def copy(self) -> "Node":
        """The same card, decoded again: what is put into one of them is not in the other."""
        return Node(decode(self.text), self.owner, self.row, self.text)

    def one(self, value: Any) -> "Node | None":
        """The item in a place; None where nothing public is."""
        if value is None or value.__class__ is Node:
            found: Node | None = value
            return found
        targets = self.row.targets(self.owner, value["$ref"])
        return self.row.node(targets[0]) if targets else None

    def many(self, value: Any) -> "list[Node | None]":
        """The items in a place for several: those that are public, in order."""
        if value.__class__ is list:
            return [self.one(part) for part in value]
        row, owner = self.row, self.owner
        return [row.node(target) for slot in value["$refs"] for target in row.targets(owner, slot)]

    def html(self, text: str) -> str:
        """HTML with its links: each leads to what is public, or is none."""
        if "\x01" not in text:
            return text
        return LINK.sub(self._link, text).replace(BASE, self.row.base)

    def address(self, text: str) -> str:
        """An address of this site, or of another."""
        return text.replace(BASE, self.row.base)

    def _link(self, match: re.Match[str]) -> str:
        for target in self.row.targets(self.owner, int(match[1])):
            address = target[FILE] or target[PATH]
            if address:
                return f' href="{self.row.base}{address}" hreflang="{target[LOCALE]}"'
        return ""


class Part:
    """A structure within an item: its value, and the item."""

    __slots__ = ("data", "node")

    def __init__(self, data: Any, node: Node) -> None:
        self.data = data
        self.node = node


def parts(value: Any, node: Node) -> Any:
    """A structure, or several, as parts of their item."""
    if isinstance(value, list):
        return [parts(one, node) for one in value]
    return None if value is None else Part(value, node)
