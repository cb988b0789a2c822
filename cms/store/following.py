"""Follows the marks: renders what changed and what depends on it, writes what differs, deletes the marks it read."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F, Q

from cms.contract.html import LinkKeys
from cms.contract.publishable import registry
from cms.store.clock import now
from cms.store.models import Dependency, Mark
from cms.store.parity import in_all_languages
from cms.store.publication import publication
from cms.store.rendering import Rendered, render

logger = logging.getLogger(__name__)

BATCH = 50  # sources in one transaction: an editor's publish waits for at most one batch
READ = 20_000  # marks read at a time: as many as one transaction of an editor or an import may well leave
LOOKED_UP = 500  # rows asked for their object in one statement
IN_A_REQUEST = 100  # sources refreshed before an editor's request returns; the worker does the rest
EVERYTHING = "site"  # the source whose mark means every item


def follow(at_most: int | None = None) -> int:
    """Bring the store up to date with all marks committed so far. Returns how many items were written.

    Safe to run late, twice and at the same time as others. A source that cannot be rendered keeps its mark, is
    logged, and is tried again after a pause that doubles; it never stops the others. With ``at_most``, so many
    sources are refreshed; if there are more, the marks stay for the worker.
    """
    written = 0
    failed: set[str] = set()
    while marks := list(_due(failed)):
        sources = with_dependants({mark.source for mark in marks})
        refreshed, enough = 0, False
        for batch in batches(sources, BATCH):
            enough = at_most is not None and refreshed + len(batch) > at_most
            if enough:
                break
            done, wrong = refresh(batch)
            written += done
            failed |= wrong
            refreshed += len(batch)
        if enough:
            break
        postponed = [mark.pk for mark in marks if mark.source in failed]
        Mark.objects.filter(pk__in=[mark.pk for mark in marks if mark.source not in failed]).delete()
        _postpone(postponed)
    return written


def follow_in_request() -> int:
    """Follow as far as an editor can wait for."""
    return follow(IN_A_REQUEST)


def _due(failed: set[str]) -> Iterable[Mark]:
    return (
        Mark.objects.filter(Q(retry_at=None) | Q(retry_at__lte=now()))
        .exclude(source__in=failed)
        .order_by("pk")[:READ]
    )


def _postpone(marks: list[int]) -> None:
    for mark in Mark.objects.filter(pk__in=marks):
        pause = timedelta(seconds=min(2**mark.failures, 600))
        Mark.objects.filter(pk=mark.pk).update(failures=F("failures") + 1, retry_at=now() + pause)


def with_dependants(sources: set[str]) -> list[str]:
    """The sources first, then those of the items whose rendering read one of them, each once."""
    if any(source.startswith(EVERYTHING + ":") for source in sources):
        return list(every_source())
    dependants = (
        Dependency.objects.filter(source__in=sources).values_list("item__source", flat=True).distinct()
    )
    known = {source for source in sources if source.partition(":")[0] in registry.sources}
    return sorted(known) + sorted(set(dependants) - known)


def every_source() -> Iterator[str]:
    """Every source row there is, table by table; media first, since pages show it."""
    for table in sorted(registry.sources.values(), key=lambda table: table.prepare is None):
        for key in table.every():
            yield f"{table.table}:{key}"


def refresh(sources: Sequence[str]) -> tuple[int, set[str]]:
    """Render and write the sources in one transaction; if that fails, each object in its own, with all its languages.

    Returns the number of rows written and the sources that cannot be rendered.
    """
    each = together(sources)
    try:
        return _refresh(sources), set()
    except Exception:
        if len(each) == 1:
            names = ", ".join(sources)
            logger.exception("The content item of %s cannot be rendered; it will be tried again.", names)
            return 0, set(sources)
    written, failed = 0, set()
    for languages in each:
        done, wrong = refresh(languages)
        written += done
        failed |= wrong
    return written, failed


def _refresh(sources: Sequence[str]) -> int:
    prepare(sources)
    with publication() as work:
        return work.replace(sources, rendered(sources))


def prepare(sources: Sequence[str]) -> None:
    """The slow work before the transaction."""
    for name, keys in _by_table(sources).items():
        work = registry.sources[name].prepare
        if work is not None:
            work(keys)


def rendered(sources: Sequence[str]) -> list[Rendered]:
    """The items that ``sources`` have now; a source that is gone or not public has none.

    Those of one object in its languages must all be among them (``together``).
    """
    links = LinkKeys()
    at = now()
    items: list[Rendered] = []
    for name, keys in _by_table(sources).items():
        table = registry.sources[name]
        versions = in_all_languages(list(table.versions(table.load(keys))), at)
        along = [version for of in registry.companions.get(name, ()) for version in of(versions)]
        items += [render(version, links) for version in (*versions, *along)]
    return items


def _by_table(sources: Sequence[str]) -> dict[str, list[int]]:
    tables: dict[str, list[int]] = {}
    for source in sources:
        name, _, key = source.partition(":")
        if name in registry.sources:
            tables.setdefault(name, []).append(int(key))
    return tables


def together(sources: Iterable[str]) -> list[list[str]]:
    """The sources with all languages of their objects, side by side, in the order in which objects come first."""
    listed = list(sources)
    objects: dict[str, str] = {}
    for start in range(0, len(listed), LOOKED_UP):
        for name, keys in _by_table(listed[start : start + LOOKED_UP]).items():
            of = registry.sources[name].objects
            if of is not None:
                objects |= {f"{name}:{key}": f"{name} {obj}" for key, obj in of(keys)}
    groups: dict[str, list[str]] = {}
    for source in dict.fromkeys([*listed, *objects]):
        groups.setdefault(objects.get(source, source), []).append(source)
    return list(groups.values())


def batches(sources: Iterable[str], size: int) -> Iterator[list[str]]:
    """Consecutive groups of at most ``size``. Both languages or neither: those of one object are never parted."""
    group: list[str] = []
    for languages in together(sources):
        if group and len(group) + len(languages) > size:
            yield group
            group = []
        group = [*group, *languages]
    if group:
        yield group


def follow_on_commit() -> None:
    """Follow once after this transaction's commit, however many rows it writes.

    A failure leaves the marks for the worker and never reaches the editor's request.
    """
    scheduled: list[Callable[[], object]] = [entry[1] for entry in connection.run_on_commit]
    if follow_in_request not in scheduled:
        transaction.on_commit(follow_in_request, robust=True)
