"""Template tags for dates and times."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.website import dates
from cms.website.templatetags.words import page_language

register = template.Library()


@register.simple_tag
def moment(value: Any, zone: str = "") -> SafeString:
    """An instant with its zone, in a time element."""
    instant = dates.instant(value)
    if instant is None:
        return day(value)
    text = dates.moment(instant, page_language(), zone or settings.TIME_ZONE)
    return format_html('<time datetime="{}">{}</time>', instant.isoformat(), text)


@register.simple_tag
def day(value: Any, zone: str = "") -> SafeString:
    """The day of an instant (on the newsroom's clock) or a plain day, in a time element."""
    instant = dates.instant(value)
    if instant is not None:
        local = dates.local(instant, zone or settings.TIME_ZONE).date()
        return format_html(
            '<time datetime="{}">{}</time>', instant.isoformat(), dates.day(local, page_language())
        )
    plain = dates.calendar_day(value)
    if plain is None:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', plain.isoformat(), dates.day(plain, page_language()))


@register.filter
def duration(seconds: Any) -> str:
    """A number of seconds in words."""
    try:
        return dates.duration(float(seconds))
    except (TypeError, ValueError):
        return ""


@register.filter
def hour(value: Any) -> str:
    """A time of day as the page's language writes it."""
    time = dates.time_of_day(value)
    return dates.clock(time, page_language()) if time else str(value or "")


@register.simple_tag
def short_month(value: Any) -> str:
    """The month of a day in short."""
    return dates.month(value, page_language())
