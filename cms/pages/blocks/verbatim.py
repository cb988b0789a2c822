"""Text that is the same in every language (a name, a telephone number): never offered for translation."""

from collections.abc import Sequence
from typing import Any

from django import forms
from wagtail.blocks import FieldBlock


class VerbatimBlock(FieldBlock):
    """One line of text. Not a CharBlock, because translation takes the text of every CharBlock."""

    def __init__(
        self,
        required: bool = True,
        help_text: Any = None,
        max_length: int | None = None,
        validators: Sequence[Any] = (),
        **kwargs: Any,
    ) -> None:
        self.field = forms.CharField(
            required=required, help_text=help_text, max_length=max_length, validators=validators
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "edit"
        default = ""
