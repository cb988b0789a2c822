"""The client: asks over so many connections at once, in a process of its own, and tells how it went.

``python -m tests.bench.load`` reads jobs as JSON lines {"port", "seconds", "connections", "status", "requests"} and
answers each with {"done", "seconds", "wrong", "bytes", "median"}. Sockets and one loop: it must cost little beside
what it measures. A new connection for each request, as the server's sync workers close each.
"""

import json
import selectors
import socket
import sys
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Slot:
    """A connection and what has come back on it."""

    connection: socket.socket
    began: float
    parts: list[bytes] = field(default_factory=list)


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(work(**json.loads(line))), flush=True)


def work(port: int, seconds: float, connections: int, status: str, requests: list[str]) -> dict[str, Any]:
    """Send ``requests`` in order until they or ``seconds`` are over."""
    selector = selectors.EpollSelector()
    waiting = [request.encode("latin-1") for request in reversed(requests)]
    begin = f"HTTP/1.1 {status}".encode()
    done = wrong = received = 0
    latencies: list[float] = []
    example = ""
    started = time.perf_counter()
    deadline = started + seconds

    def send() -> None:
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(waiting.pop())
        selector.register(connection, selectors.EVENT_READ, Slot(connection, time.perf_counter()))

    for _slot in range(min(connections, len(waiting))):
        send()
    while selector.get_map():
        for key, _events in selector.select():
            slot: Slot = key.data
            part = slot.connection.recv(262_144)
            if part:
                slot.parts.append(part)
                continue
            now = time.perf_counter()
            selector.unregister(slot.connection)
            slot.connection.close()
            done += 1
            latencies.append(now - slot.began)
            answer = b"".join(slot.parts)
            received += len(answer)
            # GraphQL may answer 200 with errors.
            if not answer.startswith(begin) or answer.partition(b"\r\n\r\n")[2].startswith(b'{"errors"'):
                wrong += 1
                example = answer.decode("utf-8", "replace")[:900]
            if waiting and now < deadline:
                send()
    latencies.sort()
    return {
        "done": done,
        "seconds": time.perf_counter() - started,
        "wrong": wrong,
        "example": example,
        "bytes": received,
        "median": latencies[len(latencies) // 2] if latencies else 0.0,
    }


if __name__ == "__main__":
    main()
