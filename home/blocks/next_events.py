"""The next events."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import public_value
from cms.pages.blocks.line import LineBlock


@public_value
class NextEventsValue:
    """How many to show."""

    title: str
    count: int


class NextEventsBlock(blocks.StructBlock):
    """A list that fills itself with what comes next."""

    title = LineBlock(max_length=255, label=_("Title"))
    count = blocks.IntegerBlock(min_value=1, max_value=12, default=3, label=_("How many"))

    class Meta:
        icon = "calendar"
        label = _("Next events")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> NextEventsValue:
        """Its public value."""
        return NextEventsValue(title=value["title"], count=value["count"])
