"""From the names of ``fields=`` to what is shown, and an answer cut down to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from cms.api import problems
from cms.api.field_syntax import FieldName
from cms.api.levels import Level


@dataclass(frozen=True, slots=True)
class Selection:
    """The names shown at one level, and the selections within them. What is not in ``below`` is shown whole."""

    names: frozenset[str]
    is_item: bool
    below: Mapping[str, "Selection"] = field(default_factory=dict)


def select(asked: Sequence[FieldName] | None, level: Level) -> Selection:
    """What ``asked`` chooses from ``level``; None: its default. Raises Problem for names it does not have."""
    if asked is None:
        return Selection(level.default, level.is_item)
    shown = set(level.default)
    if asked[0].name == "*":
        shown = set(level.names)
    elif asked[0].name == "_":
        shown = set()
    below: dict[str, Selection] = {}
    for wanted in asked[1:] if asked[0].name in ("*", "_") else asked:
        _known(wanted.name, level)
        if wanted.negated:
            shown.discard(wanted.name)
            below.pop(wanted.name, None)
            continue
        shown.add(wanted.name)
        if wanted.below is not None:
            inner = level.below(wanted.name)
            if inner is None:
                rule = _("“%(name)s” has no fields of its own to choose from.") % {"name": wanted.name}
                raise problems.invalid_value("fields", wanted.name, rule)
            below[wanted.name] = select(wanted.below, inner)
    return Selection(frozenset(shown), level.is_item, below)


def _known(name: str, level: Level) -> None:
    if name not in level.names:
        allowed = sorted(level.names)
        rule = _("There is no such field here. The fields are: %(names)s.") % {"names": ", ".join(allowed)}
        raise problems.invalid_value("fields", name, rule, allowed=allowed, suggest=True)


def cut(data: Any, selection: Selection) -> Any:
    """``data`` with the selected names alone, in its own order; lists are cut item by item."""
    if isinstance(data, list):
        return [cut(part, selection) for part in data]
    if not isinstance(data, dict):
        return data
    shown: dict[str, Any] = {}
    for name, value in data.items():
        if name == "meta" and selection.is_item:
            meta = {inner: part for inner, part in value.items() if inner in selection.names}
            if meta:
                shown["meta"] = meta
        elif name in selection.names:
            inner_selection = selection.below.get(name)
            shown[name] = cut(value, inner_selection) if inner_selection else value
    return shown
