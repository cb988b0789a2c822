"""Scheduled publishing: what is due to go live or to expire, each object by itself.

Wagtail's ``publish_scheduled`` does all of them in one loop, where the first that fails keeps every later
one from the public, again at each run.
"""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

log = logging.getLogger("cms.jobs")

# Seconds before an object that failed is tried again; doubled at each failure up to the second figure.
_FIRST_PAUSE, _LONGEST_PAUSE = 10.0, 600.0


@dataclass
class _Failure:
    pause: float
    again_at: float


_failures: dict[tuple[str, int], _Failure] = {}


def _drafted_models() -> list[type[models.Model]]:
    return [Page] + [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]


def _expired() -> Iterator[models.QuerySet[Any]]:
    for model in _drafted_models():
        yield model._default_manager.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at")


def _approved() -> models.QuerySet[Any]:
    due: models.QuerySet[Any] = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    return due.order_by("approved_go_live_at", "pk")


def anything_due() -> bool:
    """Whether an object is to expire or to go live now; reads alone."""
    return _approved().exists() or any(expired.exists() for expired in _expired())


def _by_itself(kind: str, pk: int, act: Callable[[], object]) -> bool:
    failure = _failures.get((kind, pk))
    if failure and time.monotonic() < failure.again_at:
        return False
    try:
        # Whole or not at all: Wagtail writes the object, its revision and the log one after another.
        with transaction.atomic():
            act()
    except Exception:
        pause = min(failure.pause * 2 if failure else _FIRST_PAUSE, _LONGEST_PAUSE)
        _failures[kind, pk] = _Failure(pause, time.monotonic() + pause)
        log.exception("scheduled %s of %d failed; again in %.0f s", kind, pk, pause)
        return False
    _failures.pop((kind, pk), None)
    return True


def publish_scheduled() -> int:
    """Unpublish what has expired and publish what is approved for a time that has passed; returns how many."""
    done = 0
    for expired in _expired():
        for pk in list(expired.values_list("pk", flat=True)):
            # Read again: an editor may have been at it since.
            again = expired.model._default_manager.filter(pk=pk, live=True, expire_at__lt=timezone.now())
            for item in again:
                unpublish = partial(
                    item.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled"
                )
                done += _by_itself(f"expiry {expired.model._meta.label}", pk, unpublish)
    for pk in list(_approved().values_list("pk", flat=True)):
        for revision in _approved().filter(pk=pk):
            publish = partial(revision.publish, log_action="wagtail.publish.scheduled")
            done += _by_itself("publication of revision", pk, publish)
    return done
