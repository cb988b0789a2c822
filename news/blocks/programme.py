"""The programme of an event."""

from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import Html, PersonRef, Reference, public_value
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.rich_text import TEXT_FEATURES, html
from cms.vocabulary.blocks import VocabularyChoiceBlock
from cms.vocabulary.models import Person


@public_value
class ProgrammeItemValue:
    """``time`` is the local time of the event, or null."""

    time: time | None
    title: str
    description: Html
    speakers: list[PersonRef]


class ProgrammeItemBlock(blocks.StructBlock):
    """What happens at one point of the programme."""

    time = blocks.TimeBlock(
        required=False, label=_("Time"), help_text=_("Local time, in the zone of the event.")
    )
    title = LineBlock(max_length=255, label=_("Title"))
    description = blocks.RichTextBlock(required=False, features=TEXT_FEATURES, label=_("Description"))
    speakers = blocks.ListBlock(VocabularyChoiceBlock(Person), required=False, min_num=0, label=_("Speakers"))

    class Meta:
        icon = "time"
        label = _("Point of the programme")
        label_format = "{time} {title}"

    def get_api_representation(self, value: Any, context: Any = None) -> ProgrammeItemValue:
        """Its public value."""
        speakers = [person for person in value["speakers"] if person is not None]
        return ProgrammeItemValue(
            time=value["time"],
            title=value["title"],
            description=html(value["description"]),
            speakers=[Reference(person.public_key(), fallback=True) for person in speakers],
        )


class ProgrammeBlock(blocks.StreamBlock):
    """The programme, in order."""

    programme_item = ProgrammeItemBlock()
