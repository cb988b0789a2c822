"""What the parts of an object are called in the admin: from a segment's field path to words."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.models import TranslationContext


def place_of(model: type[models.Model], context: TranslationContext) -> tuple[str, str, str]:
    """(key, heading, label) of a segment: segments with one key stand together under the heading."""
    names = context.field_path.split(".")
    ids = context.path.split(".")
    field = model._meta.get_field(names[0])
    if isinstance(field, StreamField):
        labels = _block_labels(field.stream_block, names[1:])
        heading = (
            f"{capfirst(str(field.verbose_name))} › {labels[0]}"
            if labels
            else capfirst(str(field.verbose_name))
        )
        return ".".join(ids[:2]), heading, " › ".join(labels[1:])
    if isinstance(field, models.ManyToOneRel):
        child: Any = field.related_model
        heading = capfirst(str(child._meta.verbose_name))
        return ".".join(ids[:2]), heading, _field_label(child, names[1]) if len(names) > 1 else ""
    return names[0], "", _field_label(model, names[0])


def _field_label(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return capfirst(str(getattr(field, "verbose_name", name)))


def _block_labels(block: blocks.Block, names: Sequence[str]) -> list[str]:
    labels: list[str] = []
    for name in names:
        if isinstance(block, blocks.ListBlock):
            # The path names an item of a list “item”; its block has no label of its own.
            block = block.child_block
            continue
        child = getattr(block, "child_blocks", {}).get(name)
        if child is None:
            break
        block = child
        labels.append(str(capfirst(block.label)))
    return labels


def block_at(model: type[models.Model], context: TranslationContext) -> blocks.Block | None:
    """The block that a path inside a stream leads to; None outside streams."""
    names = context.field_path.split(".")
    field = model._meta.get_field(names[0])
    if not isinstance(field, StreamField):
        return None
    block: blocks.Block = field.stream_block
    for name in names[1:]:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
            continue
        child = getattr(block, "child_blocks", {}).get(name)
        if child is None:
            return block
        block = child
    return block
