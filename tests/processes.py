"""Processes that tests start, and waiting for what they do."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def python(
    *arguments: str, environment: dict[str, str], log: Path | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """A Python process in the project's root, as leader of its own session; nothing of it outlives the block.

    What it prints goes into ``log``, or can be read from its ``stdout`` (by who does not let it run full).
    """
    output = log.open("w") if log else None
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=output or subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if output:
            output.close()


def is_alive(process: int) -> bool:
    """Whether a process of this number runs; one that only waits to be reaped does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    """Return as soon as ``condition`` holds; fail after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"it did not come about within {seconds} s"
        time.sleep(0.02)
