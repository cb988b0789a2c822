"""Inline elements to the rich text that the newsroom's editor knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from news.archive.oddities import Kind, Notes
from news.archive.raw_html import has_scheme
from news.archive.source import on_one_line
from news.archive.tree import attribute, line_of

_STYLES = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
    "sup": "sup",
    "sub": "sub",
}
_FEATURES = {"b": "bold", "i": "italic", "sup": "superscript", "sub": "subscript"}
# Marks that say something which our text cannot; of the others (small, time, abbr) nothing is lost but looks.
_MEANT = frozenset(("code", "del", "ins", "kbd", "mark", "s", "samp", "strike", "tt", "u", "q"))
_SPACES = re.compile(r"[ \t\n\f\r]+")
_BREAK = re.compile(r" ?<br/> ?")


@dataclass(frozen=True, slots=True)
class Manner:
    """How text may be set where it stands: the features of its field, the styles around it."""

    features: frozenset[str]
    inside: frozenset[str] = frozenset()

    @property
    def lists(self) -> bool:
        """Whether the field holds lists."""
        return "ul" in self.features


def inline(nodes: Iterable[Any], manner: Manner, notes: Notes) -> str:
    """Rich text of inline nodes, without the paragraph around it; empty when nothing is to be read."""
    written = "".join(_node(node, manner, notes) for node in nodes)
    # Only spaces outside tags are touched: what stands between < and > was written by us.
    parts = re.split(r"(<[^>]*>)", written)
    joined = "".join(part if part.startswith("<") else _SPACES.sub(" ", part) for part in parts)
    joined = _BREAK.sub("<br/>", joined).strip(" ")
    while joined.startswith("<br/>"):
        joined = joined[5:].lstrip(" ")
    while joined.endswith("<br/>"):
        joined = joined[:-5].rstrip(" ")
    return joined if text_of(joined).strip() else ""


def text_of(rich: str) -> str:
    """The text of rich text of our own making, still escaped, a space for every tag's place that parts words."""
    return re.sub(r"<[^>]*>", "", re.sub(r"<br/>|</(?:p|li|ul|ol)>|<(?:ul|ol)[^>]*>", " ", rich))


def _node(node: Any, manner: Manner, notes: Notes) -> str:
    if isinstance(node, NavigableString):
        return escape(str(node), quote=False)
    if not isinstance(node, Tag):
        return ""
    if node.name == "br":
        return "<br/>"
    if node.name in ("img", "picture"):
        note_images(node, notes)
        return ""
    if node.name == "a":
        return _link(node, manner, notes)
    style = _STYLES.get(node.name)
    if style and _FEATURES[style] in manner.features:
        if style in manner.inside:
            return "".join(_node(child, manner, notes) for child in node.children)
        inner = replace(manner, inside=manner.inside | {style})
        content = "".join(_node(child, inner, notes) for child in node.children)
        return f"<{style}>{content}</{style}>" if content.strip() else content
    if style or node.name in _MEANT or (node.name == "span" and _dressed(node)):
        notes.add(Kind.STYLE, line_of(node), f"<{node.name}> {node.get_text()[:60]}")
    return "".join(_node(child, manner, notes) for child in node.children)


def _dressed(span: Tag) -> bool:
    return bool(span.get_text().strip()) and bool(attribute(span, "class") or attribute(span, "style"))


def _link(link: Tag, manner: Manner, notes: Notes) -> str:
    content = "".join(_node(child, manner, notes) for child in link.children)
    href = attribute(link, "href").strip()
    if not href:
        return content
    if not text_of(content).strip():
        image = link.find("img")
        alt = on_one_line(attribute(image, "alt")) if isinstance(image, Tag) else ""
        if not image:
            notes.add(Kind.LINK, line_of(link), _("a link without text, left out: %(href)s") % {"href": href})
            return content
        content = escape(alt or href, quote=False)
    if not has_scheme(href) and not href.startswith("//"):
        notes.links.append((line_of(link), href))
    return f"{anchor(href)}{content}</a>"


def anchor(href: str) -> str:
    """The opening tag of a link."""
    return f'<a href="{escape(href)}">'


def note_images(node: Tag, notes: Notes) -> None:
    """Note the images in a node, itself included, that are left out."""
    for image in [node] if node.name == "img" else node.find_all("img"):
        notes.add(Kind.IMAGE, line_of(image), f"{attribute(image, 'src')} {attribute(image, 'alt')}")
