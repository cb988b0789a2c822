"""The texts of the demo: complete in both languages, parallel, and typeset as each language is."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from home.demo.loading.pages import page_items
from home.demo.loading.releases import body_language
from home.demo.loading.source import CONTENT, Item, folder, items, read
from home.demo.pictures import MOTIFS
from news.blocks import BodyBlock
from news.models import EventState, ReleaseKind

RELEASES, EVENTS = folder("releases"), folder("events")
FILES = sorted(str(path.relative_to(CONTENT).with_suffix("")) for path in CONTENT.rglob("*.yaml"))
BLOCKS = {"text": "rich_text"}


def said(value: Any, language: str, path: str = "") -> Iterator[tuple[str, str]]:
    """(where, words) of everything in ``language``."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"en", "fr"}:
                if key == language:
                    yield from _texts(part, path)
            else:
                yield from said(part, language, f"{path}/{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from said(part, language, f"{path}/{number}")


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for part in value:
            yield from _texts(part, path)
    else:
        yield path, str(value)


@pytest.mark.parametrize("file", FILES)
def test_nothing_was_lost_between_commas(file: str) -> None:
    """An unquoted comma ends a value in YAML's short form, and the rest becomes a key."""

    def check(value: Any) -> None:
        if isinstance(value, dict):
            for key, part in value.items():
                assert part is not None, key
                assert " " not in str(key), key
                check(part)
        elif isinstance(value, list):
            for part in value:
                check(part)

    check(read(file))


@pytest.mark.parametrize("file", FILES)
def test_french_typography(file: str) -> None:
    for path, text in said(read(file), "fr"):
        assert not re.search(r"['\"]", text), (path, text)
        assert not re.search(r"(?<![\u202f])[;!?](?!\w)", text.replace("?page=", "")), (path, text)
        assert not re.search(r"(?<![\u00a0\d]):(?=\s|$)", text), (path, text)
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", text), (path, text)
        assert not re.search(r"\d \d{3}\b", text), (path, text)
        assert not re.search(r"\d [%h]\b", text), (path, text)
        assert not re.search(r"\b[EA](?:tat|glise|vénement|cole|nergie)\b", text), (path, text)


@pytest.mark.parametrize("file", FILES)
def test_english_typography(file: str) -> None:
    for path, text in said(read(file), "en"):
        assert not re.search(r"['\"«»]", text), (path, text)
        assert not re.search(r"[ \u00a0\u202f][;:!?]", text), (path, text)


@pytest.mark.parametrize("file", FILES)
def test_each_language_speaks_for_itself(file: str) -> None:
    """Small words that only the other language has."""
    for language, foreign in (
        ("fr", r"\b(the|and|of|with|from)\b"),
        ("en", r"\b(le|les|des|une|dans|avec|qui)\b"),
    ):
        for path, text in said(read(file), language):
            words = text.replace("Water of Leith", "")
            assert len(re.findall(foreign, words)) == 0, (path, text)


@pytest.mark.parametrize("item", [*RELEASES, *EVENTS], ids=lambda item: item["key"])
def test_both_languages_have_the_same_parts(item: Item) -> None:
    languages = [item["original"]] if item.get("regime") == "one_language" else ["en", "fr"]
    paths = {
        language: [path for path, _text in said(item, language) if not path.startswith("/body")]
        for language in languages
    }
    assert len(set(map(tuple, paths.values()))) == 1
    for block in item["body"]:
        spoken = {body_language({"regime": "both", **item}, language) for language in languages}
        shapes = {tuple((path, _shape(text)) for path, text in said(block, language)) for language in spoken}
        assert len(shapes) == 1, block


def _shape(text: str) -> tuple[str, ...]:
    """The kinds of the paragraphs of a text, with the links in them."""
    return tuple(
        ("-" if line.startswith("- ") else "1" if re.match(r"\d+\. ", line) else "p")
        + "".join(re.findall(r"\]\(([^)]*)\)", line))
        for line in filter(None, text.splitlines())
    )


def test_everything_that_a_newsroom_can_do_is_shown() -> None:
    assert {item["kind"] for item in RELEASES} == set(ReleaseKind.values)
    assert {item["regime"] for item in RELEASES} == {"both", "summary", "as_delivered", "one_language"}
    assert {item["original"] for item in RELEASES} == {"en", "fr"}
    assert {item["state"] for item in EVENTS} == set(EventState.values)
    assert any(item.get("corrections") for item in RELEASES)
    in_translation = [item["original"] for item in RELEASES if item.get("state") == "in_translation"]
    assert sorted(in_translation) == ["en", "fr"]
    used = {BLOCKS.get(name, name) for item in RELEASES for block in item["body"] for name in block}
    assert used == set(BodyBlock().child_blocks)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("topics", 10),
        ("people", 8),
        ("places", 6),
        ("videos", 8),
        ("collections", 3),
        ("images", 16),
        ("documents", 2),
    ],
)
def test_there_is_enough_of_everything(name: str, least: int) -> None:
    keys = [item["key"] for item in items(name)]
    assert len(keys) == len(set(keys)) >= least


def test_releases_and_events_are_enough_and_lead_somewhere() -> None:
    public = [item for item in RELEASES if item.get("state") != "in_translation"]
    assert len(public) >= 18
    assert len(EVENTS) >= 7
    # Raises for a circle of links and for a link to nothing.
    assert len(page_items()) == len(RELEASES) + len(EVENTS) + len(items("collections"))


def test_no_release_leads_to_what_is_not_public() -> None:
    hidden = {item["key"] for item in RELEASES if item.get("state") == "in_translation"}
    for item in page_items():
        assert not hidden & set(item.get("related", []))
        assert not hidden & set(re.findall(r"\(item:([a-z-]+)\)", repr(item)))


def test_every_picture_has_its_words_and_its_motif() -> None:
    for image in items("images"):
        assert image["key"] in MOTIFS
        for field in ("alt", "caption", "title"):
            assert all(image[field][language] for language in ("en", "fr"))
