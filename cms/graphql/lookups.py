"""Finds one item by its id, path or slug, in the language asked for."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext as _

from cms.graphql.criteria import Lookup
from cms.store.reading import Columns, StoredItem, Window
from cms.store.rendering import PER_LANGUAGE

MOST_OF_ONE_SLUG = 10


class Fetching(Protocol):
    """What reads the items of a window in one statement."""

    def fetch(self, window: Window, columns: Columns, keys: Sequence[str] = ()) -> list[StoredItem]:
        """The items."""


def find(asked: Lookup, columns: Columns, reader: Fetching) -> StoredItem | None:
    """The item asked for, None when nothing public is found. Raises Refused for a slug of several items."""
    found = _candidates(asked, columns, reader)
    if not found:
        return None
    in_locale = [item for item in found if item.locale == asked.locale]
    if asked.locale is not None and not in_locale:
        if asked.collection not in PER_LANGUAGE:
            return None
        same = Window(
            where="c.object_key = %s AND c.locale = %s", params=[_only(asked, found).object_key, asked.locale]
        )
        translation = reader.fetch(same, columns)
        return translation[0] if translation else None
    _only(asked, in_locale or found)
    preferred = [item for item in found if item.locale == asked.prefer]
    return (in_locale or preferred or found)[0]


def _candidates(asked: Lookup, columns: Columns, reader: Fetching) -> list[StoredItem]:
    params: list[str | int | None]
    if asked.path is not None:
        where, params = "c.locale = %s AND c.path = %s", [asked.path.split("/")[1], asked.path]
    elif asked.slug is not None:
        where, params = "c.collection = %s AND c.slug = %s", [asked.collection, asked.slug]
    else:
        where, params = "c.collection = %s AND c.public_id = %s", [asked.collection, asked.number]
    window = Window(where=where, params=params, order="c.locale", limit=MOST_OF_ONE_SLUG)
    return reader.fetch(window, columns)


def _only(asked: Lookup, found: Sequence[StoredItem]) -> StoredItem:
    """The one object that all of ``found`` are. Raises Refused when they are several."""
    if len({item.object_key for item in found}) > 1 and asked.given is not None:
        rule = _("Several items have this slug. Ask for one by its path or id: %(paths)s.")
        paths = ", ".join(item.path or str(item.public_id) for item in found)
        raise asked.given.wrong("slug", asked.slug, rule % {"paths": paths})
    return found[0]
