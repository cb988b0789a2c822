"""Which media files are open: those that public items have (docs/media.md)."""

from cms.store.connection import rows


def has_file(key: str) -> bool:
    """Whether a public item has the stored file ``key``."""
    # No stored name holds a NUL, and PostgreSQL takes none in a text.
    return "\0" not in key and bool(rows("SELECT 1 FROM public_file WHERE key = %s LIMIT 1", [key]))
