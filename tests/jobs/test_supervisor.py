"""The supervisor: what it starts together ends together, whatever ends it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cms.jobs.supervisor import PortTaken, require_free_port
from tests.processes import is_alive, python, wait_for

# Supervises two children, each of which has a child of its own that ignores polite requests.
SCRIPT = """
import os, sys
from cms.jobs.supervisor import Child, Supervisor
import cms.jobs.supervisor as module
module.GRACE = 1.5
child = '''
import os, signal, subprocess, sys, time
if sys.argv[1] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
print("pids", os.getpid(), grandchild.pid, flush=True)
time.sleep(300)
'''
children = [Child(name, [sys.executable, "-c", child, name], os.environ) for name in sys.argv[1:]]
print("pids", os.getpid(), flush=True)
sys.exit(Supervisor(children).run(lambda: True))
"""


@contextmanager
def supervised(*names: str) -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """A supervisor with children of these names, and the numbers of all processes: its own first."""
    with python("-c", SCRIPT, *names, environment=dict(os.environ)) as supervisor:
        pids: list[int] = []
        assert supervisor.stdout is not None
        while len(pids) < 1 + 2 * len(names):
            pids += map(int, re.findall(r"\d+", supervisor.stdout.readline()))
        try:
            yield supervisor, pids
        finally:
            for pid in pids[1:]:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_and_the_status_is_good(number: signal.Signals) -> None:
    with supervised("one", "other") as (supervisor, pids):
        supervisor.send_signal(number)
        assert supervisor.wait(10) == 0
        wait_for(lambda: not any(map(is_alive, pids)), 2)


def test_who_does_not_listen_is_killed() -> None:
    with supervised("stubborn") as (supervisor, pids):
        supervisor.terminate()
        assert supervisor.wait(10) == 0
        wait_for(lambda: not any(map(is_alive, pids)), 2)


def test_when_one_ends_all_end() -> None:
    with supervised("one", "other") as (supervisor, pids):
        os.kill(pids[1], signal.SIGKILL)
        assert supervisor.wait(10) == 1
        wait_for(lambda: not any(map(is_alive, pids)), 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_not_even_a_killed_supervisor_leaves_a_child() -> None:
    with supervised("one", "other") as (supervisor, pids):
        supervisor.kill()
        supervisor.wait(10)
        children = [pids[1], pids[3]]
        wait_for(lambda: not any(map(is_alive, children)), 5)


def test_a_port_in_use_is_refused_and_a_free_one_is_not() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port)):
            require_free_port(port)
    require_free_port(port)
