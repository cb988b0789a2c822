"""The admin's search index, written by one process at a time.

The form of a picture indexes what it saves, and so does the worker when it hears of it. On SQLite the library asks
whether an entry exists and then makes it: between the two the other process may have made it, and the editor's
upload ended with an error. An immediate transaction lets the second one wait, see the entry and bring it up to date.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.search.backends import database


class OneWriter:
    """Mixin before an index class."""

    def add_items(self, model: type[Any], objs: Iterable[Any]) -> None:
        """Write the entries of ``objs`` in one transaction."""
        with transaction.atomic(using=self.write_connection.alias):  # type: ignore[attr-defined]  # the index has it
            super().add_items(model, objs)  # type: ignore[misc]  # as above


def SearchBackend(params: dict[str, Any]) -> Any:  # looked up by this name
    """The backend of the database at hand, its index as above."""
    backend = database.SearchBackend(params)
    backend.index_class = type("OneWriterIndex", (OneWriter, backend.index_class), {})
    return backend
