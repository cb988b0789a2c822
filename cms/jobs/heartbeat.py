"""The thread that keeps leases while the work goes on, and ends a process whose work does not end."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from django.db import DatabaseError, connections

log = logging.getLogger("cms.jobs")

# Exit status of a process that was left with work unfinished (EX_SOFTWARE of sysexits.h).
LEFT = 70


@dataclass(eq=False)
class Lease:
    """Work in hand. ``keep`` says "still here"; ``too_long`` and ``give_back`` record why it was left."""

    name: str
    keep: Callable[[], bool]
    too_long: Callable[[float], object]
    give_back: Callable[[], object]
    began: float = field(default_factory=time.monotonic)


class Heartbeat(threading.Thread):
    """Renews every lease that is held, each ``seconds``.

    Python cannot stop a thread from outside. Work that runs longer than ``longest_run`` seconds, or longer than
    ``grace`` seconds after the worker was told to stop, is given back, and the process ends.
    """

    def __init__(self, *, seconds: float, longest_run: float, grace: float) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self.seconds, self.longest_run, self.grace = seconds, longest_run, grace
        self._leases: set[Lease] = set()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._stop_at: float | None = None

    @contextmanager
    def holding(self, lease: Lease) -> Iterator[None]:
        with self._lock:
            self._leases.add(lease)
        try:
            yield
        finally:
            with self._lock:
                self._leases.discard(lease)

    def stop_within_grace(self) -> None:
        """The worker was told to stop: what is in hand may still end, for ``grace`` seconds."""
        self._stop_at = self._stop_at or time.monotonic() + self.grace

    def end(self) -> None:
        """Nothing is in hand any more."""
        self._ended.set()
        self.join()

    def run(self) -> None:
        beat_at = time.monotonic() + self.seconds
        while not self._ended.wait(min(self.seconds, 0.25)):
            now = time.monotonic()
            with self._lock:
                leases = list(self._leases)
            if self._stop_at is not None and now > self._stop_at and leases:
                self._leave(leases, [lease.give_back for lease in leases])
            for lease in leases:
                if now - lease.began > self.longest_run:
                    others = [other.give_back for other in leases if other is not lease]
                    self._leave([lease], [partial(lease.too_long, self.longest_run), *others])
            if now >= beat_at:
                beat_at = now + self.seconds
                for lease in leases:
                    self._beat(lease)
        connections.close_all()

    def _beat(self, lease: Lease) -> None:
        try:
            if not lease.keep() and lease in self._leases:
                log.warning("the lease of %s was lost to another worker", lease.name)
        except DatabaseError as error:
            log.warning("the lease of %s could not be renewed: %s", lease.name, error)

    def _leave(self, leases: list[Lease], records: list[Callable[[], object]]) -> None:
        """End this process with its work unfinished; never returns."""
        for lease in leases:
            log.error("%s did not end in time; this process ends without it", lease.name)
        # The stuck thread may hold a lock that the record needs: the exit must not wait for it.
        recording = threading.Thread(target=lambda: [record() for record in records], daemon=True)
        recording.start()
        recording.join(timeout=3)
        os._exit(LEFT)
