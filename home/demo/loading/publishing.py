"""Making pages and snippets public through Wagtail's own doors, dated as the newsroom of the demo would have it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from modelcluster.models import ClusterableModel
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

from cms.pages.models import BasePage
from cms.users.models import User

P = TypeVar("P", bound=BasePage)
M = TypeVar("M", bound=ClusterableModel)


def with_rows(instance: M, **rows: Sequence[Model]) -> M:
    """``instance`` with its child rows, by the name of the relation; they are saved with it."""
    for name, children in rows.items():
        setattr(instance, name, children)
    return instance


def draft_page(page: P, parent: Page, *, author: User) -> P:
    """Put ``page`` under ``parent`` as a draft by ``author``."""
    page.live, page.has_unpublished_changes, page.owner = False, True, author
    # The tree keeps its counts in the row: one read for each child.
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision(user=author, log_action="wagtail.create")
    return page


def publish_page(page: P, parent: Page, *, author: User, at: datetime, changed: datetime | None = None) -> P:
    """Put ``page`` under ``parent`` and publish it, as if at ``at`` and last ``changed`` then."""
    page.live, page.owner, page.first_published_at = False, author, at
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision(user=author).publish(user=author, skip_permission_checks=True)
    backdate(page, at, changed or at)
    page.refresh_from_db()
    return page


def backdate(page: Page, first: datetime, last: datetime) -> None:
    """Let ``page`` look as if published ``first`` and, with all its revisions, ``last``."""
    Page.objects.filter(pk=page.pk).update(
        first_published_at=first, last_published_at=last, latest_revision_created_at=last
    )
    Revision.page_revisions.filter(object_id=str(page.pk)).update(created_at=last)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=last)


def publish_snippet(instance: Any, *, author: User, at: datetime) -> Any:
    """Save a new snippet and publish it, as if at ``at``."""
    instance.live, instance.first_published_at = False, at
    instance.save()
    instance.save_revision(user=author).publish(user=author, skip_permission_checks=True)
    model = type(instance)
    model.objects.filter(pk=instance.pk).update(last_published_at=at)
    Revision.objects.filter(
        pk=model.objects.values_list("live_revision", flat=True).get(pk=instance.pk)
    ).update(created_at=at)
    ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id=str(instance.pk)
    ).update(timestamp=at)
    instance.refresh_from_db()
    return instance
