"""Hostile paths, bodies and words (R06, R08, R09), and every class of error (R10), by what they cost too."""

import gzip
import json
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from cms.store.following import follow
from news.models import NewsReleasePage
from tests.api.newsroom import Newsroom
from tests.measuring import within

DOORS = ("pages/", "pages/find/", "images/", "documents/", "videos/", "none/", "")
PROBLEM = ("type", "title", "status", "detail", "instance", "request_id")


def doors(newsroom: Newsroom) -> list[str]:
    one = (
        f"pages/{newsroom.releases[0][0]}/",
        f"images/{newsroom.image}/",
        f"documents/{newsroom.document}/",
    )
    return [f"/api/v2/{door}" for door in (*DOORS, *one)]


# R06: nothing outside the folder of media, whatever the path is written like.
UP = (
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "%2e%2e%5c",
    "..\\",
    "....//",
    "..;/",
    "%252e%252e%252f",
    ".%00./",
)
SECRETS = ("communique.sqlite3", "secret_key", "etc/passwd", "manage.py", "cms/settings.py")


@pytest.mark.parametrize(
    "base", ["/media/", "/media/images/", "/documents/1/", "/api/v2/pages/", "/api/v2/", "/static/"]
)
def test_no_path_leads_outside(client: Client, newsroom: Newsroom, base: str) -> None:
    known = [path.read_bytes()[:64] for path in (Path("/etc/passwd"), settings.BASE_DIR / "manage.py")]
    for up, secret, times in product(UP, SECRETS, (1, 6)):
        response = within(0.5, lambda path=f"{base}{up * times}{secret}": client.get(path))
        content = b"".join(response) if response.streaming else response.content
        assert response.status_code in (301, 302, 400, 404), (base, up, secret, response.status_code)
        assert not any(text in content for text in known)
        if (
            base.startswith("/api/")
            and response.status_code == 404
            and response.request["PATH_INFO"].startswith("/api/")
        ):
            assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "\x00", "a" * 5_000]
)
def test_no_absolute_strange_or_long_path_leads_anywhere(
    client: Client, newsroom: Newsroom, path: str
) -> None:
    for base in ("/media/", "/api/v2/pages/", "/api/v2/images/"):
        status = within(0.5, lambda address=base + path: client.get(address)).status_code
        assert status in (301, 302, 400, 404), (base, path)


# R08: a body plays no part and costs nothing, on every address: none of them takes one.
NESTED = b"[" * 100_000
BODIES = {
    "nested": (NESTED, {}),
    "long": (b'"' + b"a" * 2_000_000 + b'"', {}),
    "duplicate keys": (b'{"a":1,"a":2}', {}),
    "1e400": (b"1e400", {}),
    "long number": (b"9" * 1_000_000, {}),
    "trailing": (b"{}garbage", {}),
    "BOM": (b"\xef\xbb\xbf{}", {}),
    "not UTF-8": (b"\xff\xfe\x00", {}),
    "bomb": (gzip.compress(b"0" * 10_000_000), {"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies_are_refused_unread(client: Client, newsroom: Newsroom, name: str) -> None:
    body, headers = BODIES[name]
    for door in doors(newsroom):
        for method, kind in product(
            ("POST", "PUT", "PATCH"), ("application/json", "text/plain", "multipart/form-data; boundary=x")
        ):
            asked = partial(client.generic, method, door, body, kind, headers=headers)
            # An address that does not exist may have moved: two statements look for a redirection.
            answer = within(0.2, asked, statements=2)
            assert answer.status_code in (404, 405), (door, method, kind)
            assert answer["Content-Type"] == "application/problem+json"


def test_a_body_of_a_reading_request_is_not_read(client: Client, newsroom: Newsroom) -> None:
    plain = client.get("/api/v2/pages/?limit=1").content
    for body, headers in BODIES.values():
        asked = partial(
            client.generic, "GET", "/api/v2/pages/?limit=1", body, "application/json", headers=headers
        )
        answer = within(0.2, asked, statements=3)
        assert (answer.status_code, answer.content) == (200, plain)


# R09: words that a spreadsheet or a calendar would take for more are words here, and there is no other form to ask for.
FORMULAS = (
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "'=1"),
    *('=HYPERLINK("http://x")', "a\nBEGIN:VALARM"),
)


def test_formulas_come_as_they_were_written_in_json_alone(client: Client, newsroom: Newsroom) -> None:
    page = NewsReleasePage.objects.get(pk=newsroom.releases[2][0])
    for formula in FORMULAS:
        page.title = page.lead = page.number = formula
        page.save_revision().publish()
        follow()
        accepted = {"Accept": "text/csv, text/calendar"}
        asked = partial(client.get, f"/api/v2/pages/{page.pk}/", headers=accepted)
        answer = within(0.2, asked, statements=2)
        assert answer["Content-Type"] == "application/json"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer.json()["lead"] == formula
    for form in ("csv", "xlsx", "ics", "html", "api"):
        answer = client.get(f"/api/v2/pages/?format={form}")
        assert (answer.status_code, answer.json()["parameter"]) == (400, "format")


# R10: every class of error that the interface has, in both languages.
ERRORS = (
    ("GET", "pages/?limit=x", {}, 400),
    ("GET", "pages/?nothing=1", {}, 400),
    ("GET", "pages/?limit=%00", {}, 400),
    ("GET", "pages/find/", {}, 400),
    ("GET", "pages/999999/", {}, 404),
    ("GET", "pages/find/?html_path=/nothing/", {}, 404),
    ("GET", "none/", {}, 404),
    ("POST", "none/", {}, 404),
    ("GET", "pages/x/", {}, 404),
    ("GET", "?x=1", {}, 404),
    ("POST", "pages/", {}, 405),
    ("DELETE", "images/", {}, 405),
    ("TRACE", "pages/find/", {}, 405),
    ("GET", "pages/", {"error": RuntimeError("a secret")}, 500),
    ("GET", "pages/", {"error": OperationalError("a secret")}, 503),
)


@pytest.mark.parametrize(("method", "address", "hook", "status"), ERRORS)
def test_every_class_of_error(
    client: Client, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, method: str, address: str,
    hook: dict[str, Exception], status: int,
) -> None:  # fmt: skip
    def broken(*args: object, **kwargs: object) -> None:
        raise hook["error"]

    if hook:
        # Where every answer begins: the parameters.
        monkeypatch.setattr("cms.api.views.Query", broken)
    titles = {}
    for language in ("en", "fr"):
        accepted = {"Accept-Language": language}
        answer = within(0.2, partial(client.generic, method, f"/api/v2/{address}", headers=accepted))
        assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
        assert answer["Content-Language"] == language
        assert answer["Vary"] == "Accept-Language"
        body = json.loads(answer.content)
        assert tuple(body)[: len(PROBLEM)] == PROBLEM
        assert body["status"] == status
        assert body["type"].startswith(f"{settings.SITE_URL}/api/v2/docs/#")
        assert body["request_id"] == answer["X-Request-ID"]
        assert b"<" not in answer.content
        assert "secret" not in answer.content.decode()
        if status == 503:
            assert int(answer["Retry-After"]) > 0
        titles[language] = (body["title"], body["detail"])
    assert titles["en"][0] != titles["fr"][0]
    assert titles["en"][1] != titles["fr"][1]
