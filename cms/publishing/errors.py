"""What publishing refuses, each with the message that the editor reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cms.publishing.blockers import Blocker


class Refused(ValidationError):
    """Something that is not done, with the reason in the user's language."""

    def __init__(self, *messages: str) -> None:
        super().__init__({"__all__": list(messages)})

    @property
    def reason(self) -> str:
        """The reason as one text."""
        return " ".join(self.messages)

    @property
    def html(self) -> SafeString:
        """The reason for a message in the admin, with the ways to mend it."""
        return conditional_escape(self.reason)


class Blocked(Refused):
    """A release that would leave the two languages apart. Nothing public has changed."""

    def __init__(self, title: str, blockers: "Sequence[Blocker]") -> None:
        self.blockers = list(blockers)
        self.head = _("“%(title)s” is not released: both languages go out together.") % {"title": title}
        super().__init__(self.head, *(blocker.message for blocker in self.blockers))

    @property
    def html(self) -> SafeString:
        """The reasons, each with a link to where it is mended."""
        causes = format_html_join(
            " ",
            "{}{}",
            (
                (
                    blocker.message,
                    format_html(' <a href="{}">{}</a>', blocker.url, _("Go there")) if blocker.url else "",
                )
                for blocker in self.blockers
            ),
        )
        return format_html("{} {}", self.head, causes)
