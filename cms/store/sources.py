"""Brings source rows and says which of them are public, in which language and when.

The three families: pages (tree, restrictions, schedules), snippets with drafts (schedules), and media that has no
state of its own and is public, in both languages, while a public item shows it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.models import Page, PageViewRestriction, Revision, Site

from cms.contract.publishable import SourceTable, Version
from cms.pages import sources as page_rows
from cms.store.clock import now

UNPUBLISHED = "OLD.live AND NOT NEW.live"
MOVED = " OR ".join(f"OLD.{name} {{differs}} NEW.{name}" for name in ("url_path", "locale_id", "alias_of_id"))


def page_source() -> SourceTable:
    """The pages of every type."""
    return SourceTable(
        table="wagtailcore_page",
        load=page_rows.load,
        versions=page_versions,
        every=lambda: Page.objects.filter(depth__gt=1).order_by("path").values_list("pk", flat=True),
        withdraw_when=f"({UNPUBLISHED}) OR {MOVED}",
        objects=_in_all_languages(Page, "translation_key"),
    )


def draft_source(
    model: type[Any], load: Callable[[Sequence[int]], list[Any]], object_field: str = "translation_key"
) -> SourceTable:
    """Translatable rows with drafts: one language a row; those of one object have ``object_field`` in common."""
    return SourceTable(
        table=model._meta.db_table,
        load=load,
        versions=lambda rows: _with_schedules(model, rows),
        every=lambda: model.objects.order_by("pk").values_list("pk", flat=True),
        withdraw_when=UNPUBLISHED,
        objects=_in_all_languages(model, object_field),
    )


def _in_all_languages(model: type[Any], name: str) -> Callable[[Sequence[int]], Iterable[tuple[int, Any]]]:
    rows = model._default_manager

    def objects(keys: Sequence[int]) -> Iterable[tuple[int, Any]]:
        found: Iterable[tuple[int, Any]] = (
            rows.filter(**{f"{name}__in": rows.filter(pk__in=keys).order_by().values(name)})
            .order_by("pk")
            .values_list("pk", name)
        )
        return found

    return objects


def neutral_source(model: type[Any], load: Callable[[Sequence[int]], list[Any]]) -> SourceTable:
    """Media without a language: a row is public in all languages."""

    def prepare(keys: Sequence[int]) -> None:
        for obj in load(keys):
            obj.prepare_public()

    return SourceTable(
        table=model._meta.db_table,
        load=load,
        versions=lambda rows: [Version(row, code) for row in rows for code, _name in settings.LANGUAGES],
        every=lambda: model.objects.order_by("pk").values_list("pk", flat=True),
        prepare=prepare,
    )


def page_versions(pages: Sequence[Any]) -> Iterable[Version]:
    """The public versions of pages that stand under a home, are no alias and have no view restriction above them."""
    homes = public_homes()
    restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    eligible = [
        page
        for page in pages
        if page.alias_of_id is None
        and page.path.startswith(homes)
        and not (restricted and page.path.startswith(restricted))
    ]
    return _with_schedules(Page, eligible, page_rows.prepare)


def public_homes() -> tuple[str, ...]:
    """The tree paths of the default site's home page in each language; nothing outside them has an address."""
    home = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    return tuple(Page.objects.filter(translation_key__in=home, depth=2).values_list("path", flat=True)) or (
        "\0",
    )


def _with_schedules(
    model: type[models.Model], rows: Sequence[Any], prepare: Callable[[list[Any]], None] = lambda drafts: None
) -> list[Version]:
    """Each row as it is live, until the first of its expiry and its successor; then each scheduled successor."""
    at = now()
    scheduled = _scheduled(model, rows)
    drafts = {
        revision.pk: _draft(revision, row) for row in rows for revision in scheduled.get(str(row.pk), ())
    }
    prepare(list(drafts.values()))
    versions: list[Version] = []
    for row in rows:
        ahead = scheduled.get(str(row.pk), [])
        begins = [revision.approved_go_live_at for revision in ahead]
        ends = _earliest(row.expire_at, *begins)
        if row.live and (ends is None or ends > at):
            versions.append(Version(row, row.locale.language_code, None, ends))
        for revision, beginning, successor in zip(ahead, begins, [*begins, None][1:], strict=True):
            draft = drafts[revision.pk]
            ends = _earliest(draft.expire_at, successor)
            if ends is None or ends > max(beginning, at):
                versions.append(Version(draft, row.locale.language_code, beginning, ends))
    return versions


def _draft(revision: Revision, row: Any) -> Any:
    draft = revision.as_object()
    draft.locale = row.locale
    # Where it stands, and who its ancestors are, is the tree's word and not the revision's.
    if isinstance(row, Page):
        draft.path, draft.depth = row.path, row.depth
        draft.set_url_path(row.get_parent())
    return draft


def _scheduled(model: type[models.Model], rows: Sequence[Any]) -> dict[str, list[Revision]]:
    found: dict[str, list[Revision]] = {}
    revisions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(model),
        object_id__in=[str(row.pk) for row in rows],
        approved_go_live_at__isnull=False,
    ).order_by("approved_go_live_at", "pk")
    for revision in revisions:
        found.setdefault(revision.object_id, []).append(revision)
    return found


def _earliest(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)
