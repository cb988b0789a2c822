"""What readers ask of a list, read from the query string: known values or a clear word about the unknown ones."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
_NUMBER = re.compile(r"^[1-9]\d{0,5}$", re.ASCII)
# Longer values are no choice of ours and are not shown again.
LONGEST = 255


@dataclass(slots=True)
class Field:
    """A filter as its form shows it. ``options``: the choices; without them it is a day."""

    name: str
    label: str
    value: str = ""
    any: str = ""
    options: Sequence[tuple[str, str]] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a list: its path and its query, of which parameters that we do not know are ignored."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)

    def choice(self, name: str, label: str, any_words: str, options: Sequence[tuple[str, str]]) -> Field:
        """A choice among ``options`` (value, words)."""
        value = self.text(name)
        known = value in {option for option, _words in options}
        return Field(
            name=name,
            label=label,
            any=any_words,
            options=options,
            value=value if known else "",
            error=""
            if known or not value
            else _("“%(value)s” is not one of the choices.") % {"value": value[:60]},
        )

    def day(self, name: str, label: str) -> Field:
        """A day, written YYYY-MM-DD."""
        value = self.text(name)
        shown = Field(name=name, label=label, value=value)
        if value and as_day(value) is None:
            shown.value = ""
            shown.error = _("“%(value)s” is not a date. Write it like 2026-11-25.") % {"value": value[:60]}
        return shown

    def text(self, name: str) -> str:
        """A parameter, cut and without control characters."""
        value = self.query.get(name, "").strip()[:LONGEST]
        return "".join(character if character.isprintable() else "\ufffd" for character in value)

    def page_number(self) -> tuple[int, str]:
        """The page asked for, from 1 on, and what is wrong with it."""
        value = self.text("page")
        if not value:
            return 1, ""
        if _NUMBER.match(value):
            return int(value), ""
        return 1, _("“%(value)s” is not the number of a page.") % {"value": value[:60]}


def as_day(value: str) -> date | None:
    """The day that a text names, between the years 1900 and 2199; None for anything else."""
    if not _DAY.match(value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if 1900 <= day.year < 2200 else None


def period(first: Field, last: Field) -> tuple[datetime | None, datetime | None]:
    """[from, until) of two day fields on the newsroom's clock, both days included; marks them when they are crossed."""
    start, end = as_day(first.value), as_day(last.value)
    if start and end and start > end:
        last.error = _("The last day lies before the first.")
    return midnight(start), midnight(end + timedelta(days=1)) if end else None


def midnight(day: date | None) -> datetime | None:
    """The beginning of a day on the newsroom's clock."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)) if day else None
