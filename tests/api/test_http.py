"""What the interface says in HTTP: tags, methods, origins, request ids, problems, unknown addresses."""

import json
import re

import pytest
from django.db import OperationalError
from django.test import Client

from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom

ADDRESSES = ("pages/", "images/", "documents/", "videos/", "topics/", "people/", "places/", "redirects/")


def addresses(newsroom: Newsroom) -> list[str]:
    return [
        *ADDRESSES, f"pages/{newsroom.releases[0][0]}/", f"images/{newsroom.image}/",
        f"documents/{newsroom.document}/", f"videos/{newsroom.video}/",
    ]  # fmt: skip


def test_what_is_unchanged_is_not_sent_again(ask: Ask, newsroom: Newsroom) -> None:
    for address in addresses(newsroom):
        first = ask(address)
        tag = first["ETag"]
        assert re.fullmatch(r'"[0-9a-f]{40}"', tag)
        assert first["Cache-Control"] == "no-cache"
        for held in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = ask(address, headers={"If-None-Match": held})
            assert (again.status_code, again.content) == (304, b""), (address, held)
            assert again["ETag"] == tag
            assert again["Access-Control-Allow-Origin"] == "*"
            assert again.get("Vary") == first.get("Vary")
            assert "Content-Type" not in again
        assert ask(address, headers={"If-None-Match": '"other"'}).status_code == 200
        assert ask(address)["ETag"] == tag


def test_tags_change_with_the_content_the_language_the_query_and_the_build(
    ask: Ask, newsroom: Newsroom, settings: object
) -> None:
    from cms.store.following import follow
    from media_library.models import PressImage

    address = f"images/{newsroom.image}/"

    def tags() -> list[str]:
        asked = [
            *((one, {"locale": language}) for one in (address, "images/") for language in ("en", "fr")),
            *((address, {"locale": "en", "fields": "-alt"}), ("images/", {"locale": "en", "limit": 5})),
            *(("images/", {"language": "en"}), ("images/", {"language": "fr"})),
        ]
        return [ask(one, **query)["ETag"] for one, query in asked]

    seen = tags()
    image = PressImage.objects.get(pk=newsroom.image)
    image.alt_en = "EN: another"
    image.save()
    follow()
    seen += [ask(address, locale="en")["ETag"], ask("images/", locale="en")["ETag"]]
    settings.BUILD = "next"
    seen += [ask(address, locale="en")["ETag"], ask("images/", locale="en")["ETag"]]
    assert len(set(seen)) == len(seen)


def test_head_is_get_without_content(client: Client, newsroom: Newsroom) -> None:
    for address in (
        *addresses(newsroom),
        "pages/find/?html_path=/fr/",
        "pages/999999/",
        "pages/?x=1",
        "none/",
    ):
        get, head = client.get(f"/api/v2/{address}"), client.head(f"/api/v2/{address}")
        assert head.content == b""
        assert head.status_code == get.status_code
        for name in (
            "ETag",
            "Content-Type",
            "Content-Language",
            "Vary",
            "Content-Length",
            "Cache-Control",
            "Location",
        ):
            if name == "Content-Length" and get.status_code >= 400:
                assert head[name] == get[name]
            assert head.get(name) == get.get(name), (address, name)


def test_any_origin_may_read(client: Client, newsroom: Newsroom) -> None:
    for address in (*addresses(newsroom), "none/"):
        assert (
            client.get(f"/api/v2/{address}", headers={"Origin": "https://x.example"})[
                "Access-Control-Allow-Origin"
            ]
            == "*"
        )
    asked = {
        "Origin": "https://x.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    preflight = client.options("/api/v2/pages/", headers=asked)
    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight["Access-Control-Allow-Methods"] == preflight["Allow"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in preflight


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(method: str, newsroom: Newsroom) -> None:
    client = Client(enforce_csrf_checks=True)
    for address in (*addresses(newsroom), "pages/find/"):
        answer = client.generic(method, f"/api/v2/{address}", "{}", "application/json")
        assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json"), address
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["allowed"] == ["GET", "HEAD", "OPTIONS"]


def test_request_ids(client: Client, newsroom: Newsroom) -> None:
    given = "trace-0123.AB_c"
    answer = client.get("/api/v2/pages/?x=1", headers={"X-Request-ID": given})
    assert answer["X-Request-ID"] == answer.json()["request_id"] == given
    for wrong in ("short", "x" * 65, "a b c d e f", "é" * 10, "<script>alert"):
        made = client.get("/api/v2/pages/?x=1", headers={"X-Request-ID": wrong})["X-Request-ID"]
        assert re.fullmatch(r"[0-9a-f]{32}", made)


def test_problems_are_in_the_language_asked_for(ask: Ask) -> None:
    english = ask("pages/", limit="many").json()
    assert list(english) == [
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "request_id",
        "parameter",
        "value",
        "allowed",
    ]
    assert english["type"].endswith("/api/v2/docs/#invalid-value")
    assert (english["status"], english["instance"], english["value"]) == (400, "/api/v2/pages/", "many")
    assert english["detail"] == "limit: the value “many” cannot be used. Write a whole number from 0 to 100."
    for answer in (
        ask("pages/", language="fr-BE, en;q=0.5", limit="many"),
        ask("pages/", language="en", locale="fr", limit="many"),
    ):
        assert answer["Content-Language"] == "fr"
        french = answer.json()
        assert french["type"] == english["type"]
        assert french["title"] == "Valeur inutilisable"
        assert "la valeur «\xa0many\xa0» ne peut pas être utilisée" in french["detail"]
    by_header, by_locale = (
        ask("pages/", language="fr", limit="many"),
        ask("pages/", locale="fr", limit="many"),
    )
    assert by_header["Vary"] == "Accept-Language"
    assert "Vary" not in by_locale


UNKNOWN = [
    *(
        "/api/",
        "/api",
        "/api/v2/",
        "/api/v3/pages/",
        "/api/v2/none/",
        "/api/v2/pages/x/",
        "/api/v2/pages/01/",
    ),
    *(
        "/api/v2/pages/-1/",
        "/api/v2/pages/0/",
        "/api/v2/pages/1.0/",
        "/api/v2/pages/find/x/",
        "/api/v2/pages/1/x/",
    ),
    *("/api/v2//pages/", "/api/v2/pages/10" * 31 + "/", "/api/v2/PAGES/"),
]


@pytest.mark.parametrize("path", UNKNOWN)
def test_unknown_addresses(client: Client, newsroom: Newsroom, path: str) -> None:
    for answer in (
        client.get(path),
        client.post(path, {}),
        client.get(path, headers={"Accept-Language": "fr"}),
    ):
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
        assert "/api/v2/pages/" in answer.json()["allowed"]


def test_a_missing_slash_is_added(client: Client, newsroom: Newsroom) -> None:
    for path in ("/api/v2/pages", "/api/v2/images", "/api/v2/pages/5", "/api/v2/pages/find"):
        answer = client.get(path, {"fields": "*"})
        assert (answer.status_code, answer["Location"]) == (301, f"{path}/?fields=%2A")


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError("secret detail"), 500), (OperationalError("secret detail"), 503)]
)
def test_failures_are_problems_on_record(
    client: Client,
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    status: int,
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr("search.queries.texts_at", broken)
    answer = client.get("/api/v2/pages/")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert "secret" not in answer.content.decode()
    record = next(record for record in caplog.records if record.name == "cms.api.boundary")
    assert answer.json()["request_id"] in record.getMessage()
    assert record.exc_info
    assert json.loads(answer.content)["status"] == status
