"""Which names ``fields=`` may ask for, at the top and within related items and structures.

Derived from the declaration alone: ``cms.contract.fields.public_fields`` of the registered types.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from cms.contract.fields import StreamItem, public_fields
from cms.contract.meta import card_meta_types
from cms.contract.publishable import Publishable, registry
from cms.contract.values import Html, Localised, Reference, SiteAddress, To
from search.page_types import page_types

# The envelope of every answer and of every card, beside the declared fields.
HEAD = ("id", "title")
# What a related item shows when names are given in brackets without "*" or "_".
NESTED_STUB = frozenset({"id", "title", "type", "detail_url", "locale", "download_url"})


@dataclass(frozen=True, slots=True)
class Level:
    """The names of one level, each with the annotations behind it.

    ``default``: what is shown when no "*" or "_" comes first. ``is_item``: the level has ``id`` and ``meta``.
    """

    names: Mapping[str, tuple[Any, ...]]
    default: frozenset[str]
    is_item: bool

    def below(self, name: str) -> "Level | None":
        """The level within ``name``, or None where there is nothing to choose from."""
        return level_of(self.names[name])


def item_level(
    types: Iterable[type[Publishable]], meta: Iterable[str], default: frozenset[str] | None
) -> Level:
    """The level of whole answers of ``types``. ``default`` None: everything."""
    names: dict[str, tuple[Any, ...]] = dict.fromkeys((*HEAD, *meta), ())
    for cls in types:
        _add_fields(names, cls, public_fields(cls))
    return Level(names, frozenset(names) if default is None else default, is_item=True)


def card_level(types: Iterable[type[Publishable]]) -> Level:
    """The level of the cards of ``types``."""
    names: dict[str, tuple[Any, ...]] = dict.fromkeys(HEAD, ())
    for cls in types:
        names |= dict.fromkeys(card_meta_types(cls), ())
        _add_fields(names, cls, cls.card_fields)
    return Level(names, NESTED_STUB & names.keys(), is_item=True)


def _add_fields(names: dict[str, tuple[Any, ...]], cls: type[Publishable], chosen: Iterable[str]) -> None:
    declared = public_fields(cls)
    for name in chosen:
        if name in declared and name not in HEAD:
            names[name] = (*names.get(name, ()), declared[name].annotation)


def level_of(annotations: Iterable[Any]) -> Level | None:
    """The level that values of these annotations have: a card, a structure or none."""
    targets: dict[str, type[Publishable]] = {}
    structure: dict[str, tuple[Any, ...]] = {}
    for part in (part for annotation in annotations for part in _parts(annotation)):
        if isinstance(part, To):
            targets.update(target_classes(part))
        elif isinstance(part, type) and is_dataclass(part):
            hints = get_type_hints(part, include_extras=True)
            for field in fields(part):
                structure[field.name] = (*structure.get(field.name, ()), hints[field.name])
    if targets:
        return card_level(targets.values())
    return Level(structure, frozenset(structure), is_item=False) if structure else None


def _parts(annotation: Any) -> Iterable[Any]:
    """What stands within lists, unions, Localised and Annotated: types, and where references lead."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *notes = get_args(annotation)
        if inner is Reference:
            yield from (note for note in notes if isinstance(note, To))
        else:
            yield from _parts(inner)
    elif origin in (list, tuple, Union, UnionType, Localised):
        for inner in get_args(annotation):
            yield from _parts(inner)
    elif annotation not in (
        StreamItem,
        Reference,
        Html,
        SiteAddress,
    ):  # these are whole; the last two are texts
        yield annotation


def target_classes(to: To) -> dict[str, type[Publishable]]:
    """The classes that a reference may lead to; ``pages.Page`` stands for every page."""
    if "pages.Page" in to.types:
        return page_types()
    return {name: registry.types[name] for name in to.types if name in registry.types}
