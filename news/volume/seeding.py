"""The run as a whole: what is missing, batch by batch, pages and content items in one transaction each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Max
from wagtail.models import Page

from cms.store.following import rendered
from cms.store.models import Mark
from cms.store.publication import publication
from news.archive.importing import sections
from news.volume import rows
from news.volume.composing import NEAREST, Composition
from news.volume.inserting import values_one_by_one
from news.volume.pool import Pool, pool
from news.volume.words import identity

LOOKED_UP = 1000
MOST = 500_000  # releases; the tree has room for 1,679,615 pages in a section


def seed(count: int, progress: Callable[[int], object] = lambda done: None) -> int:
    """Make releases 1 to ``count`` in both languages; those that exist stay as they are. Returns how many were made.

    Raises NoSection. Safe to kill and to run again: a batch is there with all that belongs to it or not at all.
    ``progress`` is told how many more of the releases are there.
    """
    where = sections()
    made = 0
    shared: Pool | None = None
    for start in range(1, count + 1, LOOKED_UP):
        numbers = range(start, min(start + LOOKED_UP, count + 1))
        absent = _absent(numbers)
        progress(len(numbers) - len(absent))
        for batch in _batches(absent):
            shared = shared or pool()
            _write(batch, where, shared)
            made += len(batch)
            progress(len(batch))
    return made


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    """The releases of one transaction: so many that none leads to another of them, whatever is there already."""
    for _block, batch in groupby(numbers, lambda number: (number - 1) // NEAREST):
        yield list(batch)


def _absent(numbers: Sequence[int]) -> list[int]:
    keys: dict[UUID, int] = {identity("release", number): number for number in numbers}
    present = set(Page.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    return [number for key, number in keys.items() if key not in present]


def _write(numbers: Sequence[int], where: dict[str, int], shared: Pool) -> None:
    with values_one_by_one(), publication() as work:
        before = Mark.objects.aggregate(last=Max("pk"))["last"] or 0
        pages = rows.write([Composition(number) for number in numbers], where, shared)
        sources = [page.public_source() for page in pages]
        work.replace(sources, rendered(sources))
        # Nobody but this transaction has seen the pages yet: marks on them are its own.
        Mark.objects.filter(pk__gt=before, source__in=sources)._raw_delete(DEFAULT_DB_ALIAS)
