"""Triggers of the embedded database. It has one writer, so a trigger can take the change number at once."""

from collections.abc import Iterator, Sequence

from cms.contract.publishable import SourceTable, Watch
from cms.store.withdrawal import (
    CANCELLED,
    GONE,
    LOGGED,
    OVERLAP,
    REFERRING_SOURCES,
    RESTRICTED_SOURCES,
    REVISION_SOURCE,
)

NOW = "strftime('%Y-%m-%d %H:%M:%f000','now')"
# The translation key of the deleted row; SQLite keeps a UUID as 32 digits.
UUID = " || '-' || ".join(
    f"substr(OLD.translation_key, {start}, {length})"
    for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)
# A withdrawal: log what was public, forget what was not, then delete the rows.
WITHDRAW = f"""{LOGGED}
    DELETE FROM store_reference WHERE item_id IN (SELECT i.id FROM store_item i WHERE {{where}});
    DELETE FROM store_facet WHERE item_id IN (SELECT i.id FROM store_item i WHERE {{where}});
    DELETE FROM store_file WHERE item_id IN (SELECT i.id FROM store_item i WHERE {{where}});
    DELETE FROM store_dependency WHERE item_id IN (SELECT i.id FROM store_item i WHERE {{where}});
    DELETE FROM store_search WHERE item_id IN (SELECT i.id FROM store_item i WHERE {{where}});
    DELETE FROM store_item WHERE id IN (SELECT i.id FROM store_item i WHERE {{where}});
"""


def withdraw(where: str) -> str:
    """The statements that withdraw the rows ``g`` under ``where``, and what goes with them."""
    return WITHDRAW.format(now=NOW, where=f"i.id IN ({GONE.format(where=where)})")


