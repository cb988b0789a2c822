"""Alphabetical order as readers of a language expect it: accents and case do not count at first."""

import unicodedata
from collections.abc import Sequence


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    return "".join(character for character in spread if not unicodedata.combining(character)).casefold()


def alphabetical(options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """(value, words) pairs by their words."""
    return sorted(options, key=lambda option: (_plain(option[1]), option[1]))
