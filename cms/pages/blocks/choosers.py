"""Chosen objects of many bodies, brought in one query per model instead of one per body and block type."""

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from copy import copy
from typing import Any

from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.widgets import AdminPageChooser
from wagtail.blocks import Block, ChooserBlock, ListBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

Chosen = tuple[type[models.Model], int]
_known: ContextVar[dict[Chosen, models.Model] | None] = ContextVar("known_choices", default=None)


class BatchedChoice:
    """Mixin, before a chooser block: takes its objects from the batch that is being warmed, if there is one."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        """The objects with the given keys, in order; None for a key that leads to nothing."""
        known = _known.get()
        if known is None:
            found: list[Any] = super().bulk_to_python(list(values))  # type: ignore[misc]  # the chooser block has it
            return found
        model = self.model_class  # type: ignore[attr-defined]  # as above
        # A copy each, as Wagtail does: a caller may change one of them.
        return [copy(known.get((model, value))) for value in values]


class PageChoiceBlock(BatchedChoice, PageChooserBlock):
    """A chosen page."""

    @cached_property
    def widget(self) -> AdminPageChooser:
        """The chooser, without the name of the type: Wagtail adds it once, in the language of the process."""
        widget: AdminPageChooser = super().widget
        widget.choose_one_text = AdminPageChooser.choose_one_text
        return widget


def warm(instances: Iterable[models.Model]) -> None:
    """Read every stream of ``instances`` with one query per model of chosen objects."""
    streams = [
        getattr(instance, field.name)
        for instance in instances
        for field in instance._meta.concrete_fields
        if isinstance(field, StreamField)
    ]
    wanted: dict[type[models.Model], set[int]] = {}
    for stream in streams:
        for model, key in _chosen(stream.stream_block, list(stream.raw_data)):
            wanted.setdefault(model, set()).add(key)
    known = {
        (model, key): found
        for model, keys in wanted.items()
        for key, found in model._default_manager.in_bulk(keys).items()
    }
    token = _known.set(known)
    try:
        for stream in streams:
            for child in stream:
                child.value  # noqa: B018  # streams convert a block when it is first read
    finally:
        _known.reset(token)


def _chosen(block: Block | None, raw: Any) -> Iterator[Chosen]:
    if block is None or raw is None:
        return
    if isinstance(block, ChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, StreamBlock):
        for item in raw:
            yield from _chosen(block.child_blocks.get(item["type"]), item["value"])
    elif isinstance(block, ListBlock):
        for item in raw:
            yield from _chosen(
                block.child_block, item["value"] if block._item_is_in_block_format(item) else item
            )
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _chosen(child, raw.get(name))
