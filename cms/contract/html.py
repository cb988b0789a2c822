"""Rich text made public: sanitised, with a numbered place for every link that leads to an object of ours."""

import re
from collections.abc import Callable
from html import unescape

import nh3

from cms.contract.publishable import registry

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p",
    "s", "strong", "sub", "sup", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "linktype", "id", "hreflang"}, "abbr": {"title"}, "ol": {"start"}, "*": {"lang"}}
SCHEMES = {"http", "https", "mailto", "tel"}
ANCHOR = re.compile(r"<a\b([^>]*)>")
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
# What begins or ends a line. Any other tag may stand within a word: XXI<sup>e</sup>.
LINE = re.compile(r"</?(?:blockquote|br|h[2-4]|hr|li|ol|p|ul)\b[^>]*>")
# Parsers build a tree: text nested deeper than any editor writes is flattened before it reaches one.
DEEPEST = 200
OPENING = re.compile(r"<[a-zA-Z][^>]*>")


class LinkKeys:
    """Object keys of links, by link type and id; each is looked up once in the life of this object."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int], str | None] = {}

    def get(self, linktype: str, number: int) -> str | None:
        """The key of the object, or None when there is no such object."""
        wanted = (linktype, number)
        if wanted not in self._found:
            lookup = registry.links.get(linktype)
            self._found[wanted] = lookup([number]).get(number) if lookup else None
        return self._found[wanted]


def public_html(source: str, links: LinkKeys, place: Callable[[str], int]) -> tuple[str, str]:
    """The public HTML of rich text and its bare words. ``place`` gives a link's target its number."""
    if not source:
        return "", ""
    if "<" in source and len(OPENING.findall(source)) > DEEPEST and _depth(source) > DEEPEST:
        source = OPENING.sub("", source)
    clean = nh3.clean(source, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)

    def anchor(match: re.Match[str]) -> str:
        attributes = dict(ATTRIBUTE.findall(match[1]))
        linktype = attributes.pop("linktype", "")
        number = attributes.pop("id", "")
        if linktype:
            key = links.get(linktype, int(number)) if number.isdecimal() and len(number) < 19 else None
            return f"<a\x01h{place(key)}\x01>" if key else "<a>"
        return "<a" + "".join(f' {name}="{value}"' for name, value in attributes.items()) + ">"

    html = ANCHOR.sub(anchor, clean)
    return html, unescape(TAG.sub("", LINE.sub(" ", clean)))


def _depth(source: str) -> int:
    """The deepest nesting of ``source``, counting every opening tag that is not closed again."""
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)", source):
        if tag[2].lower() in {"br", "hr", "img"}:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
