"""A line of text to be translated, empty rather than null where none was written."""

from typing import Any

from wagtail.blocks import CharBlock


class LineBlock(CharBlock):
    """One line. Wagtail's own is null when a program left it out, which translation and readers would stumble on."""

    def to_python(self, value: Any) -> str:
        """The stored text."""
        return value or ""

    class Meta:
        default = ""
