"""The views that readers see and the triggers that hear every write, built for the database at hand.

Both stand outside the migrations: they are dropped before a migration (SQLite remakes tables, PostgreSQL refuses
to alter a viewed column) and made again after it, from what the apps have registered by then.
"""

from collections.abc import Iterator

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cms.contract.publishable import Watch, registry
from cms.store import dialect_postgresql, dialect_sqlite, ready_triggers
from cms.store.views import views

PREFIX = "store_on_"
# In the order of dropping: what reads another view comes before it.
VIEWS = (
    *("public_change", "public_log", "public_next", "public_turn", "public_mention"),
    *(
        "public_version",
        "public_search",
        "public_facet",
        "public_file",
        "public_ready",
        "public_reference",
        "public_content",
    ),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the views and triggers. Those of the same name must not exist."""
    dialect = dialect_of(connection)
    with connection.cursor() as cursor:
        for statement in dialect.functions():
            cursor.execute(statement, None)
        for statement in dialect.overlaps():
            cursor.execute(statement, None)
        for statement in dialect.search():
            cursor.execute(statement, None)
        for statement in ready_triggers.triggers(connection.vendor, PREFIX):
            cursor.execute(statement, None)
        for statement in views(dialect.NOW, dialect.MICROSECONDS):
            cursor.execute(statement, None)
        for watch in merged(registry.watches):
            for statement in dialect.watch(PREFIX, watch):
                cursor.execute(statement, None)
        for statement in dialect.deletions(PREFIX, registry.keys):
            cursor.execute(statement, None)
        for statement in dialect.withdrawals(PREFIX, list(registry.sources.values())):
            cursor.execute(statement, None)
        reader = connections["reader"].settings_dict.get("USER")
        if connection.vendor == "postgresql" and reader and reader != connection.settings_dict.get("USER"):
            for statement in grants(connection, reader):
                cursor.execute(statement, None)


def grants(connection: BaseDatabaseWrapper, role: str) -> Iterator[str]:
    """In production the readers are a role of their own, which may select from the views and nothing else."""
    yield f"GRANT SELECT ON {', '.join(VIEWS)} TO {connection.ops.quote_name(role)}"


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop our views and triggers, whichever exist."""
    dialect = dialect_of(connection)
    with connection.cursor() as cursor:
        for view in VIEWS:
            cursor.execute(f"DROP VIEW IF EXISTS {view}", None)
        cursor.execute(dialect.TRIGGERS, [PREFIX.replace("_", r"\_") + "%"])
        for table, trigger in cursor.fetchall():
            cursor.execute(dialect.drop(table, trigger), None)


def dialect_of(connection: BaseDatabaseWrapper) -> dialect_postgresql.Dialect | dialect_sqlite.Dialect:
    """What differs between the two databases."""
    return dialect_postgresql.Dialect() if connection.vendor == "postgresql" else dialect_sqlite.Dialect()


def merged(watches: list[Watch]) -> Iterator[Watch]:
    """The watches, one for each table, source and column; no columns named means any column."""
    seen: dict[tuple[str, str, str], Watch] = {}
    for watch in watches:
        key = (watch.table, watch.source, watch.column)
        before = seen.get(key)
        if before is None:
            seen[key] = watch
        else:
            both = (*before.fields, *watch.fields) if before.fields and watch.fields else ()
            seen[key] = Watch(watch.table, watch.source, watch.column, tuple(dict.fromkeys(both)))
    yield from seen.values()
