"""A page as a reader takes it in: its words by language, its links, its headings."""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse

VOID = {"br", "hr", "img", "input", "link", "meta", "source"}
SPOKEN = ("alt", "aria-label", "title", "content", "placeholder")
# Words that are frequent in one of the languages and are none in the other.
STOP_WORDS = {
    "en": {
        "the",
        "of",
        "and",
        "is",
        "are",
        "with",
        "this",
        "that",
        "from",
        "by",
        "for",
        "was",
        "has",
        "have",
        "not",
        "to",
        "it",
        "which",
    },
    "fr": {
        "le",
        "la",
        "les",
        "des",
        "une",
        "est",
        "dans",
        "pour",
        "avec",
        "sur",
        "aux",
        "du",
        "et",
        "ce",
        "cette",
        "vous",
        "qui",
        "au",
        "un",
        "ne",
    },
}


class Page(HTMLParser):
    """A parsed answer. ``texts``: (language, words); ``elements``: (tag, attributes, language)."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response
        self.html = response.content.decode()
        self.texts: list[tuple[str, str]] = []
        self.elements: list[tuple[str, dict[str, str], str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(self.html)
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        language = attributes.get("lang") or (self._open[-1][1] if self._open else "")
        self.elements.append((tag, attributes, language))
        for name in SPOKEN:
            if name == "content" and not (
                attributes.get("name") == "description" or "og:" in attributes.get("property", "")
            ):
                continue
            if attributes.get(name):
                self.texts.append((language, attributes[name]))
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        opened, _language = self._open.pop()
        assert opened == tag, f"<{opened}> closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and self._open[-1][0] not in {"script", "style"}:
            self.texts.append((self._open[-1][1], data))

    @property
    def text(self) -> str:
        """All words, with plain spaces."""
        return " ".join(" ".join(text for _language, text in self.texts).split())

    @property
    def language(self) -> str:
        return next(attributes["lang"] for tag, attributes, _language in self.elements if tag == "html")

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every ``tag`` that has the wanted ones (``hreflang="fr"``, ``rel="alternate"``)."""
        names = {name.replace("_", "-"): value for name, value in wanted.items()}
        return [
            attributes
            for found, attributes, _language in self.elements
            if found == tag and all(attributes.get(name) == value for name, value in names.items())
        ]

    def wrong_words(self) -> list[tuple[str, str]]:
        """(language said, word) of every stop word of the other language."""
        found: list[tuple[str, str]] = []
        for language, text in self.texts:
            other = "fr" if language == "en" else "en"
            # Whole words: letters beside digits are part of a random name.
            words = set(re.findall(r"(?<!\w)[^\W\d_]+(?!\w)", text.lower()))
            found += [(language, word) for word in sorted(words & STOP_WORDS[other])]
        return found

    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _attributes, _language in self.elements if re.fullmatch(r"h[1-6]", tag)]

    def header(self, name: str) -> Any:
        return self.response.headers.get(name)
