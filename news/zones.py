"""Time zones, and clock times that a change of clocks skips or repeats (RFC 9557; IANA time zone database)."""

from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

MIDNIGHT = time()


class Clock(Enum):
    """What a clock time is on its day and in its zone."""

    ONCE = "once"
    SKIPPED = "skipped"
    REPEATED = "repeated"


@lru_cache(maxsize=1)
def _choices() -> list[tuple[str, str]]:
    areas = (
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    )
    names = sorted(name for name in available_timezones() if name.startswith(areas))
    return [(name, name.replace("_", " ")) for name in ["UTC", *names]]


def zone_choices() -> list[tuple[str, str]]:
    """The zones that an event can have: those named by place, and UTC."""
    return _choices()


def clock(day: date, at: time, zone: str) -> Clock:
    """Whether the clocks of ``zone`` show ``at`` once on ``day``, never (spring) or twice (autumn)."""
    first = datetime.combine(day, at, ZoneInfo(zone)).utcoffset()
    second = datetime.combine(day, at.replace(fold=1), ZoneInfo(zone)).utcoffset()
    if first is None or second is None or first == second:
        return Clock.ONCE
    return Clock.REPEATED if first > second else Clock.SKIPPED


def instant(day: date, at: time, zone: str, *, second: bool = False) -> datetime:
    """The instant in UTC; of a time that is shown twice, the first unless ``second``."""
    return datetime.combine(day, at.replace(fold=int(second)), ZoneInfo(zone)).astimezone(UTC)


def start_of_day(day: date, zone: str) -> datetime:
    """The first instant of ``day`` in UTC, also where the clocks skip midnight."""
    return instant(day, MIDNIGHT, zone)


def end_of_day(day: date, zone: str) -> datetime:
    """The first instant after ``day`` in UTC."""
    return start_of_day(day + timedelta(days=1), zone)


def local_text(at: datetime, zone: str) -> str:
    """The instant as ISO 8601 with the offset that holds then in ``zone``."""
    return at.astimezone(ZoneInfo(zone)).isoformat()
