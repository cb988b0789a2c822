"""Bringing translations up to date with their original: shows what changed, publishes nothing."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import TranslationSource

from cms.translation import rights, updating
from cms.translation.addresses import breadcrumbs, edit_url
from cms.translation.changes import Change
from cms.translation.content import title_of
from cms.translation.errors import Locked
from cms.translation.rows import word_diff
from cms.translation.views.submit import VersionForm


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change as the page shows it."""

    change: Change
    diff: SafeString


class UpdateView(WagtailAdminTemplateMixin, FormView[VersionForm]):
    """Asks for confirmation, then takes over the original's text into each translation's draft."""

    template_name = "translation/update.html"
    header_icon = "resubmit"
    form_class = VersionForm
    user: AbstractBaseUser

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.source = get_object_or_404(TranslationSource, pk=kwargs["translation_source_id"])
        self.object = self.source.get_source_instance()
        self.user = rights.user_of(request)
        self.targets = [translation.get_target_instance() for translation in updating.enabled(self.source)]
        if not rights.may_sync(self.user, self.object):
            raise PermissionDenied
        if not all(rights.may_edit(self.user, target) for target in self.targets):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        may_take_draft = rights.may_read(self.user, self.object, draft=True)
        return {**super().get_form_kwargs(), "instance": self.object, "may_take_draft": may_take_draft}

    def form_valid(self, form: VersionForm) -> HttpResponse:
        for target in self.targets:
            if rights.locked_for(self.user, target):
                messages.error(self.request, Locked(title_of(target)).reason)
                return self.render_to_response(self.get_context_data(form=form))
        changes = updating.update(self.source, user=self.user, draft=form.draft)
        messages.success(self.request, _summary(changes))
        next_url = get_valid_next_url_from_request(self.request)
        only = edit_url(self.targets[0]) if len(self.targets) == 1 else edit_url(self.object)
        return redirect(next_url or only)

    def get_page_title(self) -> str:
        return _("Update the translation")

    def get_page_subtitle(self) -> str:
        return rights.title_for(self.user, self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *breadcrumbs(self.user, self.object, self.get_page_subtitle()),
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        versions = [("live", self.changes(draft=False))]
        if context["form"].asks:
            versions.append(("draft", self.changes(draft=True)))
        return {
            **context,
            "object": self.object,
            "source": self.source,
            "versions": versions,
            "targets": [(target, title_of(target), edit_url(target)) for target in self.targets],
            "next": get_valid_next_url_from_request(self.request),
            "back_url": get_valid_next_url_from_request(self.request) or edit_url(self.object),
        }

    def changes(self, *, draft: bool) -> list[ShownChange]:
        """What an update would bring."""
        return [
            ShownChange(change, word_diff(change.before, change.after))
            for change in updating.pending(self.source, draft=draft)
        ]


def _summary(changes: list[Change]) -> str:
    if not changes:
        return _(
            "The text has not changed; dates, images and other values were taken over. Nothing was published."
        )
    count = len(changes)
    return ngettext(
        "%(count)d change of the original was taken over. Nothing was published.",
        "%(count)d changes of the original were taken over. Nothing was published.",
        count,
    ) % {"count": count}
