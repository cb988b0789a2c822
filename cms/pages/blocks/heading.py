"""A heading inside a body."""

from typing import Annotated, Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import OneOf, public_value
from cms.pages.blocks.line import LineBlock

LEVELS = [("h2", _("Heading 2")), ("h3", _("Heading 3")), ("h4", _("Heading 4"))]


@public_value
class HeadingValue:
    """``level`` is h2, h3 or h4; h1 is the title of the page."""

    text: str
    level: Annotated[str, OneOf(tuple(level for level, _label in LEVELS))]


class HeadingBlock(blocks.StructBlock):
    """Text and level."""

    text = LineBlock(max_length=255, label=_("Text"))
    level = blocks.ChoiceBlock(choices=LEVELS, default="h2", label=_("Level"))

    class Meta:
        icon = "title"
        label = _("Heading")
        label_format = "{text}"

    def get_api_representation(self, value: Any, context: Any = None) -> HeadingValue:
        """Its public value."""
        return HeadingValue(text=value["text"], level=value["level"])
