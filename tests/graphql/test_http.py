"""GraphQL over HTTP: methods, media types, hashes of stored documents, entity tags, CORS, errors."""

import hashlib
import json
from urllib.parse import urlencode

import pytest
from django.test import Client

from cms.graphql import documents, views
from tests.graphql.conftest import Ask
from tests.website.making import Newsroom

QUERY = "{ pages(first: 2) { edges { node { title } } } }"
HASH = hashlib.sha256(QUERY.encode()).hexdigest()
PERSISTED = {"persistedQuery": {"version": 1, "sha256Hash": HASH}}


def test_media_types_of_answers(client: Client, newsroom: Newsroom) -> None:
    for accept, given in (
        ("*/*", "application/json; charset=utf-8"),
        ("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json; charset=utf-8"),
    ):  # fmt: skip
        response = client.get("/graphql/", {"query": QUERY}, headers={"Accept": accept})
        assert response["Content-Type"] == given
        assert response["Vary"] == "Accept, Accept-Language"


def test_get_and_post_say_the_same(client: Client, newsroom: Newsroom) -> None:
    got = client.get("/graphql/", {"query": QUERY})
    posted = client.post("/graphql/", {"query": QUERY}, content_type="application/json")
    assert got.content == posted.content
    assert posted["Cache-Control"] == "no-store"
    assert got["Cache-Control"] == "no-cache"
    assert "ETag" not in posted
    head = client.head("/graphql/", {"query": QUERY})
    assert (head["ETag"], head["Content-Length"], head.content) == (got["ETag"], str(len(got.content)), b"")
    assert client.get("/graphql", {"query": QUERY}).content == got.content


