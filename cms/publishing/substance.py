"""What an object says: the texts that must change in both languages or in neither."""

from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.pages.regime import BODIES, BODY_STAYS_ORIGINAL


def strings_of(instance: Any) -> list[tuple[str, str]]:
    """(content path, string) of an instance as it is now, in reading order."""
    return [
        (value.path, value.string.data)
        for value in extract_segments(instance)
        if isinstance(value, StringSegmentValue)
    ]


def substance(instance: Any) -> list[tuple[str, str]]:
    """The strings that the language regime wants in both languages."""
    stays = getattr(instance, "language_regime", "") in BODY_STAYS_ORIGINAL
    return [(path, string) for path, string in strings_of(instance) if not (stays and is_of_body(path))]


def is_of_body(path: str) -> bool:
    """Whether a content path leads into the body, and not to an alternative text in it."""
    return path.split(".")[0] in BODIES and not path.endswith(".alt_text")
