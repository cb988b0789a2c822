"""README.md and README.fr.md are equals: the same headings, commands, variables and links, each in its language."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAIR = [(ROOT / "README.md").read_text(), (ROOT / "README.fr.md").read_text()]
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")


def headings(text: str) -> list[int]:
    return [len(line) - len(line.lstrip("#")) for line in text.splitlines() if re.match(r"#+ ", line)]


def commands(text: str) -> list[str]:
    block = text.split("```sh\n", 1)[1].split("```", 1)[0]
    return [line.split("#")[0].strip() for line in block.splitlines()]


def rows(text: str) -> list[int]:
    return [line.count("|") for line in text.splitlines() if line.startswith("|")]


@pytest.mark.parametrize("part", [headings, commands, rows])
def test_both_have_the_same(part: object) -> None:
    english, french = (part(text) for text in PAIR)
    assert english == french
    assert english


def test_both_name_the_same_code_and_lead_to_the_same_places() -> None:
    english, french = PAIR
    assert sorted(set(CODE.findall(english))) == sorted(set(CODE.findall(french)))
    assert sorted(LINK.findall(english)) == sorted(LINK.findall(french))


@pytest.mark.parametrize("text", PAIR, ids=["en", "fr"])
def test_every_link_leads_somewhere(text: str) -> None:
    missing = [link for link in LINK.findall(text) if "://" not in link and not (ROOT / link).exists()]
    assert missing == []


def test_the_french_one_holds_french_typography() -> None:
    french = re.sub(r"```.*?```|`[^`]*`", "", PAIR[1], flags=re.S)
    assert not re.findall(r"\w'\w", french)
    assert not re.findall(r"(?<=[^\u00a0\u202f])[:;!?»](?=\s)", french)
    assert not re.findall(r"«(?![\u00a0\u202f])", french)
