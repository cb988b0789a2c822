"""What translation refuses, each with the message that the editor reads."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.publishing.errors import Refused

__all__ = [
    "AliasRefused",
    "Incomplete",
    "Locked",
    "NotTranslatable",
    "Outdated",
    "ParentNotTranslated",
    "Refused",
]


class NotTranslatable(Refused):
    """The object cannot be submitted for translation as it stands."""


class ParentNotTranslated(NotTranslatable):
    """The section that the translation would stand in does not exist in the other language."""

    def __init__(self, parent: str, language: str) -> None:
        super().__init__(
            _(
                "The section “%(parent)s” has no version in %(language)s yet. Create or translate the section first."
            )
            % {"parent": parent, "language": language}
        )


class Incomplete(Refused):
    """Publishing while segments lack a translation."""

    def __init__(self, title: str, missing: Sequence[Any]) -> None:
        self.missing = list(missing)
        super().__init__(
            ngettext(
                "“%(title)s” is not published: %(count)d segment has no translation yet.",
                "“%(title)s” is not published: %(count)d segments have no translation yet.",
                len(self.missing),
            )
            % {"title": title, "count": len(self.missing)}
        )


class Outdated(Refused):
    """Publishing a revision that holds the original's words where translations exist."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“%(title)s” is not published: this version is older than its translation. "
                "Open it in the translation editor and publish from there."
            )
            % {"title": title}
        )


class Locked(Refused):
    """Writing to what is locked for this user."""

    def __init__(self, title: str) -> None:
        super().__init__(_("“%(title)s” is locked. Nothing was saved.") % {"title": title})


class AliasRefused(Refused):
    """An alias would show the words of one language at the address of the other."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Aliases are not used here: each language has its own page. Copy the page or translate it instead."
            )
        )
