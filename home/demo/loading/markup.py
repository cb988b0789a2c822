"""From the plain markup of the demo's files to rich text as Wagtail stores it."""

import re
from collections.abc import Callable
from html import escape

# Gives the attributes of a link to something of the demo: what it is, and its key.
Target = Callable[[str, str], str]

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BULLET = re.compile(r"- ")
_NUMBER = re.compile(r"\d+\. ")


def rich_text(text: str, target: Target) -> str:
    """Paragraphs and lists: one line each. ``**strong**``, ``*emphasis*``, ``[words](item:key)``."""
    html: list[str] = []
    open_list = ""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        kind = "ul" if _BULLET.match(line) else "ol" if _NUMBER.match(line) else ""
        if kind != open_list:
            html += [f"</{open_list}>"] if open_list else []
            html += [f"<{kind}>"] if kind else []
            open_list = kind
        words = inline(re.sub(r"^(- |\d+\. )", "", line) if kind else line, target)
        html.append(f"<li>{words}</li>" if kind else f"<p>{words}</p>")
    return "".join(html) + (f"</{open_list}>" if open_list else "")


def inline(text: str, target: Target) -> str:
    """The words of one paragraph."""

    def link(match: re.Match[str]) -> str:
        scheme, _, rest = match[2].partition(":")
        attributes = f'href="{match[2]}"' if scheme in {"http", "https"} else target(scheme, rest)
        # Where there is nothing to lead to, the words stay.
        return f"<a {attributes}>{match[1]}</a>" if attributes else match[1]

    html = _LINK.sub(link, escape(text, quote=False))
    html = _STRONG.sub(r"<b>\1</b>", html)
    return _EMPHASIS.sub(r"<i>\1</i>", html)
