"""Panels of the admin's home page: what an editor wants to know in the morning, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import DraftStateMixin, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from cms.translation import overview, segments
from cms.translation.content import title_of
from cms.translation.listings import edit_url_of

MOST = 10  # rows of a panel


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a panel."""

    title: str
    url: str
    language: str
    kind: str
    at: datetime | None
    by: str = ""


def _kinds() -> list[type[Any]]:
    """The snippets that are written as drafts in both languages."""
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin)
    ]


def _page_line(page: Page, at: datetime | None, user: Any = None) -> Line:
    return Line(
        title=title_of(page),
        url=edit_url_of(Page, page.pk),
        language=page.locale.language_code,
        kind=page.content_type.name,
        at=at,
        by=user.get_full_name() or user.get_username() if user else "",
    )


def _snippet_line(snippet: Any, at: datetime | None, user: Any = None) -> Line:
    return Line(
        title=str(snippet),
        url=edit_url_of(type(snippet), snippet.pk),
        language=snippet.locale.language_code,
        kind=str(snippet._meta.verbose_name),
        at=at,
        by=user.get_full_name() or user.get_username() if user else "",
    )


def _newest(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.at or timezone.now(), reverse=True)[:MOST]


class Panel(Component):
    """A panel with one table; nothing is shown where there is nothing to show."""

    order = 100

    def lines(self, user: Any) -> list[Any]:
        """The rows."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"lines": self.lines(parent_context["request"].user), "request": parent_context["request"]}


class MyDrafts(Panel):
    """What the user has written and not published."""

    name = "my_drafts"
    template_name = "home/dashboard/my_drafts.html"
    order = 100

    def lines(self, user: Any) -> list[Line]:
        mine = Q(latest_revision__user=user) | Q(latest_revision__isnull=True, owner=user)
        pages = (
            Page.objects.filter(mine, Q(has_unpublished_changes=True) | Q(live=False), depth__gt=1)
            .select_related("locale", "content_type")
            .order_by("-latest_revision_created_at")[:MOST]
        )
        lines = [_page_line(page, page.latest_revision_created_at) for page in pages]
        for model in _kinds():
            drafts = (
                model._default_manager.filter(latest_revision__user=user, has_unpublished_changes=True)
                .select_related("locale", "latest_revision")
                .order_by("-latest_revision__created_at")[:MOST]
            )
            lines += [_snippet_line(draft, draft.latest_revision.created_at) for draft in drafts]
        return _newest(lines)


class WaitingForTranslation(Panel):
    """Translations that lack something, as far as the user may see them."""

    name = "waiting_for_translation"
    template_name = "home/dashboard/waiting.html"
    order = 110

    def lines(self, user: Any) -> list[dict[str, Any]]:
        waiting = list(
            Translation.objects.filter(overview.visible_to(user), segments.incomplete(), enabled=True)
            .select_related("source", "source__locale", "source__specific_content_type", "target_locale")
            .order_by("-source__last_updated_at")[:MOST]
        )
        progress = segments.progress_of(waiting)
        return [{**row, "progress": progress[row["translation"].pk]} for row in overview.rows(waiting, user)]

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        report = reverse("wagtail_localize:translations_report")
        return {
            **super().get_context_data(parent_context),
            "report_url": f"{report}?waiting_for_translation=true",
        }


class PublishedToday(Panel):
    """What has gone out since midnight, by the user's clock."""

    name = "published_today"
    template_name = "home/dashboard/published_today.html"
    order = 120

    def lines(self, user: Any) -> list[Line]:
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        pages = (
            Page.objects.filter(live=True, last_published_at__gte=midnight, depth__gt=1)
            .select_related("locale", "content_type", "live_revision__user")
            .order_by("-last_published_at")[:MOST]
        )
        lines = [_page_line(page, page.last_published_at, _author(page)) for page in pages]
        for model in _kinds():
            entries = (
                model._default_manager.filter(live=True, last_published_at__gte=midnight)
                .select_related("locale", "live_revision__user")
                .order_by("-last_published_at")[:MOST]
            )
            lines += [_snippet_line(entry, entry.last_published_at, _author(entry)) for entry in entries]
        return _newest(lines)


def _author(instance: Any) -> Any:
    return instance.live_revision.user if instance.live_revision else None
