"""The schemas of a type: its whole answer, its item in lists and its card; and those of all pages together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from cms.api.endpoints import COLLECTIONS, IN_DETAIL_ALONE, PAGES
from cms.api.levels import HEAD
from cms.api.openapi.schemas import (
    Schema,
    Schemas,
    card_name,
    described,
    item_name,
    ref,
    structure,
    type_name,
)
from cms.contract import descriptions
from cms.contract.fields import public_fields
from cms.contract.meta import STUB, card_meta_types, meta_types
from cms.contract.publishable import Publishable

# Unions of all page types, by what is said of a page.
WHOLE_PAGE, LISTED_PAGE, PAGE_CARD = "Page", "PageInList", "PageCard"


def add_items(schemas: Schemas) -> None:
    """Add the schemas of every type of every collection. Raises Untyped for a value that has none."""
    pages = list(PAGES.types.values())
    for collection in COLLECTIONS:
        for model in collection.types.values():
            schemas.name(type_name(model), model, _whole(schemas, model))
            schemas.name(item_name(model), model, _listed(schemas, model, collection.shown))
            schemas.name(card_name(model), model, _card(schemas, model))
    union = _("Which type of page it is stands in meta.type.")
    for name, name_of in ((WHOLE_PAGE, type_name), (LISTED_PAGE, item_name), (PAGE_CARD, card_name)):
        members = {"oneOf": [ref(name_of(model)) for model in pages]}
        schemas.name(name, name, described(members, union))


def _whole(schemas: Schemas, model: type[Publishable]) -> Schema:
    """All that is public of an object."""
    meta = structure(_meta(schemas, model, meta_types(model)))
    return structure(_properties(schemas, model, meta, None), description=descriptions.of_class(model))


def _listed(schemas: Schemas, model: type[Publishable], shown: Sequence[str]) -> Schema:
    """What a list may say of an object. Always there: what is shown without ``fields``."""
    types = {name: type_ for name, type_ in meta_types(model).items() if name not in IN_DETAIL_ALONE}
    meta = structure(_meta(schemas, model, types), required=(*STUB, *shown))
    text = _("Without the parameter “fields” only what is required here is shown; “fields” adds and removes.")
    return structure(
        _properties(schemas, model, meta, None), required=(*HEAD, "meta", *shown), description=text
    )


def _card(schemas: Schemas, model: type[Publishable]) -> Schema:
    """What other objects say of this one."""
    meta = structure(_meta(schemas, model, card_meta_types(model)), required=STUB)
    text = _("What is shown of it where another item refers to it.")
    return structure(_properties(schemas, model, meta, model.card_fields), description=text)


def _meta(schemas: Schemas, model: type[Publishable], types: Mapping[str, Any]) -> dict[str, Schema]:
    found = {name: schemas.of(annotation) for name, annotation in types.items()}
    found["type"] = {**found["type"], "const": model.public_type()}
    return found


def _properties(
    schemas: Schemas, model: type[Publishable], meta: Schema, chosen: Iterable[str] | None
) -> dict[str, Schema]:
    """Id, meta, title, then the fields; streams of blocks come last."""
    declared = public_fields(model)
    names = [name for name in (declared if chosen is None else chosen) if name not in HEAD]
    names.sort(key=lambda name: declared[name].is_body)
    return {
        "id": described({"type": "integer", "format": "int64"}, _("Names it within its collection.")),
        "meta": meta,
        "title": described({"type": "string"}, _("The title.")),
        **{
            name: described(schemas.of(declared[name].annotation), descriptions.of_field(model, name))
            for name in names
        },
    }
