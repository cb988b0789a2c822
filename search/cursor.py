"""Where a list is continued: behind a given item, wherever that stands by then (a keyset, not a number of rows).

The text is opaque to its holder and says which order it was made for. It is no secret and grants nothing: whatever
it says, a list holds public items alone.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from search.condition import Condition, Term
from search.criteria import moment
from search.ordering import Order, order_by

FORM = 1  # of the text; another form is another number
LONGEST = 1_000  # characters
MOMENTS = frozenset({"date", "first_published_at", "updated_at"})
NUMBERS = frozenset({"public_id", "relevance"})


class Malformed(ValueError):
    """A text that no list has given as its cursor."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The names of the order, and the values of its columns in the item to continue behind."""

    orders: tuple[str, ...]
    values: tuple[Any, ...]

    @classmethod
    def behind(cls, orders: Sequence[str], values: Sequence[Any]) -> "Cursor":
        """Continue behind the item with these values of the order's columns, as the database gives them."""
        return cls(tuple(orders), tuple(_portable(value) for value in values))

    @property
    def text(self) -> str:
        """The opaque text."""
        written = msgspec.json.encode([FORM, self.orders, self.values])
        return urlsafe_b64encode(written).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """The cursor that ``text`` is. Raises Malformed."""
        try:
            written = urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4))
            form, orders, values = msgspec.json.decode(
                written, type=tuple[int, tuple[str, ...], tuple[str | int, ...]]
            )
            columns = order_by(orders).columns
        except (ValueError, KeyError, binascii.Error, msgspec.MsgspecError) as error:
            raise Malformed(text) from error
        if form != FORM or len(values) != len(columns) or cls(orders, values).text != text:
            raise Malformed(text)
        return cls(
            orders,
            tuple(_checked(column, value) for (column, _down), value in zip(columns, values, strict=True)),
        )

    def continues(self, condition: Condition, order: Order) -> None:
        """Leave of ``condition`` what lies behind it in ``order``."""
        behind = self.condition(order)
        add = condition.add_common if order.in_facets else condition.add
        add(behind.sql, *behind.params)

    def condition(self, order: Order) -> Term:
        """What lies behind it, in SQL over ``c``."""
        names = [column for column, _down in order.columns]
        values = [_native(name, value) for name, value in zip(names, self.values, strict=True)]
        ways = [down for _column, down in order.columns]
        if len(set(ways)) == 1:
            listed = ", ".join(f"c.{name}" for name in names)
            sign = "<" if ways[0] else ">"
            return Term(f"({listed}) {sign} ({', '.join(['%s'] * len(values))})", tuple(values))
        terms, params = [], []
        for index, (name, down) in enumerate(order.columns):
            equal = "".join(f"c.{before} = %s AND " for before in names[:index])
            terms.append(f"({equal}c.{name} {'<' if down else '>'} %s)")
            params += [*values[:index], values[index]]
        return Term(f"({' OR '.join(terms)})", tuple(params))


def _portable(value: Any) -> Any:
    if isinstance(value, datetime):
        # SQLite's driver gives UTC without saying so.
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat(sep=" ", timespec="microseconds")[:26]
    return value


def _checked(column: str, value: Any) -> Any:
    if column in NUMBERS:
        right = isinstance(value, int) and 0 <= value < 2**63
    else:
        right = isinstance(value, str) and "\0" not in value and (column not in MOMENTS or _is_moment(value))
    if not right:
        raise Malformed(value)
    return value


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _native(column: str, value: Any) -> Any:
    return moment(datetime.fromisoformat(value).replace(tzinfo=UTC)) if column in MOMENTS else value
