"""Spaces that must not break a line, as the French typographic code wants them.

It changes spaces alone: the words and the marks stay as their author wrote them.
Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
"""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_RULES = (
    (re.compile(r"[ \u00a0]([;!?])"), NARROW + r"\1"),
    (re.compile(r" ([:»%€])"), NO_BREAK + r"\1"),
    (re.compile(r"« "), "«" + NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"\b([nN]°|M\.|MM\.|art\.|p\.) (?=\S)"), r"\1" + NO_BREAK),
    # A dash keeps to the word before it, so that no line begins with one that closes an aside.
    (re.compile(r" ([–—])(?= )"), NO_BREAK + r"\1"),
)
_TAG = re.compile(r"(<[^>]*>)")


def typeset(text: str, language: str) -> str:
    """Plain text with the spaces of its language."""
    if language != "fr":
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def typeset_html(html: str, language: str) -> str:
    """HTML with the spaces of its language between tags; tags and their attributes stay as they are."""
    if language != "fr":
        return html
    return "".join(part if part.startswith("<") else typeset(part, language) for part in _TAG.split(html))
