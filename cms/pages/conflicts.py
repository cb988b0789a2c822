"""Two editors of one object: the later form is held back until its author has seen what it would replace.

Wagtail compares revisions only when it saves by itself; a form that is sent by hand overwrites in silence.
"""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.pages.edit import EditView as PageEditView
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.pages.editing import KeyedEditMixin

# The name of the box that an editor ticks, with the id of the revision that is to be replaced.
OVERWRITE = "overwrite_newer_revision"
ACTION = "pages.overwrite"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was saved after the form was opened: its revision, by whom, and how it differs from the form."""

    revision: int
    by: str
    at: datetime
    loaded: str
    loaded_at: str
    differences: list[Any]


def is_confirmed(request: HttpRequest, latest: Revision) -> bool:
    """Whether the editor has asked to replace exactly this revision."""
    return request.POST.get(OVERWRITE) == str(latest.pk)


def lock(instance: models.Model) -> None:
    """Let whoever else saves this object wait until this transaction ends."""
    type(instance)._base_manager.select_for_update().filter(pk=instance.pk).values_list("pk").first()


def describe(request: HttpRequest, latest: Revision, differences: list[Any]) -> Conflict:
    """The conflict with ``latest``, told to the editor as well."""
    by = latest.user.get_full_name() or latest.user.get_username() if latest.user else _("somebody")
    messages.error(
        request,
        _(
            "Nothing was saved: %(name)s has changed this after you opened it. "
            "Compare the two versions below, then decide."
        )
        % {"name": by},
    )
    return Conflict(
        revision=latest.pk,
        by=by,
        at=latest.created_at,
        loaded=request.POST.get("loaded_revision_id", ""),
        loaded_at=request.POST.get("loaded_revision_created_at", ""),
        differences=differences,
    )


def differences(edit_handler: Any, request: HttpRequest, theirs: Any, mine: Any) -> list[Any]:
    """Wagtail's comparisons of the fields in which the form differs from what was saved."""
    bound = edit_handler.get_bound_panel(instance=theirs, request=request, form=None)
    compared = [comparison(theirs, mine) for comparison in bound.get_comparison()]
    return [comparison for comparison in compared if comparison.has_changed() and _shows(comparison)]


def _shows(comparison: Any) -> bool:
    """Whether there is anything to see: an editor may write the same text in other markup."""
    if not getattr(comparison, "is_field", False):
        return True
    html = str(comparison.htmldiff())
    return any(mark in html for mark in ("addition", "deletion"))


def start_anew(request: HttpRequest) -> None:
    """Make the form's save a revision of its own, whatever the browser has saved before."""
    posted = request.POST.copy()
    posted.pop("overwrite_revision_id", None)
    request.POST = posted  # type: ignore[assignment]  # a mutable copy in place of the immutable original


def record(instance: Any, replaced: Revision, user: Any) -> None:
    """Log that the editor replaced somebody's revision knowingly; it stays in the history."""
    by = replaced.user.get_full_name() or replaced.user.get_username() if replaced.user else ""
    data = {"revision": {"id": replaced.pk, "created": replaced.created_at.isoformat(), "by": by}}
    log(instance=instance, action=ACTION, user=user, data=data, content_changed=True)


class CarefulPageEditView(KeyedEditMixin, PageEditView):
    """The page editor that never replaces another's work unasked."""

    page: Any
    conflict: Conflict | None = None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, publish or submit; or show the conflict."""
        with transaction.atomic():
            lock(self.real_page_record)
            self.latest_revision = self._newest()
            newest = self.latest_revision
            self.page = self.base(self.page)
            if newest is None or self.expects_json_response or not self.is_out_of_date:
                return self._save(request, *args, **kwargs)
            if not is_confirmed(request, newest):
                return self._show_conflict(request, newest)
            start_anew(request)
            response = self._save(request, *args, **kwargs)
            if response.status_code == HTTPStatus.FOUND:
                record(self.page, newest, request.user)
            return response

    def _save(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def _newest(self) -> Revision | None:
        """The newest revision, read after the lock was taken."""
        row = type(self.real_page_record)._base_manager.filter(pk=self.real_page_record.pk)
        newest = row.values_list("latest_revision_id", flat=True).first()
        if self.latest_revision is not None and newest == self.latest_revision.pk:
            self.latest_revision.refresh_from_db(fields=["created_at", "user", "content"])
            return self.latest_revision
        return Revision.objects.filter(pk=newest).select_related("user").first()

    def _show_conflict(self, request: HttpRequest, newest: Revision) -> HttpResponse:
        theirs = newest.as_object()
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        self.form.defer_required_fields()
        found = []
        if self.form.is_valid():
            found = differences(self.edit_handler, request, theirs, self.form.save(commit=False))
        self.form.restore_required_fields()
        self.conflict = describe(request, newest, found)
        self.has_unsaved_changes = True
        response: HttpResponse = self.render_to_response(self.get_context_data())
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "conflict": self.conflict}


class CarefulEditMixin(KeyedEditMixin, CreateEditViewOptionalFeaturesMixin):
    """The same for snippets: mixin before their edit view."""

    object: Any
    conflict: Conflict | None = None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save or publish; or show the conflict."""
        with transaction.atomic():
            lock(self.object)
            self._read_newest()
            self.object = self.base(self.object)
            replaced = (
                self.latest_revision
                if self._is_stale() and is_confirmed(request, self.latest_revision)
                else None
            )
            if replaced:
                start_anew(request)
            response: HttpResponse = super().post(request, *args, **kwargs)
            if replaced and response.status_code == HTTPStatus.FOUND:
                record(self.object, replaced, request.user)
            return response

    def is_valid(self, form: Any) -> bool:
        """Whether the form may be saved."""
        if self._is_stale() and not is_confirmed(self.request, self.latest_revision):
            theirs = self.latest_revision.as_object()
            valid = super().is_valid(form)
            mine = form.save(commit=False) if valid else None
            found = differences(self.panel, self.request, theirs, mine) if mine is not None else []
            self.conflict = describe(self.request, self.latest_revision, found)
            self.produced_error_message = None  # the conflict has been told already
            return False
        return bool(super().is_valid(form))

    def _is_stale(self) -> bool:
        return bool(self.latest_revision and self.is_out_of_date and not self.expects_json_response)

    def _read_newest(self) -> None:
        if not self.revision_enabled:
            return
        row = type(self.object)._base_manager.filter(pk=self.object.pk)
        newest = row.values_list("latest_revision_id", flat=True).first()
        self.latest_revision = Revision.objects.filter(pk=newest).select_related("user").first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "conflict": self.conflict}
