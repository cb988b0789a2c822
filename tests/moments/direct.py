"""Reads of the store's own tables, by a rule of visibility written anew here: what an answer must be equal to."""

from dataclasses import dataclass

from django.db import connection

from cms.store.schema import dialect_of
from tests.moments.pairs import TYPE


@dataclass(frozen=True, slots=True)
class Public:
    """A page that is public in one language."""

    id: int
    locale: str
    title: str
    kind: str
    path: str


def public_pages() -> list[Public]:
    """The releases that are public now, by id."""
    now = dialect_of(connection).NOW
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT i.public_id, i.locale, i.title, f.value, i.path
            FROM store_item i JOIN store_facet f ON f.item_id = i.id AND f.facet = 'kind'
            WHERE i.type = %s AND NOT i.visible_from > {now} AND coalesce(i.visible_until > {now}, %s)
            ORDER BY i.public_id
            """,
            [TYPE, True],
        )
        return [Public(*row) for row in cursor.fetchall()]
