"""The worker: takes jobs one after another, and keeps the clock."""

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, connections

from cms.jobs import clock, queue
from cms.jobs.backend import Limits
from cms.jobs.execution import TimeLimit, execute
from cms.jobs.heartbeat import Heartbeat, Lease
from cms.jobs.models import Job

log = logging.getLogger("cms.jobs")

# Seconds between two looks into an empty queue.
POLL = 0.05


class Worker:
    """One process's worker. ``stop`` may be called from a signal handler or from another thread."""

    def __init__(self, limits: Limits) -> None:
        self.name = f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(4)}"
        self.limits = limits
        self._stopping = threading.Event()
        self.heartbeat = Heartbeat(
            seconds=limits.heartbeat, longest_run=limits.longest_run, grace=limits.grace
        )

    def stop(self) -> None:
        """Take no further job; what is in hand has the grace of the limits."""
        self._stopping.set()
        self.heartbeat.stop_within_grace()

    def stop_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stop())

    def run_one(self) -> bool:
        """Take and run one due job; False when none is due."""
        job = queue.claim(self.name, self.limits)
        if job is None:
            return False
        with self.heartbeat.holding(self._lease(job)):
            execute(job, self.limits)
        return True

    def _lease(self, job: Job) -> Lease:
        def too_long(seconds: float) -> None:
            queue.fail(job, TimeLimit(f"The attempt took longer than {seconds:.0f} s."), self.limits)

        return Lease(
            name=f"job {job.pk} {job.task}",
            keep=lambda: queue.keep(job, self.limits),
            too_long=too_long,
            give_back=lambda: queue.release(job),
        )

    def run(self) -> None:
        """Work until told to stop."""
        log.info("worker %s started", self.name)
        duties = clock.Clock(self.name, self.limits, self.heartbeat)
        self.heartbeat.start()
        while not self._stopping.is_set() and not self._try(duties.start):
            self._stopping.wait(1)
        while not self._stopping.is_set():
            if not self._try(self.run_one):
                self._stopping.wait(POLL)
        duties.stop()
        self.heartbeat.end()
        connections.close_all()
        log.info("worker %s stopped", self.name)

    def _try(self, act: Callable[[], bool | None]) -> bool:
        """Do it; a database that is away is waited for, not died of."""
        try:
            return act() is not False
        except DatabaseError as error:
            log.error("the database could not be used, again in a second: %s", error)
            self._stopping.wait(1)
            for connection in connections.all(initialized_only=True):
                connection.close_if_unusable_or_obsolete()
            return False

    def run_due(self, *, at_most: int | None = None) -> int:
        """Do each duty that is due and then the due jobs, ``at_most`` so many; returns how many jobs."""
        clock.announce()
        self.heartbeat.start()
        for duty in list(clock.DUTIES.values()):
            if not self._stopping.is_set():
                clock.run_if_due(duty, self.name, self.limits, self.heartbeat)
        done, began = 0, time.monotonic()
        while done != at_most and not self._stopping.is_set() and self.run_one():
            done += 1
        self.heartbeat.end()
        log.info("worker %s: %d jobs in %.1f s", self.name, done, time.monotonic() - began)
        return done
