"""The arguments of lists, and the criteria that they mean: the same filters as the REST interface."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLString,
    Node,
)

from cms.graphql.errors import bad_input
from search import periods
from search.cursor import LONGEST, Cursor, Malformed

MOST_ITEMS: Final = 100
DEFAULT_ITEMS: Final = 20
MOST_VALUES: Final = 20
LONGEST_TEXT: Final = 1_000  # characters
Arguments = dict[str, GraphQLArgument]


def many(type_: Any) -> GraphQLList[Any]:
    """A list of values, any of which may match."""
    return GraphQLList(GraphQLNonNull(type_))


def connection_arguments(**more: GraphQLEnumType) -> Arguments:
    """How much of a list and from where; ``more``: enums that it can be limited by."""
    return {
        "first": GraphQLArgument(
            GraphQLInt, default_value=DEFAULT_ITEMS, description=f"How many, 0 to {MOST_ITEMS}."
        ),
        "after": GraphQLArgument(GraphQLString, description="The cursor behind which to continue."),
        **{name: GraphQLArgument(many(type_)) for name, type_ in more.items()},
    }


class Given:
    """The arguments of one field, read strictly. Every method raises Refused for a value that cannot be used."""

    def __init__(
        self, values: Mapping[str, Any], known: Iterable[str], nodes: Sequence[Node], path: Sequence[str]
    ) -> None:
        self.values = values
        self.known = frozenset(known)
        self.nodes = nodes
        self.path = path

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def wrong(self, name: str, value: Any, rule: str) -> Exception:
        """The refusal of a value."""
        return bad_input(name, value, rule, self.nodes, self.path)

    def first(self) -> int:
        """The number of items asked for."""
        value = self.values.get("first")
        if not isinstance(value, int) or not 0 <= value <= MOST_ITEMS:
            rule = _("Write a whole number from %(least)d to %(most)d.") % {"least": 0, "most": MOST_ITEMS}
            raise self.wrong("first", value, rule)
        return value

    def after(self, order: Sequence[str]) -> Cursor | None:
        """The cursor to continue behind, which must be of a list in the same order."""
        text = self.text("after", longest=LONGEST)
        if text is None:
            return None
        try:
            cursor = Cursor.read(text)
        except Malformed:
            rule = _("Give the cursor of an edge, as it was answered.")
            raise self.wrong("after", text, rule) from None
        if cursor.orders != tuple(order):
            raise self.wrong("after", text, _("It is the cursor of a list in another order."))
        return cursor

    def text(self, name: str, *, longest: int = LONGEST_TEXT) -> str | None:
        """A text, None when it is not given."""
        value = self.values.get(name)
        return None if value is None else self._clean(name, value, longest)

    def texts(self, name: str) -> tuple[str, ...]:
        """Several texts, any of which may match."""
        values = self.values.get(name)
        if values is None:
            return ()
        if not values or len(values) > MOST_VALUES:
            rule = _("Give one value, or up to %(count)d in a list.") % {"count": MOST_VALUES}
            raise self.wrong(name, f"[{len(values)}]", rule)
        return tuple(self._clean(name, value, LONGEST_TEXT) for value in values)

    def moment(self, name: str, parse: Callable[[str], datetime]) -> datetime | None:
        """A day or a moment."""
        text = self.text(name)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError:
            rule = _("Write a day like 2026-01-31 or a moment with its zone like 2026-01-31T14:30:00Z.")
            raise self.wrong(name, text, rule) from None

    def period(self) -> tuple[datetime | None, datetime | None]:
        """The dates of items: from, and until but not at."""
        start, until = self.moment("dateFrom", periods.beginning), self.moment("dateTo", periods.end)
        if start is not None and until is not None and start >= until:
            raise self.wrong("dateTo", self.values["dateTo"], _("It may not lie before dateFrom."))
        return start, until

    def number(self, name: str) -> int:
        """An id."""
        text = str(self.values[name])
        if not (text.isascii() and text.isdecimal() and len(text) <= 19 and 0 < int(text) < 2**63):
            rule = _("Write a whole number from %(least)d to %(most)d.") % {"least": 1, "most": 2**63 - 1}
            raise self.wrong(name, text, rule)
        return int(text)

    def exactly_one(self, *names: str) -> str:
        """The one of ``names`` that is given."""
        given = [name for name in names if name in self]
        if len(given) != 1:
            rule = _("Give exactly one of these arguments: %(names)s.") % {"names": ", ".join(names)}
            raise self.wrong(names[0], ", ".join(given), rule)
        return given[0]

    def _clean(self, name: str, value: str, longest: int) -> str:
        if not value.strip():
            raise self.wrong(name, value, _("Give it a value or leave it out."))
        if len(value) > longest:
            rule = _("Its length is limited to %(count)d characters.") % {"count": longest}
            raise self.wrong(name, value, rule)
        if any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in value):
            raise self.wrong(name, value, _("It holds control characters."))
        return value
