"""Processor time of one request in this process, without server and client: for tuning, not for the table.

``python -m tests.bench.inside [--only NAME] [--seconds S]`` on the database of BENCH_N releases. Figures are steady
on a busy machine. With S large enough, a sampling profiler can be put beside it: it prints its process id.
"""

import argparse
import io
import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench import database


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.inside")
    parser.add_argument("--only", action="append", default=[], help="cases whose name has this in it")
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    name = database.copy(database.template(int(os.environ.get("BENCH_N") or 10_000)))
    os.environ.update(database.environment(name))
    try:
        _measure(name, options.only, options.seconds)
    finally:
        from django.db import connections

        connections.close_all()
        database.drop(name)


def _measure(name: str, only: list[str], seconds: float) -> None:
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    from django.db import connections

    from tests.bench import sample
    from tests.bench.cases import AGAIN, FIRST, FLOOR
    from tests.bench.graphql import GRAPHQL

    print(f"process {os.getpid()}", file=sys.stderr)
    read = sample.read(name)
    server: Any = _Inside(application)
    for case in (FLOOR, *FIRST, *AGAIN, *GRAPHQL):
        if only and case is not FLOOR and not any(part in f"{case.group} {case.name}" for part in only):
            continue
        try:
            make = case.requests(server, read)
            status, _headers, content = server.answer(make(0))
            if status != case.status or b'"errors"' in content[:20]:
                raise ValueError(f"{status} {content[:300]!r}")
        except Exception as missing:
            print(f"{case.group:6} {case.name:45} not there {missing}")
            continue
        for n in range(1, 30):
            server.answer(make(n))
        backend = connections["reader"].connection.info.backend_pid
        own, other, number = time.process_time(), _scheduled(backend), 30
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            server.answer(make(number))
            number += 1
        done = number - 30
        web, asked = time.process_time() - own, _scheduled(backend) - other
        print(
            f"{case.group:6} {case.name:45} web {web / done * 1e6:7.0f} µs  database {asked / done * 1e6:7.0f} µs"
        )


def _scheduled(pid: int) -> float:
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


class _Inside:
    """As ``server.Server`` asks, but by calling the application."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def answer(self, raw: bytes) -> tuple[int, dict[str, str], bytes]:
        head, _end, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _version = first.split(" ")
        path, _mark, query = target.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "SCRIPT_NAME": "",
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
        }
        for line in lines:
            key, _colon, value = line.partition(": ")
            key = key.upper().replace("-", "_")
            environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
        told: list[Any] = []
        answer = self.application(environ, lambda status, headers: told.extend((status, headers)))
        content = b"".join(answer)
        answer.close()
        return int(told[0].split()[0]), {key.lower(): value for key, value in told[1]}, content

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        return self.answer(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())


if __name__ == "__main__":
    main()
