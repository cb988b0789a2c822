"""Events by when they take place: to come, past, or during a period. An event that goes on is still to come."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from search.condition import Condition
from search.criteria import Criteria, moment
from search.ordering import order_by
from search.site import window

EVENT = "news.EventPage"
Window = tuple[list[dict[str, Any]], int]


def upcoming(criteria: Criteria, now: datetime, *, limit: int, offset: int = 0) -> Window:
    """Cards of the events that are not over at ``now``, the next first, and how many there are."""
    condition = _events(criteria)
    condition.add("(c.date >= %s OR c.ends_at > %s)", moment(now), moment(now))
    return window(condition, order_by(("date",)), limit, offset)


def past(criteria: Criteria, now: datetime, *, limit: int, offset: int = 0) -> Window:
    """Cards of the events that are over at ``now``, the latest first, and how many there are."""
    condition = _events(criteria)
    condition.add("c.date < %s AND (c.ends_at IS NULL OR c.ends_at <= %s)", moment(now), moment(now))
    return window(condition, order_by(("-date",)), limit, offset)


def during(
    criteria: Criteria, start: datetime | None, until: datetime | None, *, limit: int, offset: int = 0
) -> Window:
    """Cards of the events that touch [start, until), the first first; of all events the latest first."""
    condition = _events(criteria)
    if start is not None:
        condition.add("(c.date >= %s OR c.ends_at > %s)", moment(start), moment(start))
    if until is not None:
        condition.add("c.date < %s", moment(until))
    order = "date" if start or until else "-date"
    return window(condition, order_by((order,)), limit, offset)


def _events(criteria: Criteria) -> Condition:
    return replace(criteria, types=(EVENT,)).condition()
