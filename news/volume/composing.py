"""What release number n says, is about and leads to. Chosen by n alone, so that N only says how many there are."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from cms.pages.locales import Language, other
from cms.pages.regime import Regime
from news.models import ReleaseKind
from news.volume.dice import Dice
from news.volume.words import identity, words

FIRST_DAY = datetime(2006, 1, 2, 7, 0, tzinfo=UTC)
DAYS = 20 * 365
# Of a hundred releases, so many are of this kind.
SHARES = {
    ReleaseKind.PRESS_RELEASE: 44,
    ReleaseKind.STATEMENT: 16,
    ReleaseKind.ARTICLE: 13,
    ReleaseKind.MEDIA_ADVISORY: 11,
    ReleaseKind.SPEECH: 8,
    ReleaseKind.OFFICIAL_TEXT: 5,
    ReleaseKind.OPINION: 3,
}
KINDS = [kind for kind, share in SHARES.items() for _one in range(share)]
# Consecutive numbers fall on days far apart, and any number of them spreads evenly (the golden section).
GOLDEN = 0.6180339887498949
# How far back related releases lie, in numbers. No nearer: those would be written in the same transaction.
NEAREST, FURTHEST = 25, 400


@dataclass(frozen=True)
class Composition:
    """Release ``number``: what both of its languages share."""

    number: int

    @cached_property
    def dice(self) -> Dice:
        """Its choices."""
        return Dice(self.number)

    @cached_property
    def key(self) -> UUID:
        """Its translation key."""
        return identity("release", self.number)

    @cached_property
    def kind(self) -> ReleaseKind:
        """What it is."""
        return self.dice.pick("kind", KINDS)

    @cached_property
    def original(self) -> str:
        """The language it was written in."""
        return self.dice.pick("original", Language.values)

    @cached_property
    def regime(self) -> Regime:
        """What the other language gets of it."""
        if self.kind is ReleaseKind.SPEECH and self.dice.chance("regime", 40):
            return Regime.AS_DELIVERED
        if self.kind is ReleaseKind.OFFICIAL_TEXT and self.dice.chance("regime", 50):
            return Regime.SUMMARY
        return Regime.BOTH

    def body_language(self, language: str) -> str:
        """The language in which the body stands on the page in ``language``."""
        return language if self.regime is Regime.BOTH else self.original

    @cached_property
    def released_at(self) -> datetime:
        """The day falls between 2006 and 2025, the time between 7 and 17 o'clock (UTC)."""
        day = int(self.number * GOLDEN % 1 * DAYS)
        return FIRST_DAY + timedelta(days=day, minutes=self.dice.roll("minute", 601))

    @cached_property
    def printed_number(self) -> str:
        """As printed at the head."""
        return f"({self.released_at.year}) {self.number % 1000:03d}"

    @cached_property
    def topics(self) -> list[str]:
        """Keys of one to three topics, the first the one that it speaks of."""
        keys = [topic["key"] for topic in words()["topics"]]
        return self.dice.some("topics", keys, 1 + self.dice.roll("topic count", 3))

    @cached_property
    def place(self) -> dict[str, Any]:
        """Where it is set."""
        return self.dice.pick("place", words()["places"])

    @cached_property
    def earlier(self) -> list[int]:
        """Numbers of up to three earlier releases that it names as related."""
        before = range(max(1, self.number - FURTHEST), self.number - NEAREST + 1)
        return self.dice.some("related", before, self.dice.roll("related count", 4))

    def title(self, language: str) -> str:
        """Its title."""
        return self.say(self.dice.pick("title", words()["titles"][self.kind.value]), language)

    def lead(self, language: str) -> str:
        """Its lead."""
        return self.say(self.dice.pick("lead", words()["leads"]), language)

    def say(self, entry: dict[str, str], language: str, **named: str) -> str:
        """The words of ``entry`` with this release's own facts, and ``named`` ones, in their slots."""
        text = entry[language]
        return text.format(**self._facts[language], **named) if "{" in text else text

    def names(self, language: str) -> list[str]:
        """Two sentences with names that few other releases have."""
        parts = words()["villages"]
        said = []
        for turn, sentence in enumerate(self.dice.some("named", words()["named"], 2)):
            first, last = (
                self.dice.pick(f"village/{turn}/{part}", parts[part]) for part in ("first", "last")
            )
            vessel = self.dice.pick(f"vessel/{turn}", words()["vessels"])
            said.append(self.say(sentence, language, village=first + last, vessel=vessel))
        return said

    @cached_property
    def _facts(self) -> dict[str, dict[str, Any]]:
        about = next(topic["about"] for topic in words()["topics"] if topic["key"] == self.topics[0])
        count, nations = 12 + self.dice.roll("count", 480), 3 + self.dice.roll("nations", 24)
        month = self.dice.roll("month", 12)
        return {
            language: {
                "about": about[language],
                "place": self.place["name"][language],
                "month": words()["months"][language][month],
                "count": count,
                "nations": nations,
            }
            for language in (self.original, other(self.original))
        }
