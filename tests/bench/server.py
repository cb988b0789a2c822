"""The server under measurement, its processor time, and the client beside it."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.bench import database
from tests.servers import PostgresServer
from tests.template_databases import ROOT

WORKERS, CONNECTIONS = 2, 8


@dataclass(slots=True)
class Server:
    """gunicorn with two sync workers on the database ``name``, and a client process."""

    name: str
    port: int
    master: "subprocess.Popen[bytes]"
    client: "subprocess.Popen[str]"
    monitor: "psycopg.Connection[Any]"

    def workers(self) -> list[int]:
        """The process ids of the workers."""
        children = Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def backends(self) -> list[int]:
        """The process ids of the database's processes that serve the workers; empty when it is another machine."""
        query = (
            "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
        found = [row[0] for row in self.monitor.execute(query, [self.name])]
        return [pid for pid in found if Path(f"/proc/{pid}/schedstat").exists()]

    def processor_time(self) -> tuple[float, float]:
        """Seconds of processor time that the workers and their database processes have taken so far."""
        return sum(map(_scheduled, self.workers())), sum(map(_scheduled, self.backends()))

    def ask(self, requests: Sequence[bytes], status: int, seconds: float) -> dict[str, Any]:
        """Let the client send ``requests`` for at most ``seconds``; adds processor time as ``web`` and ``database``."""
        job = {"port": self.port, "seconds": seconds, "connections": CONNECTIONS, "status": str(status)}
        before = self.processor_time()
        print(
            json.dumps(job | {"requests": [request.decode("latin-1") for request in requests]}),
            file=self.client.stdin,
            flush=True,
        )
        assert self.client.stdout is not None
        result: dict[str, Any] = json.loads(self.client.stdout.readline())
        after = self.processor_time()
        return result | {"web": after[0] - before[0], "database": after[1] - before[1]}

    def get(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """One answer: status, headers by lower-case name, content."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("POST" if body else "GET", path, body, headers)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def memory(self) -> int:
        """Bytes that the workers hold for themselves, the most of any."""
        return max(_private(pid) for pid in self.workers())


def _scheduled(pid: int) -> float:
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def _private(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


@contextmanager
def running(name: str) -> Iterator[Server]:
    """The server on the database ``name``; it and the client end with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "cms.wsgi", "--preload", "--bind", f"127.0.0.1:{port}"]
    command += [
        "--workers",
        str(WORKERS),
        "--worker-class",
        "sync",
        "--log-level",
        "error",
        "--no-control-socket",
    ]
    master = subprocess.Popen(command, cwd=ROOT, env=database.environment(name))
    client = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.load"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    monitor = psycopg.connect(PostgresServer(database.URL).url(name), autocommit=True)
    server = Server(name, port, master, client, monitor)
    try:
        _wait(server)
        yield server
    finally:
        monitor.close()
        for process in (client, master):
            process.terminate()
            process.wait()


def _wait(server: Server) -> None:
    for _attempt in range(300):
        try:
            if server.get("/healthz")[0] == 200 and len(server.workers()) == WORKERS:
                return
        except OSError:
            pass
        if server.master.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")
