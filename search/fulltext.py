"""What a reader asks for in words: from the text of a search box to words, exact phrases and how they combine.

Nothing in the text is an operator but double quotes around an exact phrase; a quote without its partner is passed over.
"""

import re
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from cms.store.analysis import bare, words

LONGEST = 200  # characters
MOST_WORDS = 20
# A phrase is looked for in the whole text of every item that has its words.
MOST_PHRASES = 3

Operator = Literal["and", "or"]
OPERATORS: tuple[Operator, ...] = ("and", "or")
# The double quotes of both languages and of keyboards, in any pairing: «…», “…”, „…“, "…".
QUOTES = re.compile('["“”„‟«»″＂]')


class Unsearchable(ValueError):
    """A text that cannot be searched for. ``limit``: the number that it exceeds, 0 where it has no word at all."""

    def __init__(
        self, reason: Literal["too long", "too many words", "too many phrases", "no word"], limit: int = 0
    ) -> None:
        super().__init__(f"{reason} ({limit})" if limit else reason)
        self.reason = reason
        self.limit = limit

    @property
    def rule(self) -> str:
        """What can be searched for instead, as a sentence for readers."""
        count = {"count": self.limit}
        return {
            "too long": _("Its length is limited to %(count)d characters.") % count,
            "too many words": _("Write at most %(count)d words.") % count,
            "too many phrases": _("Write at most %(count)d phrases between quotes.") % count,
            "no word": _("Write at least one word or number."),
        }[self.reason]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word in any of its forms, or, when ``exact``, these bare words in a row."""

    words: tuple[str, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Everything that is wanted, each once: all of it ("and") or any of it ("or")."""

    wanted: tuple[Wanted, ...]
    operator: Operator = "and"


def parse(text: str, operator: Operator = "and") -> Search:
    """The search that ``text`` means. Raises Unsearchable when it has no word or is past a limit."""
    if len(text) > LONGEST:
        raise Unsearchable("too long", LONGEST)
    wanted: dict[Wanted, None] = {}
    count = 0
    # Every second part stands within quotes; behind the last quote of an odd number there is no phrase.
    parts = QUOTES.split(text)
    for index, part in enumerate(parts):
        found = words(part)
        count += len(found)
        if index % 2 and index + 1 < len(parts):
            if found:
                wanted[Wanted(tuple(bare(word) for word in found), exact=True)] = None
        else:
            wanted |= dict.fromkeys(Wanted((word,)) for word in found)
    if count > MOST_WORDS:
        raise Unsearchable("too many words", MOST_WORDS)
    if sum(one.exact for one in wanted) > MOST_PHRASES:
        raise Unsearchable("too many phrases", MOST_PHRASES)
    if not wanted:
        raise Unsearchable("no word")
    return Search(tuple(wanted), operator)
