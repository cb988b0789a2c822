"""The publish action of the editors: "Release both languages", where nothing stands in the way."""

from datetime import datetime
from typing import Any

from babel.dates import get_timezone_location
from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.models import DraftStateMixin
from wagtail.snippets.action_menu import PublishMenuItem as SnippetPublishMenuItem

from cms.publishing.blockers import blockers
from cms.publishing.pairs import Pair, is_gated, is_gated_type, pair_of
from cms.publishing.release import may_release


def in_house(at: datetime) -> str:
    """A time in the newsroom's zone, with the day where it is not today: "16:00 Brussels"."""
    local = timezone.localtime(at, timezone.get_default_timezone())
    city = get_timezone_location(settings.TIME_ZONE, return_city=True, locale=(get_language() or "en")[:2])
    clock = f"{time_format(local, 'H:i')} {city}"
    if local.date() == timezone.localdate(timezone=timezone.get_default_timezone()):
        return clock
    return f"{date_format(local, 'j F Y')}, {clock}"


def label_of(found: Pair) -> str:
    """What the action does, with its time where the draft has one ahead."""
    times = [draft.go_live_at for draft in map(found.latest, found.rows) if draft.go_live_at]
    ahead = [at for at in times if at > timezone.now()]
    if ahead:
        return _("Release both languages, %(time)s") % {"time": in_house(max(ahead))}
    return _("Release both languages")


class _Release:
    """What both menu items have in common."""

    icon_name = "upload"
    template_name = "publishing/release_action.html"

    def __init__(self, label: str, order: int | None = None) -> None:
        super().__init__(order=order)  # type: ignore[call-arg]  # Wagtail's menu items take it
        self.label = label

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "label": self.label}  # type: ignore[misc]


class ReleasePageMenuItem(_Release, PublishMenuItem):
    """The item of the page editor."""


class ReleaseSnippetMenuItem(_Release, SnippetPublishMenuItem):
    """The item of the snippet editor."""


def offer_release(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put the release in place of Wagtail's publishing; leave it out where it is blocked or there is no right to it."""
    if settings.ALLOW_ONE_LANGUAGE:
        return
    instance = context.get("page") or context.get("instance")
    if context.get("view") == "create" or instance is None or not instance.pk:
        model = context.get("model") or _created_page(request)
        if model is not None and is_gated_type(model):
            items[:] = [item for item in items if not _publishes(item)]
        return
    if not isinstance(instance, DraftStateMixin) or not is_gated(instance):
        return
    found = pair_of(instance)
    blocked = bool(blockers(found)) or not may_release(found, request.user)
    for place, item in enumerate(items):
        if _publishes(item) and not blocked:
            kind = ReleasePageMenuItem if isinstance(item, PublishMenuItem) else ReleaseSnippetMenuItem
            items[place] = kind(label_of(found), order=item.order)
    if blocked:
        items[:] = [item for item in items if not _publishes(item)]


def _publishes(item: Any) -> bool:
    return isinstance(item, PublishMenuItem | SnippetPublishMenuItem)


def _created_page(request: HttpRequest) -> type[Any] | None:
    """The type of page that is being created, by the address of its form."""
    given = request.resolver_match.kwargs if request.resolver_match else {}
    names = given.get("content_type_app_label"), given.get("content_type_model_name")
    return apps.get_model(*names) if all(names) else None  # type: ignore[arg-type]  # both are there
