"""The readers' views of what changed: by writing, which the log knows, and by the clock alone, which the intervals know.

Media that is public while something shows it (``when_used``) comes and goes with what shows it. It goes by writing
when an item that was public is withdrawn or no longer shows it, which the log notes as *released*.
"""

from collections.abc import Iterator


def change_views(now: str, visible: str) -> Iterator[str]:
    """The statements that make the views. ``visible`` is the rule of visibility for the row ``i`` of store_item."""
    # What was written ahead, or is media that nothing shows, is no change yet that anybody may know of.
    yield """
        CREATE VIEW public_change AS
        SELECT c.number, c.object_key, c.locale, c.type, c.public_id, c.kind, c.at FROM store_change c
        WHERE c.number IS NOT NULL AND (c.kind IN ('withdrawn', 'released') OR (c.kind = 'written' AND EXISTS (
            SELECT 1 FROM public_content i WHERE i.object_key = c.object_key AND i.locale = c.locale)))
    """
    yield f"CREATE VIEW public_next AS SELECT {now} AS now, (SELECT min(at) FROM store_instant WHERE at > {now}) AS at"
    yield "CREATE VIEW public_log AS SELECT min(number) AS oldest FROM store_change"
    own = "SELECT i.object_key, i.locale, i.type, i.public_id, i.{at} AS at FROM store_item i"
    shown = (
        "SELECT t.object_key, t.locale, t.type, t.public_id, i.{at} AS at FROM store_item i"
        " JOIN store_reference r ON r.item_id = i.id JOIN store_item t ON t.object_key = r.target_key AND t.when_used"
    )
    turns = [
        f"{what.format(at=at)} WHERE NOT i.when_used AND i.{at} <= {now}"
        for what in (own, shown)
        for at in ("visible_from", "visible_until")
    ]
    yield f"CREATE VIEW public_turn AS {' UNION ALL '.join(turns)}"
    # Which public item names which object, whether that is public or not: what shows a card when it appears.
    yield f"""
        CREATE VIEW public_mention AS
        SELECT r.item_id, r.target_key, r.role, r.depth FROM store_reference r
        JOIN store_item i ON i.id = r.item_id WHERE {visible}
    """