class Dialect:
    """SQLite's way."""

    NOW = NOW
    # The six digits behind the point are text: a Julian day has not so many.
    MICROSECONDS = (
        "CAST(strftime('%s', {instant}) AS INTEGER) * 1000000"
        " + CAST(substr({instant} || '.000000', 21, 6) AS INTEGER)"
    )
    TRIGGERS = r"SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s ESCAPE '\'"

    def drop(self, table: str, trigger: str) -> str:
        """The statement that drops a trigger."""
        return f'DROP TRIGGER "{trigger}"'

    def functions(self) -> Iterator[str]:
        """SQLite has none; the number of a withdrawal is taken by a trigger on the log."""
        yield "DROP TRIGGER IF EXISTS store_on_change_number"
        yield """
            CREATE TRIGGER store_on_change_number AFTER INSERT ON store_change WHEN NEW.number IS NULL
            BEGIN
                UPDATE store_counter SET number = number + 1 WHERE id = 1;
                UPDATE store_change SET number = (SELECT number FROM store_counter WHERE id = 1) WHERE id = NEW.id;
            END
        """

    def overlaps(self) -> Iterator[str]:
        """Intervals of one object and locale never overlap: the trigger refuses a row that would."""
        yield "DROP TRIGGER IF EXISTS store_on_item_overlap"
        yield f"""
            CREATE TRIGGER store_on_item_overlap AFTER INSERT ON store_item WHEN {OVERLAP.format(row="NEW")}
            BEGIN SELECT RAISE(ABORT, 'store_item_no_overlap'); END
        """

    def search(self) -> Iterator[str]:
        """The index of stems follows its table, whose rows are written and deleted but never updated.

        It is made anew: while a migration ran no trigger told it anything.
        """
        yield "INSERT INTO store_search_index (store_search_index) VALUES ('rebuild')"
        yield """
            CREATE TRIGGER store_on_search_written AFTER INSERT ON store_search
            BEGIN INSERT INTO store_search_index (rowid, stems) VALUES (NEW.item_id, NEW.stems); END
        """
        yield """
            CREATE TRIGGER store_on_search_gone AFTER DELETE ON store_search BEGIN
                INSERT INTO store_search_index (store_search_index, rowid, stems) VALUES ('delete', OLD.item_id, OLD.stems);
            END
        """

    def watch(self, prefix: str, watch: Watch) -> Iterator[str]:
        """Triggers that mark the source of a written row."""
        name = f"{prefix}{watch.table}_{watch.column}_{watch.source}"
        changed = " OR ".join(f'OLD."{field}" IS NOT NEW."{field}"' for field in watch.fields) or "1"

        def mark(row: str, unless: str = "") -> str:
            key = f'{row}."{watch.column}"'
            return (
                f"INSERT INTO store_mark (source, failures) SELECT '{watch.source}:' || {key}, 0"
                f" WHERE {key} IS NOT NULL{unless};"
            )

        moved = f' AND OLD."{watch.column}" IS NOT NEW."{watch.column}"'
        yield f'CREATE TRIGGER "{name}_insert" AFTER INSERT ON "{watch.table}" BEGIN {mark("NEW")} END'
        yield f'CREATE TRIGGER "{name}_delete" AFTER DELETE ON "{watch.table}" BEGIN {mark("OLD")} END'
        yield (
            f'CREATE TRIGGER "{name}_update" AFTER UPDATE ON "{watch.table}" WHEN {changed}'
            f" BEGIN {mark('OLD', moved)} {mark('NEW')} END"
        )

    def deletions(self, prefix: str, keys: dict[str, str]) -> Iterator[str]:
        """Triggers that mark what refers to a deleted row."""
        for table, key in keys.items():
            referring = REFERRING_SOURCES.format(key=key.format(uuid=UUID))
            yield (
                f'CREATE TRIGGER "{prefix}{table}_referring" AFTER DELETE ON "{table}"'
                f" BEGIN INSERT INTO store_mark (source, failures) SELECT source, 0 FROM ({referring}); END"
            )

    def withdrawals(self, prefix: str, sources: Sequence[SourceTable]) -> Iterator[str]:
        """Triggers that hide: what is unpublished, renamed, moved, restricted or deleted leaves in this transaction."""
        for source in sources:
            table = source.table
            gone = withdraw(f"g.source = '{table}:' || OLD.id")
            yield f'CREATE TRIGGER "{prefix}{table}_gone" AFTER DELETE ON "{table}" BEGIN {gone} END'
            if source.withdraw_when:
                condition = source.withdraw_when.format(differs="IS NOT")
                yield f'CREATE TRIGGER "{prefix}{table}_hidden" AFTER UPDATE ON "{table}" WHEN {condition} BEGIN {gone} END'
        for row, event in (("NEW", "INSERT"), ("NEW", "UPDATE"), ("OLD", "DELETE")):
            under = RESTRICTED_SOURCES.format(row=row)
            body = f"INSERT INTO store_mark (source, failures) SELECT source, 0 FROM ({under});"
            if event != "DELETE":
                body += withdraw(f"g.source IN ({under})")
            yield (
                f'CREATE TRIGGER "{prefix}restriction_{event.lower()}" AFTER {event} ON wagtailcore_pageviewrestriction'
                f" BEGIN {body} END"
            )
        for event in ("INSERT", "UPDATE", "DELETE"):
            row = "OLD" if event == "DELETE" else "NEW"
            body = f"INSERT INTO store_mark (source, failures) SELECT source, 0 FROM ({REVISION_SOURCE.format(row=row)});"
            if event != "INSERT":
                cancelled = CANCELLED.format(now=NOW, at="OLD.approved_go_live_at")
                body += withdraw(f"g.source = ({REVISION_SOURCE.format(row='OLD')}) AND {cancelled}")
            when = {
                "INSERT": "NEW.approved_go_live_at IS NOT NULL",
                "UPDATE": "OLD.approved_go_live_at IS NOT NEW.approved_go_live_at",
                "DELETE": "OLD.approved_go_live_at IS NOT NULL",
            }[event]
            yield (
                f'CREATE TRIGGER "{prefix}revision_{event.lower()}" AFTER {event} ON wagtailcore_revision'
                f" WHEN {when} BEGIN {body} END"
            )
