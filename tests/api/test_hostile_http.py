"""Hostile HTTP (R07), spoken over a socket to the web server that the product runs behind."""

import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.newsroom import serving

ADDRESS = "/api/v2/pages/?limit=1"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving("newsroom", tmp_path_factory.mktemp("http")) as served:
        yield urlsplit(served.url).port or 0


def said(port: int, request: bytes, *, wait: float = 3.0) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the first answer; status 0 when the connection was closed without one."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as door:
        door.sendall(request)
        got = b""
        try:
            while b"\r\n\r\n" not in got and (part := door.recv(65_536)):
                got += part
            head, _, body = got.partition(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
            }
            length = int(headers.get("content-length", "0")) if not request.startswith(b"HEAD") else 0
            while len(body) < length and (part := door.recv(65_536)):
                body += part
        except (TimeoutError, ConnectionResetError):
            return 0, {}, got
    return (int(lines[0].split()[1]) if lines[0].startswith("HTTP/") else 0), headers, body


def request(method: str = "GET", *headers: str, address: str = ADDRESS, body: bytes = b"") -> bytes:
    lines = [f"{method} {address} HTTP/1.1", "Host: localhost", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("sent", "statuses"),
    [
        pytest.param(request("TRACE"), {405}, id="TRACE"),
        pytest.param(request("CONNECT"), {400, 404, 405}, id="CONNECT"),
        pytest.param(request("BREW"), {405}, id="an unknown method"),
        pytest.param(request("get"), {400, 405}, id="a method in small letters"),
        pytest.param(request("GET", "Range: bytes=0-10"), {200}, id="a range of JSON"),
        pytest.param(request("GET", *(f"X-H{n}: {n}" for n in range(90))), {200}, id="90 headers"),
        pytest.param(request("GET", *(f"X-H{n}: {n}" for n in range(200))), {400, 431}, id="200 headers"),
        pytest.param(request("GET", "Cookie: a=" + "b" * 16_384), {400, 431}, id="a cookie of 16 kB"),
        pytest.param(
            request("POST", "Content-Length: 5", "Content-Length: 6", body=b"hello!"), {400}, id="two lengths"
        ),
        pytest.param(
            request("POST", "Content-Length: 5", "Transfer-Encoding: chunked", body=b"0\r\n\r\nGET /"),
            {400, 405},
            id="length and chunks",
        ),
        pytest.param(
            request("GET", "Transfer-Encoding: chunked, chunked", body=b"0\r\n\r\n"),
            {400, 501},
            id="chunks of chunks",
        ),
        pytest.param(
            request("GET", "X_Forwarded_For: 1.2.3.4", "X_Request_ID: 12345678"), {200, 400}, id="underscores"
        ),
        pytest.param(
            request("GET", "Accept: " + ",".join(['"a/b;q=\\""'] * 600)), {200, 400, 431}, id="a long Accept"
        ),
        pytest.param(request("GET", "Accept: " + '";,"' * 12_500), {200, 400, 431}, id="50 kB of separators"),
        pytest.param(request("GET", "Accept-Language: " + "fr;q=0.1," * 800), {200}, id="many languages"),
        pytest.param(b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", {400, 505}, id="an unknown version"),
        pytest.param(
            b"GET " + b"/a" * 5_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
            {400, 404, 414},
            id="a long line",
        ),
        pytest.param(b"\x16\x03\x01\x00\xa5\x01\x00\x00" * 10 + b"\r\n\r\n", {0, 400}, id="TLS"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: localhost\r\n X: folded\r\n\r\n", {400}, id="a folded header"),
        pytest.param(b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}, id="a space before the colon"),
    ],
)
def test_what_is_not_for_reading_is_refused(port: int, sent: bytes, statuses: set[int]) -> None:
    start = time.monotonic()
    status, headers, body = said(port, sent)
    assert status in statuses, (status, body[:200])
    assert status < 500
    assert time.monotonic() - start < 5
    if status == 405:
        assert headers["content-type"] == "application/problem+json"
        assert "x-request-id" in headers
    # The server answers others as before.
    assert said(port, request())[0] == 200


def test_a_method_cannot_be_overridden(port: int) -> None:
    plain = said(port, request())[2]
    for header in ("X-HTTP-Method-Override: DELETE", "X-HTTP-Method: PUT", "X-Method-Override: POST"):
        status, _headers, body = said(port, request("GET", header))
        assert (status, body) == (200, plain)
        assert said(port, request("POST", header.rpartition(" ")[0] + " GET", "Content-Length: 0"))[0] == 405


def test_head_has_the_headers_of_get(port: int) -> None:
    varying = ("date", "x-request-id")
    get, head = said(port, request("GET")), said(port, request("HEAD", "Content-Length: 3", body=b"abc"))
    assert (get[0], head[0], head[2]) == (200, 200, b"")
    assert {name: value for name, value in get[1].items() if name not in varying} == {
        name: value for name, value in head[1].items() if name not in varying
    }


def test_underscored_headers_are_not_taken_for_hyphenated_ones(port: int) -> None:
    _status, headers, _body = said(port, request("GET", "X_Request_ID: underscored-1"))
    assert headers["x-request-id"] != "underscored-1"


def test_a_wrong_host_is_refused(port: int) -> None:
    for host in ("evil.example", "localhost:99999x", "a b", "localhost@evil.example", "[::"):
        sent = f"GET {ADDRESS} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
        status, _headers, body = said(port, sent)
        assert status == 400, (host, status)
        assert b"evil" not in body


def test_a_second_request_is_not_smuggled_in(port: int) -> None:
    inner = b"GET /api/v2/images/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    sent = (
        b"POST /api/v2/pages/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + str(len(b"0\r\n\r\n" + inner)).encode()
        + b"\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        + inner
    )
    with socket.create_connection(("127.0.0.1", port), timeout=2) as door:
        door.sendall(sent)
        got = b""
        try:
            while part := door.recv(65_536):
                got += part
        except TimeoutError:
            pass
    assert b'"items"' not in got, got[:300]


def test_an_expectation_never_met_holds_nobody_up(port: int) -> None:
    sent = f"POST {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n".encode()
    # Answered at once; the server then gives each five seconds to send its body after all, in a thread of four.
    waiting = [socket.create_connection(("127.0.0.1", port), timeout=3) for _ in range(3)]
    try:
        for door in waiting:
            door.sendall(sent)
        start = time.monotonic()
        assert said(port, request())[0] == 200
        assert time.monotonic() - start < 4
        for door in waiting:
            assert door.recv(20).startswith(
                (b"HTTP/1.1 405", b"HTTP/1.1 100", b"HTTP/1.1 417", b"HTTP/1.1 400")
            )
    finally:
        for door in waiting:
            door.close()
