"""Content that stands on another site: linked to, never loaded by our pages unasked."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import public_value
from cms.pages.blocks.line import LineBlock


@public_value
class EmbedValue:
    """``url`` leads to another site."""

    url: str
    title: str
    caption: str


class EmbedBlock(blocks.StructBlock):
    """An address on another site with a title."""

    url = blocks.URLBlock(label=_("Address"), help_text=_("The address of the page on the other site."))
    title = LineBlock(max_length=255, label=_("Title"), help_text=_("Says what readers will find there."))
    caption = LineBlock(required=False, max_length=500, label=_("Caption"))

    class Meta:
        icon = "media"
        label = _("Content from another site")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> EmbedValue:
        """Its public value."""
        return EmbedValue(url=value["url"] or "", title=value["title"], caption=value["caption"] or "")
