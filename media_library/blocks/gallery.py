"""Several pictures in a body."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import public_value
from cms.pages.blocks.line import LineBlock
from media_library.blocks.image import ImageValue, PressImageBlock

MOST_IMAGES = 60


@public_value
class GalleryValue:
    """``title`` may be empty."""

    title: str
    images: list[ImageValue]


class GalleryBlock(blocks.StructBlock):
    """Pictures that belong together."""

    title = LineBlock(required=False, max_length=255, label=_("Title"))
    images = blocks.ListBlock(PressImageBlock(), max_num=MOST_IMAGES, label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> GalleryValue:
        """Its public value."""
        block = self.child_blocks["images"].child_block
        images = [block.get_api_representation(image, context) for image in value["images"]]
        return GalleryValue(title=value["title"] or "", images=images)
