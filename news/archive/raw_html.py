"""HTML as it is written inside Markdown: made well-formed enough to lose nothing, and every oddity noted with its line."""

import html
import re

from markdown_it.common.html_blocks import block_names

from news.archive.oddities import Kind, Notes

# What the flow of a body knows how to read.
BLOCK_TAGS = frozenset(
    (
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
        "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "li", "main", "ol", "p", "picture", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
INLINE_TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
        "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip
TAGS = BLOCK_TAGS | INLINE_TAGS
# Dropped without a word: they hold no text and mean nothing alone.
_SILENT = frozenset(("col", "colgroup", "source"))
# Their content is no text.
_WITH_CONTENT = frozenset(("script", "style"))
_MEDIA = frozenset(
    (
        "audio", "canvas", "embed", "iframe", "object", "script", "style", "svg", "video",
    )
)  # fmt: skip
SCHEMES = frozenset(("http", "https", "mailto", "tel"))

# Possessive throughout, so that no text makes it go back and try again.
_ATTRIBUTES = r"""(?:[\s/]++|[^\s"'>/=<]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+"""
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:(?=[\s/]){_ATTRIBUTES})?+)>")
_CONDITION = re.compile(r"<!\[(?:if\b[^<>]*|endif)\]>|<\?xml\b[^<>]*>")
_ADDRESS = re.compile(
    r"""(?:\s|^)(?:href|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE
)
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_HIDDEN = re.compile(r"<!--|-->|<(/?)(script|style)(?=[\s>/])", re.IGNORECASE)


def address(attributes: str) -> str:
    """The address in the attributes of a tag; empty when there is none."""
    match = _ADDRESS.search(attributes)
    return html.unescape(next(part for part in match.groups() if part is not None)).strip() if match else ""


def has_scheme(href: str) -> bool:
    """Whether an address begins with a scheme."""
    return _SCHEME.match(href) is not None


def refused_scheme(href: str) -> bool:
    """Whether an address begins with a scheme that is no link for readers (javascript:, data:, file:)."""
    match = _SCHEME.match(href)
    return bool(match) and match[1].lower() not in SCHEMES  # type: ignore[index]  # bool(match) says so


def tidy(fragment: str, line: int, notes: Notes) -> str:
    """``fragment`` with known tags alone, each with its ``data-line``; what is no tag becomes text.

    ``line`` is the line of the file on which the fragment begins. Unknown tags go and their content stays, scripts
    and styles go whole, comments go in silence, broken markup ("<![", "<?", an attribute without its end) is kept
    as visible text: an HTML parser would swallow what follows it.
    """
    written: list[str] = []
    position = 0
    while (at := fragment.find("<", position)) != -1:
        text = fragment[position:at]
        written.append(text)
        line += text.count("\n")
        kept, end = _construct(fragment, at, line, notes)
        written.append(kept)
        line += fragment.count("\n", at, end)
        position = end
    written.append(fragment[position:])
    return "".join(written)


def _construct(fragment: str, at: int, line: int, notes: Notes) -> tuple[str, int]:
    """What stands at a "<": what is kept of it, and where it ends."""
    if fragment.startswith("<!--", at) and fragment.rfind("-->", at + 4) != -1:
        end = fragment.index("-->", at + 4)
        if fragment.startswith("[if", at + 4):
            notes.add(Kind.MARKUP, line, fragment[at : at + 40])
        return "", end + 3
    if fragment.startswith("<![CDATA[", at) and (end := fragment.find("]]>", at)) != -1:
        notes.add(Kind.MARKUP, line, "<![CDATA[")
        return html.escape(fragment[at + 9 : end], quote=False), end + 3
    leftover = _CONDITION.match(fragment, at)
    if leftover:
        notes.add(Kind.MARKUP, line, leftover[0])
        return "", leftover.end()
    match = _TAG.match(fragment, at)
    if match:
        return _tag(fragment, match, line, notes)
    if re.match(r"<[A-Za-z/!?]", fragment[at : at + 2]):
        notes.add(Kind.MARKUP, line, fragment[at : at + 40])
    return "&lt;", at + 1


def _tag(fragment: str, match: re.Match[str], line: int, notes: Notes) -> tuple[str, int]:
    slash, name, attributes = match[1], match[2].lower(), match[3]
    if name in TAGS and slash:
        return f"</{name}>", match.end()
    if name in TAGS:
        if name == "a" and refused_scheme(address(attributes)):
            notes.add(Kind.UNSAFE, line, address(attributes))
        # Written first: of two attributes with one name, HTML takes the first.
        return f'<{name} data-line="{line}"{_spaced(attributes)}>', match.end()
    end = match.end()
    if name in _WITH_CONTENT and not slash:
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(fragment, end)
        end = closing.end() if closing else len(fragment)
    if not slash and name not in _SILENT:
        kind = Kind.MEDIA if name in _MEDIA else Kind.MARKUP
        notes.add(kind, line, f"<{name}> {address(attributes)}")
    # Where a block began or ended, the words on both sides would grow together.
    return " " if name in block_names else "", end


def _spaced(attributes: str) -> str:
    return attributes if not attributes or attributes[0].isspace() else f" {attributes}"


def open_part(fragment: str) -> str:
    """What would close the comment, script or style that ``fragment`` leaves open; empty when it leaves none."""
    closing = ""
    for match in _HIDDEN.finditer(fragment):
        mark = match[0].lower()
        if not closing and mark == "<!--":
            closing = "-->"
        elif not closing and match[2] and not match[1]:
            closing = f"</{match[2].lower()}"
        elif closing and mark == closing:
            closing = ""
    return closing
