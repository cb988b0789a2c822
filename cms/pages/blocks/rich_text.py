"""Running text, and the features of rich text everywhere."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import Html, public_value

# No pictures: a picture needs an alternative text, so it is a block.
TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]
LINE_FEATURES = ["bold", "italic", "link"]


def html(value: Any) -> Html:
    """The public form of a rich text value, empty where none was written."""
    return Html(value.source if value else "")


@public_value
class RichTextValue:
    """Paragraphs and lists."""

    text: Html


class RichTextBlock(blocks.StructBlock):
    """Paragraphs and lists with links."""

    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")

    def get_api_representation(self, value: Any, context: Any = None) -> RichTextValue:
        """Its public value."""
        return RichTextValue(text=html(value["text"]))
