"""Template tags for the blocks of a body and the pictures of cards."""

import re
from html import unescape
from typing import Any

from django import template

register = template.Library()

TYPES = {
    "heading", "rich_text", "quotation", "image", "gallery", "video", "questions", "table", "key_facts",
    "documents", "embed",
}  # fmt: skip
HEADINGS = {"h2", "h3", "h4"}
_TAG = re.compile(r"<[^>]*>")
PICTURES = ("hero_image", "cover", "poster", "portrait")


@register.filter
def block_template(block: Any) -> str:
    """The template of a block. A type that this site does not know yet shows nothing."""
    kind = block.get("type")
    return f"website/blocks/{kind if kind in TYPES else 'unknown'}.html"


@register.filter
def heading_level(level: object) -> str:
    """The element of a heading in a body."""
    return str(level) if level in HEADINGS else "h2"


@register.filter
def card_picture(card: Any) -> Any:
    """The image card that stands for a card, or None."""
    return next((card[name] for name in PICTURES if card.get(name)), None)


@register.filter
def card_lead(card: Any) -> str:
    """The first words of a card as plain text: its lead, or else its description."""
    text = card.get("lead") or card.get("description") or ""
    return plain(text)


@register.filter
def plain(html: object) -> str:
    """The bare words of sanitised HTML."""
    return " ".join(unescape(_TAG.sub(" ", str(html))).split())
