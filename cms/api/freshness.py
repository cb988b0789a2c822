"""For how long an answer may be kept without asking: never past an instant at which it may change by the clock."""

import time
from dataclasses import dataclass
from typing import Self

from django.conf import settings

from search.freshness import seconds_left


@dataclass(frozen=True, slots=True)
class Freshness:
    """``seconds`` that an answer read from ``begun`` (monotonic) on stays as it is by the clock; API_MAX_AGE at most."""

    seconds: float
    begun: float

    @classmethod
    def now(cls) -> Self:
        """Look before anything is read: what passes while an answer is made is then behind its end, not in it."""
        begun, seconds = time.monotonic(), float(settings.API_MAX_AGE)
        if seconds:
            left = seconds_left()
            seconds = seconds if left is None else min(seconds, left)
        return cls(seconds, begun)

    @property
    def cache_control(self) -> str:
        """The header; what is left is less than a second: ask each time."""
        left = int(self.seconds - (time.monotonic() - self.begun))
        return f"public, max-age={left}" if left > 0 else "no-cache"
