"""The body of a post as typed blocks of the newsroom: headings, text, quotations, tables, questions."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from bs4.element import Tag
from django.utils.translation import gettext as _

from news.archive.flow import HEADINGS, Piece, append, emphasised, flow, joined, paragraph, runs
from news.archive.inline import Manner, note_images, text_of
from news.archive.oddities import Kind, Notes, Refused
from news.archive.source import on_one_line
from news.archive.tables import grid, laid_out, rows_of
from news.archive.tree import attribute, line_of, parse, words

TEXT = Manner(frozenset(("bold", "italic", "link", "ol", "ul", "superscript", "subscript")))
LINE = Manner(frozenset(("bold", "italic", "link")))
MOST_HEADING = 255
MOST_QUESTION = 500
MOST_CAPTION = 500
MOST_SPEAKER = 255
_CONTAINERS = frozenset(
    (
        "address", "article", "aside", "center", "div", "figure", "footer", "header", "li", "main",
        "section", "td", "th",
    )
)  # fmt: skip
# What stands before a name below a quotation.
_DASH = re.compile(r"^[\s\u2010-\u2015\u2212-]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a body: its type and its value as the StreamField keeps it."""

    type: str
    value: dict[str, Any]


@dataclass(slots=True)
class Body:
    """A body while it is built. Prose gathers until another block comes: one text block between two of them."""

    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    prose: list[Piece] = field(default_factory=list)

    def add(self, kind: str, **value: Any) -> None:
        """Add a block after the prose so far."""
        self.flush()
        self.blocks.append(Block(kind, value))

    def flush(self) -> None:
        """Make a text block of the prose so far."""
        if self.prose:
            self.blocks.append(Block("rich_text", {"text": joined(self.prose, self.notes)}))
            self.prose = []

    def write(self, pieces: Iterable[Piece]) -> None:
        """Add prose."""
        for piece in pieces:
            append(self.prose, piece)

    def walk(self, nodes: Iterable[Any]) -> None:
        """Add the blocks of nodes, in order."""
        for run in runs(nodes):
            if isinstance(run, Tag):
                self.block(run)
            else:
                self.write(paragraph(run, TEXT, self.notes))

    def block(self, tag: Tag) -> None:
        """Add the blocks of one element."""
        if tag.name in HEADINGS:
            self.heading(tag)
        elif tag.name == "blockquote":
            self.quotation(tag)
        elif tag.name == "table":
            self.table(tag)
        elif tag.name == "details":
            self.question(tag)
        elif tag.name in _CONTAINERS:
            self.walk(tag.children)
        else:
            self.write(flow([tag], TEXT, self.notes))

    def heading(self, tag: Tag) -> None:
        """A heading at one of our levels; as a bold paragraph where it is too long for one."""
        note_images(tag, self.notes)
        level = min(max(int(tag.name[1]), 2), 4)
        text = words(tag)
        if len(text) > MOST_HEADING:
            self.notes.add(
                Kind.HEADING,
                line_of(tag),
                _("too long for a heading, kept as a paragraph: %(text)s") % {"text": text},
            )
            self.write(emphasised(tag, TEXT, Notes("")))
            return
        if not text:
            return
        if f"h{level}" != tag.name:
            detail = _("%(text)s: level %(from)s became %(to)d")
            self.notes.add(
                Kind.HEADING, line_of(tag), detail % {"text": text, "from": tag.name[1], "to": level}
            )
        for link in tag.find_all("a", href=True):
            detail = _("a link in a heading, its text kept: %(href)s")
            self.notes.add(Kind.HEADING, line_of(link), detail % {"href": attribute(link, "href")})
        self.add("heading", text=text, level=f"h{level}")

    def quotation(self, tag: Tag) -> None:
        """A quotation; a <cite> or <footer> of its own is whoever said it."""
        speaker = ""
        said = [part for part in tag.find_all(("cite", "footer")) if _alone(part, tag)]
        if len(said) == 1 and len(words(said[0])) <= MOST_SPEAKER:
            for link in said[0].find_all("a", href=True):
                detail = _("a link in a speaker’s name, its text kept: %(href)s")
                self.notes.add(Kind.LINK, line_of(link), detail % {"href": attribute(link, "href")})
            speaker = _DASH.sub("", words(said[0].extract()))
        text = joined(flow(tag.children, LINE, self.notes), self.notes)
        source = attribute(tag, "cite")
        if not text:
            self.write([Piece(f"<p>{escape(speaker, quote=False)}</p>")] if speaker else [])
            return
        self.add(
            "quotation",
            text=text,
            speaker=None,
            speaker_name=speaker,
            role="",
            source_url=source if source.startswith(("http://", "https://")) else "",
        )

    def table(self, tag: Tag) -> None:
        """A table; as running text where it only places things or is larger than a table may be."""
        rows = rows_of(tag)
        if not rows or laid_out(tag):
            if words_of(tag):
                self.notes.add(
                    Kind.TABLE, line_of(tag), _("a table that only placed things: read as running text")
                )
            self.walk([*tag.find_all("caption", recursive=False), *(cell for row in rows for cell in row)])
            return
        caption = tag.find("caption", recursive=False)
        if isinstance(caption, Tag) and len(words_of(caption)) > MOST_CAPTION:
            self.write(flow(caption.extract().children, TEXT, self.notes))
        cells = grid(tag, LINE, self.notes)
        if cells is None:
            self.notes.add(Kind.TABLE, line_of(tag), _("too many rows or columns: kept as paragraphs"))
            self.write(flow(tag.children, TEXT, self.notes))
            return
        self.add(
            "table",
            caption=cells.caption,
            header_row=cells.header_row,
            header_column=cells.header_column,
            rows=[_item({"cells": [_item(cell) for cell in row]}) for row in cells.rows],
        )

    def question(self, tag: Tag) -> None:
        """A part that readers open: a question with its answer, several in a row in one block."""
        summary = tag.find("summary", recursive=False)
        question = words(summary) if isinstance(summary, Tag) else ""
        if not question or len(question) > MOST_QUESTION:
            self.walk(tag.children)
            return
        assert isinstance(summary, Tag)  # noqa: S101  # it has words
        note_images(summary, self.notes)
        summary.extract()
        answer = joined(flow(tag.children, TEXT, self.notes), self.notes)
        if not answer:
            self.write([Piece(f"<p><b>{escape(question, quote=False)}</b></p>")])
            return
        item = _item({"question": question, "answer": answer})
        if not self.prose and self.blocks and self.blocks[-1].type == "questions":
            self.blocks[-1].value["items"].append(item)
        else:
            self.add("questions", title="", items=[item])


