"""One form in one browser window: what it saves by itself is told from what anybody else saves.

A form carries a key from the moment it is opened. What the browser saves in the background is logged under that key
(Wagtail groups log entries by a UUID, and never lets two forms write one revision), so the newest revision can be
recognised as the form's own even if the answer has not reached the browser when its author presses a button.
"""

from contextlib import AbstractContextManager, nullcontext
from typing import Any
from uuid import UUID, uuid4

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from wagtail.log_actions import LogContext
from wagtail.log_actions import registry as log_registry
from wagtail.models import Revision

# The name of the hidden field.
KEY = "editing_key"


def key_of(request: HttpRequest) -> UUID | None:
    """The key that a form was sent with; None if there is none or it is no UUID."""
    try:
        return UUID(request.POST.get(KEY, ""))
    except ValueError:
        return None


def saved_by_itself(request: HttpRequest, revision: Revision) -> bool:
    """Whether ``revision`` is what the form that is sent has saved in the background."""
    key = key_of(request)
    if key is None:
        return False
    logs = log_registry.get_logs_for_instance(revision.content_object)
    return bool(logs.filter(uuid=key, revision=revision, user=request.user).exists())


class KeyedFormMixin:
    """For the views that create and edit: gives each form its key and logs its background saves under it."""

    request: HttpRequest
    expects_json_response: bool

    @cached_property
    def editing_key(self) -> UUID:
        """The key of the form: the same when it is shown again with errors."""
        return key_of(self.request) or uuid4()

    def _logged(self) -> AbstractContextManager[Any]:
        if self.request.method != "POST" or not self.expects_json_response or not key_of(self.request):
            return nullcontext()
        context: AbstractContextManager[Any] = LogContext(user=self.request.user)
        context.uuid = self.editing_key  # type: ignore[attr-defined]
        return context

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, with the form's key as the mark of what is logged if the browser saves by itself."""
        with self._logged():
            response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
            return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**context, "editing_key": self.editing_key}


class KeyedEditMixin(KeyedFormMixin):
    """For the views that edit: a form is not out of date for what it has saved by itself."""

    latest_revision: Any  # a Revision, or None

    @cached_property
    def is_behind(self) -> bool:
        """Whether the form does not know of the newest revision."""
        return bool(super().is_out_of_date)  # type: ignore[misc]

    @property
    def is_out_of_date(self) -> bool:
        """Whether somebody else, or the same person in another window, has saved since the form was opened."""
        return bool(
            self.is_behind
            and self.latest_revision
            and not saved_by_itself(self.request, self.latest_revision)
        )

    def base(self, opened: models.Model) -> Any:
        """What the form is to be applied to: ``opened``, or what it was made from if it is behind itself.

        Its rows then do not know the ids that its own save gave them: applied to that, they would be there twice.
        """
        if self.latest_revision is None or not self.is_behind or self.is_out_of_date:
            return opened
        return (self._shown() or self.latest_revision).as_object()

    def _shown(self) -> Revision | None:
        """The revision that the form shows, if it stands as it was then."""
        number = self.request.POST.get("loaded_revision_id", "")
        if self.latest_revision is None or not number.isdecimal():
            return None
        shown: Revision | None = self.latest_revision.content_object.revisions.filter(pk=number).first()
        if shown and shown.created_at.isoformat() == self.request.POST.get("loaded_revision_created_at"):
            return shown
        return None
