"""Filters by the declared fields: a parameter for each that holds a short plain value or leads to other items.

Derived from ``api_fields`` alone, so a field that is declared can be filtered by at once.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from cms.api import problems
from cms.api.parsers import LARGEST_ID, whole
from cms.api.query import Parameter
from cms.contract.fields import PublicField, public_fields
from cms.contract.publishable import Publishable
from cms.contract.values import Reference, To
from cms.store.rendering import LONGEST_FILTER, filter_text
from search.criteria import RelatedId, collections_of
from search.periods import DAY, MOMENT

MOST_CHOICES = 30  # longer lists are neither told nor checked


@dataclass(frozen=True, slots=True)
class Plain:
    """How the text of a plain type is read and described."""

    read: Callable[[str], Any]
    rule: Callable[[], str]
    example: str
    schema: Mapping[str, Any]


def _bool(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _integer(text: str) -> int:
    if not text.isascii() or len(text) > 20 or str(int(text)) != text:
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if not text.isascii() or "_" in text or not math.isfinite(number):
        raise ValueError(text)
    return number


def _decimal(text: str) -> Decimal:
    return Decimal(str(_number(text)))


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    if not MOMENT.fullmatch(text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


PLAIN: dict[type[Any], Plain] = {
    bool: Plain(_bool, lambda: _("Write true or false."), "true", {"type": "boolean"}),
    int: Plain(_integer, lambda: _("Write a whole number."), "12", {"type": "integer"}),
    float: Plain(_number, lambda: _("Write a number like 50.85."), "50.85", {"type": "number"}),
    Decimal: Plain(_decimal, lambda: _("Write a number like 50.85."), "50.85", {"type": "number"}),
    date: Plain(
        _day, lambda: _("Write a day like 2026-01-31."), "2026-01-31", {"type": "string", "format": "date"}
    ),
    datetime: Plain(
        _moment,
        lambda: _("Write a moment with its zone like 2026-01-31T14:30:00Z."),
        "2026-01-31T14:30:00Z",
        {"type": "string", "format": "date-time"},
    ),
    UUID: Plain(
        UUID,
        lambda: _("Write a key like 0b3e2f0a-7c55-4a43-9a8e-3d1d1b0f5c11."),
        "0b3e2f0a-7c55-4a43-9a8e-3d1d1b0f5c11",
        {"type": "string", "format": "uuid"},
    ),
    str: Plain(str, lambda: "", "(2026) 058", {"type": "string", "maxLength": LONGEST_FILTER}),
}


def of_types(types: Iterable[type[Publishable]], taken: frozenset[str]) -> dict[str, Parameter[Any]]:
    """The filters that ``types`` have together, by name. ``taken`` names are parameters of other meaning."""
    declared: dict[str, list[tuple[type[Any], PublicField]]] = {}
    for cls in types:
        for name, field in public_fields(cls).items():
            if name not in taken and (field.filterable or _targets(field)):
                declared.setdefault(name, []).append((cls, field))
    return {name: _parameter(same) for name, same in declared.items()}


def filterable(types: Iterable[type[Publishable]]) -> set[str]:
    """The names of the fields of ``types`` that lists can be filtered by."""
    return {
        name
        for cls in types
        for name, field in public_fields(cls).items()
        if field.filterable or _targets(field)
    }


def _parameter(same: Sequence[tuple[type[Any], PublicField]]) -> Parameter[Any]:
    """The filter of a field that several types may have."""
    field = same[0][1]
    targets = To(tuple(dict.fromkeys(name for _cls, one in same for name in _targets(one))))
    return _related(field.name, targets) if targets.types else _plain(field, _choices(same))


def _choices(same: Sequence[tuple[type[Any], PublicField]]) -> tuple[str, ...]:
    """What the field can hold, where that is a short list; empty: anything of its type."""
    listed = [cls._meta.get_field(field.name).flatchoices for cls, field in same]
    values = tuple(dict.fromkeys(str(value) for part in listed for value, _label in part if value))
    return values if all(listed) and len(values) <= MOST_CHOICES else ()


def _plain(field: PublicField, choices: tuple[str, ...]) -> Parameter[str | None]:
    named = [part for part in (*get_args(field.annotation), field.annotation) if part in PLAIN]
    plain = PLAIN[named[0]]

    def parse(name: str, text: str) -> str:
        if choices and text not in choices:
            rule = _("Write one of: %(allowed)s.") % {"allowed": ", ".join(choices)}
            raise problems.invalid_value(name, text, rule, allowed=choices, suggest=True)
        try:
            return filter_text(plain.read(text))
        except (ValueError, KeyError, InvalidOperation, OverflowError) as error:
            raise problems.invalid_value(name, text, plain.rule()) from error

    return Parameter(
        field.name,
        parse,
        None,
        about=_lazily(
            lambda: _("Items whose field “%(name)s” has exactly this value.") % {"name": field.name}
        ),
        example=choices[0] if choices else plain.example,
        schema={**plain.schema, "enum": list(choices)} if choices else plain.schema,
        longest=LONGEST_FILTER,
    )


def _related(name: str, targets: To) -> Parameter[RelatedId | None]:
    pages = "pages.Page" in targets.types
    collections = ("pages",) if pages else tuple(sorted(collections_of(targets.types)))
    number = whole(1, LARGEST_ID)
    return Parameter(
        name,
        lambda given, text: RelatedId(collections, number(given, text)),
        None,
        about=_lazily(
            lambda: _("Items whose field “%(name)s” leads to the item with this id.") % {"name": name}
        ),
        example="8",
        schema={"type": "integer", "minimum": 1, "maximum": LARGEST_ID},
    )


def _called(text: Callable[[], str]) -> str:
    return text()


_lazily: Callable[[Callable[[], str]], Any] = lazy(_called, str)


def _targets(field: PublicField) -> Sequence[str]:
    """The types that the references of a field lead to. Bodies are not looked into."""
    return () if field.is_body else _within(field.annotation)


def _within(annotation: Any) -> Sequence[str]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        if arguments[0] is Reference:
            return [name for note in arguments[1:] if isinstance(note, To) for name in note.types]
        return _within(arguments[0])
    if origin in (list, tuple, Union, UnionType):
        return [name for part in arguments for name in _within(part)]
    if isinstance(annotation, type) and is_dataclass(annotation) and annotation is not Reference:
        hints = get_type_hints(annotation, include_extras=True)
        return [name for part in hints.values() for name in _within(part)]
    return ()
