"""The queue and the clock in the admin: to be looked at, by superusers, who alone hold every permission."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.jobs import queue
from cms.jobs.models import ClockDuty, Job, Status


class LookOnlyViewSet(ModelViewSet):
    """A listing with details, from which nothing can be added, changed or deleted."""

    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    add_to_settings_menu = True
    exclude_form_fields: list[str] = []

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        names = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name")
        common: dict[str, Any] = super().get_common_view_kwargs(**dict.fromkeys(names), **kwargs)
        return common

    def register_admin_url_finder(self) -> None:
        """Nothing: there is no view to edit one in."""

    def get_urlpatterns(self) -> list[URLPattern]:
        number = self.pk_path_converter
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path(f"inspect/<{number}:pk>/", self.inspect_view, name="inspect"),
        ]


class JobInspectView(InspectView):
    """One job, with what it was given and how each attempt failed."""

    page_title = gettext_lazy("Details")
    template_name = "jobs/job/inspect.html"

    def get_arguments_display_value(self) -> SafeString:
        return format_html("<pre>{}</pre>", json.dumps(self.object.arguments, indent=2, ensure_ascii=False))

    def get_errors_display_value(self) -> SafeString | str:
        tracebacks = ((error["traceback"],) for error in self.object.errors)
        return format_html_join("\n", "<pre>{}</pre>", tracebacks) or "–"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        retry_url = reverse("jobs:retry", args=[self.object.pk])
        can_retry = self.object.status == Status.DEAD
        context: dict[str, Any] = super().get_context_data(retry_url=retry_url, can_retry=can_retry, **kwargs)
        return context


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a dead job run again from its first attempt."""
    if not request.user.is_superuser:
        raise PermissionDenied
    if queue.retry([pk]):
        messages.success(request, _("The job will run again."))
    else:
        messages.error(request, _("Only a failed job can be run again."))
    return redirect("jobs:inspect", pk)


class JobViewSet(LookOnlyViewSet):
    """Background jobs, the latest first."""

    model = Job
    name = "jobs"
    icon = "cogs"
    menu_name = "background-jobs"
    menu_order = 910
    inspect_view_class = JobInspectView
    list_display = [
        "task",
        Column("get_status_display", label=gettext_lazy("Status"), sort_key="status"),
        "queue",
        "attempts",
        DateColumn("enqueued_at", label=gettext_lazy("Enqueued"), sort_key="enqueued_at"),
        DateColumn("due_at", label=gettext_lazy("Due"), sort_key="due_at"),
        DateColumn("finished_at", label=gettext_lazy("Finished"), sort_key="finished_at"),
    ]
    list_filter = ["status", "queue"]
    search_fields = ["task"]
    search_backend_name = None
    ordering = ["-id"]
    list_per_page = 50

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("retry/<int:pk>/", retry, name="retry")]


class ClockDutyViewSet(LookOnlyViewSet):
    """Periodic duties, with the error of the last run."""

    model = ClockDuty
    name = "clock"
    icon = "time"
    menu_name = "periodic-duties"
    menu_order = 920
    list_display = [
        "name",
        DateColumn("started_at", label=gettext_lazy("Started")),
        DateColumn("next_at", label=gettext_lazy("Due")),
        "error",
    ]
    ordering = ["name"]
