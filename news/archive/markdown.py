"""Markdown to HTML in which every element knows its line (``data-line``)."""

import html
import re
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Any

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.rules_block.html_block import html_block as commonmark_html_block
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_core.state_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from news.archive.oddities import Kind, Notes, Refused
from news.archive.raw_html import open_part, refused_scheme, tidy
from news.archive.source import on_one_line

# Characters. Inline parsing takes quadratic time on hostile text; 5,000 words are no paragraph.
MOST_PARAGRAPH = 32_768
# Opening brackets in a paragraph; in a file, five times as many.
MOST_BRACKETS = 1000
# markdown-it drops what is nested deeper without a word; we refuse the file instead.
MOST_NESTED = 60
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
# Hugo {{< … >}} and {{% … %}}, Jekyll and Liquid {% … %}.
_SHORTCODE = re.compile(r"\{\{([<%])[^{}]*+\}\}|\{%[^{}%]*+(?:%(?!\})[^{}%]*+)*+%\}")
# Looks like markup, but no rule of CommonMark took it.
_BROKEN = re.compile(r"<[A-Za-z/!?]")
# What word processors leave behind; CommonMark knows neither a colon in a tag's name nor "<![".
_LEFTOVER = re.compile(r"</?[A-Za-z][A-Za-z0-9]*:[A-Za-z][^<>]*>|<!\[(?:if\b[^<>]*|endif)\]>|<\?xml\b[^<>]*>")
_SIGNS = re.compile(r"(?:<(?![A-Za-z/!?]))+")
# How HTML that runs to an end of its own begins, and that end; without the end it would swallow all that follows.
_RUNNING = [
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile(r"<![A-Za-z]"), ">"),
] + [
    (re.compile(rf"<{name}(?=[\s>]|$)", re.IGNORECASE), f"</{name}>")
    for name in ("pre", "script", "style", "textarea")
]


def rendered(body: str, first_line: int, notes: Notes) -> str:
    """The HTML of a body whose first line is line ``first_line`` of its file. Raises Refused for hostile nesting."""
    body = _without_shortcodes(body, first_line, notes)
    env: dict[str, Any] = {"first_line": first_line}
    tokens = PARSER.parse(body, env)
    for token in tokens:
        _mark(token, first_line, notes)
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number == -1:
            notes.add(
                Kind.LOST,
                first_line,
                _("A footnote that nothing refers to: [^%(label)s]") % {"label": label[1:]},
            )
    return str(PARSER.renderer.render(tokens, PARSER.options, env))


def plain(text: str, line: int, notes: Notes) -> str:
    """One line of front matter without the Markdown and HTML in it, spaces made single; noted when there was some."""
    written = on_one_line(text)
    if len(written) > MOST_PARAGRAPH:
        raise Refused(
            line, _("A text of more than %(most)d characters cannot stand here.") % {"most": MOST_PARAGRAPH}
        )
    inline = tidy(PARSER.renderInline(written), line, Notes(""))
    read = on_one_line(html.unescape(nh3.clean(inline, tags=set())))
    if read != written:
        notes.add(Kind.PLAIN, line, written)
    return read


def _without_shortcodes(body: str, first_line: int, notes: Notes) -> str:
    def drop(match: re.Match[str]) -> str:
        notes.add(Kind.SHORTCODE, first_line + body.count("\n", 0, match.start()), match[0])
        return "\n" * match[0].count("\n")

    return _SHORTCODE.sub(drop, body)


