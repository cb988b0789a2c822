"""Template tags about files, addresses and numbers outside running text."""

import re
from typing import Any
from urllib.parse import urlsplit

from babel.numbers import format_decimal
from django import template
from django.utils.safestring import SafeString

from cms.website.templatetags.words import page_language
from cms.website.timecodes import seconds
from cms.website.typography import NO_BREAK

register = template.Library()

MEDIA_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
UNITS = {"en": ("bytes", "kB", "MB", "GB"), "fr": ("octets", "ko", "Mo", "Go")}


def file_size(size: float, locale: str) -> str:
    """A number of bytes as people read it: "1.4 MB", "1,4 Mo"."""
    units = UNITS[locale]
    step = 0
    while size >= 1000 and step < len(units) - 1:
        size /= 1000
        step += 1
    pattern = "#,##0.#" if step > 1 else "#,##0"
    return f"{format_decimal(size, pattern, locale=locale)}{NO_BREAK}{units[step]}"


@register.filter
def file_facts(document: Any) -> str:
    """Kind and size of a document: "PDF, 1.4 MB"."""
    extension = str(document.get("extension") or "").upper()
    size = document.get("file_size")
    parts = [extension, file_size(size, page_language()) if size else ""]
    return ", ".join(part for part in parts if part)


@register.filter
def media_type(address: object) -> str:
    """The media type of a video file by its name; empty when unknown."""
    return MEDIA_TYPES.get(str(address).rpartition(".")[2].lower(), "")


@register.simple_tag
def fragment(in_point: str = "", out_point: str = "") -> SafeString:
    """The part of a video to play, as a media fragment ("#t=90,102"); nothing for the whole.

    Source: W3C Media Fragments URI 1.0, temporal dimension.
    """
    start, end = seconds(in_point), seconds(out_point)
    if start is None and end is None:
        return SafeString("")
    return SafeString(f"#t={start or 0:g}" + (f",{end:g}" if end is not None else ""))


@register.filter
def host(address: object) -> str:
    """The host of an address, as a reader knows it."""
    try:
        return (urlsplit(str(address)).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@register.filter
def telephone(number: object) -> str:
    """A telephone number as a tel: address wants it."""
    return re.sub(r"[^+\d]", "", re.sub(r"\(0\)", "", str(number)))


def _degrees(value: Any, positive: str, negative: str) -> str:
    number = float(value)
    shown = format_decimal(abs(number), "0.0000", locale=page_language())
    return f"{shown}°{NO_BREAK}{positive if number >= 0 else negative}"


@register.filter
def latitude(value: Any) -> str:
    """A latitude in degrees: "50.8467° N", "50,8467° N"."""
    return _degrees(value, "N", "S")


@register.filter
def longitude(value: Any) -> str:
    """A longitude in degrees: "4.3525° E", "73,5673° O"."""
    return _degrees(value, "E", "O" if page_language() == "fr" else "W")
