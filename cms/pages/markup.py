"""Python's HTML parser made to read "<![" as the HTML standard does (13.2.5.42, markup declaration open state).

Python 3.11.7 raises AssertionError on it: in strip_tags, in the search index, in the rich text editor, wherever
somebody's text holds these three characters. Later Pythons read a bogus comment, and so do we.
"""

from html.parser import HTMLParser
from typing import Any

_original: Any = HTMLParser.parse_marked_section


def _parse_marked_section(self: Any, i: int, report: int = 1) -> int:
    try:
        end: int = _original(self, i, report)
    except AssertionError:
        end = self.parse_bogus_comment(i, report)
    return end


def mend_parser() -> None:
    """Put the mended method in place; called once at start."""
    HTMLParser.parse_marked_section = _parse_marked_section  # type: ignore[method-assign]  # on purpose
