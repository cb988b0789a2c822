"""Inline markup of segments: what wagtail-localize keeps within a string and what splits it."""

from wagtail_localize import strings

# Without these, “1<sup>er</sup> juillet” comes apart into three strings that cannot be translated.
MORE_INLINE_TAGS = ("sup", "sub")


def allow_more_inline_tags() -> None:
    """Let superscript and subscript stand within a string."""
    for tag in MORE_INLINE_TAGS:
        if tag not in strings.INLINE_TAGS:
            strings.INLINE_TAGS.append(tag)