def _item(value: Any) -> dict[str, Any]:
    """An item of a list block; ``writing`` gives it its id."""
    return {"type": "item", "value": value}


def _alone(part: Tag, quotation: Tag) -> bool:
    """Whether a <cite> or <footer> stands below a quotation, not in a sentence of it."""
    parent = part.parent
    return parent is quotation or (
        parent is not None and parent.parent is quotation and words_of(parent) == words_of(part)
    )


def words_of(tag: Tag) -> str:
    """The text of a tag on one line, the tag left as it is."""
    return on_one_line(tag.get_text(" "))


def blocks_of(html: str, first_line: int, notes: Notes) -> list[Block]:
    """The blocks of rendered HTML. Raises Refused for what is nested too deeply to be a text."""
    try:
        tree = parse(html)
    except Refused as refused:
        raise Refused(refused.line or first_line, refused.message) from refused
    before = _letters(tree.get_text())
    body = Body(notes)
    body.walk(list(tree.children))
    body.flush()
    # The net under all of this: whatever the walk forgot is told, with the letters that are missing.
    missing = before - _letters(" ".join(texts(body.blocks)))
    if missing:
        notes.add(Kind.LOST, first_line, _("%(count)d characters are missing") % {"count": missing.total()})
    return body.blocks


def texts(blocks: Iterable[Block]) -> list[str]:
    """Every text of blocks, markup taken out."""
    return [
        unescape(text_of(text)) if rich else text for block in blocks for text, rich in _strings(block.value)
    ]


def _strings(value: Any, name: str = "") -> Iterable[tuple[str, bool]]:
    if isinstance(value, str):
        yield value, name in ("text", "answer", "cells") and value.startswith("<")
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, name)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("type", "level", "source_url"):
                yield from _strings(part, name if key == "value" else key)


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))
