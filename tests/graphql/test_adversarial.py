"""The cases of the group graphql of the adversary's list: each refused or answered as it says, in the time it says."""

import itertools
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from graphql import GraphQLEnumType, GraphQLNonNull, get_introspection_query, get_named_type

from cms.graphql.schema import schema
from tests.graphql.conftest import Answered, Ask
from tests.measuring import within
from tests.processes import ROOT
from tests.website.making import Newsroom

LIST = ROOT.parent / "shared" / "data" / "adversarial.jsonl"
LEAKS = re.compile(r"psycopg|PostgreSQL|SQLite|sqlite|Traceback|DoesNotExist|File \"|public_content")


def timed(post: Ask, body: str | bytes, most: float, *given: Any, **headers: str) -> Answered:
    answered: Answered = within(most, lambda: post(body, *given, **headers))
    assert answered.status < 500
    assert not LEAKS.search(answered.response.content.decode())
    return answered


def asked(query: str, **variables: Any) -> str:
    return json.dumps({"query": query, "variables": variables})


def test_every_case_of_the_list_is_here() -> None:
    if not LIST.exists():
        reason = f"{LIST} is not there"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    cases = (json.loads(line) for line in LIST.read_text().splitlines())
    listed = {case["id"].lower() for case in cases if case["group"] == "graphql"}
    assert {name.split("_")[1] for name in globals() if re.match(r"test_g\d\d_", name)} == listed


def test_g01_circular_nesting(post: Ask, newsroom: Newsroom) -> None:
    for levels in (5, 10, 15, 50, 300, 500):
        for name in ("related", "parent"):
            inner = "... on NewsReleasePage { related" if name == "related" else "parent"
            closing = " } }" if name == "related" else " }"
            query = f"{{ page(id: 1) {{ {(inner + ' { ') * (levels - 2)} id {closing * (levels - 2)} }} }}"
            answered = timed(post, asked(query), 0.1 if levels > 10 else 2)
            if levels > 10:
                assert answered.status == 400
                assert answered.statements == []
                assert len(answered.codes) == 1
                assert answered.codes[0] in ("DEPTH_LIMIT", "TOKEN_LIMIT", "GRAPHQL_PARSE_FAILED")
            elif levels == 5 or name == "parent":
                assert answered.status == 200


def test_g02_aliases(post: Ask, newsroom: Newsroom) -> None:
    before = media()
    for number in (21, 100, 1_000, 10_000):
        aliases = " ".join(f"a{n}: pages {{ totalCount }}" for n in range(number))
        answered = timed(post, asked(f"{{ {aliases} }}"), 0.2)
        assert answered.status in (400, 413)
        assert answered.codes[0] in ("ALIAS_LIMIT", "TOKEN_LIMIT", "REQUEST_TOO_LARGE")
        assert answered.statements == []
    widths = " ".join(f"w{n}: renditions(width: {n}) {{ card {{ url }} }}" for n in range(150))
    assert timed(post, asked(f"{{ image(id: 1) {{ {widths} }} }}"), 0.2).status == 400
    assert (
        timed(post, asked("{ images { edges { node { renditions { hero { url } } } } } }"), 2).status == 200
    )
    assert media() == before


def media() -> list[str]:
    return sorted(str(path) for path in Path(settings.MEDIA_ROOT).rglob("*"))


def test_g03_batches_and_operation_names(post: Ask, newsroom: Newsroom) -> None:
    batch = json.dumps([{"query": "{ __typename }"}] * 50)
    assert timed(post, batch, 0.2).codes == ["BATCHING_NOT_SUPPORTED"]
    multipart = '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--\r\n'
    assert timed(post, multipart, 0.2, "multipart/form-data; boundary=x").status == 415
    two = "query A { __typename } query B { __typename }"
    for name in (None, "", "C", "A" * 10_000):
        answered = timed(post, json.dumps({"query": two, "operationName": name}), 0.2)
        assert (answered.status, answered.codes) == (400, ["BAD_REQUEST"])
    answered = post(json.dumps({"query": two, "operationName": "B"}))
    assert answered.data == {"__typename": "Query"}


