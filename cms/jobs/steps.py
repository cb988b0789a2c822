"""The steps of a start that change the database: each done once, and again when what it depends on has changed."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import DatabaseError, connection

from cms.jobs.models import StartStep


def fingerprint(*parts: str, files: Iterable[Path] = ()) -> str:
    """A digest of ``parts`` and of the content of ``files``, whatever their order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_done(name: str, of: str) -> bool:
    """Whether step ``name`` was done for the fingerprint ``of``; False as long as there is no such table."""
    try:
        if StartStep._meta.db_table not in connection.introspection.table_names():
            return False
        return StartStep.objects.filter(name=name, fingerprint=of).exists()
    except DatabaseError:
        return False


def once(name: str, of: str, do: Callable[[], object]) -> bool:
    """Call ``do`` unless it was done for the fingerprint ``of``; True when it was called.

    It is recorded when it has ended: a step that was interrupted is begun again.
    """
    if is_done(name, of):
        return False
    do()
    StartStep.objects.update_or_create(name=name, defaults={"fingerprint": of})
    return True
