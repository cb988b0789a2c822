"""Errors: null never hides one, each has a code and a path, and no text of ours or of the database gets out."""

import json
from typing import Any

import pytest

from cms.graphql import items, reading
from cms.store.models import ContentItem
from tests.graphql.conftest import Ask
from tests.website.making import Newsroom

QUERY = (
    '{ page(slug: "watch") { id title ... on NewsReleasePage { kind lead hero: heroAlt place { title } } } }'
)


def spoil(newsroom: Newsroom, **values: Any) -> None:
    """Write other values into the stored text of the release; None takes the name out."""
    row = ContentItem.objects.get(collection="pages", public_id=newsroom.made["release"]["en"].pk)
    for column in ("payload", "card"):
        data = json.loads(getattr(row, column))
        for name, value in values.items():
            if value is ...:
                data.pop(name, None)
            else:
                data[name] = value
        setattr(row, column, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    row.save()


@pytest.mark.parametrize("value", [None, ..., 7, "no such kind", []])
@pytest.mark.parametrize("seen_before", [False, True])
def test_a_value_that_the_schema_excludes_is_an_error_with_its_path(
    post: Ask, newsroom: Newsroom, value: Any, seen_before: bool
) -> None:
    body = json.dumps({"query": QUERY})
    if seen_before:  # the projection is compiled, and gives up
        for number in range(3):
            post(json.dumps({"query": QUERY, "variables": {"n": number}}))
    spoil(newsroom, kind=value)
    answered = post(body)
    assert answered.data == {"page": None}  # kind is non-null: its error takes the page
    assert answered.errors[0]["path"] == ["page", "kind"]
    assert answered.codes == ["INTERNAL_SERVER_ERROR"]
    assert answered.errors[0]["extensions"]["requestId"]
    assert "no such kind" not in json.dumps(answered.json)


def test_a_missing_nullable_value_is_an_error_too(post: Ask, newsroom: Newsroom) -> None:
    spoil(newsroom, place=...)
    answered = post(json.dumps({"query": QUERY}))
    assert answered.data["page"]["place"] is None
    assert answered.data["page"]["title"] == "Allies agree a common watch"
    assert answered.errors[0]["path"] == ["page", "place"]


def test_an_answer_with_errors_is_not_kept(post: Ask, newsroom: Newsroom) -> None:
    body = json.dumps({"query": QUERY})
    before = post(body)
    assert not before.errors
    spoil(newsroom, kind=None)
    assert (
        post(body).json == before.json
    )  # nothing says that the store changed: the row was altered behind it
    query = QUERY.replace("{ id", "{ locale id")
    assert post(json.dumps({"query": query})).errors
    spoil(newsroom, kind="press_release")
    assert not post(json.dumps({"query": query})).errors


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_fault_is_told_without_its_text(
    post: Ask, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: Any, language: str
) -> None:
    def fail(*_arguments: Any) -> Any:
        raise RuntimeError("SECRET from the depths")

    body = json.dumps({"query": "{ pages { edges { node { languages { field } } } } }"})
    monkeypatch.setattr(items, "languages", fail)
    in_a_field = post(body, Accept_Language=language, X_Request_ID="on-record-1")
    assert (in_a_field.status, in_a_field.codes) == (200, ["INTERNAL_SERVER_ERROR"])
    assert in_a_field.errors[0]["path"] == ["pages", "edges", 0, "node", "languages"]
    monkeypatch.setattr(reading, "page_of", fail)
    while_reading = post(body.replace("field", "lang"), Accept_Language=language, X_Request_ID="on-record-2")
    assert (while_reading.status, while_reading.codes) == (500, ["INTERNAL_SERVER_ERROR"])
    for answered, identity in ((in_a_field, "on-record-1"), (while_reading, "on-record-2")):
        assert b"SECRET" not in answered.response.content
        assert answered.errors[0]["extensions"]["requestId"] == identity
        assert identity in answered.errors[0]["message"]
        record = next(record for record in caplog.records if identity in record.getMessage())
        assert "SECRET" in str(record.exc_info[1]) or "SECRET" in record.exc_text


def test_unknown_fields_suggest_the_nearest(refuse: Ask, newsroom: Newsroom) -> None:
    error = refuse("{ pages { edges { node { titel } } } }", "GRAPHQL_VALIDATION_FAILED")
    assert "'title'" in error["message"]


@pytest.mark.parametrize(
    ("query", "argument", "said"),
    [
        ("{ pages(first: 101) { totalCount } }", "first", "0 to 100"),
        ("{ pages(first: -1) { totalCount } }", "first", "0 to 100"),
        ("{ pages(after: \"x\") { totalCount } }", "after", "cursor"),
        ("{ pages(dateFrom: \"yesterday\") { totalCount } }", "dateFrom", "2026-01-31"),
        ("{ pages(dateFrom: \"2026-02-01\", dateTo: \"2026-01-01\") { totalCount } }", "dateTo", "dateFrom"),
        ("{ pages(topic: []) { totalCount } }", "topic", "20"),
        ("{ pages(topic: [\"a\\u0000\"]) { totalCount } }", "topic", "control"),
        ("{ pages(order: [title, title_desc]) { totalCount } }", "order", "once"),
        ("{ pages(search: \"?\") { totalCount } }", "search", "one word"),
        ("{ pages(order: [relevance]) { totalCount } }", "order", "search"),
        ("{ events(kind: [statement]) { totalCount } }", "kind", "press_conference"),
        ("{ page { id } }", "id", "exactly one"),
        ("{ page(id: 1, slug: \"a\") { id } }", "id", "exactly one"),
        ("{ page(id: \"abc\") { id } }", "id", "whole number"),
        ("{ page(id: 99999999999999999999) { id } }", "id", "whole number"),
        ("{ page(path: \"https://x/\") { id } }", "path", "/fr/actualites/"),
        ("{ changes(since: \"x\") { next } }", "since", "next"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_used(
    refuse: Ask, newsroom: Newsroom, query: str, argument: str, said: str
) -> None:
    error = refuse(query, "BAD_USER_INPUT")
    assert error["extensions"]["argument"] == argument
    assert said in error["message"]
    assert error["path"] == [query.split("(")[0].strip("{ ").split(" ")[0]]
    assert error["locations"]


def test_a_cursor_of_another_order_is_refused(ask: Ask, refuse: Ask, newsroom: Newsroom) -> None:
    after = ask("{ pages(first: 1) { pageInfo { endCursor } } }")["pages"]["pageInfo"]["endCursor"]
    error = refuse(f'{{ pages(order: [title], after: "{after}") {{ totalCount }} }}', "BAD_USER_INPUT")
    assert "another order" in error["message"]
