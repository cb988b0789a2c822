"""What a model offers so that it can be stored and read in public: one mixin, one registry.

Two words: an *object* is what readers know, the same in all languages, named by its key (``page:<translation
key>``, ``image:12``). A *source* is the database row that an item is rendered from (``wagtailcore_page:7``).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypedDict

from django.db import models
from wagtail.api import APIField

from cms.contract.values import Localised


@dataclass(frozen=True, slots=True)
class Version:
    """One rendering of an object that is, or will be, public in ``locale`` during [visible_from, visible_until).

    ``visible_from`` None: public already. Times are UTC.
    """

    obj: "Publishable"
    locale: str
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    # Public because the other languages are (``cms.store.parity``): it leaves with any of them.
    paired: bool = False


class NoMeta(TypedDict):
    """Nothing more."""


class Publishable:
    """Mixin of every model whose rows become content items. Its methods read ``self`` alone."""

    # The collection that its objects are read in: "pages", "images" … the same word as in REST addresses.
    public_collection: ClassVar[str] = ""
    api_fields: ClassVar[Sequence[APIField]] = ()
    # Names out of api_fields that make the public card, beside id, meta and title.
    card_fields: ClassVar[Sequence[str]] = ()
    # True for media that is public only while a public item shows it.
    public_when_used: ClassVar[bool] = False
    # Why objects of this type may be public in one language alone; empty: both languages or neither.
    parity_exempt: ClassVar[str] = ""
    pk: Any

    @classmethod
    def public_type(cls) -> str:
        """``meta.type`` of the answers."""
        label: str = cls._meta.label  # type: ignore[attr-defined]  # every user of the mixin is a model
        return label

    def public_key(self) -> str:
        """The key of the object, the same in all languages."""
        raise NotImplementedError

    def public_id(self) -> int:
        """``id`` in the answers."""
        return int(self.pk)

    def public_source(self) -> str:
        """The row that this is rendered from, as ``table:primary key``."""
        return f"{self._meta.db_table}:{self.pk}"  # type: ignore[attr-defined]  # as above

    def public_dependencies(self) -> Iterable[str]:
        """Sources beside its own row (and the rows that mark it) whose words this one shows."""
        return ()

    def public_title(self, locale: str) -> str | Localised[str]:
        """The title, in the locale asked for; Localised where it may be the other language's."""
        raise NotImplementedError

    def public_slug(self, locale: str) -> str:
        """The last part of the address; empty for what has no address."""
        return ""

    def public_path(self, locale: str) -> str | None:
        """The path of its page on the public site, with leading and trailing slash."""
        return None

    def public_file(self, locale: str) -> str | None:
        """The path of its file, for objects that a text can link to as a download."""
        return None

    def public_date(self) -> datetime | None:
        """The date that lists are ordered by."""
        return None

    def public_end(self) -> datetime | None:
        """When what takes place is over; None for what does not take place."""
        return None

    def public_facets(self, locale: str) -> Iterable[tuple[str, str]]:
        """(facet, value) pairs that lists can be filtered by, beside its plain fields."""
        return ()

    def public_instants(self) -> Iterable[datetime]:
        """Instants at which an answer about this object changes by the clock alone, beside its interval."""
        return ()

    def public_meta(self, locale: str) -> NoMeta:
        """More of ``meta``: what every type of its family says of itself. The TypedDict returned is its schema."""
        return {}

    def prepare_public(self) -> None:  # most have none
        """Slow work that rendering needs, done before the publishing transaction (renditions)."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table whose rows are sources of content items.

    ``load`` brings the rows with the given keys, ready to be read without a query per row; ``versions`` says
    which of them are public, in which languages and when; ``every`` lists all keys, for a rebuild. Deleting a row
    withdraws its items in the same transaction, and so does an update under ``withdraw_when``, SQL over OLD and NEW
    with ``{differs}`` for the null-safe inequality. ``prepare`` does slow work before the publishing transaction.
    ``objects``, of a table with a row for each language, gives the rows of the given keys and their other languages,
    each with what it is in one of them.
    """

    table: str
    load: Callable[[Sequence[int]], list[Any]]
    versions: Callable[[Sequence[Any]], Iterable[Version]]
    every: Callable[[], Iterable[int]]
    withdraw_when: str = ""
    prepare: Callable[[Sequence[int]], None] | None = None
    objects: Callable[[Sequence[int]], Iterable[tuple[int, Any]]] | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """A table that rendering reads: writing to it marks a source.

    ``column`` holds the key of the source in ``source``; an update marks only when one of ``fields`` changed
    (empty: any column).
    """

    table: str
    source: str
    column: str
    fields: tuple[str, ...] = ()


Companion = Callable[[Sequence[Version]], Iterable[Version]]
Waiver = Callable[[Publishable], bool]


@dataclass(slots=True)
class Registry:
    """Source tables, watched tables and link types, filled by each app's ``ready``."""

    sources: dict[str, SourceTable] = field(default_factory=dict)
    watches: list[Watch] = field(default_factory=list)
    types: dict[str, type[Publishable]] = field(default_factory=dict)
    # Table to SQL for the object key of its deleted row, over OLD, with {uuid} to write a UUID as Python does. What
    # refers to a deleted row is rendered again: its choice or link now leads to nothing.
    keys: dict[str, str] = field(default_factory=dict)
    # Table to functions from the versions of its rows to what is public along with them, of other kinds.
    companions: dict[str, list[Companion]] = field(default_factory=dict)
    # Whether something may be public in one language for now, though its type and regime say otherwise.
    waivers: list[Waiver] = field(default_factory=list)
    # Link type of rich text ("page", "document") to the function from ids to object keys.
    links: dict[str, Callable[[Sequence[int]], dict[int, str]]] = field(default_factory=dict)

    def source(self, table: SourceTable) -> None:
        """Register a source table. Raises ValueError when registered before."""
        if table.table in self.sources:
            raise ValueError(f"The source table {table.table} is registered twice.")
        self.sources[table.table] = table

    def accompany(self, table: str, versions: Companion) -> None:
        """Register what is public along with the rows of ``table``: rendered from them, withdrawn with them."""
        self.companions.setdefault(table, []).append(versions)

    def waive(self, waiver: Waiver) -> None:
        """Register what lets one language go first."""
        self.waivers.append(waiver)

    def watch(self, *watches: Watch) -> None:
        """Register watched tables."""
        self.watches.extend(watches)

    def deletion(self, table: str, key: str) -> None:
        """Register the object key of the rows of ``table``, for what refers to them when they are deleted."""
        self.keys[table] = key

    def publishes(self, *classes: type[Publishable]) -> None:
        """Register models whose instances become content items, by their public type."""
        for cls in classes:
            self.types[cls.public_type()] = cls

    def link(self, linktype: str, keys: Callable[[Sequence[int]], dict[int, str]]) -> None:
        """Register how links of one type in rich text find the object they lead to."""
        self.links[linktype] = keys


registry = Registry()


def columns(model: type[models.Model], *names: str) -> tuple[str, ...]:
    """The database columns of the named fields of ``model``."""
    return tuple(str(model._meta.get_field(name).column) for name in names)  # type: ignore[union-attr]  # concrete fields are named


def own_row(model: type[models.Model], *names: str) -> Watch:
    """Watch the table of ``model`` whose rows are sources themselves."""
    return Watch(model._meta.db_table, model._meta.db_table, "id", columns(model, *names))
