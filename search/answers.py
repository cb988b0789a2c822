"""Answers kept in this process: what took more than one row to find is found once for each version of the store.

A kept answer is used only while the store's version is the one it was true of, so none is ever late: there is no
time to live and nothing to invalidate. The map is bounded by bytes; what was used longest ago goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Any, TypeVar

from django.conf import settings

T = TypeVar("T")
# What an entry costs beside its key and value: the ordered dictionary's node, the tuple, the lock's share (bytes).
OVERHEAD = 400
# What the process's memory grows by for each byte that is kept: pieces of many sizes leave gaps.
GROWTH = 1.2


@dataclass(slots=True)
class Figures:
    """What the map holds (entries, bytes) and did (hits, misses, evictions since the process began)."""

    entries: int = 0
    bytes: int = 0
    hits: int = 0
    misses: int = 0
    evictions: int = 0


class Answers:
    """The map of one process. Safe to use from several threads."""

    def __init__(self, bound: Callable[[], int]) -> None:
        self._bound = bound
        self._kept: OrderedDict[Hashable, tuple[str, Any, int]] = OrderedDict()
        self._lock = Lock()
        self.figures = Figures()

    def get(self, key: Hashable, version: str) -> Any | None:
        """What is kept under ``key`` and true of ``version``, else None."""
        with self._lock:
            entry = self._kept.get(key)
            if entry is None or entry[0] != version:
                self.figures.misses += 1
                return None
            self._kept.move_to_end(key)
            self.figures.hits += 1
            return entry[1]

    def knows(self, key: Hashable) -> bool:
        """Whether anything is kept under ``key``, of whatever version: else no version need be asked for."""
        known = key in self._kept
        self.figures.misses += not known
        return known

    def keep(self, key: Hashable, version: str, value: Any) -> None:
        """Keep ``value`` under ``key`` as true of ``version``. What alone is larger than the bound is not kept."""
        size = int((_size(key) + _size(value) + OVERHEAD) * GROWTH)
        bound = self._bound()
        with self._lock:
            self._drop(key)
            if size > bound:
                return
            self._kept[key] = (version, value, size)
            self.figures.bytes += size
            while self.figures.bytes > bound:
                self._drop(next(iter(self._kept)))
                self.figures.evictions += 1
            self.figures.entries = len(self._kept)

    def clear(self) -> None:
        """Forget everything but the figures of what was done."""
        with self._lock:
            self._kept.clear()
            self.figures.entries = self.figures.bytes = 0

    def _drop(self, key: Hashable) -> None:
        entry = self._kept.pop(key, None)
        if entry is not None:
            self.figures.bytes -= entry[2]
        self.figures.entries = len(self._kept)


def _size(value: Any) -> int:
    """The bytes of a text, a number, or a tuple, list or dictionary of such."""
    if isinstance(value, tuple | list):
        return getsizeof(value) + sum(_size(part) for part in value)
    if isinstance(value, dict):
        return getsizeof(value) + sum(_size(name) + _size(part) for name, part in value.items())
    return getsizeof(value)


answers = Answers(lambda: settings.ANSWER_MAP_BYTES)
