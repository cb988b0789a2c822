"""Questions to the interface, and answers held against the document."""

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "docs" / "openapi.json"


@lru_cache(maxsize=1)
def kept() -> dict[str, Any]:
    """The document in the repository."""
    document: dict[str, Any] = json.loads(KEPT.read_text())
    return document


@lru_cache(maxsize=1)
def strict() -> dict[str, Any]:
    """The same, in which an object may have no property that its schema does not name."""
    document = copy.deepcopy(kept())
    for schema in _objects(document["components"]["schemas"]):
        schema["additionalProperties"] = False
    for schema in _objects(document["paths"]):
        schema["additionalProperties"] = False
    return document


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == "object" and "properties" in value:
            yield value
        for part in value.values():
            yield from _objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from _objects(part)


def complaints(answer: Any, *path: str) -> list[str]:
    """What the schema at ``path`` in the document finds wrong with an answer."""
    place = "/".join(part.replace("~", "~0").replace("/", "~1") for part in path)
    document = strict()
    validator = Draft202012Validator(
        {"$ref": f"#/{place}", "components": document["components"], "paths": document["paths"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [
        f"{error.json_path}: {error.message[:300]} {[c.message[:200] for c in error.context or ()][:12]}"
        for error in validator.iter_errors(answer)
    ]


def answer_schema(path: str) -> tuple[str, ...]:
    """Where the document has the schema of the answer of an operation."""
    return ("paths", path, "get", "responses", "200", "content", "application/json", "schema")


class Asker:
    """Asks addresses under /api/v2/ in this process."""

    def __init__(self) -> None:
        self.client = Client()

    def ask(self, address: str, /, **query: Any) -> Any:
        """The response."""
        return self.client.get(f"/api/v2/{address}", query or None)

    def json(self, address: str, /, **query: Any) -> Any:
        """The answer, which must be one."""
        response = self.ask(address, **query)
        assert response.status_code == 200, (address, query, response.content[:500])
        return response.json()

    def addresses(self, collection: str, language: str) -> list[str]:
        """The address of each item of a collection in a language, below /api/v2/."""
        found = self.json(f"{collection}/", locale=language, limit=100)["items"]
        assert found, f"no {collection} in {language}"
        return [item["meta"]["detail_url"].partition("/api/v2/")[2] for item in found]
