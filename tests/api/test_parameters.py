"""Every parameter says what it means and takes, and its example is one that it does take."""

import re
from typing import Any

import pytest
from django.utils.translation import override

from cms.api import parameters, problems
from cms.api.changes import CHANGES
from cms.api.endpoints import COLLECTIONS, FIND
from cms.api.query import Parameter, Query
from cms.api.redirects import FIND as FIND_REDIRECT

ADDRESSES = (
    *(of.own for of in COLLECTIONS),
    *(of.in_detail for of in COLLECTIONS),
    FIND,
    FIND_REDIRECT,
    CHANGES,
)
DEFINED = {name: value for name, value in vars(parameters).items() if isinstance(value, Parameter)}


def fits(schema: Any, text: str) -> bool:
    """Whether the text is one that the schema allows, as far as the keywords that parameters use go."""
    if "anyOf" in schema:
        return any(fits(part, text) for part in schema["anyOf"])
    if schema["type"] == "integer":
        return text.isdecimal() and text.isascii() and schema["minimum"] <= int(text) <= schema["maximum"]
    if schema["type"] == "boolean":
        return text in ("true", "false")
    assert schema["type"] == "string", schema
    if "enum" in schema and text not in schema["enum"]:
        return False
    return "pattern" not in schema or re.search(schema["pattern"], text) is not None


@pytest.mark.parametrize("parameter", DEFINED.values(), ids=DEFINED)
def test_its_example_is_one_that_it_takes(parameter: Parameter[Any]) -> None:
    query = Query(f"{parameter.name}={parameter.example}", [parameter])
    assert parameter in query
    assert query[parameter] != parameter.default
    assert fits(parameter.schema, parameter.example)
    assert len(parameter.example) <= parameter.longest


@pytest.mark.parametrize("parameter", DEFINED.values(), ids=DEFINED)
def test_what_its_schema_refuses_it_refuses(parameter: Parameter[Any]) -> None:
    texts = ["-1", "1000000000000000000001", "a b", "é", "no-such", "a,,b", "[x]", "2026-13-01", "?", "#"]
    if "anyOf" in parameter.schema:  # a format is more than these keywords know
        return
    for text in texts:
        if not fits(parameter.schema, text):
            with pytest.raises(problems.Problem):
                parameter.parse(parameter.name, text)


@pytest.mark.parametrize("parameter", DEFINED.values(), ids=DEFINED)
def test_it_says_what_it_means(parameter: Parameter[Any]) -> None:
    with override("en"):
        about = str(parameter.about)
    assert about.endswith(".")
    assert len(about) > 10


def test_names_are_unique_and_each_is_taken_somewhere() -> None:
    for taken in (*ADDRESSES, *(of.in_list for of in COLLECTIONS)):
        assert len({parameter.name for parameter in taken}) == len(taken)
    assert {id(one) for one in DEFINED.values()} <= {id(one) for taken in ADDRESSES for one in taken}
