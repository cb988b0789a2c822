"""Copying a page in the admin: a copy has a life of its own, never that of an alias."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class OwnCopyForm(CopyForm):
    """The copy form without the offer to keep the copy updated, which would make an alias."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
