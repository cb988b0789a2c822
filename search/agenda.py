"""Events by when they take place: to come, past, or during a period. An event that goes on is still to come.

The end of an event stands in its payload alone; it is read only for events that began less than LONGEST before.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connections

from cms.store.reading import READER
from search.criteria import Condition, Criteria, moment
from search.ordering import order_by
from search.site import window

EVENT = "news.EventPage"
LONGEST = timedelta(days=400)
# The end of an event, and a parameter, as instants that compare.
_END = {
    "postgresql": "(c.payload::json #>> '{ends_at}')::timestamptz",
    "sqlite": "julianday(json_extract(c.payload, '$.ends_at'))",
}
_INSTANT = {"postgresql": "%s::timestamptz", "sqlite": "julianday(%s)"}

Window = tuple[list[dict[str, Any]], int]


def upcoming(criteria: Criteria, now: datetime, *, limit: int, offset: int = 0) -> Window:
    """Cards of the events that are not over at ``now``, the next first, and how many there are."""
    condition = _events(criteria)
    _not_over(condition, now)
    return window(condition, order_by(("date",)), limit, offset)


def past(criteria: Criteria, now: datetime, *, limit: int, offset: int = 0) -> Window:
    """Cards of the events that are over at ``now``, the latest first, and how many there are."""
    condition = _events(criteria)
    condition.add("c.date <= %s", moment(now))
    condition.add(
        f"(c.date <= %s OR {_ends_after(now)[0]} IS NOT TRUE)", moment(now - LONGEST), *_ends_after(now)[1]
    )
    return window(condition, order_by(("-date",)), limit, offset)


def during(
    criteria: Criteria, start: datetime | None, until: datetime | None, *, limit: int, offset: int = 0
) -> Window:
    """Cards of the events that touch [start, until), the first first; of all events the latest first."""
    condition = _events(criteria)
    if start is not None:
        _not_over(condition, start)
    if until is not None:
        condition.add("c.date < %s", moment(until))
    order = "date" if start or until else "-date"
    return window(condition, order_by((order,)), limit, offset)


def _events(criteria: Criteria) -> Condition:
    return replace(criteria, types=(EVENT,)).condition()


def _not_over(condition: Condition, at: datetime) -> None:
    ends, params = _ends_after(at)
    condition.add(f"(c.date >= %s OR (c.date > %s AND {ends}))", moment(at), moment(at - LONGEST), *params)


def _ends_after(at: datetime) -> tuple[str, list[Any]]:
    vendor = connections[READER].vendor
    return f"({_END[vendor]} > {_INSTANT[vendor]})", [at.isoformat()]
