"""Choices that depend on a release's number and on what is chosen alone: the same in every run, Python and order."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """The choices of one release. The same question has the same answer, whatever was asked before."""

    def __init__(self, number: int) -> None:
        self._number = number

    def roll(self, what: str, sides: int) -> int:
        """A number from 0 to ``sides`` - 1."""
        digest = blake2b(f"{self._number}/{what}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % sides

    def chance(self, what: str, percent: int) -> bool:
        """True in so many of a hundred releases."""
        return self.roll(what, 100) < percent

    def pick(self, what: str, values: Sequence[T]) -> T:
        """One of ``values``."""
        return values[self.roll(what, len(values))]

    def some(self, what: str, values: Sequence[T], count: int) -> list[T]:
        """``count`` different ones of ``values`` (all, where there are fewer), in an order of their own."""
        left = list(values)
        return [left.pop(self.roll(f"{what}/{turn}", len(left))) for turn in range(min(count, len(left)))]
