"""What the editor calls a block that is folded up."""

import re
from collections.abc import Iterator

from django.apps import apps
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.fields import StreamField


def _inside(block: blocks.Block) -> Iterator[blocks.Block]:
    yield block
    if isinstance(block, blocks.ListBlock):
        yield from _inside(block.child_block)
    elif isinstance(block, blocks.StructBlock | blocks.StreamBlock):
        for child in block.child_blocks.values():
            yield from _inside(child)


def test_no_label_format_names_a_choice() -> None:
    """Wagtail writes "null" where nothing is chosen."""
    seen = set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, StreamField):
                continue
            for block in _inside(field.stream_block):
                seen.add(type(block).__name__)
                for name in re.findall(r"{(\w+)}", getattr(block.meta, "label_format", None) or ""):
                    assert not isinstance(block.child_blocks[name], ChooserBlock), (model, block, name)
    assert {"PressImageBlock", "VideoBlock", "LeadStoryBlock"} <= seen
