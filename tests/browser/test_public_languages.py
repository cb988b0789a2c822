"""Every public page of the demo newsroom, found by following links: each word in the language that it is said to be in."""

import re
from html import unescape

import pytest
from playwright.sync_api import APIRequestContext

from tests.browser.content import written_in
from tests.browser.wording import has_words, same_by_intent, strangers, words_of
from tests.newsroom import Newsroom

_LINK = re.compile(r'href="(/(?:en|fr)/[^"#]*)"')
# Proper names that stand in sentences of the other language: a river in Edinburgh.
_NAMES = re.compile("Water of Leith")


def crawl(reader: APIRequestContext) -> dict[str, str]:
    """Address to HTML of all that can be reached from the two home pages."""
    pages: dict[str, str] = {}
    waiting = ["/en/", "/fr/"]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        answer = reader.get(address)
        assert answer.status == 200, f"{address}: {answer.status}"
        pages[address] = answer.text()
        # Filters combine without end; each alone is enough.
        links = [unescape(link) for link in _LINK.findall(pages[address])]
        waiting += [link for link in links if link.count("=") < 2 and link not in pages]
    return pages


@pytest.fixture(scope="module")
def public(_demo: Newsroom) -> dict[str, str]:
    pages = crawl(_demo.page().request)
    _demo.close_pages()
    assert len(pages) > 100
    return pages


@pytest.fixture(scope="module")
def written(_demo: Newsroom) -> set[str]:
    return written_in(_demo)


def test_no_word_of_the_other_language(public: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for address, html in public.items():
        for words in words_of(html):
            if strangers(_NAMES.sub("", words.text), words.language):
                found.setdefault(words.text, f"{address} says it is {words.language}")
    assert found == {}


def test_no_label_is_the_same_in_both_languages(public: dict[str, str], written: set[str]) -> None:
    said: dict[str, dict[str, str]] = {"en": {}, "fr": {}}
    for address, html in public.items():
        for words in words_of(html):
            if words.language == address[1:3] and has_words(words.text):
                said[words.language].setdefault(words.text, address)
    proper = same_by_intent() | written
    same = {text: said["en"][text] for text in said["en"].keys() & said["fr"].keys()}
    assert {text: where for text, where in same.items() if text.casefold() not in proper} == {}