def test_g05_large_documents(post: Ask, newsroom: Newsroom) -> None:
    heavy = {
        "fields": asked("{ page(id: 1) {" + " id" * 5_000 + " } }"),
        "directives": asked("{ page(id: 1) { id" + " @include(if: true)" * 2_000 + " } }"),
        "query": asked("{ page(id: 1) { id } }" + " " * 100_000),
        "variables": asked("query ($a: String) { page(slug: $a) { id } }", a="x" * 10_000_000),
        "braces": asked("{a" * 3_000 + "}" * 3_000),
        "comments": asked("#\n" * 500_000 + "{ __typename }"),
        "many comments": asked("#\n" * 40_000 + "{ __typename }"),
        "just within": asked("{ page(id: 1) {" + " id" * 99 + " title" * 99 + " slug" * 99 + " } }"),
    }
    for name, body in heavy.items():
        answered = timed(post, body, 0.2)
        assert answered.status in ((200,) if name == "just within" else (400, 413)), name
        if answered.status != 200:
            assert answered.statements == []
            assert answered.codes


def test_g06_what_introspection_shows(post: Ask, newsroom: Newsroom) -> None:
    answered = timed(post, asked(get_introspection_query()), 2)
    assert answered.statements[1:] == []
    names = {type_["name"] for type_ in answered.data["__schema"]["types"]}
    forbidden = re.compile(
        r"User|Revision|Group|Session|Log|Permission|Workflow|Task|Draft|Collection$|Job|Mark"
    )
    assert not {name for name in names if forbidden.search(name)}
    assert answered.json.keys() == {"data"}
    assert answered.data["__schema"]["mutationType"] is None
    assert answered.data["__schema"]["subscriptionType"] is None


WRONG = (
    *("-1", "0", "2147483647", "99999999999", "9223372036854775808", "1e309", "1.5", '""', '"abc"', '"a\\u0000"'),
    *('"99999999999999999999"', '"zz"', "zz", "true", "null", "[]", "[1]", '["a"]', "{}", '{a: "b"}', '"\\ud800"'),
    *('"WzEsW10sW11d"', '"2026-13-01"', '"\'; DROP TABLE store_item --"', '"%s"', '"/../../etc"', '"' + "x" * 2_000 + '"'),
)  # fmt: skip


def test_g07_every_argument_with_every_value(post: Ask, newsroom: Newsroom) -> None:
    root = schema().query_type
    assert root is not None
    count = 0
    for name, field in root.fields.items():
        for argument, value in itertools.product(field.args, WRONG):
            needed = [
                f"{other}: 1"
                for other, definition in field.args.items()
                if other != argument and isinstance(definition.type, GraphQLNonNull)
            ]
            given = ", ".join([f"{argument}: {value}", *needed])
            below = "{ __typename }"
            answered = timed(post, asked(f"{{ {name}({given}) {below} }}"), 2)
            assert answered.status in (200, 400)
            if answered.errors:
                assert answered.codes[0] in ("BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED"), answered.json
            count += 1
    assert count > 2_000


def test_g07_values_of_variables(post: Ask, newsroom: Newsroom) -> None:
    query = """query ($first: Int, $locale: Locale, $id: ID, $topic: [String!], $kind: [Kind!]) {
        pages(first: $first, locale: $locale, topic: $topic, kind: $kind, translationOf: $id) { totalCount } }"""
    wrong: tuple[Any, ...] = (
        -1,
        101,
        2**31,
        2**63,
        1.5,
        1e300,
        "abc",
        "",
        "a\0",
        [],
        ["a"],
        {},
        {"a": 1},
        True,
        [[[]]],
    )
    for name in ("first", "locale", "id", "topic", "kind"):
        for value in wrong:
            answered = timed(post, asked(query, **{name: value}), 0.5)
            assert answered.status in (200, 400)
            assert all(code == "BAD_USER_INPUT" for code in answered.codes), answered.json
    deep = asked(query).replace("{}", '{"topic": ' + "[" * 900 + "]" * 900 + "}")
    assert timed(post, deep, 0.5).status == 400


