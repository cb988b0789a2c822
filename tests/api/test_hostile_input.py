"""Hostile requests (R01, R02, R04): a problem that names the parameter or a valid answer, never a failure."""

import io
import itertools
import logging
import random
import string
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from cms.api.changes import CHANGES
from cms.api.endpoints import COLLECTIONS, FIND
from cms.api.redirects import FIND as FIND_REDIRECT
from tests.api.newsroom import Newsroom

# Percent-encoded as a client would send them, or not, as an attacker would.
VALUES = [
    *(
        "",
        "%20",
        "-1",
        "0",
        "1",
        "007",
        "+1",
        "1.0",
        "1e3",
        "1e309",
        "NaN",
        "Infinity",
        "1_000",
        "%D9%A1%D9%A2",
    ),
    *("2147483648", "9223372036854775807", "9223372036854775808", "18446744073709551616", "9" * 400),
    *("true", "null", "[]", "{}", '{"a":1}', "a" * 255, "a" * 256, "a" * 10_240, "é", "%e9"),
    *(
        "%00",
        "a%00b",
        "%ff",
        "%c3%28",
        "%ed%a0%80",
        "%0a",
        "%0d%0aSet-Cookie:%20x=1",
        "%09",
        "%1b[31m",
        "%7f",
    ),
    *("%e2%80%a8", "%e2%80%a9", "%c2%85", "%ef%bf%bf", "%f0%9f%8e%89", "%e2%80%aeabc", "%d7%a9%d7%9c"),
    *(
        "'",
        "%27%20OR%201=1--",
        "%22",
        "a;b",
        "../",
        "..%2f..%2fetc",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "<script>",
    ),
    *("%", "%25", "%2525", "%25s", "%25(x)s", "{0}", "*", "_", "-", "--", ",", "a,", "a,,b", "(", ")", "a(b"),
    *("(" * 900, "a" + "(a" * 300, "-" * 900, "*,*", "_,-a", "random", "id,id", "id,-id"),
    *("2026-13-01", "0000-00-00", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "2026-01-01T10:00:00Z"),
    *(
        "0001-01-01T00:00:00%2B14:00",
        "2026-01-01T10:00",
        "2026-01-01T99:00:00Z",
        "2026-01-01T10:00:00%2B99:99",
    ),
    *(
        "en",
        "de",
        "news.NewsReleasePage",
        "news.NewsReleasePage,news.NewsReleasePage",
        "wagtailcore.Page",
        "users.User",
    ),
    *(
        "/en/",
        "/fr/%00",
        "//",
        "http://x/",
        "/en/?a=b",
        "/" * 1900,
        "root",
        "00000000-0000-0000-0000-000000000000",
    ),
]
OK = {200, 302, 304, 400, 404}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the product's own log handler writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    for name in settings.LOGGING["handlers"]["stderr"]["filters"]:
        handler.addFilter(import_string(settings.LOGGING["filters"][name]["()"])())
    handler.setFormatter(logging.Formatter(settings.LOGGING["formatters"]["line"]["format"]))
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def doors(newsroom: Newsroom) -> list[tuple[str, list[str]]]:
    """Each address with the names of its parameters."""
    found = [
        ("pages/find/", [parameter.name for parameter in FIND]),
        ("redirects/find/", [parameter.name for parameter in FIND_REDIRECT]),
        ("changes/", [parameter.name for parameter in CHANGES]),
    ]
    numbers = {
        "pages": newsroom.releases[0][0],
        "images": newsroom.image,
        "documents": newsroom.document,
        "videos": newsroom.video,
        "topics": newsroom.topics["en"].pk,
        "people": newsroom.people["en"].pk,
        "places": newsroom.places["en"].pk,
        "redirects": newsroom.redirect,
    }
    for of in COLLECTIONS:
        # Of the filters by declared fields, one of each kind.
        kinds = {
            str((filter_.schema.get("type"), filter_.schema.get("format"), "enum" in filter_.schema)): name
            for name, filter_ in of.filters.items()
        }
        found.append((f"{of.name}/", [*(parameter.name for parameter in of.own), *kinds.values()]))
        found.append((f"{of.name}/{numbers[of.name]}/", [parameter.name for parameter in of.in_detail]))
    return found


def checked(client: Client, address: str, query: str) -> int:
    """Ask, and hold the answer against what every answer must be. Returns the status."""
    response = client.get(f"/api/v2/{address}", QUERY_STRING=query)
    assert response.status_code in OK, (address, query[:200], response.status_code)
    if response.status_code >= 400:
        assert response["Content-Type"] == "application/problem+json"
        body = response.json()
        assert body["status"] == response.status_code
        if response.status_code == 400:
            assert "parameter" in body or body["type"].endswith("query-too-long"), (address, query[:200])
        assert len(response.content) < 4_000
        assert body["detail"].isprintable() or "\u202f" in body["detail"] or "\xa0" in body["detail"]
    elif response.status_code == 200:
        assert response["Content-Type"] == "application/json"
    assert all("\n" not in value and "\r" not in value for value in response.headers.values())
    return response.status_code


