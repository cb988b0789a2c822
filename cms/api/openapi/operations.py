"""What can be asked: an operation per address, derived from the collections; what is no collection is declared here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.api import parameters
from cms.api.changes import CHANGES
from cms.api.endpoints import COLLECTIONS, FIND, PAGES, REDIRECTS, Collection
from cms.api.languages import offered
from cms.api.openapi.items import LISTED_PAGE, WHOLE_PAGE
from cms.api.openapi.schemas import Schema, described, item_name, nullable, ref, structure, type_name
from cms.api.parsers import LARGEST_ID
from cms.api.query import Parameter
from cms.api.redirects import FIND as FIND_REDIRECT
from cms.contract import descriptions
from cms.contract.publishable import Publishable

BASE = "/api/v2/"
COUNT = "Count"  # the name of the schema of counted values
# Collections with a way from a path to an item.
FINDING: Mapping[Collection, tuple[str | Promise, Sequence[Parameter[Any]]]] = {
    PAGES: (
        _("From the path of a page on the public site, or its id, to its address in the interface."),
        FIND,
    ),
    REDIRECTS: (
        _("From an old path, or the id of a redirect, to its address in the interface."),
        FIND_REDIRECT,
    ),
}
ABOUT_PAGES = _("Pages of all types, in both languages.")
# Of operations that belong to no collection.
TAGS: Mapping[str, str | Promise] = {
    "changes": _("For whoever keeps a copy: a search index, a static site, a cache."),
    "documentation": _("What the interface says of itself."),
}
ID: Mapping[str, Schema] = {"id": {"type": "integer", "format": "int64", "minimum": 1, "maximum": LARGEST_ID}}


@dataclass(frozen=True, slots=True)
class Operation:
    """A GET: its path below BASE, its name, what it takes and what it answers.

    ``answer``: the schema of the answer; None when it is a redirection. ``problems``: codes of problems that it can give
    beside those that every query can. ``in_path``: schemas of the parameters in the path.
    """

    path: str
    name: str
    tag: str
    about: str | Promise
    takes: Sequence[Parameter[Any]] = ()
    answer: Schema | None = None
    problems: Sequence[str] = ()
    in_path: Mapping[str, Schema] = field(default_factory=dict)
    media_type: str = "application/json"


def operations() -> Iterator[Operation]:
    """All operations, in the order in which documents list them."""
    for collection in COLLECTIONS:
        yield _listing(collection)
        if collection in FINDING:
            about_it, takes = FINDING[collection]
            yield Operation(
                f"{collection.name}/find/",
                f"{collection.name}-find",
                collection.name,
                about_it,
                takes,
                problems=("one-parameter-needed", "not-found"),
            )
        yield _detail(collection)
    yield from (declared() for declared in OTHERS)


def about(collection: Collection) -> str:
    """What a collection holds."""
    if collection is PAGES:
        return str(ABOUT_PAGES)
    return " ".join(descriptions.of_class(model) for model in collection.types.values())


def _schema_name(collection: Collection, name_of: Callable[[type[Publishable]], str], of_pages: str) -> str:
    """The schema of what a collection holds: of its one type, or the union of pages."""
    return of_pages if collection is PAGES else name_of(*collection.types.values())


def _listing(collection: Collection) -> Operation:
    items: Schema = {"type": "array", "items": ref(_schema_name(collection, item_name, LISTED_PAGE))}
    return Operation(
        f"{collection.name}/",
        f"{collection.name}-list",
        collection.name,
        _("A list, newest first unless “order” says otherwise."),
        collection.in_list,
        structure({"meta": _list_meta(collection), "items": items}),
        ("not-filterable",),
    )


def _list_meta(collection: Collection) -> Schema:
    cursor = _("The value of “cursor” that continues the list; null at its end.")
    properties = {
        "total_count": described(
            {"type": "integer", "minimum": 0}, str(_("How many items there are in all."))
        ),
        "next_cursor": described(nullable({"type": "string"}), str(cursor)),
    }
    counted = {name: {"type": "array", "items": ref(COUNT)} for name in collection.facets}
    if counted:
        text = _("Values with the numbers of items that have them, for the names in “facets”.")
        properties["facets"] = structure(counted, required=(), description=str(text))
    return structure(properties, required=("total_count", "next_cursor"))


def count() -> Schema:
    """The schema of a counted value."""
    properties = {
        "value": described({"type": "string"}, str(_("The value that the parameter of this name takes."))),
        "id": described({"type": "integer", "format": "int64"}, str(_("The id of what the value names."))),
        "title": described({"type": "string"}, str(_("The title of what the value names."))),
        "locale": described({"type": "string", "enum": [*offered()]}, str(_("The language of the title."))),
        "count": described({"type": "integer", "minimum": 1}, str(_("How many items have the value."))),
    }
    return structure(
        properties, required=("value", "count"), description=str(_("A value and how many items have it."))
    )


def _detail(collection: Collection) -> Operation:
    return Operation(
        f"{collection.name}/{{id}}/",
        f"{collection.name}-detail",
        collection.name,
        _("One item, whole or as “fields” says."),
        collection.in_detail,
        ref(_schema_name(collection, type_name, WHOLE_PAGE)),
        ("not-found",),
        ID,
    )


def _changes() -> Schema:
    locale = {"type": "string", "enum": [*offered()]}
    address = described(
        nullable({"type": "string", "format": "uri"}),
        str(_("Its address in the interface; null for what has none any more.")),
    )
    change = structure(
        {
            "id": {"type": "integer", "format": "int64"},
            "meta": structure({"type": {"type": "string"}, "detail_url": address, "locale": locale}),
            "change": described(
                {"type": "string", "enum": ["changed", "withdrawn"]},
                str(_("Whether it is to be read anew or is no longer public.")),
            ),
            "at": {"type": "string", "format": "date-time"},
        }
    )
    place = described({"type": "string"}, str(_("Where to go on: the value of “since” in the next request.")))
    more = described({"type": "boolean"}, str(_("Whether there is more already.")))
    meta = structure({"next": place, "more": more})
    return structure({"meta": meta, "items": {"type": "array", "items": change}})


OTHERS: Sequence[Callable[[], Operation]] = (
    lambda: Operation(
        "changes/",
        "changes-list",
        "changes",
        _("What has changed, appeared or been withdrawn since a version of the store."),
        CHANGES,
        _changes(),
        ("changes-forgotten",),
    ),
    lambda: Operation(
        "openapi.json",
        "openapi",
        "documentation",
        _("This document (OpenAPI 3.1)."),
        answer={"type": "object"},
    ),
    lambda: Operation(
        "docs/",
        "docs",
        "documentation",
        _("This document as a page to read."),
        (parameters.LOCALE,),
        answer={"type": "string"},
        media_type="text/html",
    ),
)
