"""Starts the processes of an installation together, and ends them together.

Each child leads a session of its own, so that a terminal's Ctrl-C reaches the supervisor alone and it ends them
in order; and each asks the kernel for a signal when the supervisor dies, so that not even ``kill -9`` leaves one
behind (Linux; elsewhere an orderly end alone).
"""

import contextlib
import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

# prctl(2)
_PR_SET_PDEATHSIG = 1
# Seconds that children have to end by themselves.
GRACE = 15.0
_PAUSE = 0.1


class PortTaken(Exception):
    """Somebody listens on the port already."""


def die_with_parent(number: int) -> None:
    """Ask the kernel to send this process ``number`` when its parent dies; Linux alone can."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, number)


def require_free_port(port: int, host: str = "127.0.0.1") -> None:
    """Raises PortTaken: a server that is still there would answer in place of the one to be started."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # What lingers of ended connections is no obstacle; a listening server still is.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PortTaken(f"{host}:{port}: {error.strerror}") from error
            raise


@dataclass(frozen=True)
class Child:
    """A process to be kept running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]


class Supervisor:
    """Runs children until one of them ends or a signal asks for the end; then all of them end."""

    def __init__(self, children: Sequence[Child], say: Callable[[str], object] = print) -> None:
        self.children, self._say = children, say
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._signal = 0

    def run(self, ready: Callable[[], bool]) -> int:
        """Start all, call ``ready`` until it says True, wait. Returns the exit status: 0 when it was asked to end."""
        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, self._on_signal) for number in numbers}
        is_ready = False
        try:
            for child in self.children:
                self._start(child)
            while not self._signal:
                for name, process in self._processes.items():
                    if process.poll() is not None:
                        self._tell(f"{name} ended with status {process.returncode}; everything is stopped.")
                        return 1
                is_ready = is_ready or ready()
                time.sleep(_PAUSE)
            return 0
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._signal = number

    def _tell(self, text: str) -> None:
        # The terminal may be the very thing that went away.
        with contextlib.suppress(OSError, ValueError):
            self._say(text)

    def _start(self, child: Child) -> None:
        supervisor = os.getpid()

        def bind_to_supervisor() -> None:
            die_with_parent(signal.SIGTERM)
            if os.getppid() != supervisor:  # it died between fork and prctl
                os._exit(1)

        self._processes[child.name] = subprocess.Popen(  # noqa: S603 - our own commands
            child.command,
            env=dict(child.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=bind_to_supervisor,
        )

    def stop(self) -> None:
        """End every child with all that it started: first asked, after GRACE seconds killed."""
        for process in self._processes.values():
            _signal_session(process, signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for process in self._processes.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
        for process in self._processes.values():
            _signal_session(process, signal.SIGKILL)
            process.wait()


def _signal_session(process: "subprocess.Popen[bytes]", number: int) -> None:
    """Signal the group that ``process`` leads: also what outlived it there."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
