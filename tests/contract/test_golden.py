"""Golden answers: each type in both languages, whole and as an item of a list, as kept in ``golden/``.

``make contract`` writes them anew; a difference in a commit is a change of the contract, seen by whoever reads it.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from cms.api.endpoints import COLLECTIONS
from tests.contract.asking import Asker

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("GOLDEN") == "write"
CASES = [(of.name, language) for of in COLLECTIONS for language in ("en", "fr")]
# What is random in the newsroom: keys of translations and blocks, and names of files.
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FILE = re.compile(r"(?<=/)[0-9a-f]{32}(?=\.)")


def normalised(answer: Any) -> Any:
    """The answer with random keys numbered in the order in which they come."""
    known: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        return known.setdefault(match[0], f"random-{len(known) + 1}")

    text = json.dumps(answer, ensure_ascii=False)
    return json.loads(FILE.sub(number, UUID.sub(number, text)))


def answers(asker: Asker, collection: str, language: str) -> dict[str, Any]:
    """By type: the whole answer of the richest item, and that item in a list."""
    found: dict[str, Any] = {}
    for listed in asker.json(f"{collection}/", locale=language, limit=100, order="id")["items"]:
        whole = asker.json(listed["meta"]["detail_url"].partition("/api/v2/")[2])
        before = found.get(whole["meta"]["type"])
        if before is None or len(json.dumps(whole)) > len(json.dumps(before["whole"])):
            found[whole["meta"]["type"]] = {"whole": whole, "in_list": listed}
    return {name: normalised(both) for name, both in found.items()}


@pytest.mark.parametrize(("collection", "language"), CASES)
def test_answers_are_the_golden_ones(asker: Asker, collection: str, language: str) -> None:
    found = answers(asker, collection, language)
    types = next(of for of in COLLECTIONS if of.name == collection).types
    assert set(found) == set(types)
    for name, answer in found.items():
        file = GOLDEN / f"{name}.{language}.json"
        if WRITE:
            file.write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
        assert file.exists(), "run make contract"
        kept = json.loads(file.read_text())
        assert answer == kept
        assert json.dumps(answer) == json.dumps(kept), "the order of names has changed"


def test_no_golden_answer_is_left_over() -> None:
    wanted = {
        GOLDEN / f"{name}.{language}.json"
        for of in COLLECTIONS
        for name in of.types
        for language in ("en", "fr")
    }
    for file in set(GOLDEN.iterdir()) - wanted if WRITE else ():
        file.unlink()
    assert set(GOLDEN.iterdir()) == wanted
