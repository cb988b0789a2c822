"""From ``api_fields`` to typed public fields: the one list that every outlet is derived from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from inspect import signature
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import models
from django.utils.choices import CallableChoiceIterator
from taggit.managers import TaggableManager
from wagtail.blocks import Block, StreamBlock
from wagtail.fields import RichTextField, StreamField

from cms.contract.publishable import Publishable
from cms.contract.values import Html, OneOf, Reference, To

# From field class to the type of its public value, most special first.
SCALARS: dict[type[models.Field[Any, Any]], Any] = {
    models.BooleanField: bool,
    models.DateTimeField: datetime,
    models.DateField: date,
    models.TimeField: time,
    models.DecimalField: Decimal,
    models.FloatField: float,
    models.IntegerField: int,
    models.UUIDField: UUID,
    models.CharField: str,
    models.TextField: str,
}


@dataclass(frozen=True, slots=True)
class StreamItem:
    """A block of a body as the public sees it: its type, its stable id and its value."""

    type: str
    id: str
    value: Any


@dataclass(frozen=True, slots=True)
class PublicField:
    """A public field: its name, the annotation that is its schema, and how it is read for a locale.

    ``filterable``: a short plain value, by which lists can be filtered. ``is_body``: a stream of blocks.
    """

    name: str
    annotation: Any
    read: Callable[[Any, str], Any]
    filterable: bool = False
    is_body: bool = False


class Untyped(ImproperlyConfigured):
    """A public value without a type."""


_known: dict[type[Publishable], dict[str, PublicField]] = {}


def public_fields(model: type[Publishable]) -> dict[str, PublicField]:
    """The public fields of ``model`` in declared order. Raises Untyped for a value that has no type."""
    if model not in _known:
        _known[model] = {field.name: _public_field(model, field.name) for field in model.api_fields}
    return _known[model]


def _public_field(model: type[Any], name: str) -> PublicField:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return _computed(model, name)
    if isinstance(field, models.ForeignObjectRel):  # the name is a relation's: a property answers for it
        return _computed(model, name, f"public_{name}")
    if isinstance(field, TaggableManager):
        return PublicField(
            name, list[str], lambda obj, _locale: sorted(tag.name for tag in getattr(obj, name).all())
        )
    if isinstance(field, StreamField):
        return PublicField(
            name, _stream_type(model, field), lambda obj, _locale: stream(getattr(obj, name)), is_body=True
        )
    if isinstance(field, RichTextField):
        return PublicField(name, Html, lambda obj, _locale: Html(getattr(obj, name) or ""))
    if isinstance(field, models.ForeignKey):
        return _relation(model, name, field)
    for cls, plain in SCALARS.items():
        if isinstance(field, cls):
            annotation = _codes(field) or plain
            return PublicField(
                name,
                annotation | None if field.null else annotation,
                lambda obj, _l: getattr(obj, name),
                filterable=not isinstance(field, models.TextField),
            )
    raise Untyped(f"{model.__name__}.{name}: no public type is known for a {type(field).__name__}.")


def _codes(field: models.Field[Any, Any]) -> Any:
    """The annotation of a text that is one of a fixed list of codes; None for others and for open lists (zones)."""
    if not field.choices or isinstance(field.choices, CallableChoiceIterator):
        return None
    values = tuple(str(value) for value, _label in field.flatchoices)
    return Annotated[str, OneOf(tuple(dict.fromkeys(("", *values) if field.blank else values)))]


def _relation(model: type[Any], name: str, field: Any) -> PublicField:
    target = field.related_model
    if not (isinstance(target, type) and issubclass(target, Publishable)):
        raise Untyped(
            f"{model.__name__}.{name}: {target} is not Publishable; write a typed property instead."
        )

    def read(obj: Any, _locale: str) -> Reference | None:
        related = getattr(obj, name)
        return Reference(related.public_key(), fallback=True) if related is not None else None

    return PublicField(name, Annotated[Reference, To((target.public_type(),))] | None, read)


def _computed(model: type[Any], name: str, source: str = "") -> PublicField:
    source = source or name
    attribute = getattr(model, source, None)
    function = attribute.fget if isinstance(attribute, property) else getattr(attribute, "func", attribute)
    if not callable(function):
        raise Untyped(f"{model.__name__}.{name}: there is no such field, property or method.")
    annotation = get_type_hints(function, include_extras=True).get("return")
    if annotation is None or not is_typed(annotation):
        raise Untyped(f"{model.__name__}.{name}: annotate what it returns, without Any.")
    if isinstance(attribute, property) or not callable(attribute):
        return PublicField(name, annotation, lambda obj, _locale: getattr(obj, source))
    if "locale" in signature(function).parameters:
        return PublicField(name, annotation, lambda obj, locale: getattr(obj, source)(locale))
    return PublicField(name, annotation, lambda obj, _locale: getattr(obj, source)())


def is_typed(annotation: Any) -> bool:
    """Whether an annotation says what a value is: no Any, no bare dict or list, at any depth."""
    if annotation is Any or annotation in (dict, list, tuple, object):
        return False
    return all(is_typed(part) for part in getattr(annotation, "__args__", ()) if part is not Ellipsis)


def block_type(block: Block) -> Any:
    """The annotation of what ``block.get_api_representation`` returns. Raises Untyped when it has none."""
    hints = get_type_hints(type(block).get_api_representation, include_extras=True)
    annotation = hints.get("return")
    if annotation is None or not is_typed(annotation):
        raise Untyped(f"The block {type(block).__name__} needs an annotated get_api_representation.")
    return annotation


def stream_types(block: StreamBlock) -> dict[str, Any]:
    """Block name to value type, for each block of a stream."""
    return {name: block_type(child) for name, child in block.child_blocks.items()}


def _stream_type(model: type[Any], field: StreamField) -> Any:
    block = field.stream_block
    return list[Annotated[StreamItem, StreamTypes(tuple(stream_types(block).items()), type(block).__name__)]]


@dataclass(frozen=True, slots=True)
class StreamTypes:
    """Annotation of a stream's blocks: which value belongs to which block type, and the name of the stream."""

    types: tuple[tuple[str, Any], ...]
    name: str


def stream(value: Any) -> list[StreamItem]:
    """A stream value as public blocks."""
    return [
        StreamItem(child.block_type, str(child.id or ""), child.block.get_api_representation(child.value))
        for child in value
    ]
