"""Names of the languages as they stand inside a sentence."""

from cms.pages.locales import in_sentence

__all__ = ["in_sentence"]
