"""A press contact."""

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.contract.values import public_value
from cms.pages.blocks.line import LineBlock
from cms.pages.blocks.verbatim import VerbatimBlock

# ITU-T E.123: an optional plus sign, digits, and the signs that separate them.
TELEPHONE = RegexValidator(r"^\+?[0-9 ()./-]{5,40}$", _("Write a telephone number such as +32 2 555 01 00."))


@public_value
class ContactValue:
    """Whom journalists can ask. All but the name may be empty."""

    name: str
    role: str
    email: str
    phone: str


class ContactBlock(blocks.StructBlock):
    """Whom journalists can ask."""

    name = VerbatimBlock(max_length=255, label=_("Name"), help_text=_("A person or an office."))
    role = LineBlock(required=False, max_length=255, label=_("Role"))
    email = blocks.EmailBlock(required=False, default="", label=_("E-mail"))
    phone = VerbatimBlock(required=False, max_length=40, validators=[TELEPHONE], label=_("Telephone"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        label_format = "{name}"

    def get_api_representation(self, value: Any, context: Any = None) -> ContactValue:
        """Its public value."""
        return ContactValue(
            name=value["name"],
            role=value["role"] or "",
            email=value["email"] or "",
            phone=value["phone"] or "",
        )


class ContactsBlock(blocks.StreamBlock):
    """The contacts of a release or an event."""

    contact = ContactBlock()
