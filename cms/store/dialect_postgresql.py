"""Triggers of PostgreSQL. A withdrawal takes its change number in a deferred trigger, as the commit's last work, so
that no transaction holds the counter while it works."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from cms.contract.publishable import SourceTable, Watch
from cms.store.withdrawal import (
    CANCELLED,
    GONE,
    LOCK,
    LOGGED,
    OVERLAP,
    REFERRING_SOURCES,
    RESTRICTED_SOURCES,
    REVISION_SOURCE,
)

NOW = "now()"
# The watched table names its source and the column of the source's key.
MARK = """
    CREATE OR REPLACE FUNCTION store_mark_row() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE before text; after text;
    BEGIN
        IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) ->> TG_ARGV[1]; END IF;
        IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) ->> TG_ARGV[1]; END IF;
        INSERT INTO store_mark (source, failures) SELECT DISTINCT TG_ARGV[0] || ':' || key, 0
            FROM unnest(ARRAY[before, after]) AS key WHERE key IS NOT NULL;
        RETURN NULL;
    END $$
"""
WITHDRAW = f"""
    CREATE OR REPLACE FUNCTION store_withdraw(gone bigint[]) RETURNS void LANGUAGE sql AS $$
        {LOGGED.format(now=NOW, where="i.id = ANY (gone)")}
        DELETE FROM store_reference WHERE item_id = ANY (gone);
        DELETE FROM store_facet WHERE item_id = ANY (gone);
        DELETE FROM store_file WHERE item_id = ANY (gone);
        DELETE FROM store_dependency WHERE item_id = ANY (gone);
        DELETE FROM store_search WHERE item_id = ANY (gone);
        DELETE FROM store_item WHERE id = ANY (gone);
    $$
"""
# Before anything is looked for: what the follower wrote while this waited must be found.
ALONE = f"PERFORM pg_advisory_xact_lock_shared({LOCK});"
HIDE = f"""
    CREATE OR REPLACE FUNCTION store_hide_row() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {ALONE}
        PERFORM store_withdraw(ARRAY({GONE.format(where="g.source = TG_ARGV[0] || ':' || OLD.id")}));
        RETURN NULL;
    END $$
"""
RESTRICT = f"""
    CREATE OR REPLACE FUNCTION store_restrict() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE page bigint; under text[];
    BEGIN
        IF TG_OP = 'DELETE' THEN page := OLD.page_id; ELSE page := NEW.page_id; END IF;
        under := ARRAY({RESTRICTED_SOURCES.replace("{row}.page_id", "page")});
        INSERT INTO store_mark (source, failures) SELECT source, 0 FROM unnest(under) AS source;
        IF TG_OP <> 'DELETE' THEN
            {ALONE}
            PERFORM store_withdraw(ARRAY({GONE.format(where="g.source = ANY (under)")}));
        END IF;
        RETURN NULL;
    END $$
"""
OF_APPROVAL = CANCELLED.format(now=NOW, at="OLD.approved_go_live_at")
SCHEDULE = f"""
    CREATE OR REPLACE FUNCTION store_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE of_old text; of_new text;
    BEGIN
        IF TG_OP <> 'INSERT' AND OLD.approved_go_live_at IS NOT NULL THEN
            of_old := ({REVISION_SOURCE.format(row="OLD")});
            {ALONE}
            PERFORM store_withdraw(ARRAY({GONE.format(where=f"g.source = of_old AND {OF_APPROVAL}")}));
        END IF;
        IF TG_OP <> 'DELETE' THEN of_new := ({REVISION_SOURCE.format(row="NEW")}); END IF;
        INSERT INTO store_mark (source, failures) SELECT DISTINCT source, 0
            FROM unnest(ARRAY[of_old, of_new]) AS source WHERE source IS NOT NULL;
        RETURN NULL;
    END $$
"""
NUMBER = """
    CREATE OR REPLACE FUNCTION store_take_number() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE taken bigint := nullif(current_setting('communique.number', true), '');
    BEGIN
        IF taken IS NULL THEN
            UPDATE store_counter SET number = number + 1 WHERE id = 1 RETURNING number INTO taken;
            PERFORM set_config('communique.number', taken::text, true);
        END IF;
        UPDATE store_change SET number = taken WHERE id = NEW.id AND number IS NULL;
        RETURN NULL;
    END $$
