"""The gate in the admin: publishing releases both languages, withdrawing says that it takes both."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from cms.publishing import attempts, views
from cms.publishing.action_menu import offer_release
from cms.publishing.errors import Refused
from cms.publishing.pairs import edit_url, is_gated, pair_of
from cms.publishing.release import may_release
from cms.publishing.viewsets import LoneEditViewSet
from cms.publishing.withdrawal import refuse_deletion


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    """The screens of releases."""
    one = "<int:kind>/<str:pk>/"
    urls = [
        path(f"{one}postpone/", views.PostponeView.as_view(), name="postpone"),
        path(f"{one}cancel/", views.CancelView.as_view(), name="cancel"),
        path(f"{one}alone/", views.AloneView.as_view(), name="alone"),
    ]
    return [path("release/", include((urls, "release"), namespace="release"))]


# After what else changes the menu.
hooks.register("construct_page_action_menu", offer_release, order=500)
hooks.register("construct_snippet_action_menu", offer_release, order=500)


@hooks.register("before_publish_page")
def before_publish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """In place of Wagtail's publishing: the release of both languages."""
    parent = page.get_parent()
    return attempts.attempt(request, page, done_url=reverse("wagtailadmin_explore", args=[parent.pk]))


@hooks.register("before_publish")
def before_publish(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """As for pages."""
    return attempts.attempt(request, instance, done_url=edit_url(instance))


@hooks.register("before_bulk_action", order=-10)
def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponseBase | None:
    """Publish, unpublish or delete both languages of what was chosen, or nothing."""
    if request.method != "POST" or action.model is None:
        return None
    if action_type == "publish" and issubclass(action.model, Page):
        return attempts.attempt_all(request, objects, action)
    if action_type == "delete":
        return _refused_deletion(request, objects, action.next_url)
    return None


@hooks.register("before_delete_page")
def before_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What is public is withdrawn first."""
    return _refused_deletion(request, [page.specific], edit_url(page))


@hooks.register("before_delete_snippet")
def before_delete_snippet(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """As for pages."""
    found = list(instances)
    return _refused_deletion(request, found, edit_url(found[0]) if found else reverse("wagtailadmin_home"))


def _refused_deletion(request: HttpRequest, instances: Iterable[Any], url: str) -> HttpResponse | None:
    try:
        for instance in instances:
            refuse_deletion(instance)
    except Refused as refused:
        messages.error(request, refused.html)
        return redirect(url)
    return None


@hooks.register("before_unpublish_page")
def before_unpublish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refused without the right to both languages."""
    return _refused_withdrawal(request, page)


@hooks.register("before_unpublish")
def before_unpublish(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """As for pages."""
    return _refused_withdrawal(request, instance)


def _refused_withdrawal(request: HttpRequest, instance: Any) -> HttpResponse | None:
    if is_gated(instance) and not may_release(pair_of(instance), request.user):
        messages.error(request, attempts.no_right())
        return redirect(edit_url(instance))
    return None


@hooks.register("construct_translated_pages_to_cascade_actions")
def both_languages(pages: list[Page], action: str) -> dict[Page, list[Page]] | None:
    """Let the screens that ask before a page is unpublished say that its other language goes with it."""
    if action != "unpublish":
        return None
    return {page: _others(page) for page in pages if is_gated(page)}


def _others(page: Page) -> list[Page]:
    return [row for row in pair_of(page).others(page.locale.language_code) if row.live]


@hooks.register("register_admin_viewset")
def register_lone_edits() -> LoneEditViewSet:
    """The list for reviewers."""
    return LoneEditViewSet()
