"""The readers' views: what is public now, by the database's clock, and nothing else."""

from collections.abc import Iterator

from cms.store.change_views import change_views

COLUMNS = (
    "id, object_key, collection, type, locale, public_id, source, path, file, slug, title, date, first_published_at,"
    " updated_at, ends_at, visible_from, visible_until, when_used, digest, stub, card, payload, body"
)

OF_READY = ("id", "collection", "type", "locale", "public_id", "path")


def visible(alias: str, at: str) -> str:
    """The one rule of visibility: the condition under which a row of store_item is public at ``at``."""
    return f"{alias}.visible_from <= {at} AND ({alias}.visible_until IS NULL OR {alias}.visible_until > {at})"


def views(now: str, microseconds: str) -> Iterator[str]:
    """The statements that make the views, with ``now`` as the database's clock.

    ``microseconds``: SQL for the microseconds since 1970 of {instant}; two instants may share a millisecond.
    """
    version = f"number || '.' || COALESCE({microseconds.format(instant='instant')}, 0)"
    columns = ", ".join(f"i.{name}" for name in COLUMNS.split(", "))
    # Media are found by their id, which the indexes of lists hold: a walk along one of them reads no row.
    yield f"""
        CREATE VIEW public_content AS
        SELECT {columns} FROM store_item i
        WHERE {visible("i", now)} AND (NOT i.when_used OR EXISTS (
            SELECT 1 FROM store_item o JOIN store_reference u ON u.target_key = o.object_key
            JOIN store_item p ON p.id = u.item_id AND NOT p.when_used AND {visible("p", now)} WHERE o.id = i.id))
    """
    # A reference is filled in its item's own language; where that is allowed, by the other one as a fallback.
    yield f"""
        CREATE VIEW public_reference AS
        SELECT r.item_id, r.slot, r.role, r.field, r.depth, t.id AS target_id, t.object_key AS target_key,
            t.type AS target_type, t.locale AS target_locale, t.public_id AS target_public_id,
            t.path AS target_path, t.file AS target_file, t.title AS target_title, t.card AS target_card,
            t.card LIKE '%{{"$ref%' AS target_refers
        FROM store_reference r
        JOIN store_item t ON t.object_key = r.target_key AND {visible("t", now)}
        WHERE {visible("r", now)} AND CASE WHEN r.role = 'translation' THEN t.locale <> r.locale ELSE (
            t.locale = r.locale OR (r.fallback AND NOT EXISTS (
                SELECT 1 FROM store_item s
                WHERE s.object_key = r.target_key AND s.locale = r.locale AND {visible("s", now)}))) END
    """
    yield f"""
        CREATE VIEW public_ready AS
        SELECT {", ".join(f"i.{name}" for name in OF_READY)}, y.payload, y.body, y.digest FROM store_ready y
        JOIN store_item i ON i.id = y.item_id AND {visible("i", now)}
        WHERE y.since <= {now} AND (y.until IS NULL OR y.until > {now})
    """
    yield f"""
        CREATE VIEW public_facet AS
        SELECT f.item_id, f.collection, f.type, f.locale, f.public_id, f.facet, f.value, f.date FROM store_facet f
        WHERE {visible("f", now)} AND (NOT f.when_used OR EXISTS (SELECT 1 FROM public_content c WHERE c.id = f.item_id))
    """
    # A file opens and closes with the items that have it, by their rule.
    yield """
        CREATE VIEW public_file AS
        SELECT f.key FROM store_file f WHERE EXISTS (SELECT 1 FROM public_content c WHERE c.id = f.item_id)
    """
    yield f"""
        CREATE VIEW public_search AS
        SELECT s.item_id, s.collection, s.type, s.locale, s.public_id, s.date, s.title, s.lead, s.words, s.stems
        FROM store_search s
        WHERE {visible("s", now)} AND (NOT s.when_used OR EXISTS (SELECT 1 FROM public_content c WHERE c.id = s.item_id))
    """
    yield f"""
        CREATE VIEW public_version AS
        SELECT number, instant, {version} AS version FROM (
            SELECT (SELECT number FROM store_counter WHERE id = 1) AS number,
                (SELECT max(at) FROM store_instant WHERE at <= {now}) AS instant) v
    """
    yield from change_views(now, visible("i", now))