def test_g08_is_told_by_its_id_alone() -> None:
    """tests/graphql/test_errors.py forces the exceptions: in a field, and while reading."""
    from tests.graphql import test_errors

    assert callable(test_errors.test_a_fault_is_told_without_its_text)


def test_g09_cost(post: Ask, newsroom: Newsroom) -> None:
    dear = """{ newsReleases(first: 100) { edges { node { related { ... on NewsReleasePage { topics {
        items(first: 100) { edges { node { title } } } } } } } } } }"""
    answered = timed(post, asked(dear), 0.2)
    assert (answered.codes, answered.statements) == (["ROW_LIMIT"], [])
    dearest = """{ newsReleases(first: 60) { totalCount edges { node {
        body { __typename ... on ImageBlock { image { rights } }
        ... on VideoBlock { video { transcript } } } related { ... on NewsReleasePage { body { __typename } } }
        topics { description items(first: 3) { edges { node { title } } } } parent { seoTitle } } } } }"""
    answered = timed(post, asked(dearest), 2)
    assert answered.status == 200
    assert len(answered.statements) <= 30
    assert len(answered.response.content) <= 1_000_000


def test_g10_other_ways_to_send(post: Ask, newsroom: Newsroom, client: Any) -> None:
    """The rest of the matrix is in tests/graphql/test_http.py."""
    for directive in ("@defer", "@stream", '@defer(label: "a")'):
        query = f"{{ page(id: 1) {{ ... {directive} {{ id }} }} }}"
        answered = timed(post, asked(query), 0.2)
        assert (answered.status, answered.codes[:1]) == (400, ["GRAPHQL_VALIDATION_FAILED"])
    for body in (b"\xff\xfe", b"\xef\xbb\xbf{}", b"[" * 99_000, b'{"query":' + b'"' * 50_000, b"\0" * 100):
        assert timed(post, body, 0.2).status == 400
    assert client.get("/graphql/", headers={"Upgrade": "WebSocket"}).status_code == 426


def test_g11_nothing_private_is_named(post: Ask, newsroom: Newsroom) -> None:
    for collection in ("image", "document", "video", "page", "topic", "person", "place"):
        for number in ("VXNlcjox", "Revision:1", "users.User:1", "-1"):
            answered = timed(post, asked(f'{{ {collection}(id: "{number}") {{ id }} }}'), 0.2)
            assert answered.codes == ["BAD_USER_INPUT"]
    for argument in (
        "owner",
        "updatedBy",
        "internalNote",
        "live",
        "where",
        "filter",
        "owner__password__startswith",
    ):
        answered = timed(post, asked(f'{{ pages({argument}: "a") {{ totalCount }} }}'), 0.2)
        assert answered.codes == ["GRAPHQL_VALIDATION_FAILED"]
    inputs = [
        type_ for type_ in schema().type_map.values() if type_.__class__.__name__ == "GraphQLInputObjectType"
    ]
    assert inputs == []
    kinds = {
        get_named_type(argument.type)
        for field in (schema().query_type.fields if schema().query_type else {}).values()
        for argument in field.args.values()
    }
    assert all(isinstance(kind, GraphQLEnumType) or kind.name in ("String", "Int", "ID") for kind in kinds)
    many = json.dumps(["a"] * 10_000)
    assert timed(post, asked(f"{{ pages(topic: {many}) {{ totalCount }} }}"), 0.2).status in (400, 413)
    answered = timed(
        post, asked("query ($t: [String!]) { pages(topic: $t) { totalCount } }", t=["a"] * 21), 0.2
    )
    assert answered.codes == ["BAD_USER_INPUT"]
