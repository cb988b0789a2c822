"""Template tags about events: when, and whether as announced."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.website import dates, labels
from cms.website.event_words import is_over, slots, summary
from cms.website.templatetags.words import page_language

register = template.Library()


@register.simple_tag
def event_when(card: Any) -> str:
    """When an event takes place, on one line."""
    return summary(card, page_language())


@register.simple_tag
def event_tile(card: Any) -> SafeString:
    """The first day of an event, large; the line beside it says the same in full."""
    known = slots(card)
    if not known:
        return SafeString("<span></span>")
    first = known[0].first
    return format_html(
        '<span class="tile" aria-hidden="true"><span class="number">{}</span><span class="month">{}</span></span>',
        first.day,
        dates.month(first, page_language()),
    )


@register.simple_tag(takes_context=True)
def event_state(context: Context, card: Any) -> SafeString:
    """A badge for an event that does not take place as announced, or is over."""
    if not isinstance(card, dict) or (card.get("meta") or {}).get("type") != "news.EventPage":
        return SafeString("")
    state = str(card.get("state") or "")
    asking = context.get("asking")
    if state == "scheduled" and asking is not None and is_over(card, asking.now):
        state = "ended"
    if state == "scheduled":
        return SafeString("")
    return format_html(
        '<p class="state-line"><span class="state {}">{}</span></p>', state, labels.state(state)
    )
