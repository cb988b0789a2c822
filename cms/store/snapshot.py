"""One moment of the store for several statements of a reader: what is written meanwhile is not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DatabaseError, connections

from cms.store.connection import READER

# PostgreSQL's clock stands still in a transaction. The first reading comes in one message with the beginning: nothing is
# committed between the instant of the clock and that of the rows. SQLite's rows stand still, its clock goes on.
_BEGIN = {
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1 FROM public_version",
    "sqlite": "BEGIN DEFERRED",
}
_inside: ContextVar[bool] = ContextVar("inside a snapshot", default=False)


@contextmanager
def snapshot() -> Iterator[None]:
    """Within it all that this thread reads as a reader is of one moment; one within another is the same one.

    SQLite: an instant that is listed may still pass within it.
    """
    connection = connections[READER]
    if _inside.get() or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN[connection.vendor])
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)
        try:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
        except DatabaseError:
            connection.close()
