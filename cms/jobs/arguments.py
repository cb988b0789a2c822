"""The arguments of a job as they are stored: JSON, and never a secret.

Wagtail passes the deconstructed file storage to its file-deletion task, which would write an object
store's keys in clear into the queue. A configured storage is stored by its alias instead, and anything
else that looks like a credential is refused.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.storage import storages
from django_tasks.utils import normalize_json

_STORAGE = "$storage"
_SECRET_NAME = re.compile(
    r"passw|secret|token|credential|private_?key|(access|api|account)_?key|connection_?string", re.I
)


class SecretArgument(ValueError):
    """An argument of a task looks like a credential."""


def _deconstructed(alias: str) -> Any:
    storage = storages[alias]
    try:
        return normalize_json(storage.deconstruct())  # type: ignore[attr-defined]  # added by @deconstructible
    except (AttributeError, TypeError):
        return None


def _is_deconstruction(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 3
        and isinstance(value[0], str)
        and isinstance(value[1], list)
        and isinstance(value[2], dict)
    )


def _stored(value: Any) -> Any:
    if _is_deconstruction(value):
        for alias in storages.backends:
            if value == _deconstructed(alias):
                return {_STORAGE: alias}
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if inner and _SECRET_NAME.search(str(name)):
                raise SecretArgument(
                    f"The argument {name!r} looks like a credential, and a job's arguments can be read in the"
                    " database. Pass an id, and let the task read the credential where it is kept."
                )
        return {name: _stored(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_stored(inner) for inner in value]
    return value


def stored(args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """What goes into the table. Raises TypeError for what is not JSON, SecretArgument for a credential."""
    return {"args": _stored(normalize_json(args)), "kwargs": _stored(normalize_json(kwargs))}


def _restored(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {_STORAGE}:
            return _deconstructed(value[_STORAGE])
        return {name: _restored(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_restored(inner) for inner in value]
    return value


def restored(arguments: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The positional and named arguments to call the task with."""
    return _restored(arguments["args"]), _restored(arguments["kwargs"])
