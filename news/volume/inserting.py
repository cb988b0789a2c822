"""Inserts of many rows with long texts in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connection
from django.db.models.sql.compiler import SQLInsertCompiler


@contextmanager
def values_one_by_one() -> Iterator[None]:
    """Have Django write many rows to PostgreSQL as VALUES, not as an array for each column.

    psycopg escapes every quote within the texts of an array by a regular expression, which takes longer than all else.
    """
    compiler = connection.ops.compiler("SQLInsertCompiler")
    with patch.object(compiler, "assemble_as_sql", SQLInsertCompiler.assemble_as_sql):
        yield
