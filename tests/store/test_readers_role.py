"""In production the readers are a database role that sees the public views, and nothing of the tables behind them."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from cms.store.schema import VIEWS, grants
from tests.store.world import World

pytestmark = pytest.mark.only_on("postgresql")
ROLE = "communique_test_reader"


@pytest.fixture
def reader(world: World) -> Iterator[psycopg.Connection]:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {ROLE}" if _exists(cursor) else f"CREATE ROLE {ROLE}")
        for statement in grants(connection, ROLE):
            cursor.execute(statement)
    values = connection.get_connection_params()
    parameters = {
        name: values[name] for name in ("dbname", "user", "password", "host", "port") if values.get(name)
    }
    with psycopg.connect(**parameters, autocommit=True) as session:
        session.execute(f"SET ROLE {ROLE}")
        yield session
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {ROLE}")
        cursor.execute(f"DROP ROLE {ROLE}")


def _exists(cursor: object) -> bool:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
    return cursor.fetchone() is not None


@pytest.mark.parametrize("view", VIEWS)
def test_a_reader_sees_the_views(reader: psycopg.Connection, view: str) -> None:
    reader.execute(f"SELECT * FROM {view} LIMIT 1")


@pytest.mark.parametrize(
    "table",
    ["store_item", "store_change", "store_reference", "store_search", "wagtailcore_page", "users_user"],
)
def test_a_reader_sees_no_table(reader: psycopg.Connection, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute(f"SELECT * FROM {table} LIMIT 1")


def test_a_reader_writes_nothing(reader: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute("DELETE FROM public_content")
