"""What is said of public types and fields, in the active language: docstrings, verbose names and About notes.

A docstring in the source is English and a text to translate like any other. ``untranslated_sources`` lists those that
no extractor finds in the source, so that the check of translations can ask for them.
"""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext

from cms.contract.fields import StreamItem, StreamTypes, public_fields
from cms.contract.meta import meta_types
from cms.contract.publishable import Publishable, registry
from cms.contract.values import About, Html, Reference, SiteAddress

# The contract's own words for kinds of values; what is said of them stands in the schema of the value.
PLAIN = (StreamItem, Html, Reference, SiteAddress)


def of_class(cls: type[Any]) -> str:
    """What a public type or structure is."""
    return gettext(_docstring(cls))


def of_field(model: type[Publishable], name: str) -> str:
    """What a public field of ``model`` is."""
    text = _field_source(model, name)
    return f"{capfirst(str(text))}." if isinstance(text, Promise) else gettext(text)


def of_annotation(annotation: Any) -> str:
    """The About note of an annotation; empty without one."""
    notes = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((str(note.text) for note in notes if isinstance(note, About)), "")


def _docstring(of: Any) -> str:
    return " ".join((inspect.getdoc(of) or "").split())


def _field_source(model: type[Publishable], name: str) -> str | Promise:
    """A verbose name, which is a lazy translation, or a docstring."""
    source = name
    try:
        field: Any = model._meta.get_field(name)  # type: ignore[attr-defined]  # every user of the mixin is a model
    except FieldDoesNotExist:
        field = None
    if isinstance(field, models.ForeignObjectRel):
        source = f"public_{name}"
    elif field is not None:
        verbose: str | Promise = field.verbose_name
        return verbose if isinstance(verbose, Promise) else f"{capfirst(verbose)}."
    attribute = getattr(model, source)
    function = attribute.fget if isinstance(attribute, property) else getattr(attribute, "func", attribute)
    return _docstring(function)


def untranslated_sources() -> Iterator[str]:
    """The docstrings that are public words, and verbose names that Django made of a field's name."""
    for model in registry.types.values():
        yield _docstring(model)
        for name, field in public_fields(model).items():
            text = _field_source(model, name)
            if isinstance(text, str):
                yield text
            yield from _structures(field.annotation)
        for annotation in meta_types(model).values():
            yield from _structures(annotation)


def _structures(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, StreamTypes):
        for _name, value in annotation.types:
            yield from _structures(value)
    elif isinstance(annotation, type) and is_dataclass(annotation):
        if annotation not in PLAIN:
            yield _docstring(annotation)
            hints = get_type_hints(annotation, include_extras=True)
            for field in fields(annotation):
                yield from _structures(hints[field.name])
    else:
        for part in get_args(annotation):
            yield from _structures(part)
