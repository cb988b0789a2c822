"""Key facts: figures and short answers beside a body."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import public_value
from cms.pages.blocks.line import LineBlock


@public_value
class KeyFact:
    """A fact and what it is about."""

    label: str
    value: str


@public_value
class KeyFactsValue:
    """``title`` may be empty."""

    title: str
    facts: list[KeyFact]


class KeyFactBlock(blocks.StructBlock):
    """A fact and what it is about."""

    label = LineBlock(max_length=120, label=_("Label"), help_text=_("For example: Participating nations"))
    value = LineBlock(max_length=255, label=_("Value"), help_text=_("For example: 17"))

    class Meta:
        icon = "list-ul"
        label = _("Fact")
        label_format = "{label} {value}"


class KeyFactsBlock(blocks.StructBlock):
    """A list of facts."""

    title = LineBlock(required=False, max_length=255, label=_("Title"))
    facts = blocks.ListBlock(KeyFactBlock(), label=_("Facts"))

    class Meta:
        icon = "list-ul"
        label = _("Key facts")
        label_format = "{title}"

    def get_api_representation(self, value: Any, context: Any = None) -> KeyFactsValue:
        """Its public value."""
        facts = [KeyFact(label=fact["label"], value=fact["value"]) for fact in value["facts"]]
        return KeyFactsValue(title=value["title"] or "", facts=facts)
