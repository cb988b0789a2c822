"""Texts of language-neutral media: one column per language, the other language standing in, never in silence."""

from typing import Any

from cms.contract.values import Localised
from cms.pages.locales import other


def localised(instance: Any, field: str, locale: str) -> Localised[str]:
    """The text of ``field`` in ``locale``; where there is none, the other language's, marked as a fallback."""
    own: str = getattr(instance, f"{field}_{locale}")
    if own:
        return Localised(own, locale, "original")
    foreign: str = getattr(instance, f"{field}_{other(locale)}")
    if foreign:
        return Localised(foreign, other(locale), "fallback")
    return Localised("", locale, "original")