def test_every_parameter_with_every_value(client: Client, newsroom: Newsroom, log: io.StringIO) -> None:
    asked = 0
    for address, parameters in doors(newsroom):
        for parameter, value in itertools.product(parameters, VALUES):
            checked(client, address, f"{parameter}={value}")
            asked += 1
        for value in VALUES:  # as a name
            assert checked(client, address, f"{value}=1") in (400, 200) or not value
            asked += 1
    assert asked >= 3_000
    check_log(log)


def check_log(log: io.StringIO) -> None:
    lines = log.getvalue().split("\n")
    assert len(lines) > 1
    for line in lines:
        assert line.isprintable(), repr(line)
        assert not line or line[:2] == "20", repr(line)


def test_control_characters_in_paths(client: Client, newsroom: Newsroom, log: io.StringIO) -> None:
    for raw in ("%00", "%0a", "%0d", "%09", "%1b", "%e2%80%a8", "%ff", "%7f", "%25", "é"):
        for path in (
            f"/api/v2/pages/{raw}/",
            f"/api/v2/{raw}",
            f"/api/v2/pages/1{raw}/",
            f"/api/v2/pages/{raw}",
            f"/api/{raw}/x",
            f"/api/v2/pages/find/{raw}",
        ):
            response = client.get(path)
            assert response.status_code == 404, (path, response.status_code)
            assert response["Content-Type"] == "application/problem+json"
            assert response.json()["instance"].isprintable()
            assert response.json()["instance"].isascii()
    check_log(log)


def test_control_characters_in_headers(client: Client, newsroom: Newsroom, log: io.StringIO) -> None:
    for raw in ("\x00", "\n", "\r\n X: y", "\t", "\x1b[31m", "\u2028", "\xff"):
        for name in ("Accept-Language", "If-None-Match", "X-Request-ID", "Origin", "Accept"):
            response = client.get("/api/v2/pages/?x=1", headers={name: f"fr{raw}"})
            assert response.status_code == 400
            assert all(value.isprintable() for value in response.headers.values())
    check_log(log)


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("limit=5&limit=7", "repeated-parameter", "limit"),
        ("limit=5&limit=5", "repeated-parameter", "limit"),
        ("locale=en&locale=fr", "repeated-parameter", "locale"),
        ("limit=5&%6cimit=7", "repeated-parameter", "limit"),
        ("id[]=1", "unknown-parameter", "id[]"),
        ("limit=1;offset=2", "invalid-value", "limit"),
        ("a=1;b=2", "unknown-parameter", "a"),
        ("limt=5", "unknown-parameter", "limt"),
        ("LIMIT=5", "unknown-parameter", "LIMIT"),
        ("query=x", "unknown-parameter", "query"),
        ("titel=x", "unknown-parameter", "titel"),
        ("live=0", "unknown-parameter", "live"),
        ("_=123", "unknown-parameter", "_"),
        ("format=json", "unknown-parameter", "format"),
        ("locale__language_code=fr", "unknown-parameter", "locale__language_code"),
        ("limit", "invalid-value", "limit"),
        ("=5", "unknown-parameter", ""),
        ("fields=titel", "invalid-value", "fields"),
        ("%00=1", "unreadable-text", "\\x00"),
        ("&".join(f"a{n}=1" for n in range(60)), "query-too-long", None),
        ("limit=" + "1" * 70_000, "query-too-long", None),
    ],
)
def test_unknown_and_repeated_names(
    client: Client, newsroom: Newsroom, query: str, code: str, parameter: str | None
) -> None:
    response = client.get("/api/v2/pages/", QUERY_STRING=query)
    body = response.json()
    assert (response.status_code, body["type"].rpartition("#")[2], body.get("parameter")) == (
        400,
        code,
        parameter,
    )


def test_several_unknown_names_are_listed_and_near_ones_suggested(client: Client, newsroom: Newsroom) -> None:
    body = client.get("/api/v2/pages/?locle=fr&tpye=x&limit=3").json()
    assert "“locle”, “tpye”" in body["detail"]
    assert body["suggestion"] == "locale"
    assert "limit" in body["allowed"]


def test_a_body_plays_no_part(client: Client, newsroom: Newsroom) -> None:
    response = client.generic(
        "GET", "/api/v2/pages/?limit=1", b"limit=7&x=1", "application/x-www-form-urlencoded"
    )
    assert len(response.json()["items"]) == 1


def test_random_queries(client: Client, newsroom: Newsroom) -> None:
    chance = random.Random(20260105)
    signs = string.ascii_letters + string.digits + "-_.,()*/:;'\"%&=?#[]{}<>é€\u2028\x00\n "
    names = sorted({name for _address, names in doors(newsroom) for name in names})
    for _ in range(600):
        address, _names = chance.choice(doors(newsroom))
        parts = []
        for name in chance.sample(names, k=chance.randint(1, 4)):
            text = "".join(chance.choices(signs, k=chance.randint(1, 30)))
            parts.append(
                f"{name}={quote(text) if chance.random() < 0.8 else text.encode().decode('latin-1')}"
            )
        checked(client, address, "&".join(parts))
