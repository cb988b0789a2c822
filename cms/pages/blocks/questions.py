"""Questions and answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import Html, public_value
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.rich_text import TEXT_FEATURES, html


@public_value
class QuestionValue:
    """One question with its answer."""

    question: str
    answer: Html


@public_value
class QuestionsValue:
    """``title`` may be empty."""

    title: str
    items: list[QuestionValue]


class QuestionBlock(blocks.StructBlock):
    """One question with its answer."""

    question = LineBlock(max_length=500, label=_("Question"))
    answer = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionsBlock(blocks.StructBlock):
    """A list of questions and answers."""

    title = LineBlock(required=False, max_length=255, label=_("Title"))
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions and answers"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> QuestionsValue:
        """Its public value."""
        return QuestionsValue(
            title=value["title"] or "",
            items=[
                QuestionValue(question=item["question"], answer=html(item["answer"]))
                for item in value["items"]
            ],
        )
