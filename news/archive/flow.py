"""Block elements to the paragraphs and lists of one rich text field, whatever else stands in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from news.archive.inline import Manner, inline, note_images, text_of
from news.archive.oddities import Kind, Notes
from news.archive.raw_html import INLINE_TAGS
from news.archive.tree import attribute, is_inline, line_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a list. ``first`` and ``next`` are the numbers of a numbered list's first and following item."""

    html: str
    first: int = 0
    next: int = 0
    line: int = 0

    @property
    def numbered(self) -> bool:
        """Whether this is a numbered list."""
        return self.next > 0


def append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; a numbered list that goes on where the one just before it ended becomes one list with it."""
    if piece.numbered and pieces and pieces[-1].numbered and pieces[-1].next == piece.first:
        before = pieces[-1]
        joined = before.html.removesuffix("</ol>") + piece.html.partition(">")[2]
        pieces[-1] = Piece(joined, before.first, piece.next, before.line)
    else:
        pieces.append(piece)


def joined(pieces: Iterable[Piece], notes: Notes) -> str:
    """The rich text of finished pieces."""
    pieces = list(pieces)
    for piece in pieces:
        _note_numbering(piece, notes)
    return "".join(piece.html for piece in pieces)


def _note_numbering(piece: Piece, notes: Notes) -> None:
    if piece.numbered and piece.first != 1:
        notes.add(Kind.NUMBERING, piece.line, _("begins at %(number)d") % {"number": piece.first})


def runs(nodes: Iterable[Any]) -> Iterator[list[Any] | Tag]:
    """Nodes as runs of inline nodes and single block elements, in order."""
    run: list[Any] = []
    for node in nodes:
        if is_inline(node):
            run.append(node)
        elif isinstance(node, Tag):
            if run:
                yield run
            run = []
            yield node
    if run:
        yield run


def flow(nodes: Iterable[Any], manner: Manner, notes: Notes) -> list[Piece]:
    """Nodes as paragraphs and, where the field holds them, lists. What cannot stand there becomes paragraphs."""
    pieces: list[Piece] = []
    for run in runs(nodes):
        for piece in _block(run, manner, notes) if isinstance(run, Tag) else paragraph(run, manner, notes):
            append(pieces, piece)
    return pieces


def paragraph(nodes: Iterable[Any], manner: Manner, notes: Notes) -> list[Piece]:
    """Inline nodes as a paragraph; none when nothing is to be read."""
    content = inline(nodes, manner, notes)
    return [Piece(f"<p>{content}</p>")] if content else []


def _block(tag: Tag, manner: Manner, notes: Notes) -> list[Piece]:
    if tag.name in ("ul", "ol") and manner.lists:
        return numbered_or_not(tag, manner, notes)
    if tag.name in ("ul", "ol"):
        notes.add(Kind.TABLE, line_of(tag), _("a list, kept as paragraphs"))
    elif tag.name in HEADINGS:
        notes.add(
            Kind.HEADING, line_of(tag), _("%(text)s: kept as a paragraph") % {"text": tag.get_text()[:80]}
        )
        return emphasised(tag, manner, notes)
    elif tag.name == "pre":
        return preformatted(tag, manner, notes)
    elif tag.name == "blockquote":
        notes.add(Kind.QUOTATION, line_of(tag), tag.get_text()[:80])
    elif tag.name == "table":
        notes.add(
            Kind.TABLE, line_of(tag), _("a table inside a list, a table or an answer: kept as paragraphs")
        )
    elif tag.name == "dl":
        notes.add(Kind.STYLE, line_of(tag), _("a list of definitions, kept as paragraphs"))
    elif tag.name in ("summary", "dt"):
        return emphasised(tag, manner, notes)
    elif tag.name == "a":
        notes.add(
            Kind.LINK,
            line_of(tag),
            _("a link around blocks, left out: %(href)s") % {"href": attribute(tag, "href")},
        )
    elif tag.name == "picture":
        note_images(tag, notes)
        return []
    elif tag.name in INLINE_TAGS:
        notes.add(Kind.STYLE, line_of(tag), _("<%(tag)s> around blocks") % {"tag": tag.name})
    return flow(tag.children, manner, notes)


def emphasised(tag: Tag, manner: Manner, notes: Notes) -> list[Piece]:
    """A heading, a summary or a term as a paragraph in bold; several where it holds blocks."""
    inner = replace(manner, inside=manner.inside | {"b"})
    pieces = flow(tag.children, inner, notes)
    return [Piece(piece.html.replace("<p>", "<p><b>").replace("</p>", "</b></p>")) for piece in pieces]


def preformatted(tag: Tag, manner: Manner, notes: Notes) -> list[Piece]:
    """Preformatted text as a paragraph whose lines stay lines."""
    for text in list(tag.find_all(string=True)):
        lines = str(text).strip("\n").split("\n")
        for line in lines[:-1]:
            text.insert_before(NavigableString(line), Tag(name="br"))
        text.replace_with(NavigableString(lines[-1]))
    return flow(tag.children, manner, notes)


def numbered_or_not(tag: Tag, manner: Manner, notes: Notes) -> list[Piece]:
    """A list, its nested lists inside its items."""
    items = [_item(item, manner, notes) for item in tag.children if not _blank(item)]
    items = [item for item in items if item]
    if not items:
        return []
    content = "".join(f"<li>{item}</li>" for item in items)
    if tag.name == "ul":
        return [Piece(f"<ul>{content}</ul>")]
    written = attribute(tag, "start")
    first = int(written) if written.isdecimal() and len(written) < 7 else 1
    opening = "<ol>" if first == 1 else f'<ol start="{first}">'
    return [Piece(f"{opening}{content}</ol>", first, first + len(items), line_of(tag))]


def _blank(node: Any) -> bool:
    return isinstance(node, NavigableString) and not node.strip()


def _item(node: Any, manner: Manner, notes: Notes) -> str:
    """The content of a list item: a line, paragraphs parted by line breaks, then the lists inside."""
    pieces = flow(node.children if isinstance(node, Tag) and node.name == "li" else [node], manner, notes)
    content = ""
    for piece in pieces:
        _note_numbering(piece, notes)
        text = piece.html.removeprefix("<p>").removesuffix("</p>")
        between = (
            "<br/>" if content and text != piece.html and not content.endswith(("</ul>", "</ol>")) else ""
        )
        if text != piece.html and content.endswith(("</ul>", "</ol>")):
            notes.add(
                Kind.STYLE,
                line_of(node) if isinstance(node, Tag) else 0,
                _("text after a list inside an item"),
            )
        content += between + text
    return content if text_of(content).strip() else ""
