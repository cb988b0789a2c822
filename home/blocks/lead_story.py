"""The story at the top."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import PageRef, Reference, public_value
from cms.pages.blocks.choosers import PageChoiceBlock


@public_value
class LeadStoryValue:
    """One page."""

    page: PageRef | None


class LeadStoryBlock(blocks.StructBlock):
    """A release or an event, shown large."""

    page = PageChoiceBlock(page_type=["news.NewsReleasePage", "news.EventPage"], label=_("Page"))

    class Meta:
        icon = "pick"
        label = _("Lead story")
        # No label_format: it would call a block without its page "null". Wagtail's own is the page's title.

    def get_api_representation(self, value: Any, context: Any = None) -> LeadStoryValue:
        """Its public value."""
        page = value["page"]
        return LeadStoryValue(page=Reference(f"page:{page.translation_key}") if page else None)
