"""Days and moments as they are asked for: ``2026-01-31`` in the newsroom's zone, ``2026-01-31T14:30:00Z``."""

import re
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})", re.ASCII)


def beginning(text: str) -> datetime:
    """The first instant meant by a day (its beginning) or a moment, in UTC. Raises ValueError."""
    return _instant(text, end_of_day=False)


def end(text: str) -> datetime:
    """The first instant no longer meant by a day (its end) or a moment (itself and not later). Raises ValueError."""
    return _instant(text, end_of_day=True)


def _instant(text: str, *, end_of_day: bool) -> datetime:
    try:
        if DAY.fullmatch(text):
            day = date.fromisoformat(text) + timedelta(days=end_of_day)
            return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text).astimezone(UTC) + timedelta(microseconds=end_of_day)
    except OverflowError as error:
        raise ValueError(text) from error
    raise ValueError(text)