def _mark(token: Token, first_line: int, notes: Notes) -> None:
    """Give a token and the links and images in it their lines, and tidy the HTML in it."""
    if token.map is None:
        return
    line = first_line + token.map[0]
    if token.type == "html_block":
        token.content = tidy(token.content, line, notes)
    elif token.nesting == 1 or token.type in ("fence", "code_block"):
        token.attrSet("data-line", str(line))
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "html_inline":
            lines = child.content.count("\n")
            child.content = tidy(child.content, line, notes)
            line += lines
        elif child.type in ("image", "link_open", "s_open", "code_inline"):
            child.attrSet("data-line", str(line))
            href = str(child.attrs.get("href", ""))
            if refused_scheme(href):
                notes.add(Kind.UNSAFE, line, href)
        elif child.type == "text" and (broken := _BROKEN.search(child.content)):
            notes.add(Kind.MARKUP, line, child.content[broken.start() : broken.start() + 40])
        elif child.type == "footnote_ref":
            notes.add(Kind.FOOTNOTE, line, f"[{child.meta['id'] + 1}]")


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark's HTML blocks, but what lacks its end is text, and a comment ends at its end, not at a blank line."""
    position = state.bMarks[start] + state.tShift[start]
    for opening, closing in _RUNNING:
        if opening.match(state.src, position) and _last(state, closing) < position:
            return False
    if not commonmark_html_block(state, start, end, silent):
        return False
    if silent:
        return True
    token = state.tokens[-1]
    following = state.line
    while (closing := open_part(token.content)) and following < end:
        at = _lowered(state).find(closing, state.bMarks[following])
        if at == -1 or at >= state.eMarks[end - 1]:
            break
        while state.eMarks[following] < at:
            following += 1
        while following < end and not state.isEmpty(following):
            following += 1
        token.content = state.getLines(start, following, state.blkIndent, True)
        state.line, token.map = following, [start, following]
    return True


def _leftover(state: StateInline, silent: bool) -> bool:
    """An inline rule for what word processors leave behind; ``tidy`` drops and notes it."""
    match = _LEFTOVER.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = match[0]
    state.pos = match.end()
    return True


def _signs(state: StateInline, silent: bool) -> bool:
    """An inline rule for "less than" signs that begin no markup, all in a row at once: each costs all other rules."""
    match = _SIGNS.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.pending += match[0]
    state.pos = match.end()
    return True


def _last(state: StateBlock, closing: str) -> int:
    """Where ``closing`` stands last in the source; -1 for nowhere. Kept, so that many openings stay cheap."""
    known: dict[str, int] = state.env.setdefault("last", {})
    if closing not in known:
        known[closing] = _lowered(state).rfind(closing)
    return known[closing]


def _lowered(state: StateBlock) -> str:
    """The source with small letters for tag names; str.lower() would change the length of some texts."""
    lowered: str = state.env.get("lowered") or state.src.translate(_SMALL)
    state.env["lowered"] = lowered
    return lowered


def _limits(state: StateCore) -> None:
    """Refuse what would take long to parse or be dropped; runs between blocks and inline text."""
    brackets = 0
    for token in state.tokens:
        line = int(state.env["first_line"]) + token.map[0] if token.map and "first_line" in state.env else 0
        if token.level >= MOST_NESTED - 2:
            raise Refused(line, _("Lists or quotations are nested too deeply."))
        if token.type != "inline":
            continue
        if len(token.content) > MOST_PARAGRAPH:
            message = _("A paragraph has more than %(most)d characters. Divide it.")
            raise Refused(line, message % {"most": MOST_PARAGRAPH})
        here = token.content.count("[")
        brackets += here
        if here > MOST_BRACKETS or brackets > 5 * MOST_BRACKETS:
            message = _("There are more opening brackets than a text can have (%(number)d).")
            raise Refused(line, message % {"number": max(here, brackets)})


def _footnote_ref(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    return f"<sup>[{tokens[index].meta['id'] + 1}]</sup>"


def _nothing(*_args: Any) -> str:
    return ""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MOST_NESTED}).enable(
        ["table", "strikethrough"]
    )
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.before("text", "signs", _signs)
    parser.inline.ruler.before("html_inline", "leftover", _leftover)
    parser.core.ruler.before("inline", "limits", _limits)
    parser.add_render_rule("footnote_ref", _footnote_ref)
    # The way back from a note to its place: our pages have no anchors inside a text.
    parser.add_render_rule("footnote_anchor", _nothing)
    # An address stays as the author wrote it, accents and all; browsers encode it.
    parser.normalizeLink = _as_written  # type: ignore[method-assign]  # markdown-it's documented way
    # Which addresses are refused is said once, in raw_html; markdown-it would leave brackets in the text.
    parser.validateLink = _every  # type: ignore[method-assign]  # as above
    return parser


def _as_written(url: str) -> str:
    return url


def _every(url: str) -> bool:
    return True


PARSER = _parser()
