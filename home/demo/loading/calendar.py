"""The days of the demo, counted from the day of loading, and how prose names them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

HOUSE_ZONE = "Europe/Brussels"
NO_BREAK = "\u00a0"

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLACE = re.compile(r"\{date:([^}:]+)(?::(\w+))?\}")
_WEEKDAY = re.compile(r"w([+-]\d+)(mon|tue|wed|thu|fri|sat|sun)")
_CLOCKS = re.compile(r"clocks([+-]\d+)")
_DISTANCE = re.compile(r"([+-]?\d+)([wm]?)")
_PATTERNS = {
    "date": "d MMMM y",
    "day": "d MMMM",
    "full": "EEEE d MMMM y",
    "weekday": "EEEE",
    "month": "MMMM y",
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days around ``today``.

    Days are written: ``-3`` or ``+2`` (days), ``9w`` (weeks), ``1m`` (months, the first of it), ``w-2thu`` (Thursday
    of the week before last), ``clocks-2`` (two days before the next change of clocks), ``autumn`` (the day on which
    clocks are next set back).
    """

    today: date

    def day(self, written: str | int, zone: str = HOUSE_ZONE) -> date:
        """The day that is meant; ``zone`` is where clocks change. Raises ValueError for anything else."""
        text = str(written)
        if match := _WEEKDAY.fullmatch(text):
            monday = self.today - timedelta(days=self.today.weekday())
            return monday + timedelta(weeks=int(match[1]), days=_DAYS.index(match[2]))
        if match := _CLOCKS.fullmatch(text):
            return self._change_of_clocks(zone, after=4) + timedelta(days=int(match[1]))
        if text == "autumn":
            return self._change_of_clocks(zone, after=1, back=True)
        if match := _DISTANCE.fullmatch(text):
            number = int(match[1])
            if match[2] == "m":
                months = self.today.year * 12 + self.today.month - 1 + number
                return date(months // 12, months % 12 + 1, 1)
            return self.today + timedelta(days=number * (7 if match[2] == "w" else 1))
        raise ValueError(f"{text!r} names no day")

    def moment(self, written: dict[str, str], zone: str = HOUSE_ZONE) -> datetime:
        """The instant of ``{date: …, time: "16:30"}`` on the clocks of ``zone``."""
        return datetime.combine(
            self.day(written["date"], zone), time.fromisoformat(written["time"]), ZoneInfo(zone)
        )

    def fill(self, text: str, locale: str) -> str:
        """``text`` with every ``{date:…}`` written out. A capital in the format (``Month``) begins with a capital."""
        return _PLACE.sub(lambda match: self._written(match[1], match[2] or "date", locale), text)

    def _written(self, written: str, how: str, locale: str) -> str:
        day = self.day(written)
        pattern = _PATTERNS[how.lower()]
        text = format_date(day, pattern, locale=locale)
        if "d " in pattern:
            # CLDR knows no French ordinal; the number stays with its month.
            shown = "1er" if locale == "fr" and day.day == 1 else str(day.day)
            text = re.sub(rf"\b{day.day} ", f"{shown}{NO_BREAK}", text, count=1)
        return text[0].upper() + text[1:] if how[0].isupper() else text

    def _change_of_clocks(self, zone: str, *, after: int, back: bool = False) -> date:
        """The first day, at least ``after`` days away, on which the clocks of ``zone`` change (or are set back)."""
        there = ZoneInfo(zone)
        for distance in range(after, 400):
            day = self.today + timedelta(days=distance)
            first, last = (
                datetime.combine(day + timedelta(days=add), time(), there).utcoffset() for add in (0, 1)
            )
            if first != last and not (back and first and last and first < last):
                return day
        raise ValueError(f"The clocks of {zone} do not change.")
