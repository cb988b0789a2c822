"""Screens for what is done to both languages at once, and for the edit that is not."""

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page, Revision

from cms.publishing.action_menu import in_house
from cms.publishing.errors import Refused
from cms.publishing.pairs import edit_url, is_gated, pair_of
from cms.publishing.release import cancel, may_release, postpone, release_alone


class Plain(forms.Form):
    """Nothing to fill in."""


class TimeForm(forms.Form):
    """A new time."""

    at = forms.DateTimeField(
        label=gettext_lazy("New time, in your time zone"),
        widget=AdminDateTimeInput(),
    )


class AloneForm(forms.Form):
    """The declaration of an edit that concerns one language."""

    reason = forms.CharField(
        label=gettext_lazy("What was changed"),
        max_length=255,
        help_text=gettext_lazy("A few words, for the reviewers: they see a list of these edits."),
    )
    without_effect = forms.BooleanField(
        label=gettext_lazy("This has no effect on the other language: a typing error, for example.")
    )


class ReleaseView(WagtailAdminTemplateMixin, FormView[Any]):
    """Asks, then does it in all languages, or says why not."""

    template_name = "publishing/confirm.html"
    header_icon = "upload"
    form_class: type[forms.Form] = Plain
    explanation: Any = ""
    submit_label: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kind = ContentType.objects.filter(pk=kwargs["kind"]).first()
        model: Any = kind.model_class() if kind else None
        row = model._default_manager.filter(pk=kwargs["pk"]).first() if model else None
        self.row = row.specific if isinstance(row, Page) else row
        if self.row is None or not is_gated(self.row):
            raise Http404
        self.pair = pair_of(self.row)
        if not self.may(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self, user: Any) -> bool:
        """Whether the user may do it."""
        return may_release(self.pair, user)

    def act(self, form: Any) -> str:
        """Do it; gives what to tell. Raises Refused."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            messages.success(self.request, self.act(form))
        except Refused as refused:
            messages.error(self.request, refused.html)
        return redirect(edit_url(self.row))

    def get_page_subtitle(self) -> str:
        return self.pair.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": edit_url(self.row), "label": self.pair.title}, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "explanation": self.explanation,
            "submit_label": self.submit_label,
            "back_url": edit_url(self.row),
            "versions": [{"language": code, "title": str(self.pair.latest(code))} for code in self.pair.rows],
        }


class PostponeView(ReleaseView):
    """Another time for a scheduled release."""

    page_title = gettext_lazy("Change the time of the release")
    explanation = gettext_lazy("The new time holds for both languages.")
    submit_label = gettext_lazy("Change the time in both languages")
    form_class = TimeForm

    def get_initial(self) -> dict[str, Any]:
        approved = Revision.objects.for_instance(self.row).filter(approved_go_live_at__isnull=False)
        return {"at": approved.values_list("approved_go_live_at", flat=True).first()}

    def act(self, form: Any) -> str:
        at = form.cleaned_data["at"]
        postpone(self.pair, user=self.request.user, at=at)
        return _("Both languages are now released at %(time)s.") % {"time": in_house(at)}


class CancelView(ReleaseView):
    """Calls a scheduled release off."""

    page_title = gettext_lazy("Cancel the release")
    explanation = gettext_lazy("Neither language goes out. Both stay as drafts.")
    submit_label = gettext_lazy("Cancel in both languages")

    def act(self, form: Any) -> str:
        cancel(self.pair, user=self.request.user)
        return _("The release is cancelled in both languages.")


class AloneView(ReleaseView):
    """Publishes one language of something public, declared to be without effect on the other."""

    page_title = gettext_lazy("A correction without effect on the other language")
    explanation = gettext_lazy(
        "The last draft of this language goes out alone. The other language stays as it is."
    )
    submit_label = gettext_lazy("Publish this language alone")
    form_class = AloneForm

    def may(self, user: Any) -> bool:
        if isinstance(self.row, Page):
            return bool(self.row.permissions_for_user(user).can_publish())
        return may_release(self.pair, user)

    def act(self, form: Any) -> str:
        release_alone(self.row, user=self.request.user, reason=form.cleaned_data["reason"])
        return _("The correction is public. The reviewers see it in their list.")
