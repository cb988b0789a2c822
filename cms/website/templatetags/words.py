"""Template tags about language: of a value, of a link, and the right spaces for it."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from cms.website import labels
from cms.website.typography import typeset, typeset_html

register = template.Library()


def page_language() -> str:
    """The language of the page that is being rendered."""
    return get_language() or "en"


def language_of(item: Any, field: str) -> str:
    """The language of a field of an item or card: its own where ``meta.languages`` says so, else the item's."""
    meta = item.get("meta") or {} if isinstance(item, dict) else {}
    own = (meta.get("languages") or {}).get(field) or {}
    return str(own.get("lang") or meta.get("locale") or page_language())


def attribute(context: Context, language: str) -> SafeString:
    """` lang="fr"` where ``language`` is not that of the surrounding element, else nothing.

    Templates say by ``spoken`` that they stand inside an element of another language than the page's.
    """
    around = context.get("spoken") or page_language()
    return format_html(' lang="{}"', language) if language and language != around else SafeString("")


@register.simple_tag(takes_context=True)
def lang(context: Context, item: Any, field: str = "title") -> SafeString:
    """The lang attribute that a field of ``item`` needs where it stands."""
    return attribute(context, language_of(item, field))


@register.simple_tag(takes_context=True)
def lang_of(context: Context, language: str) -> SafeString:
    """The lang attribute that words in ``language`` need where they stand."""
    return attribute(context, language)


@register.simple_tag
def words(item: Any, field: str = "title") -> str:
    """A field of an item as plain text, with the spaces of its language."""
    value = item.get(field) if isinstance(item, dict) else None
    return conditional_escape(typeset(str(value or ""), language_of(item, field)))


@register.simple_tag
def html(item: Any, field: str) -> SafeString:
    """A rich text field of an item: HTML that the store has sanitised, with the spaces of its language."""
    value = item.get(field) if isinstance(item, dict) else None
    return mark_safe(typeset_html(str(value or ""), language_of(item, field)))


@register.filter
def typeset_in(text: object, language: str) -> str:
    """Plain text with the spaces of ``language``."""
    return conditional_escape(typeset(str(text or ""), language or page_language()))


@register.filter
def html_in(source: object, language: str) -> SafeString:
    """HTML that the store has sanitised, with the spaces of ``language``."""
    return mark_safe(typeset_html(str(source or ""), language or page_language()))


@register.filter
def is_foreign(card: Any) -> bool:
    """Whether a card stands in from the other language."""
    return bool(card) and (card.get("meta") or {}).get("locale") not in {None, page_language()}


@register.filter
def language_name(code: object) -> str:
    """The name of a language within a sentence of this page: "French", "français"."""
    return labels.language(str(code), page_language()) if code else ""


@register.filter
def language_names(codes: Any) -> str:
    """Several languages: "English, French, Ukrainian"."""
    return ", ".join(language_name(code) for code in codes or [])


@register.filter
def kind_label(card: Any) -> str:
    """What an item is: its kind, or else its type, in words."""
    if not isinstance(card, dict):
        return ""
    return labels.kind(str((card.get("meta") or {}).get("type", "")), str(card.get("kind") or ""))


@register.filter
def state_label(code: object) -> str:
    """The state of an event in words."""
    return labels.state(str(code))


@register.filter
def rights_label(code: object) -> str:
    """Who may use a video, in words."""
    return labels.rights(str(code))
