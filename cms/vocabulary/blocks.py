"""Blocks that name people and topics."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.contract.values import Html, PersonRef, Reference, public_value
from cms.pages.blocks.choosers import BatchedChoice
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.rich_text import LINE_FEATURES, html
from cms.vocabulary.models import Person


class VocabularyChoiceBlock(BatchedChoice, SnippetChooserBlock):
    """A chosen word of the vocabulary."""


@public_value
class QuotationValue:
    """Who said it is a person of the vocabulary, a name as text, or both; ``role`` as held when speaking."""

    text: Html
    speaker: PersonRef | None
    speaker_name: str
    role: str
    source_url: str


class QuotationBlock(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.RichTextBlock(
        features=LINE_FEATURES, label=_("Text"), help_text=_("Without quotation marks.")
    )
    speaker = VocabularyChoiceBlock(Person, required=False, label=_("Speaker"))
    speaker_name = LineBlock(
        required=False,
        max_length=255,
        label=_("Name of the speaker"),
        help_text=_("For speakers who have no entry, or who are named otherwise here."),
    )
    role = LineBlock(required=False, max_length=255, label=_("Role"), help_text=_("As held on that day."))
    source_url = blocks.URLBlock(required=False, default="", label=_("Address of the source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")

    def get_api_representation(self, value: Any, context: Any = None) -> QuotationValue:
        """Its public value."""
        speaker = value["speaker"]
        return QuotationValue(
            text=html(value["text"]),
            speaker=Reference(speaker.public_key(), fallback=True) if speaker else None,
            speaker_name=value["speaker_name"] or "",
            role=value["role"] or "",
            source_url=value["source_url"] or "",
        )
