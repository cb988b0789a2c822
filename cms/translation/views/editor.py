"""The translation editor: in place of the page or snippet editor for the target of a translation."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import TabHelper

from cms.publishing.action_menu import label_of
from cms.publishing.blockers import blockers
from cms.publishing.pairs import is_gated, pair_of
from cms.publishing.release import may_release
from cms.translation import (
    drafting,
    editing,
    languages,
    overrides,
    publication,
    rights,
    rows,
    segments,
    updating,
)
from cms.translation.addresses import breadcrumbs, edit_url, submit_url
from cms.translation.content import latest, title_of
from cms.translation.errors import Incomplete, Refused
from cms.translation.panels import side_panels


class TranslationEditor(WagtailAdminTemplateMixin, View):
    """Original and translation in two columns. Saves drafts, publishes what is complete."""

    template_name = "translation/editor.html"
    header_icon = "wagtail-localize-language"
    http_method_names = ["get", "post"]

    request: HttpRequest
    user: AbstractBaseUser

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.translation: Translation = kwargs["translation"]
        self.target = self.translation.get_target_instance()
        self.user = rights.user_of(request)
        self.locked = rights.locked_for(self.user, self.target)
        self.is_page = isinstance(self.target, Page)

    @cached_property
    def shown(self) -> list[rows.Row]:
        """The rows of the form."""
        return rows.build(self.translation)

    @cached_property
    def overrides(self) -> list[overrides.Override]:
        """The values that the translation may have of its own."""
        return overrides.build(self.translation)

    @cached_property
    def source_instance(self) -> Any:
        """The original."""
        return self.translation.source.get_source_instance()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rights.may_edit(self.user, self.target):
            raise PermissionDenied
        if self.locked:
            messages.error(
                request, _("“%(title)s” is locked. Nothing was saved.") % {"title": title_of(self.target)}
            )
            return self.again()
        action = request.POST.get("action")
        if action == "publish" and not rights.may_publish(self.user, self.target):
            raise PermissionDenied
        if action == "submit" and not self.workflow:
            raise PermissionDenied
        if not self.save(request):
            return self.page()
        if action == "publish":
            return self.attempt(self.publish)
        if action == "submit":
            return self.attempt(self.submit)
        return self.again()

    def save(self, request: HttpRequest) -> bool:
        """Store what was posted and a draft of it. Returns whether all of it could be stored."""
        strings = editing.save_strings(self.translation, self.shown, request.POST, user=self.user)
        values = editing.save_overrides(self.translation, self.overrides, request.POST, user=self.user)
        slug = self.posted_slug(request)
        if strings.written or values.written or slug is not None:
            try:
                drafting.save_draft(self.translation, user=self.user, slug=slug)
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
                return False
        if strings.problems or values.problems:
            messages.error(request, _("Some translations could not be saved. They are marked below."))
            return False
        if request.POST.get("action") not in ("publish", "submit"):
            messages.success(
                request, _("The draft of “%(title)s” was saved.") % {"title": self.current_title()}
            )
        return True

    def posted_slug(self, request: HttpRequest) -> str | None:
        """The slug that was typed, None where it was left as it is."""
        typed = request.POST.get("slug")
        return None if typed is None or typed.strip() == self.slug else typed.strip()

    @cached_property
    def slug(self) -> str:
        """The slug of the last draft."""
        return str(getattr(latest(self.target), "slug", ""))

    def attempt(self, verb: Callable[[], None]) -> HttpResponse:
        """Publish or submit, or say what is missing and where."""
        try:
            verb()
        except Incomplete as error:
            anchor = f"#segment-{error.missing[0].pk}"
            link = format_html(' <a href="{}">{}</a>', anchor, _("Go to the first one"))
            messages.error(self.request, format_html("{}{}", error.reason, link))
            return HttpResponseRedirect(self.request.path + anchor)
        except Refused as error:
            messages.error(self.request, error.html)
        except ValidationError as error:
            messages.error(
                self.request,
                _("“%(title)s” is not published: %(problem)s")
                % {"title": self.current_title(), "problem": " ".join(error.messages)},
            )
        return self.again()

    def publish(self) -> None:
        """Make the translation public."""
        target = publication.publish(self.translation, user=self.user)
        language = languages.in_sentence(self.translation.target_locale.language_code)
        address = getattr(target, "full_url", None)
        text = (
            _("“%(title)s” is released in both languages.")
            if is_gated(target)
            else _("“%(title)s” is published in %(language)s.")
        )
        messages.success(
            self.request,
            text % {"title": str(target), "language": language},
            buttons=[messages.button(address, _("View live"))] if address else None,
        )

    def submit(self) -> None:
        """Hand the complete translation to those who approve it."""
        publication.submit(self.translation, user=self.user)
        messages.success(
            self.request,
            _("“%(title)s” was handed over: %(workflow)s.")
            % {"title": self.current_title(), "workflow": self.workflow.name},
        )

    @cached_property
    def workflow(self) -> Any:
        """The workflow that the user may start, if there is one."""
        if not isinstance(self.target, Page) or self.target.current_workflow_state:
            return None
        tester = self.target.permissions_for_user(self.user)
        return self.target.get_workflow() if tester.can_submit_for_moderation() else None

    def again(self) -> HttpResponse:
        """The editor, read anew."""
        return HttpResponseRedirect(self.request.path)

    def current_title(self) -> str:
        """The title as it stands after saving."""
        self.target.refresh_from_db()
        return title_of(self.target)

    def page(self) -> HttpResponse:
        """The editor with the present state of the rows."""
        return TemplateResponse(self.request, self.template_name, self.get_context_data())

    def get_page_title(self) -> str:
        return _("Translation into %(language)s") % {
            "language": languages.in_sentence(self.translation.target_locale.language_code)
        }

    def get_page_subtitle(self) -> str:
        return title_of(self.target)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return breadcrumbs(self.user, self.target, title_of(self.target))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        source = self.translation.source
        missing = [row for row in self.shown if row.missing]
        order = TabHelper(self.source_instance).field_ordering_mapping
        panels = side_panels(self.request, self.target, self.translation)
        media = sum((override.field.widget.media for override in self.overrides), Media())
        may_update = rights.may_sync(self.user, self.source_instance)
        context.update(
            translation=self.translation,
            target=self.target,
            groups=rows.grouped(self.shown, order),
            missing=missing,
            progress=segments.Progress(len(self.shown), len(self.shown) - len(missing)),
            stays_original=source.stringsegment_set.count() - len(self.shown),
            overrides=self.overrides,
            related=[
                (instance, instance._meta.verbose_name, submit_url(instance))
                for instance in rows.related_without_version(self.translation)
            ],
            slug=self.slug,
            has_slug=bool(self.slug) or hasattr(self.target, "slug"),
            source_title=rights.title_for(self.user, self.source_instance),
            source_url=edit_url(self.source_instance),
            source_language=source.locale.get_display_name(),
            target_name=self.translation.target_locale.get_display_name(),
            target_language=languages.in_sentence(self.translation.target_locale.language_code),
            source_code=source.locale.language_code,
            target_code=self.translation.target_locale.language_code,
            changes=updating.pending(source, draft=False) if may_update else [],
            may_update=may_update,
            update_url=reverse("wagtail_localize:update_translations", args=[source.pk]),
            locked=self.locked,
            workflow=self.workflow,
            can_publish=self.may_publish(),
            publish_label=label_of(pair_of(self.target)) if is_gated(self.target) else _("Publish"),
            can_unpublish=self.is_page and self.target.permissions_for_user(self.user).can_unpublish(),
            is_page=self.is_page,
            preview_url=self.preview_url(),
            side_panels=panels,
            history_url=self.history_url(),
            media=media + panels.media,
        )
        return context

    def may_publish(self) -> bool:
        """Whether publishing is offered: not while anything keeps the two languages from going out together."""
        if not rights.may_publish(self.user, self.target):
            return False
        if not is_gated(self.target):
            return True
        found = pair_of(self.target)
        return may_release(found, self.user) and not blockers(found)

    def preview_url(self) -> str | None:
        """Where the translation can be seen as it stands."""
        if not getattr(self.target, "is_previewable", lambda: False)():
            return None
        return reverse("wagtail_localize:preview_translation", args=[self.translation.pk])

    def history_url(self) -> str | None:
        """Where former versions are listed."""
        if self.is_page:
            return reverse("wagtailadmin_pages:history", args=[self.target.pk])
        viewset = getattr(self.target, "snippet_viewset", None)
        return reverse(viewset.get_url_name("history"), args=[self.target.pk]) if viewset else None


def edit(request: HttpRequest, translation: Translation) -> HttpResponseBase:
    """The editor of ``translation``; the right to edit its target was checked by the view that this replaces."""
    return TranslationEditor.as_view()(request, translation=translation)
