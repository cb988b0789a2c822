"""From rendered HTML to a clean tree: sanitised first, because a strict HTML5 parser mends what Python's would trip over."""

import re

import nh3
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from news.archive.oddities import Refused
from news.archive.raw_html import INLINE_TAGS, SCHEMES, TAGS
from news.archive.source import on_one_line

MOST_DEPTH = 100
# Thirty times those of the richest post that we have seen; time grows with them.
MOST_ELEMENTS = 20_000
_ATTRIBUTES = {
    "a": {"href"},
    "blockquote": {"cite"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "span": {"class", "style"},
}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: {"data-line", *_ATTRIBUTES.get(tag, ())} for tag in TAGS},
    url_schemes=set(SCHEMES),
    link_rel=None,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
# Their end may be left out, so that many of them are not yet deep.
_OPTIONAL_END = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"))
_VOID = frozenset(("br", "hr", "img", "wbr"))


def parse(html: str) -> BeautifulSoup:
    """The tree of tidied HTML. Raises Refused when it is nested too deeply to be a text."""
    depth = 0
    tags = _TAG.findall(html)
    if len(tags) > 2 * MOST_ELEMENTS:
        raise Refused(
            0, _("There are more than %(most)d HTML elements. Divide the text.") % {"most": MOST_ELEMENTS}
        )
    for slash, name in tags:
        if name in _VOID or name in _OPTIONAL_END:
            continue
        depth = max(0, depth + (-1 if slash else 1))
        if depth > MOST_DEPTH:
            raise Refused(0, _("HTML elements are nested more than %(most)d deep.") % {"most": MOST_DEPTH})
    tree = BeautifulSoup(_CLEANER.clean(html), "html.parser")
    # The estimate above misses elements whose end may be left out; only one measure of the tree is sure.
    if _depth(tree) > MOST_DEPTH:
        raise Refused(0, _("HTML elements are nested more than %(most)d deep.") % {"most": MOST_DEPTH})
    return tree


def _depth(tree: BeautifulSoup) -> int:
    deepest = 0
    level: list[tuple[Tag, int]] = [(tree, 0)]
    while level:
        tag, depth = level.pop()
        deepest = max(deepest, depth)
        level.extend((child, depth + 1) for child in tag.children if isinstance(child, Tag))
    return deepest


def line_of(tag: Tag) -> int:
    """The line of the file that a tag, or the nearest tag around it, stands on; 0 when none says it."""
    for each in (tag, *tag.parents):
        written = str(each.get("data-line", ""))
        if written.isdecimal() and len(written) < 9:
            return int(written)
    return 0


def attribute(tag: Tag, name: str) -> str:
    """An attribute as text; empty when it is missing."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def is_inline(node: object) -> bool:
    """Whether a node is text or an inline element without a block inside."""
    if isinstance(node, NavigableString):
        return True
    return (
        isinstance(node, Tag)
        and node.name in INLINE_TAGS
        and all(child.name in INLINE_TAGS for child in node.descendants if isinstance(child, Tag))
    )


def words(node: Tag) -> str:
    """The text of a node on one line."""
    for line_break in node.find_all("br"):
        line_break.replace_with(" ")
    return on_one_line(node.get_text())
