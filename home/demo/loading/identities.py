"""Stable identities: what was loaded once is known again, whoever loads and whenever."""

from uuid import UUID, uuid5

_NAMESPACE = UUID("6f1d0f0a-5caf-5e0a-9c1b-5a11fc0de005")


def identity(kind: str, *names: object) -> UUID:
    """The UUID of something that the demo knows by ``names``."""
    return uuid5(_NAMESPACE, "/".join((kind, *map(str, names))))
