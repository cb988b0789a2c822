"""What a reader finds in a post, read without the importer: Markdown rendered as CommonMark, the HTML walked.

Python's own HTML parser, no sanitiser, none of the importer's rules. ``stored_texts`` reads a public payload.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from mdit_py_plugins.footnote import footnote_plugin

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "div", "table", "tbody", "tr"} | {
    "td", "th", "details", "summary", "figure", "figcaption", "section", "hr", "cite",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Texts:
    """Texts by kind, and everything in its order without white space."""

    paragraphs: Counter[str] = field(default_factory=Counter)
    headings: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)
    quotations: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    whole: str = ""


def spaced(text: str) -> str:
    """White space made single, no-break spaces included."""
    return " ".join(text.split())


def solid(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def address(href: str) -> str:
    """An address in the one form in which browsers send it."""
    return normalizeLink(unescape(href).strip())


def _own(tag: Tag) -> str:
    """The text of a tag without that of the blocks inside it."""
    parts = []
    for node in tag.children:
        if isinstance(node, NavigableString):
            parts.append(str(node))
        elif node.name == "br":
            parts.append(" ")
        elif node.name not in BLOCKS:
            parts.append(_own(node))
    return "".join(parts)


def _texts(tree: BeautifulSoup) -> Texts:
    texts = Texts(whole=solid(tree.get_text()))
    for tag in tree.find_all(True):
        own = spaced(_own(tag))
        if tag.name == "blockquote":
            texts.quotations[solid(tag.get_text())] += 1
        elif not own or tag.find_parent("blockquote"):
            pass
        elif tag.name in HEADINGS or tag.name == "summary":
            texts.headings[own] += 1
        elif tag.name == "li" or (tag.name == "p" and tag.parent.name == "li"):
            texts.items[own] += 1
        elif tag.name in ("p", "div", "td", "th", "figcaption"):
            texts.paragraphs[own] += 1
        if tag.name == "a" and tag.get("href"):
            texts.links[spaced(tag.get_text()), address(str(tag["href"]))] += 1
    return texts


def _explained(tree: BeautifulSoup) -> Counter[str]:
    """Make of the explained exceptions what they become here. All their words stay; each kind is counted.

    * An answer (<details>) and a cell (<td>) are one field of rich text: headings and quotations in an answer,
      headings and list items in a cell are paragraphs there.
    * The dash before the name of who is quoted (<cite>) is set by our pages, not part of the name.
    """
    found: Counter[str] = Counter()
    for tag in tree.select("details h5, details h6, td h4"):
        tag.name = "p"
        found["heading"] += 1
    for tag in tree.select("td li"):
        # Where the table only placed things, its lists are lists.
        row = tag.find_parent("tr")
        if len([cell for cell in row.find_all("td") if cell.get_text().strip()]) > 1:
            tag.name = "p"
            found["item"] += 1
    for tag in tree.select("details blockquote"):
        tag.name = "div"
        found["quotation"] += 1
    for tag in tree.select("blockquote > cite"):
        name = tag.find(string=True)
        name.replace_with(name.lstrip(" \u00a0–—"))
        found["dash"] += 1
    return found


def source_texts(post: str) -> tuple[Texts, Counter[str]]:
    """The texts of a post's body, and how many of each of the explained exceptions it holds."""
    _nothing, _front, body = re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tree = BeautifulSoup(markdown.use(footnote_plugin).render(body), "html.parser")
    exceptions = _explained(tree)
    # The way back from a footnote, and the numbers' links to it, are no text of the author's.
    for tag in tree.find_all("a", class_="footnote-backref"):
        tag.decompose()
    for tag in tree.select(".footnote-ref a"):
        tag.unwrap()
    return _texts(tree), exceptions


def stored_texts(body: list[dict[str, Any]]) -> Texts:
    """The texts of a public body."""
    return _texts(
        BeautifulSoup("".join(_html(block["type"], block["value"]) for block in body), "html.parser")
    )


def _html(kind: str, value: dict[str, Any]) -> str:
    """A block as a page would show it."""
    if kind == "rich_text":
        return str(value["text"])
    if kind == "heading":
        return f"<{value['level']}>{_plain(value['text'])}</{value['level']}>"
    if kind == "quotation":
        speaker = f"<cite>{_plain(value['speaker_name'])}</cite>" if value["speaker_name"] else ""
        return f"<blockquote>{value['text']}{speaker}</blockquote>"
    if kind == "questions":
        return "".join(
            f"<summary>{_plain(item['question'])}</summary>{item['answer']}" for item in value["items"]
        )
    if kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in row["cells"]) for row in value["rows"])
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    raise AssertionError(f"no import makes a block {kind}")


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
