"""Corrections: what was wrong, told in public."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import Html, public_value
from cms.pages.blocks.rich_text import LINE_FEATURES, html


@public_value
class CorrectionValue:
    """``date`` is the day on which it was made."""

    date: date
    text: Html


class CorrectionBlock(blocks.StructBlock):
    """A dated note."""

    date = blocks.DateBlock(label=_("Date"))
    text = blocks.RichTextBlock(
        features=LINE_FEATURES, label=_("Text"), help_text=_("What was wrong, and what is right.")
    )

    class Meta:
        icon = "warning"
        label = _("Correction")
        label_format = "{date}"

    def get_api_representation(self, value: Any, context: Any = None) -> CorrectionValue:
        """Its public value."""
        return CorrectionValue(date=value["date"], text=html(value["text"]))


class CorrectionsBlock(blocks.StreamBlock):
    """The corrections of a release, latest first by habit."""

    correction = CorrectionBlock()