def test_what_is_held_is_304(client: Client, newsroom: Newsroom) -> None:
    first = client.get("/graphql/", {"query": QUERY})
    assert first["ETag"].startswith('"')
    again = client.get("/graphql/", {"query": QUERY}, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    other = client.get("/graphql/", {"query": QUERY}, headers={"If-None-Match": '"x"'})
    assert other.status_code == 200


def test_a_stored_document_by_its_hash(client: Client, newsroom: Newsroom) -> None:
    alone = {"extensions": json.dumps(PERSISTED)}
    unknown = client.get("/graphql/", alone)
    assert unknown.status_code == 200
    assert unknown["Cache-Control"] == "no-store"
    assert unknown.json()["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"
    stored = client.post(
        "/graphql/", {"query": QUERY, "extensions": PERSISTED}, content_type="application/json"
    )
    assert stored.status_code == 200
    got = client.get("/graphql/", alone)
    assert got.content == stored.content
    assert "ETag" in got


def test_a_hash_of_another_document_is_refused(post: Ask, newsroom: Newsroom) -> None:
    answered = post(json.dumps({"query": "{ __typename }", "extensions": PERSISTED}))
    assert (answered.status, answered.codes) == (400, ["PERSISTED_QUERY_HASH_MISMATCH"])
    assert documents.by_digest(HASH) is None


def test_what_is_not_valid_is_not_stored(post: Ask, newsroom: Newsroom) -> None:
    text = "{ nothing }"
    digest = hashlib.sha256(text.encode()).hexdigest()
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": digest}}
    assert post(json.dumps({"query": text, "extensions": extensions})).status == 400
    assert documents.by_digest(digest) is None


def test_stored_documents_are_bounded() -> None:
    for number in range(3_000):
        documents.store(f"{{ a{number}: __typename }}")
    assert len(documents._stored) == 2_000
    documents.store("x" * 2_000_000)
    assert documents._stored.bytes <= 8_000_000


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b'[{"query": "{ __typename }"}]', "application/json", 400, "BATCHING_NOT_SUPPORTED"),
        (b"{}", "application/json", 400, "BAD_REQUEST"),
        (b'"x"', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": 7}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "variables": []}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "operationName": 7}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "operationName": "No"}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "query A { __typename } query B { __typename }"}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "more": 1}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "query": "{ __typename }"}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "{ __typename }", "variables": {"a": NaN}}', "application/json", 400, "BAD_REQUEST"),
        (b'\xef\xbb\xbf{"query": "{ __typename }"}', "application/json", 400, "BAD_REQUEST"),
        (b'{"query": "\xff"}', "application/json", 400, "BAD_REQUEST"),
        (b"[" * 90_000, "application/json", 400, "BAD_REQUEST"),
        (b"query=%7B__typename%7D", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b'{"query": "{ __typename }"}', "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b'{"query": "{ __typename }"}', "", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b'{"query": "{ __typename }"}', "application/json; charset=utf-16", 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b'{"query": "mutation { a }"}', "application/json", 400, "OPERATION_NOT_SUPPORTED"),
        (b'{"query": "subscription { a }"}', "application/json", 400, "OPERATION_NOT_SUPPORTED"),
        (b'{"query": "{ pages { edges { node { titel } } } }"}', "application/json", 400, "GRAPHQL_VALIDATION_FAILED"),
        (b'{"query": "{ pages"}', "application/json", 400, "GRAPHQL_PARSE_FAILED"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered(
    post: Ask, newsroom: Newsroom, body: bytes, content_type: str, status: int, code: str
) -> None:
    answered = post(body, content_type)
    assert (answered.status, answered.codes[:1], answered.statements) == (status, [code], [])
    assert "data" not in answered.json


def test_other_methods_and_sockets(client: Client, newsroom: Newsroom) -> None:
    for method in ("put", "patch", "delete"):
        response = getattr(client, method)("/graphql/")
        assert (response.status_code, response["Allow"]) == (405, views.METHODS)
        assert response.json()["errors"][0]["extensions"]["code"] == "METHOD_NOT_ALLOWED"
    upgrade = client.get("/graphql/", headers={"Upgrade": "websocket", "Connection": "Upgrade"})
    assert upgrade.status_code == 426
    mutation = client.get("/graphql/", {"query": "mutation { a }"})
    assert mutation.json()["errors"][0]["extensions"]["code"] == "OPERATION_NOT_SUPPORTED"


def test_open_to_every_origin_and_on_record(client: Client, newsroom: Newsroom) -> None:
    preflight = client.options("/graphql/", headers={"Origin": "https://example.org"})
    assert preflight.status_code == 204
    assert preflight["Access-Control-Allow-Methods"] == views.METHODS
    for response in (
        preflight,
        client.get("/graphql/", {"query": QUERY}),
        client.get("/graphql/", {"query": "{"}),
    ):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in response
    known = client.get("/graphql/", {"query": QUERY}, headers={"X-Request-ID": "abcd-1234"})
    assert known["X-Request-ID"] == "abcd-1234"


def test_parameters_are_read_strictly(client: Client, newsroom: Newsroom) -> None:
    for query_string in (
        urlencode({"query": QUERY}) + "&query=x",
        urlencode({"query": QUERY, "other": "1"}),
        urlencode({"query": QUERY, "variables": "{"}),
        "query=%ff",
        "query=%7B__typename%7D&" + "&".join(f"a{n}=1" for n in range(50)),
    ):
        response = client.get("/graphql/", QUERY_STRING=query_string)
        assert response.status_code == 400
        assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_the_explorer_where_it_is_offered(
    client: Client, newsroom: Newsroom, settings: pytest.FixtureRequest
) -> None:
    settings.GRAPHIQL = True
    for language, words in (("en", "GraphQL explorer"), ("fr", 'lang="fr"')):
        response = client.get("/graphql/", headers={"Accept": "text/html", "Accept-Language": language})
        assert response.status_code == 200
        page = response.content.decode()
        assert words in page
        assert "//" not in page.replace("<!--", "").replace("http://www.w3.org", "")
    settings.GRAPHIQL = False
    response = client.get("/graphql/", headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert response["Content-Type"].startswith("application/json")
