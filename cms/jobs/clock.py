"""The clock: periodic duties, each done once when it is due, however many workers there are.

``every(1, "follow")(function)`` registers a duty; the apps do so when they are ready. A duty must bear to be
run late, and again after a crash.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from django.db import DatabaseError, connections
from django.db.models import QuerySet
from django.db.models.functions import Now

from cms.jobs.backend import Limits
from cms.jobs.heartbeat import Heartbeat, Lease
from cms.jobs.models import ClockDuty

log = logging.getLogger("cms.jobs")

Function = TypeVar("Function", bound=Callable[[], object])


@dataclass(frozen=True)
class Duty:
    """A function that is due every ``seconds``; with ``when``, only while that question is answered yes."""

    name: str
    seconds: float
    function: Callable[[], object]
    when: Callable[[], bool] | None = None


DUTIES: dict[str, Duty] = {}


def every(
    seconds: float, name: str, *, when: Callable[[], bool] | None = None
) -> Callable[[Function], Function]:
    """Register a duty of the workers, due every ``seconds``.

    ``when`` is a cheap read that says whether there is anything to do: while it says no, the database is not
    written to. Raises ValueError when another duty has that name.
    """

    def register(function: Function) -> Function:
        if name in DUTIES and DUTIES[name].function is not function:
            raise ValueError(f"Two duties of the clock are called {name!r}.")
        DUTIES[name] = Duty(name, seconds, function, when)
        return function

    return register


def announce() -> None:
    """Give every registered duty its row; those that are new are due at once."""
    ClockDuty.objects.bulk_create(
        [ClockDuty(name=name, next_at=Now()) for name in DUTIES], ignore_conflicts=True
    )


def _claim(duty: Duty, worker: str, limits: Limits) -> bool:
    due = ClockDuty.objects.filter(name=duty.name, next_at__lte=Now())
    # Look first: only the worker that finds the duty due asks for a lock.
    if not due.exists():
        return False
    lease = Now() + timedelta(seconds=limits.lease)
    return bool(due.update(worker=worker, started_at=Now(), finished_at=None, next_at=lease))


def _held(duty: Duty, worker: str) -> QuerySet[ClockDuty]:
    return ClockDuty.objects.filter(name=duty.name, worker=worker, finished_at=None)


def run_if_due(duty: Duty, worker: str, limits: Limits, heartbeat: Heartbeat | None = None) -> bool:
    """Do ``duty`` if it is due and no other worker is at it; True when it was done here.

    Its errors are logged and kept with its row: they stop neither the clock nor any other duty.
    """
    if duty.when is not None and not duty.when():
        return False
    if not _claim(duty, worker, limits):
        return False
    began = time.monotonic()
    lease = Lease(
        name=f"duty {duty.name}",
        keep=lambda: bool(_held(duty, worker).update(next_at=Now() + timedelta(seconds=limits.lease))),
        too_long=lambda seconds: _finish(duty, worker, began, f"It ran longer than {seconds:.0f} s."),
        give_back=lambda: _finish(duty, worker, began, ""),
    )
    error = ""
    try:
        with heartbeat.holding(lease) if heartbeat else nullcontext():
            duty.function()
    except Exception as caught:
        log.exception("the duty %s failed", duty.name)
        error = repr(caught)
    _finish(duty, worker, began, error)
    return True


def _finish(duty: Duty, worker: str, began: float, error: str) -> None:
    # Counted from the start of this run, so that a slow duty does not fall behind its period.
    rest = max(0.0, duty.seconds - (time.monotonic() - began))
    _held(duty, worker).update(
        finished_at=Now(), next_at=Now() + timedelta(seconds=rest), error=error.replace("\x00", "")[:2000]
    )


class Clock:
    """A thread for each duty, so that a slow one delays no other."""

    def __init__(self, worker: str, limits: Limits, heartbeat: Heartbeat) -> None:
        self.worker, self.limits, self.heartbeat = worker, limits, heartbeat
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_doing, args=[duty], name=f"duty {duty.name}", daemon=True)
            for duty in DUTIES.values()
        ]

    def start(self) -> None:
        announce()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let the duties in hand end, and begin no other."""
        self._stopping.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _keep_doing(self, duty: Duty) -> None:
        # Asked twice a period, so that a duty that another worker began late is not missed for a whole one.
        pause = min(duty.seconds / 2, 5.0)
        while not self._stopping.is_set():
            try:
                run_if_due(duty, self.worker, self.limits, self.heartbeat)
            except DatabaseError as error:
                log.error("the duty %s found no database: %s", duty.name, error)
                self._stopping.wait(1)
            for connection in connections.all(initialized_only=True):
                connection.close_if_unusable_or_obsolete()
            self._stopping.wait(pause)
        connections.close_all()
