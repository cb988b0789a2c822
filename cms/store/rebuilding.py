"""Renders everything again: to make the store from nothing, or to prove that it holds what a fresh rendering says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cms.contract.publishable import registry
from cms.store import ready
from cms.store.following import batches, every_source, prepare, refresh, rendered
from cms.store.models import ContentItem, Mark
from cms.store.publication import publication

BATCH = 50
Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Difference:
    """A source whose stored items are not what its rendering says now."""

    source: str
    problem: str


def total() -> int:
    """How many sources there are."""
    return sum(len(list(table.every())) for table in registry.sources.values())


def rebuild(progress: Progress) -> list[Difference]:
    """Render and write every source, and withdraw what has none. Returns those that cannot be rendered."""
    Mark.objects.all().delete()
    problems: list[Difference] = []
    for batch in batches(every_source(), BATCH):
        _written, failed = refresh(batch)
        problems += [Difference(source, "cannot be rendered; see the log") for source in sorted(failed)]
        progress(len(batch))
    lost = _orphans()
    if lost:
        with publication() as work:
            work.replace(lost, [])
    ready.make()
    return problems


def check(progress: Progress) -> list[Difference]:
    """Compare every stored item with a fresh rendering; nothing is written but missing renditions."""
    problems: list[Difference] = []
    for batch in batches(every_source(), BATCH):
        prepare(batch)
        with publication() as work:
            problems += _compare(batch, work.at)
        progress(len(batch))
    problems += [Difference(source, "stands in the store, but has no row any more") for source in _orphans()]
    problems += [Difference(f"item {item}", "is ready with other words") for item in ready.wrong()]
    return problems


def _compare(batch: list[str], at: datetime) -> list[Difference]:
    fresh = {
        (
            item.source,
            item.object_key,
            item.locale,
            item.visible_from if item.visible_from and item.visible_from > at else None,
        ): item
        for item in rendered(batch)
    }
    stored = {
        (row.source, row.object_key, row.locale, row.visible_from if row.visible_from > at else None): row
        for row in ContentItem.objects.filter(source__in=batch)
        if row.visible_until is None or row.visible_until > at
    }
    problems = []
    for identity in fresh.keys() | stored.keys():
        item, row = fresh.get(identity), stored.get(identity)
        if row is None:
            problem = "is public, but not in the store"
        elif item is None:
            problem = "stands in the store, but is not public"
        elif (item.digest, item.visible_until) != (row.digest, row.visible_until):
            problem = "says something else in the store"
        else:
            continue
        problems.append(Difference(f"{identity[0]} ({identity[2]})", problem))
    return problems


def _orphans() -> list[str]:
    stored = set(ContentItem.objects.values_list("source", flat=True).distinct())
    return sorted(stored - set(every_source()))
