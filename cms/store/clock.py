"""The database's clock, by which everything becomes public: never the web host's."""

from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connections

from cms.store.schema import dialect_of


def now(using: str = DEFAULT_DB_ALIAS) -> datetime:
    """The database's present instant, UTC; on SQLite to the millisecond, as its views compare."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {dialect_of(connection).NOW}")
        value = cursor.fetchone()[0]
    if isinstance(value, str):
        return datetime.strptime(value, "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=UTC)
    moment: datetime = value
    return moment.astimezone(UTC)
