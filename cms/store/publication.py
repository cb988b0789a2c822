"""The store's only writer: a durable transaction whose last statement takes the change number."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, connection, transaction

from cms.store.beside import insert
from cms.store.clock import now
from cms.store.models import (
    Change,
    ContentItem,
    Counter,
    Dependency,
    Facet,
    Instant,
    Reference,
    SearchEntry,
    StoredFile,
)
from cms.store.rendering import Rendered
from cms.store.withdrawal import LOCK

# Columns of an item that are those of its rendering, and those that depend on when it is written as well.
COLUMNS = (
    "object_key", "collection", "type", "locale", "public_id", "source", "path", "file", "slug", "title", "ends_at",
    "visible_until", "when_used", "paired", "digest", "stub", "card", "payload", "body",
)  # fmt: skip
DATED = ("visible_from", "date", "first_published_at", "updated_at")
OF_SEARCH = ("title", "lead", "words", "stems")
OF_FACET = ("collection", "type", "locale", "public_id", "date", "visible_from", "visible_until", "when_used")
OF_REFERENCE = ("locale", "visible_from", "visible_until")


@dataclass(slots=True)
class Publication:
    """What one transaction writes: items that replace all earlier ones of their sources."""

    at: datetime
    changes: list[Change] = field(default_factory=list)

    def replace(self, sources: Sequence[str], rendered: Sequence[Rendered]) -> int:
        """Let the items of ``sources`` be exactly ``rendered``; rows that say the same are left alone.

        Returns how many rows were written or deleted. An interval that has ended stays as it was.
        """
        wanted: dict[tuple[str, str], list[Rendered]] = {}
        for item in rendered:
            wanted.setdefault((item.object_key, item.locale), []).append(item)
        stored = self._stored(sources)
        gone, changed, added = [], [], []
        for identity, rows in stored.items():
            keep = _match(rows, wanted.pop(identity, []), self.at)
            gone += keep.gone
            changed += keep.changed
            added += keep.added
        added += [item for items in wanted.values() for item in items]
        self._write(gone, changed, added)
        return len(gone) + len(changed) + len(added)

    def _stored(self, sources: Sequence[str]) -> dict[tuple[str, str], list[ContentItem]]:
        rows = ContentItem.objects.filter(source__in=sources).order_by("visible_from")
        light = rows.only(
            *(
                "object_key",
                "locale",
                "type",
                "public_id",
                "source",
                "visible_from",
                "visible_until",
                "digest",
            )
        )
        found: dict[tuple[str, str], list[ContentItem]] = {}
        for row in light:
            found.setdefault((row.object_key, row.locale), []).append(row)
        return found

    def _write(
        self, gone: list[ContentItem], changed: list[tuple[ContentItem, Rendered]], added: list[Rendered]
    ) -> None:
        for row in gone:
            self._log(row, "withdrawn" if row.visible_from <= self.at else "cancelled")
        touched = [row.pk for row in gone] + [row.pk for row, _item in changed]
        self._release(gone, changed)
        # Raw: what hangs on them is deleted here, and no collector need look for more.
        for model in (Reference, Facet, StoredFile, Dependency, SearchEntry):
            model.objects.filter(item__in=touched)._raw_delete(DEFAULT_DB_ALIAS)
        ContentItem.objects.filter(pk__in=[row.pk for row in gone])._raw_delete(DEFAULT_DB_ALIAS)
        for row, item in changed:
            self._fill(row, item, row.visible_from)
            self._log(row, "written")
        # The ends of intervals move before the beginnings of others can meet them.
        ContentItem.objects.bulk_update([row for row, _item in changed], [*COLUMNS, *DATED], batch_size=50)
        new = [self._fill(ContentItem(), item, self.at) for item in added]
        ContentItem.objects.bulk_create(new, batch_size=50)
        for row in new:
            self._log(row, "written")
        self._surroundings([*changed, *zip(new, added, strict=True)])

    def _fill(self, row: ContentItem, item: Rendered, since: datetime) -> ContentItem:
        """Give ``row`` the rendering; ``since``: when it became visible, unless the rendering says when."""
        for name in COLUMNS:
            setattr(row, name, getattr(item, name))
        row.visible_from = item.visible_from or since
        row.date = item.date or item.first_published_at or row.visible_from
        row.first_published_at = item.first_published_at or row.date
        row.updated_at = max(self.at, row.visible_from)
        return row

    def _surroundings(self, pairs: list[tuple[ContentItem, Rendered]]) -> None:
        insert(
            Reference,
            ("slot", "target_key", "role", "fallback", "field", "depth"),
            OF_REFERENCE,
            (
                (row.pk, s.number, s.key, s.role, s.fallback, s.field, s.depth)
                for row, item in pairs
                for s in item.slots
            ),
        )
        insert(
            Facet,
            ("facet", "value"),
            OF_FACET,
            ((row.pk, facet, value) for row, item in pairs for facet, value in item.facets),
        )
        SearchEntry.objects.bulk_create(
            [
                SearchEntry(
                    item=row.pk,
                    **{name: getattr(row, name) for name in OF_FACET},
                    **{name: getattr(item.search, name) for name in OF_SEARCH},
                )
                for row, item in pairs
            ],
            batch_size=50,
        )
        insert(StoredFile, ("key",), (), ((row.pk, key) for row, item in pairs for key in item.files))
        insert(
            Dependency,
            ("source",),
            (),
            ((row.pk, source) for row, item in pairs for source in item.dependencies),
        )
        instants = {
            moment
            for row, item in pairs
            for moment in (row.visible_from, row.visible_until, *item.instants)
            if moment is not None and moment > self.at
        }
        Instant.objects.bulk_create(
            [Instant(at=moment) for moment in sorted(instants)], ignore_conflicts=True
        )

    def _release(self, gone: list[ContentItem], changed: list[tuple[ContentItem, Rendered]]) -> None:
        """Note the media that public rows have shown and show no longer: nothing else may show them."""
        kept = {row.pk: {slot.key for slot in item.slots} for row, item in changed}
        public = [row.pk for row in (*gone, *(row for row, _item in changed)) if row.visible_from <= self.at]
        shown = Reference.objects.filter(item__in=public).values_list("item_id", "target_key")
        released = {key for row, key in shown if key not in kept.get(row, ())} if public else set()
        if released:
            media = ContentItem.objects.filter(object_key__in=released, when_used=True)
            for row in media.only("object_key", "locale", "type", "public_id").order_by(
                "object_key", "locale"
            ):
                self._log(row, "released")

    def _log(self, row: ContentItem, kind: str) -> None:
        self.changes.append(
            Change(
                object_key=row.object_key,
                locale=row.locale,
                type=row.type,
                public_id=row.public_id,
                kind=kind,
                at=self.at,
            )
        )


@dataclass(slots=True)
class _Matched:
    gone: list[ContentItem] = field(default_factory=list)
    changed: list[tuple[ContentItem, Rendered]] = field(default_factory=list)
    added: list[Rendered] = field(default_factory=list)


def _match(rows: list[ContentItem], items: list[Rendered], at: datetime) -> _Matched:
    """Which stored rows of one object and locale fall, stay or change. Rows are ordered by their beginning."""
    matched = _Matched()
    present = [row for row in rows if row.visible_until is None or row.visible_until > at]
    for item in items:
        begins = item.visible_from if item.visible_from is not None and item.visible_from > at else None
        row = next(
            (r for r in present if (r.visible_from <= at if begins is None else r.visible_from == begins)),
            None,
        )
        if row is None:
            matched.added.append(item)
            continue
        present.remove(row)
        if (row.digest, row.visible_until, row.public_id, row.source) != (
            item.digest, item.visible_until, item.public_id, item.source,
        ):  # fmt: skip
            matched.changed.append((row, item))
    matched.gone = present
    return matched


@contextmanager
def alone() -> Iterator[None]:
    """A transaction beside which nobody writes the store. Raises RuntimeError inside another: it must be the outermost."""
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield


@contextmanager
def publication() -> Iterator[Publication]:
    """Open the store for writing. Raises RuntimeError inside another transaction: it must be the outermost.

    Rendering belongs inside: the lock makes what is written at least as new as what the previous holder wrote.
    """
    with alone():
        work = Publication(at=now())
        yield work
        if work.changes:
            number = take_number()
            for change in work.changes:
                change.number = number
            Change.objects.bulk_create(work.changes, batch_size=200)


def take_number() -> int:
    """The next change number; the counter's row stays locked until the commit, so this comes last."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Counter._meta.db_table} SET number = number + 1 WHERE id = 1 RETURNING number"
        )
        number: int = cursor.fetchone()[0]
    return number
