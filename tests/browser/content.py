"""What people have written in a newsroom, as opposed to what the product says around it."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from bs4 import BeautifulSoup

from tests.browser.wording import normal, words_of
from tests.newsroom import Newsroom

# Tables of Django and Wagtail that hold what people named; those of our own apps are taken whole.
_TABLES = (
    *("auth_group", "taggit_tag", "users_user", "wagtailcore_collection", "wagtailcore_page"),
    *("wagtailcore_site", "wagtailcore_workflow", "wagtailcore_task", "wagtailcore_revision"),
    *("wagtail_localize_string", "wagtail_localize_stringtranslation", "wagtail_localize_overridablesegment"),
)
_OURS = ("home_", "news_", "media_library_", "vocabulary_")


def written_in(newsroom: Newsroom) -> set[str]:
    """Every text in the newsroom's database, folded: values, strings inside streams, text nodes inside HTML."""
    found: set[str] = set()
    with sqlite3.connect(newsroom.database_url.removeprefix("sqlite:///")) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            if name in _TABLES or name.startswith(_OURS):
                for row in database.execute(f'SELECT * FROM "{name}"'):
                    for value in row:
                        found.update(text.casefold() for text in _texts(value))
        people = database.execute("SELECT first_name || ' ' || last_name FROM users_user").fetchall()
    database.close()
    return found | {normal(row[0]).casefold() for row in people}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str) and value.strip():
        if value[0] in "[{":
            with suppress(ValueError):
                yield from _texts(json.loads(value))
        yield normal(value)
        yield from (normal(line) for line in value.splitlines() if line.strip())
        if "<" in value:
            yield from (words.text for words in words_of(value))
            # The admin's editor is handed a paragraph as one text, links and all.
            for block in BeautifulSoup(value, "html.parser").find_all(["p", "li"]):
                yield normal(block.get_text())


def without(text: str, written: set[str]) -> str:
    """``text`` without what people wrote that stands in it: "Delete: How a cable listens" becomes "delete:"."""
    rest = text.casefold()
    inside = [one for one in written if len(one) > 2 and one in rest]
    for one in sorted(inside, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", rest)
    return normal(rest)
