"""The latest releases, by kind or topic."""

from typing import Annotated, Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import OneOf, Reference, TopicRef, public_value
from cms.pages.blocks.line import LineBlock
from cms.vocabulary.blocks import VocabularyChoiceBlock
from cms.vocabulary.models import Topic
from news.models import ReleaseKind


@public_value
class LatestValue:
    """``kind`` empty and ``topic`` null mean all."""

    title: str
    kind: Annotated[str, OneOf(("", *ReleaseKind.values))]
    topic: TopicRef | None
    count: int


class LatestBlock(blocks.StructBlock):
    """A list that fills itself."""

    title = LineBlock(max_length=255, label=_("Title"))
    kind = blocks.ChoiceBlock(choices=ReleaseKind.choices, required=False, label=_("Kind"))
    topic = VocabularyChoiceBlock(Topic, required=False, label=_("Topic"))
    count = blocks.IntegerBlock(min_value=1, max_value=20, default=6, label=_("How many"))

    class Meta:
        icon = "list-ul"
        label = _("Latest releases")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> LatestValue:
        """Its public value."""
        topic = value["topic"]
        return LatestValue(
            title=value["title"],
            kind=value["kind"] or "",
            topic=Reference(topic.public_key(), fallback=True) if topic else None,
            count=value["count"],
        )
