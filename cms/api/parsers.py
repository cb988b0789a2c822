"""From the text of a parameter to its value. Every parser takes the name and the text, and raises Problem."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final, Literal

from django.utils.translation import gettext as _

from cms.api import problems
from cms.api.languages import offered
from search import periods
from search.changes import Place
from search.cursor import Cursor, Malformed
from search.ordering import ORDERS, RELEVANCE
from search.tree import written_path

LARGEST_ID: Final = 2**63 - 1  # what a database key can hold
MOST_ITEMS: Final = 100
MOST_CHANGES: Final = 1_000
LARGEST_OFFSET: Final = 1_000_000
MOST_WORDS: Final = 20

DIGITS = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
SLUG_TEXT = re.compile(r"[-a-zA-Z0-9_]{1,255}", re.ASCII)
CODE_TEXT = re.compile(r"[-a-zA-Z0-9_.]{1,255}", re.ASCII)


def whole(least: int, most: int) -> Callable[[str, str], int]:
    """A parser of whole numbers from ``least`` to ``most``, written in digits alone."""

    def parse(name: str, text: str) -> int:
        if not DIGITS.fullmatch(text) or not least <= int(text) <= most:
            rule = _("Write a whole number from %(least)d to %(most)d.") % {"least": least, "most": most}
            raise problems.invalid_value(name, text, rule)
        return int(text)

    return parse


def id_or_root(name: str, text: str) -> int | Literal["root"]:
    """The id of a page, or "root" for the home of each language."""
    if text == "root":
        return "root"
    if not DIGITS.fullmatch(text) or not 1 <= int(text) <= LARGEST_ID:
        rule = _("Write the id of a page, or root for the home pages.")
        raise problems.invalid_value(name, text, rule)
    return int(text)


def locale(name: str, text: str) -> str:
    """One of the public languages."""
    if text not in offered():
        rule = _("Write one of: %(allowed)s.") % {"allowed": ", ".join(offered())}
        raise problems.invalid_value(name, text, rule, allowed=offered(), suggest=True)
    return text


def slug(name: str, text: str) -> str:
    """The slug of a page."""
    if not SLUG_TEXT.fullmatch(text):
        rule = _("A slug is written in unaccented letters, digits, hyphens and underscores.")
        raise problems.invalid_value(name, text, rule)
    return text


def words(name: str, text: str) -> tuple[str, ...]:
    """Values separated by commas, any of which may match."""
    found = tuple(text.split(","))
    if not all(word.strip() for word in found) or len(found) > MOST_WORDS:
        rule = _("Write one value, or up to %(count)d separated by commas.") % {"count": MOST_WORDS}
        raise problems.invalid_value(name, text, rule)
    return found


def codes(name: str, text: str) -> tuple[str, ...]:
    """Codes separated by commas: types, kinds, keys and slugs."""
    found = words(name, text)
    for code in found:
        if not CODE_TEXT.fullmatch(code):
            rule = _("It is written in unaccented letters, digits, hyphens, underscores and dots.")
            raise problems.invalid_value(name, code, rule)
    return found


def since(name: str, text: str) -> datetime:
    """The first instant meant by a day (its beginning) or a moment."""
    return _instant(name, text, periods.beginning)


def until(name: str, text: str) -> datetime:
    """The first instant no longer meant by a day (its end) or a moment (itself and not later)."""
    return _instant(name, text, periods.end)


def _instant(name: str, text: str, read: Callable[[str], datetime]) -> datetime:
    try:
        return read(text)
    except ValueError:
        rule = _("Write a day like 2026-01-31 or a moment with its zone like 2026-01-31T14:30:00Z.")
        raise problems.invalid_value(name, text, rule) from None


def order(name: str, text: str) -> tuple[str, ...]:
    """Names to order by, each perhaps with a minus before it for descending."""
    # The least relevant first is of use to nobody.
    allowed = [sign + key for key in ORDERS for sign in ("", "-") if sign + key != f"-{RELEVANCE}"]
    found = tuple(text.split(","))
    if "random" in found:
        rule = _("A random order can be neither continued on a second page nor kept by a cache.")
        raise problems.invalid_value(name, text, rule, allowed=allowed)
    for key in found:
        if key not in allowed:
            rule = _("Order by one of: %(allowed)s; a minus before it means descending.")
            rule = rule % {"allowed": ", ".join(ORDERS)}
            raise problems.invalid_value(name, key, rule, allowed=allowed, suggest=True)
    if len({key.removeprefix("-") for key in found}) < len(found):
        raise problems.invalid_value(name, text, _("Name each order once."), allowed=allowed)
    return found


def html_path(name: str, text: str) -> str:
    """The path of a page on the public site, brought to its written form: /fr/actualites/ for fr/actualites."""
    try:
        return written_path(text)
    except ValueError as error:
        rule = _("Write the path alone, like /fr/actualites/.")
        raise problems.invalid_value(name, text, rule) from error


def version(name: str, text: str) -> Place:
    """A place in the feed of changes."""
    try:
        return Place.read(text)
    except Malformed as error:
        rule = _("Write what “meta.next” of an answer about changes said, unaltered.")
        raise problems.invalid_value(name, text, rule) from error


def cursor(name: str, text: str) -> Cursor:
    """Where a list is continued."""
    try:
        return Cursor.read(text)
    except Malformed as error:
        rule = _("Write what “meta.next_cursor” of an answer said, unaltered.")
        raise problems.invalid_value(name, text, rule) from error


def old_path(name: str, text: str) -> str:
    """The path of an old address, brought to the form that redirects are kept in: /old?a=1&b=2 for old/?b=2&a=1."""
    if "#" in text or "://" in text:
        raise problems.invalid_value(name, text, _("Write the path alone, like /old-address."))
    path, _mark, query = text.partition("?")
    path = "/" + path.strip("/") if path.strip("/") else "/"
    return f"{path}?{'&'.join(sorted(query.split('&')))}" if query else path
