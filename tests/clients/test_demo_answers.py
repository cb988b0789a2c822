"""A client that believes the document: every answer of the demo newsroom, walked over HTTP, is valid against it."""

import json
import urllib.request
from typing import Any

import pytest

from tests.contract.asking import answer_schema, complaints, kept

COLLECTIONS = [path.split("/")[3] for path in kept()["paths"] if path.endswith("/{id}/")]


def get(url: str) -> Any:
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_answer_of_the_demo(demo_url: str, collection: str, language: str) -> None:
    listing = f"{demo_url}/api/v2/{collection}/?locale={language}&limit=50"
    schema = answer_schema(f"/api/v2/{collection}/")
    offset, items = 0, []
    while True:
        part = get(f"{listing}&offset={offset}&fields=*")
        assert complaints(part, *schema) == []
        items += part["items"]
        offset += 50
        if offset >= part["meta"]["total_count"]:
            break
    assert len(items) == part["meta"]["total_count"]
    assert items or collection == "redirects"  # of which the demo has none
    assert complaints(get(listing), *schema) == []
    # Whole answers say what lists say with all fields, and the page above: one of each type is enough here.
    for item in {item["meta"]["type"]: item for item in items}.values():
        whole = get(item["meta"]["detail_url"])
        assert complaints(whole, *answer_schema(f"/api/v2/{collection}/{{id}}/")) == []
        whole["meta"].pop("parent", None)
        assert whole == item
