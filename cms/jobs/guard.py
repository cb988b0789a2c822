"""A parent process that keeps a worker running: no job, however poisonous, ends the work of the others."""

import contextlib
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from django.db import connections

from cms.jobs.supervisor import die_with_parent

log = logging.getLogger("cms.jobs")

# Seconds between a crash and the next start; doubled while the child does not live for a minute.
_FIRST_PAUSE, _LONGEST_PAUSE, _STEADY = 0.5, 30.0, 60.0


def guarded(run: Callable[[], None]) -> None:
    """Call ``run`` in a child process, again whenever it crashes, until it returns or we are told to stop.

    A job may end its process (a fault in an image library, memory that ran out, a time limit): its lease ends,
    its attempts count, and the next child goes on with the rest.
    """
    stopping, child = False, 0

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        if child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGTERM)

    pause = _FIRST_PAUSE / 2
    connections.close_all()
    signals = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
    for number in signals:
        signal.signal(number, stop)
    while not stopping:
        began = time.monotonic()
        # Blocked around the fork, so that no signal falls between it and the number of the child.
        signal.pthread_sigmask(signal.SIG_BLOCK, signals)
        child = os.fork()
        if child == 0:
            _be_child(run, signals)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
        _, status = os.waitpid(child, 0)
        child = 0
        code = os.waitstatus_to_exitcode(status)
        if code == 0 or stopping:
            return
        lived = time.monotonic() - began
        pause = _FIRST_PAUSE if lived > _STEADY else min(pause * 2, _LONGEST_PAUSE)
        log.error("the worker process ended with %d; the next one starts in %.1f s", code, pause)
        wake = time.monotonic() + pause
        while not stopping and time.monotonic() < wake:
            time.sleep(0.1)


def _be_child(run: Callable[[], None], signals: set[signal.Signals]) -> None:
    """Never returns."""
    code = 1
    try:
        die_with_parent(signal.SIGKILL)
        for number in signals:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)
        run()
        code = 0
    except BaseException:
        log.exception("the worker process failed")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
