"""Writes the rows that hang on items: many small ones, whose columns for the readers' walks are copied from the item.

The database copies them and Python hands over the rest as it is: by the ORM a third of a batch went into such rows.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection, models

from cms.store.models import ContentItem

TOGETHER = 200  # rows in one statement


def insert(
    model: type[models.Model], own: Sequence[str], copied: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows of ``model``. Each begins with its item's id; the values of ``own`` follow: texts, numbers, flags.

    ``copied`` names columns that the row has from its item.
    """
    waiting = iter(rows)
    # Both databases call the columns of a list of values so.
    values = ", ".join(f"v.column{number}" for number in range(2, len(own) + 2))
    sql = (
        f"INSERT INTO {model._meta.db_table} ({', '.join(('item_id', *own, *copied))})"
        f" SELECT i.id, {', '.join((values, *(f'i.{name}' for name in copied)))} FROM (VALUES {{}}) v"
        f" JOIN {ContentItem._meta.db_table} i ON i.id = v.column1"
    )
    one = f"({', '.join(['%s'] * (len(own) + 1))})"
    with connection.cursor() as cursor:
        while chunk := list(islice(waiting, TOGETHER)):
            cursor.execute(
                sql.format(", ".join([one] * len(chunk))), [value for row in chunk for value in row]
            )
