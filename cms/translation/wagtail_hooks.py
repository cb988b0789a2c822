"""Translation in the admin: our views at wagtail-localize's addresses, buttons and menu items by rights."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem as PageMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.action_menu import ActionMenuItem as SnippetMenuItem
from wagtail_localize.models import Translation, TranslationSource

from cms.translation import bulk, guard, languages, localize_hooks, rights
from cms.translation.addresses import submit_url
from cms.translation.views import (
    choices,
    editor,
    files,
    following,
    preview,
    refusal,
    report,
    strings,
    submit,
    update,
)

localize_hooks.withdraw()

RESTART = "localize-restart-translation"


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses and names of wagtail-localize with our views."""
    snippet = "<slug:app_label>/<slug:model_name>/"
    one = "translate/<int:translation_id>/"
    urls = [
        path("submit/page/<int:page_id>/", submit.SubmitPageView.as_view(), name="submit_page_translation"),
        path(
            f"submit/snippet/{snippet}<str:pk>/",
            submit.SubmitSnippetView.as_view(),
            name="submit_snippet_translation",
        ),
        path("update/<int:translation_source_id>/", update.UpdateView.as_view(), name="update_translations"),
        path(
            f"{one}strings/<int:string_segment_id>/edit/", strings.edit_string, name="edit_string_translation"
        ),
        path(
            f"{one}overrides/<int:overridable_segment_id>/edit/", strings.edit_override, name="edit_override"
        ),
        path(f"{one}pofile/download/", files.download, name="download_pofile"),
        path(f"{one}pofile/upload/", files.upload, name="upload_pofile"),
        path(f"{one}machine_translate/", strings.no_machine, name="machine_translate"),
        path(f"{one}preview/", preview.preview, name="preview_translation"),
        path(f"{one}preview/<str:mode>/", preview.preview, name="preview_translation"),
        path(f"{one}disable/", following.stop, name="stop_translation"),
        path("page/<int:page_id>/convert_to_alias/", refusal.convert_to_alias, name="convert_to_alias"),
        path("reports/translations/", report.ReportView.as_view(), name="translations_report"),
        path(
            "reports/translations/results/",
            report.ReportView.as_view(results_only=True),
            name="translations_report_results",
        ),
        path(f"api/snippets/{snippet}", choices.listing, name="snippets_api_listing"),
        path(f"api/snippets/{snippet}<str:pk>/", choices.detail, name="snippets_api_detail"),
    ]
    return [path("localize/", include((urls, "wagtail_localize"), namespace="wagtail_localize"))]


@hooks.register("before_edit_page", order=-100)
def before_edit_page(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Open the target of a translation in the translation editor."""
    return _editor(request, page)


@hooks.register("before_edit_snippet", order=-100)
def before_edit_snippet(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    """As for pages."""
    return _editor(request, instance) if isinstance(instance, TranslatableMixin) else None


def _editor(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    if request.method == "POST" and RESTART in request.POST:
        stopped = _stopped(instance)
        if stopped is not None:
            return following.restart(request, stopped)
    translation = guard.following(instance)
    return editor.edit(request, translation) if translation is not None else None


def _stopped(instance: Any) -> Translation | None:
    return Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=False
    ).first()


@hooks.register("before_bulk_action")
def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponseBase | None:
    """Publish many translations as translated, or none."""
    if action_type == "publish" and action.model is not None and issubclass(action.model, Page):
        return bulk.before_publishing(request, objects, action)
    return None


class RestartPageMenuItem(PageMenuItem):
    """Follow the original again."""

    label = gettext_lazy("Follow the original again")
    name = RESTART
    icon_name = "rotate"

    def is_shown(self, context: dict[str, Any]) -> bool:
        if context["view"] != "edit" or context["locked_for_user"]:
            return False
        return _stopped(context["page"]) is not None


class RestartSnippetMenuItem(SnippetMenuItem):
    """As for pages."""

    label = gettext_lazy("Follow the original again")
    name = RESTART
    icon_name = "rotate"

    def is_shown(self, context: dict[str, Any]) -> bool:
        if context["view"] != "edit" or not issubclass(context["model"], TranslatableMixin):
            return False
        return _stopped(context["instance"]) is not None


@hooks.register("register_page_action_menu_item")
def register_restart_page() -> PageMenuItem:
    """The menu item of the page editor."""
    return RestartPageMenuItem(order=70)


@hooks.register("register_snippet_action_menu_item")
def register_restart_snippet(model: type[Any]) -> SnippetMenuItem:
    """The menu item of the snippet editor."""
    return RestartSnippetMenuItem(order=70)


@hooks.register("register_page_header_buttons")
def page_buttons(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Translate, or bring the translation up to date, where the user may."""
    if not page.is_root() and user.has_perm(rights.SUBMIT):
        yield from _buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def page_listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In listings, where the query has said whether a language is missing: no query per row, the view asks rights."""
    if (
        getattr(page, "_has_untranslated_locale", False)
        and not page.is_root()
        and user.has_perm(rights.SUBMIT)
    ):
        yield Button(_("Translate"), submit_url(page), priority=60, icon_name="wagtail-localize-language")


@hooks.register("register_snippet_listing_buttons")
def snippet_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In listings, whose view has attached the states of both languages: no query per row, the view asks rights."""
    if not isinstance(snippet, TranslatableMixin) or not user.has_perm(rights.SUBMIT):
        return
    found = getattr(snippet, "language_badges", None)
    if found is None:
        yield from _buttons(snippet, user)
    elif any(badge.state.code == "none" for badge in found):
        yield Button(_("Translate"), submit_url(snippet), priority=60, icon_name="wagtail-localize-language")


def _buttons(instance: Any, user: Any) -> Iterator[Button]:
    if not rights.may_sync(user, instance):
        return
    there = set(instance.get_translations(inclusive=True).values_list("locale_id", flat=True))
    for locale in Locale.objects.exclude(pk__in=there):
        yield Button(
            _("Translate into %(language)s") % {"language": languages.in_sentence(locale.language_code)},
            submit_url(instance),
            priority=60,
            icon_name="wagtail-localize-language",
        )
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None and source.translations.filter(enabled=True).exists():
        yield Button(
            _("Update the translation"),
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            priority=61,
            icon_name="resubmit",
        )


@hooks.register("insert_global_admin_css")
def language_badges() -> str:
    """How the states of the two languages look in listings and on the home page."""
    return format_html('<link rel="stylesheet" href="{}">', static("translation/states.css"))
