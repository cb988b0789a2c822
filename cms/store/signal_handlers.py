"""Follows right after each commit that wrote something watched; the worker follows whatever escapes this."""

from functools import lru_cache
from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.contract.publishable import registry
from cms.store.following import follow_on_commit


@lru_cache(maxsize=1)
def watched_tables() -> frozenset[str]:
    """The tables that rendering reads; complete once all apps are ready."""
    return frozenset(watch.table for watch in registry.watches)


def heard(sender: Any, **kwargs: Any) -> None:
    """A receiver for any signal of a write."""
    if sender.__module__ == "__fake__":  # a migration's model: everything is marked when it is done
        return
    if sender._meta.db_table in watched_tables() and not kwargs.get("raw"):
        follow_on_commit()


def connect() -> None:
    """Connect to the writes of all models; ``heard`` picks the watched ones."""
    for signal in (post_save, post_delete, m2m_changed, page_published, page_unpublished, post_page_move):
        signal.connect(heard, dispatch_uid="store")
