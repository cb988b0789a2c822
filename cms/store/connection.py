"""The readers' connection, asked directly: statements are prepared once and rows come as the driver has them.

Django's cursor prepares nothing (it binds on its own side) and costs a fifth of a short answer.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

READER = "reader"
Rows = list[tuple[Any, ...]]


def rows(sql: str, params: Sequence[Any] = (), *, using: str = READER) -> Rows:
    """All rows of a statement with %s for ``params`` and no other percent sign. Errors are Django's.

    Where somebody counts or watches statements (tests, DEBUG), it goes through Django's cursor.
    """
    connection = connections[using]
    if connection.execute_wrappers or connection.queries_logged:
        with connection.cursor() as cursor:
            cursor.execute(sql, list(params))
            watched: Rows = cursor.fetchall()
        return watched
    connection.ensure_connection()
    ask = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.wrap_database_errors:
        return ask(connection, sql, params)


def as_moment(value: Any) -> datetime | None:
    """An instant as the readers' database gives it, aware."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    moment: datetime | None = value
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def _postgresql(connection: BaseDatabaseWrapper, sql: str, params: Sequence[Any]) -> Rows:
    with psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(sql, params, prepare=True).fetchall()


def _sqlite(connection: BaseDatabaseWrapper, sql: str, params: Sequence[Any]) -> Rows:
    found: Rows = connection.connection.execute(sql.replace("%s", "?"), params).fetchall()
    return found
