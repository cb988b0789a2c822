"""Limits, each refused before anything is read, with its code and its number, in time linear in the document."""

import sys
from contextlib import suppress
from types import FrameType

import pytest
from graphql import get_introspection_query

from cms.graphql.documents import document
from cms.graphql.errors import Refused
from tests.graphql.conftest import Ask
from tests.website.making import Newsroom


def nested(levels: int) -> str:
    """A query of so many levels of fields."""
    return "{ page(id: 1) { " + "parent { " * (levels - 2) + "id" + " }" * (levels - 2) + " } }"


def chain(links: int, spreads: int) -> str:
    """A chain of fragments, each spreading the next several times: written out, it doubles or triples per link."""
    parts = ["{ page(id: 1) { ...F0 } }"]
    for number in range(links):
        below = " ".join(f"...F{number + 1}" for _ in range(spreads))
        parts.append(f"fragment F{number} on Page {{ {below} }}")
    parts.append(f"fragment F{links} on Page {{ id }}")
    return " ".join(parts)


CASES = {
    "depth": (nested(11), "DEPTH_LIMIT", "10"),
    "depth by fragments": (
        "{ page(id: 1) { ...A } } fragment A on Page { parent { parent { parent { parent { ...B } } } } }"
        " fragment B on Page { parent { parent { parent { parent { parent { id } } } } } }",
        "DEPTH_LIMIT",
        "10",
    ),
    "aliases": ("{" + " ".join(f"a{n}: __typename" for n in range(21)) + "}", "ALIAS_LIMIT", "20"),
    "aliases by fragments": (
        "{ page(id: 1) { ...A parent { ...A parent { ...A } } } } fragment A on Page {"
        + " ".join(f"a{n}: id" for n in range(7))
        + "}",
        "ALIAS_LIMIT",
        "20",
    ),
    "tokens": ("{ page(id: 1) {" + " id" * 1_000 + "} }", "TOKEN_LIMIT", "1000"),
    "repeats": ("{ page(id: 1) {" + " id" * 101 + "} }", "REPETITION_LIMIT", "100"),
    "fields": (chain(12, 3), "FIELD_LIMIT", "1000"),
    "rows": ("{ pages(first: 100) { edges { node { ... on NewsReleasePage { related { ... on NewsReleasePage"
             " { related { id } } } } } } } }", "ROW_LIMIT", "2000"),
    "rows by aliases": (
        "{" + " ".join(f"a{n}: pages(first: 100) {{ edges {{ node {{ id topics: translations {{ id }} }} }} }}"
                       for n in range(6)) + "}",
        "ROW_LIMIT",
        "2000",
    ),
    "introspection": (
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "INTROSPECTION_LIMIT",
        "2",
    ),
    "operations": (" ".join(f"query Q{n} {{ __typename }}" for n in range(21)), "OPERATION_LIMIT", "20"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_limit_is_refused_with_its_code_and_number(
    refuse: Ask, newsroom: Newsroom, name: str, language: str
) -> None:
    query, code, number = CASES[name]
    error = refuse(query, code, language=language)
    assert number in error["message"]
    assert error["extensions"]["limit"] == int(number)


def test_what_is_just_within_is_answered(ask: Ask, newsroom: Newsroom) -> None:
    ask(nested(10), most=12)
    ask("{" + " ".join(f"a{n}: __typename" for n in range(20)) + "}")
    ask("{ page(id: 1) {" + " id" * 100 + "} }")
    ask("{ pages(first: 100) { edges { node { id translations { id } } } } }")
    assert len(ask(get_introspection_query())["__schema"]["types"]) > 50


def test_a_body_past_its_bytes(post: Ask, newsroom: Newsroom) -> None:
    answered = post(b" " * 100_001)
    assert (answered.status, answered.codes, answered.statements) == (413, ["REQUEST_TOO_LARGE"], [])


def steps(text: str) -> int:
    """The functions called to read `text` and to judge it, whether it is refused or not: the same on every machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        with suppress(Refused):
            document(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("spreads", [1, 2, 3])
def test_chains_of_fragments_take_linear_time(spreads: int) -> None:
    """Written out, the longer document is a million times the shorter one; read, it is twice."""
    shorter, longer = (steps(f"# steps\n{chain(links, spreads)}") for links in (20, 40))
    assert longer < 3 * shorter
    assert longer < 100_000


def test_every_limit_comes_before_validation_can_be_slow() -> None:
    worst = [
        "{ page(id: 1) {"
        + " id" * 100
        + " title" * 100
        + " slug" * 100
        + " type" * 100
        + " locale" * 100
        + "} }",
        "{ pages(" + ", ".join(f"a{n}: 1" for n in range(300)) + ") { totalCount } }",
        "{ page(id: 1) {" + " ".join(f"titel{n}" for n in range(900)) + "} }",
        "query (" + ", ".join(f"$v{n}: Int" for n in range(180)) + ") { __typename }",
        "{ page(id: 1) {" + " ...on Page { id }" * 99 + "} }",
        "{ page(id: 1) {" + " id @include(if: true)" * 90 + "} }",
        "{" * 3_000,
        "{a" * 400 + "}" * 400,
        "#\n" * 500_000,
        '{ page(slug: "' + "x" * 99_000 + '") { id } }',
    ]
    for text in worst:
        assert steps(text) < 500_000, text[:60]
