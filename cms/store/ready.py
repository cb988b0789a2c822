"""Makes items ready: their texts with all places filled, so that most answers are one stored text.

Nothing depends on it: what is not ready is filled for the answer (``cms.store.reading``), with the same result. What
is ready holds until the first instant at which the clock alone changes something in its places, and is emptied by
triggers, in the same transaction, with any write to it. It is made under the store's lock, so that nothing is
written between the reading and the writing.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from cms.contract.encoding import CARD
from cms.store import reading
from cms.store.publication import alone
from cms.store.schema import dialect_of
from cms.store.views import visible

BATCH = 50  # items in one transaction: an editor's publish waits for at most one batch


def waiting(at_most: int = 1) -> list[int]:
    """Items that are public and not ready, or ready no longer."""
    now = dialect_of(connection).NOW
    public = f"SELECT y.item_id FROM store_ready y JOIN store_item i ON i.id = y.item_id AND {visible('i', now)} WHERE"
    # Each half along an index of its own.
    sql = f"SELECT item_id FROM ({public} y.since IS NULL UNION ALL {public} y.until <= {now}) w LIMIT {int(at_most)}"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def anything_waits() -> bool:
    """Whether an item is to be made ready; reads alone."""
    return bool(waiting())


def make() -> int:
    """Make ready what is not. Returns how many items were."""
    made = 0
    while True:
        with alone():
            ids = waiting(BATCH)
            _make(ids)
        made += len(ids)
        if len(ids) < BATCH:
            return made


def _make(ids: Sequence[int]) -> None:
    now = dialect_of(connection).NOW
    ends = _ends(ids)
    with connection.cursor() as cursor:
        for item, (payload, body) in filled(ids).items():
            cursor.execute(
                f"UPDATE store_ready SET payload = %s, body = %s, digest = %s, since = {now}, until = %s WHERE item_id = %s",
                [payload, body, reading.digest_of(payload, body), ends.get(item), item],
            )


def wrong() -> list[int]:
    """Items that are ready with other words than they would be filled with now. There are none."""
    found: list[int] = []
    last = 0
    while True:
        with alone(), connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, payload, body, digest FROM public_ready WHERE id > %s ORDER BY id LIMIT {BATCH}",
                [last],
            )
            held = {row[0]: row[1:] for row in cursor.fetchall()}
            now = filled(list(held))
        found += [
            item
            for item, texts in held.items()
            if texts != (*now.get(item, ()), reading.digest_of(*texts[:2]))
        ]
        if not held:
            return found
        last = max(held)


def filled(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The two texts of public items by id, their places filled; the address of the site is not in them."""
    if not ids:
        return {}
    found = reading.fetch("c.id IN ({})".format(", ".join(["%s"] * len(ids))), ids, as_writer=True)
    return {item.item_id: item.filled_texts() for item in found}


def _ends(ids: Sequence[int]) -> dict[int, Any]:
    """Until when what is filled now stays as it is: the next instant of the items themselves or of what they name."""
    if not ids:
        return {}
    now = dialect_of(connection).NOW
    listed = ", ".join(str(int(one)) for one in ids)
    named = f"""
        SELECT r.item_id, r.target_key FROM store_reference r WHERE r.item_id IN ({listed}) UNION
        SELECT r.item_id, o.target_key FROM store_reference r JOIN store_item m ON m.object_key = r.target_key
        JOIN store_reference o ON o.item_id = m.id AND o.depth <= {CARD} WHERE r.item_id IN ({listed})
    """
    sql = f"""
        WITH named AS ({named})
        SELECT e.item_id, min(e.at) FROM (
            SELECT n.item_id, t.visible_from AS at FROM named n JOIN store_item t ON t.object_key = n.target_key
            UNION ALL
            SELECT n.item_id, t.visible_until FROM named n JOIN store_item t ON t.object_key = n.target_key
            UNION ALL
            SELECT i.id, i.visible_until FROM store_item i WHERE i.id IN ({listed})
        ) e WHERE e.at > {now} GROUP BY e.item_id
    """
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return dict(cursor.fetchall())