"""


class Dialect:
    """PostgreSQL's way."""

    NOW = NOW
    MICROSECONDS = "(extract(epoch from {instant}) * 1000000)::bigint"
    TRIGGERS = (
        "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE NOT t.tgisinternal AND t.tgname LIKE %s AND pg_table_is_visible(c.oid)"
    )

    def drop(self, table: str, trigger: str) -> str:
        """The statement that drops a trigger."""
        return f'DROP TRIGGER "{trigger}" ON "{table}"'

    def functions(self) -> Iterator[str]:
        """The functions that the triggers call, and the numbering of withdrawals at commit."""
        yield from (MARK, WITHDRAW, HIDE, RESTRICT, SCHEDULE, NUMBER)
        yield "DROP TRIGGER IF EXISTS store_on_change_number ON store_change"
        yield (
            "CREATE CONSTRAINT TRIGGER store_on_change_number AFTER INSERT ON store_change DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION store_take_number()"
        )

    def overlaps(self) -> Iterator[str]:
        """Intervals of one object and locale never overlap: looked at when all rows of a commit are written."""
        yield f"""
            CREATE OR REPLACE FUNCTION store_refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF EXISTS (SELECT 1 FROM store_item WHERE id = NEW.id) AND {OVERLAP.format(row="NEW")} THEN
                    RAISE EXCEPTION 'store_item_no_overlap' USING ERRCODE = 'exclusion_violation';
                END IF;
                RETURN NULL;
            END $$
        """
        yield "DROP TRIGGER IF EXISTS store_on_item_overlap ON store_item"
        yield (
            "CREATE CONSTRAINT TRIGGER store_on_item_overlap AFTER INSERT ON store_item DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW EXECUTE FUNCTION store_refuse_overlap()"
        )

    def search(self) -> Iterator[str]:
        """An index of the table's own needs no trigger."""
        yield from ()

    def watch(self, prefix: str, watch: Watch) -> Iterator[str]:
        """Triggers that mark the source of a written row."""
        # 63 bytes at most, and one table may be watched for several sources.
        name = f"{prefix}{watch.table}"[:48] + f"_{crc32(f'{watch.column} {watch.source}'.encode()):08x}"
        call = f"FOR EACH ROW {{when}} EXECUTE FUNCTION store_mark_row('{watch.source}', '{watch.column}')"
        yield f'CREATE TRIGGER "{name}_i" AFTER INSERT OR DELETE ON "{watch.table}" {call.format(when="")}'
        changed = " OR ".join(f'OLD."{field}" IS DISTINCT FROM NEW."{field}"' for field in watch.fields)
        when = f"WHEN ({changed})" if changed else ""
        yield f'CREATE TRIGGER "{name}_u" AFTER UPDATE ON "{watch.table}" {call.format(when=when)}'

    def deletions(self, prefix: str, keys: dict[str, str]) -> Iterator[str]:
        """Triggers that mark what refers to a deleted row."""
        for table, key in keys.items():
            function = f"store_referring_{table}"
            referring = REFERRING_SOURCES.format(key=key.format(uuid="OLD.translation_key"))
            yield f"""
                CREATE OR REPLACE FUNCTION "{function}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO store_mark (source, failures) SELECT source, 0 FROM ({referring}) AS referring;
                    RETURN NULL;
                END $$
            """
            yield (
                f'CREATE TRIGGER "{prefix}{table}_referring" AFTER DELETE ON "{table}"'
                f' FOR EACH ROW EXECUTE FUNCTION "{function}"()'
            )

    def withdrawals(self, prefix: str, sources: Sequence[SourceTable]) -> Iterator[str]:
        """Triggers that hide: what is unpublished, renamed, moved, restricted or deleted leaves in this transaction."""
        for source in sources:
            table = source.table
            call = f"EXECUTE FUNCTION store_hide_row('{table}')"
            yield f'CREATE TRIGGER "{prefix}{table}_gone" AFTER DELETE ON "{table}" FOR EACH ROW {call}'
            if source.withdraw_when:
                condition = source.withdraw_when.format(differs="IS DISTINCT FROM")
                yield (
                    f'CREATE TRIGGER "{prefix}{table}_hidden" AFTER UPDATE ON "{table}" FOR EACH ROW'
                    f" WHEN ({condition}) {call}"
                )
        yield (
            f'CREATE TRIGGER "{prefix}restriction" AFTER INSERT OR UPDATE OR DELETE ON wagtailcore_pageviewrestriction'
            " FOR EACH ROW EXECUTE FUNCTION store_restrict()"
        )
        for event, when in {
            "INSERT": "NEW.approved_go_live_at IS NOT NULL",
            "UPDATE": "OLD.approved_go_live_at IS DISTINCT FROM NEW.approved_go_live_at",
            "DELETE": "OLD.approved_go_live_at IS NOT NULL",
        }.items():
            yield (
                f'CREATE TRIGGER "{prefix}revision_{event.lower()}" AFTER {event} ON wagtailcore_revision'
                f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION store_schedule()"
            )
