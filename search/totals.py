"""How many items a list has: kept for the version of the store that it is true of.

What is asked for the second time with other dates is not counted again: the dates of all its items are read and kept,
and any period is two places in their order.
"""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connections

from cms.store.connection import READER, as_moment, rows
from cms.store.schema import dialect_of
from search.answers import answers
from search.condition import Condition

MOST_DATES = 20_000  # of a list, to be kept: less than a megabyte
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def total_of(condition: Condition, version: str) -> tuple[int, str]:
    """The number of items under ``condition`` and the version that it is true of: kept for ``version``, or counted."""
    key = ("count", condition.key)
    kept = answers.get(key, version)
    if kept is not None:
        return kept, version
    if (condition.since is not None or condition.until is not None) and condition.search is None:
        dates, at = _dates(condition.undated, version)
        if dates is not None:
            return _within(dates, condition), at
    counted = condition.counted()
    ((at, total),) = rows(f"SELECT v.version, {counted.sql} FROM public_version v", counted.params)
    answers.keep(key, at, int(total))
    return int(total), at


def _within(dates: tuple[int, ...], condition: Condition) -> int:
    first = 0 if condition.since is None else bisect_left(dates, _microseconds(condition.since))
    end = len(dates) if condition.until is None else bisect_left(dates, _microseconds(condition.until))
    return max(end - first, 0)


def _microseconds(value: Any) -> int:
    moment = as_moment(value)
    return (moment - BEGINNING) // timedelta(microseconds=1) if moment else 0


def _dates(undated: Condition, version: str) -> tuple[tuple[int, ...] | None, str]:
    """The dates of all items in order, in microseconds, and their version; None for what is to be counted.

    That is what is asked for the first time, and what has too many items.
    """
    key = ("dates", undated.key)
    kept = answers.get(key, version)
    if kept is None:
        answers.keep(key, version, "asked")
        return None, version
    if kept == "asked":
        listed, microseconds = undated.dates(), dialect_of(connections[READER]).MICROSECONDS
        found = rows(
            f"SELECT v.version, {microseconds.format(instant='d.date')} FROM public_version v"
            f" LEFT JOIN ({listed.sql}) d ON 1 = 1 LIMIT {MOST_DATES + 1}",
            listed.params,
        )
        version = found[0][0]
        dates = tuple(sorted(row[1] for row in found if row[1] is not None))
        kept = "many" if len(found) > MOST_DATES else dates
        answers.keep(key, version, kept)
    return kept if isinstance(kept, tuple) else None, version
