"""When an event takes place, in words."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from cms.website import dates


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of an event, read from its public form; clock times are those of its zone."""

    label: str
    first: date
    last: date
    start: datetime
    end: datetime | None
    zone: str
    all_day: bool

    @classmethod
    def read(cls, value: dict[str, Any]) -> "Slot":
        """The slot of a public value."""
        zone = ZoneInfo(value["time_zone"])
        start = datetime.fromisoformat(value["start"]).astimezone(zone)
        end = datetime.fromisoformat(value["end"]).astimezone(zone) if value["end"] else None
        first = date.fromisoformat(value["date"])
        last = date.fromisoformat(value["end_date"]) if value["end_date"] else first
        if not value["all_day"] and end is not None:
            last = max(last, end.date()) if end.time() != time() else last
        return cls(value["label"], first, last, start, end, value["time_zone"], value["all_day"])

    def words(self, locale: str) -> str:
        """Day and hours on one line, without the zone."""
        if self.all_day and self.first == self.last:
            return _("%(day)s, all day") % {"day": self._day(locale)}
        if self._is_long:
            return self._days(locale)
        between = dates.joiner(locale) if self.end is None else ", "
        return f"{self._day(locale)}{between}{self._hours(locale)}"

    def lines(self, locale: str) -> list[str]:
        """Day and hours on lines of their own, with the zone."""
        zone = self.zone_words(locale)
        if self.all_day and self.first == self.last:
            return [self._day(locale), _("all day")]
        if self._is_long:
            return [self._days(locale), *([zone] if zone else [])]
        return [self._day(locale), f"{self._hours(locale)} ({zone})"]

    @property
    def _is_long(self) -> bool:
        return self.first != self.last

    def _day(self, locale: str) -> str:
        return dates.day(self.first, locale, weekday=True)

    def _days(self, locale: str) -> str:
        if self.all_day or self.end is None:
            return dates.days(self.first, self.last, locale)
        return dates.stretch(self.start, self.end, locale)

    def _hours(self, locale: str) -> str:
        return dates.hours(self.start.time(), self.end.time() if self.end else None, locale)

    def zone_words(self, locale: str) -> str:
        """Whose time it is; with its distance from UTC in the night in which an hour comes twice."""
        if self.all_day:
            return ""
        name = dates.zone_name(self.zone, locale, self.start)
        if any(is_repeated(at) for at in (self.start, self.end) if at is not None):
            return f"{name}, {dates.offset(self.start)}"
        return name


def is_repeated(at: datetime) -> bool:
    """Whether the clocks of its zone show this time twice on that day."""
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()


def slots(item: dict[str, Any]) -> list[Slot]:
    """The slots of an event or of its card, from the earliest."""
    return [Slot.read(value) for value in item.get("slots") or []]


def summary(item: dict[str, Any], locale: str) -> str:
    """When an event takes place, on one line."""
    known = slots(item)
    if not known:
        return ""
    if len(known) == 1:
        zone = known[0].zone_words(locale)
        return known[0].words(locale) + (f" ({zone})" if zone else "")
    first, last = known[0].first, max(slot.last for slot in known)
    if first != last:
        return dates.days(first, last, locale)
    timed = [slot for slot in known if not slot.all_day]
    if not timed:
        return dates.day(first, locale, weekday=True)
    start = dates.clock(timed[0].start.time(), locale)
    text = f"{dates.day(first, locale, weekday=True)}{dates.joiner(locale)}{start}"
    return f"{text} ({timed[0].zone_words(locale)})"


def is_over(item: dict[str, Any], now: datetime) -> bool:
    """Whether an event is over at ``now``."""
    ends = dates.instant(item.get("ends_at"))
    return ends is not None and ends <= now
