"""The triggers that empty what is ready (``cms.store.ready``) with any write to what stands in its places."""

from collections.abc import Iterator

from cms.contract.encoding import CARD

# The items whose texts name the object of {row}, those that show a card which names it, and the row's own.
_TOLD = f"""
    SELECT {{row}}.id UNION
    SELECT r.item_id FROM store_reference r WHERE r.target_key = {{row}}.object_key UNION
    SELECT o.item_id FROM store_reference r JOIN store_item m ON m.id = r.item_id
    JOIN store_reference o ON o.target_key = m.object_key
    WHERE r.target_key = {{row}}.object_key AND r.depth <= {CARD}
"""
_EMPTY = (
    "UPDATE store_ready SET payload = '', body = '', since = NULL, until = NULL"
    f" WHERE since IS NOT NULL AND item_id IN ({_TOLD});"
)
# Media that is public while something shows it is shown in cards alone, and made ready never.
_WORK = {
    "INSERT": "INSERT INTO store_ready (item_id, payload, body, digest) SELECT NEW.id, '', '', '' WHERE NOT NEW.when_used; "
    + _EMPTY.format(row="NEW"),
    "UPDATE": _EMPTY.format(row="NEW"),
    "DELETE": _EMPTY.format(row="OLD") + " DELETE FROM store_ready WHERE item_id = OLD.id;",
}


def triggers(vendor: str, prefix: str) -> Iterator[str]:
    """The statements that make the triggers; no trigger of their names exists."""
    for event, work in _WORK.items():
        name, function = f"{prefix}item_ready_{event.lower()}", f"store_empty_ready_{event.lower()}"
        if vendor == "sqlite":
            yield f"CREATE TRIGGER {name} AFTER {event} ON store_item BEGIN {work} END"
            continue
        yield f"""
            CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN {work} RETURN NULL; END $$
        """
        yield f"CREATE TRIGGER {name} AFTER {event} ON store_item FOR EACH ROW EXECUTE FUNCTION {function}()"
