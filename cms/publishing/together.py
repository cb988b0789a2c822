"""The token that lets something public pass the gate: whoever holds it answers for all languages.

``both()`` is held by what writes all languages of its objects in one transaction: the release service, the worker,
the demo, an import. At its end it is looked at whether they did. ``lone()`` is held by an edit that its author has
declared to be without effect on the other language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from cms.publishing.blockers import blockers, unpaired
from cms.publishing.errors import Blocked
from cms.publishing.pairs import Pair, base_of, pair
from cms.store.following import follow_on_commit

Name = tuple[type[Any], UUID]


@dataclass(slots=True)
class Hold:
    """What was made public, scheduled or withdrawn while a token was held."""

    # Objects, and their rows with whether they had never been public before.
    objects: dict[Name, dict[Any, bool]] = field(default_factory=dict)
    withdrawn: set[Name] = field(default_factory=set)
    alone: bool = False

    def passes(self, instance: Any, *, first: bool) -> None:
        """Note that ``instance`` goes live, or is scheduled to."""
        rows = self.objects.setdefault(name_of(instance), {})
        rows.setdefault(instance.pk, first)


_held: ContextVar[Hold | None] = ContextVar("publishing_hold", default=None)


def name_of(instance: Any) -> Name:
    """The object of ``instance``."""
    return base_of(type(instance)), instance.translation_key


def held() -> Hold | None:
    """The token that is held, if one is."""
    return _held.get()


@contextmanager
def both(*, one_moment: bool = True) -> Iterator[None]:
    """A transaction in which objects are published in all their languages. Raises Blocked where one was left out.

    ``one_moment``: what was published gets the same dates of publication in all languages.
    """
    if (outer := _held.get()) is not None and not outer.alone:
        yield
        return
    hold = Hold()
    with transaction.atomic():
        token = _held.set(hold)
        try:
            yield
            for name in hold.withdrawn:
                withdraw_rest(pair(*name))
        finally:
            _held.reset(token)
        # Approving a revision for later writes no table whose signals are heard.
        follow_on_commit()
        for name, rows in hold.objects.items():
            _require_parity(pair(*name))
            if one_moment:
                _date(name[0], rows)


@contextmanager
def lone() -> Iterator[None]:
    """Let one language of something public change alone."""
    token = _held.set(Hold(alone=True))
    try:
        yield
    finally:
        _held.reset(token)


def withdraw_rest(found: Pair) -> None:
    """Withdraw every language of an object of which one was withdrawn."""
    for row in found.rows.values():
        if row.live:
            row.unpublish(log_action="wagtail.unpublish")


def _require_parity(found: Pair) -> None:
    if found.missing:
        raise Blocked(found.title, blockers(found))
    states = {(row.live, _approved(row)) for row in found.rows.values()}
    if len(states) > 1:
        raise Blocked(found.title, blockers(found) or [unpaired(found)])


def _approved(row: Any) -> tuple[datetime, ...]:
    revisions = Revision.objects.for_instance(row).filter(approved_go_live_at__isnull=False)
    return tuple(revisions.order_by("approved_go_live_at").values_list("approved_go_live_at", flat=True))


def _date(model: type[Any], rows: dict[Any, bool]) -> None:
    moment = timezone.now()
    live = model._default_manager.filter(live=True)
    live.filter(pk__in=list(rows)).update(last_published_at=moment)
    live.filter(pk__in=[pk for pk, first in rows.items() if first]).update(first_published_at=moment)
