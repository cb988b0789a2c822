"""Scheduled publishing: what is due to go live or to expire, each thing by itself, in all its languages.

Wagtail's ``publish_scheduled`` does all of them in one loop, where the first that fails keeps every later
one from the public, again at each run.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin

log = logging.getLogger("cms.jobs")

# Seconds before an object that failed is tried again; doubled at each failure up to the second figure.
_FIRST_PAUSE, _LONGEST_PAUSE = 10.0, 600.0


@dataclass
class _Failure:
    pause: float
    again_at: float


_failures: dict[tuple[str, str], _Failure] = {}


# The transaction in which all languages of one thing come or go; the gate puts its own here.
_within: Callable[[], AbstractContextManager[None]] = transaction.atomic


def publish_within(transaction_of_all: Callable[[], AbstractContextManager[None]]) -> None:
    """Let what is due be done within ``transaction_of_all()``: a transaction, and whatever an upper app looks at."""
    global _within
    _within = transaction_of_all


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


def _by_itself(kind: str, key: str, act: Callable[[], int]) -> int:
    failure = _failures.get((kind, key))
    if failure and time.monotonic() < failure.again_at:
        return 0
    try:
        # Whole or not at all: Wagtail writes the object, its revision and the log one after another.
        with _within():
            done = act()
    except Exception:
        pause = min(failure.pause * 2 if failure else _FIRST_PAUSE, _LONGEST_PAUSE)
        _failures[kind, key] = _Failure(pause, time.monotonic() + pause)
        log.exception("scheduled %s of %s failed; again in %.0f s", kind, key, pause)
        return 0
    _failures.pop((kind, key), None)
    return done


def _in_all_languages(rows: models.QuerySet[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The keys of rows, those of one thing in its languages together, with a name for them."""
    translatable = issubclass(rows.model, TranslatableMixin)
    together: dict[str, list[Any]] = {}
    for pk, thing in rows.values_list("pk", "translation_key" if translatable else "pk"):
        together.setdefault(f"{rows.model._meta.label} {thing}", []).append(pk)
    yield from together.items()


def _approved_in_all_languages() -> Iterator[tuple[str, list[int]]]:
    """The keys of approved revisions, those of one thing in its languages together, with a name for them."""
    due = list(_approved().values_list("pk", "object_id", "base_content_type"))
    for content_type in dict.fromkeys(kind for _pk, _object, kind in due):
        model = ContentType.objects.get_for_id(content_type).model_class()
        of_model = {str(obj): pk for pk, obj, kind in due if kind == content_type}
        if model is not None:
            for name, keys in _in_all_languages(model._default_manager.filter(pk__in=list(of_model))):
                yield name, [of_model[str(key)] for key in keys]


def _expire(model: type[Any], keys: list[Any]) -> int:
    # Read again, and locked: an editor may have been at it since.
    due = model._default_manager.filter(pk__in=keys, live=True, expire_at__lt=timezone.now()).order_by("pk")
    done = 0
    for item in due.select_for_update():
        # Wagtail forgets every approval when it unpublishes: what is approved for later would never come.
        approved = Revision.objects.for_instance(item).filter(approved_go_live_at__isnull=False)
        later = list(approved.values_list("pk", "approved_go_live_at"))
        item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        for pk, at in later:
            Revision.objects.filter(pk=pk).update(approved_go_live_at=at)
        done += 1
    return done


def _publish(keys: list[int]) -> int:
    due = _approved().filter(pk__in=keys)
    # The objects first, then their revisions, as an editor's own publishing takes them: neither waits for the other.
    for content_type in ContentType.objects.filter(pk__in=due.values("base_content_type")):
        model = content_type.model_class()
        if model is not None:
            rows = model._default_manager.filter(
                pk__in=[int(pk) for pk in due.values_list("object_id", flat=True)]
            )
            list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    revisions = list(due.select_for_update())
    for revision in revisions:
        revision.publish(log_action="wagtail.publish.scheduled")
    return len(revisions)


def publish_scheduled() -> int:
    """Unpublish what has expired and publish what is approved for a time that has passed; returns how many.

    All languages of one thing come and go in one transaction, so that no editor finds it in one alone.
    """
    done = 0
    for expired in _expired():
        for name, keys in list(_in_all_languages(expired)):
            done += _by_itself("expiry", name, partial(_expire, expired.model, keys))
    for name, revisions in list(_approved_in_all_languages()):
        done += _by_itself("publication", name, partial(_publish, revisions))
    return done
