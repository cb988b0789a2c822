"""The release of one object: all its languages go out, are postponed, called off or withdrawn in one transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from cms.publishing.blockers import blockers
from cms.publishing.errors import Blocked, Refused
from cms.publishing.models import LoneEdit
from cms.publishing.pairs import Pair, pair, pair_of
from cms.publishing.together import both, held, lone
from cms.store.following import follow_on_commit

# What other apps bring up to date in a pair before it is looked at: the draft of a translation.
Preparation = Callable[[Pair, Any], None]
_preparations: list[Preparation] = []


def prepare(preparation: Preparation) -> Preparation:
    """Let a function work on every pair, as its user, before it is released."""
    _preparations.append(preparation)
    return preparation


def release(found: Pair, *, user: Any, at: datetime | None = None) -> Pair:
    """Publish the last drafts of ``found`` in all languages: now, or at ``at`` (UTC), when it lies ahead.

    Both are rendered into the store in one version of it; those for a later time stand ready there. Raises Blocked
    with the reasons, PermissionDenied without the right to publish every language; then nothing has changed.
    """
    with both():
        found = _locked(found)
        for preparation in _preparations:
            preparation(found, user)
        found = pair(found.model, found.key)
        if reasons := blockers(found):
            raise Blocked(found.title, reasons)
        require_right(found, user)
        ends = min((end for end in map(_end, _drafts(found)) if end is not None), default=None)
        for row in found.rows.values():
            _publish(row, user, at if at is not None and at > timezone.now() else None, ends)
    return pair(found.model, found.key)


def postpone(found: Pair, *, user: Any, at: datetime) -> Pair:
    """Move a release that is scheduled to ``at``, earlier or later, in all languages. Raises Refused when none is."""
    with both():
        found = _locked(found)
        require_right(found, user)
        scheduled = _scheduled(found)
        if not scheduled:
            raise Refused(_("“%(title)s” is not scheduled.") % {"title": found.title})
        if at <= timezone.now():
            raise Refused(_("The time lies in the past."))
        for revision in scheduled:
            _at(revision, at, None, keep_end=True)
            revision.publish(user=user, skip_permission_checks=True)
    return pair(found.model, found.key)


def cancel(found: Pair, *, user: Any) -> Pair:
    """Call off a release that is scheduled, in all languages: until the last moment. Raises Refused when none is."""
    with transaction.atomic():
        found = _locked(found)
        require_right(found, user)
        scheduled = _scheduled(found)
        if not scheduled or any(_is_due(revision) for revision in scheduled):
            raise Refused(_("“%(title)s” is not scheduled.") % {"title": found.title})
        for revision in scheduled:
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            _at(revision, None, None, keep_end=True)
        found.model._default_manager.filter(translation_key=found.key, live=False).update(go_live_at=None)
        follow_on_commit()
    return pair(found.model, found.key)


def release_alone(row: Any, *, user: Any, reason: str) -> None:
    """Publish the last draft of one language of something public: an edit without effect on the other language.

    It is logged for the reviewers. Raises Refused for what is not public in all languages, or without a reason.
    """
    with transaction.atomic():
        found = _locked(pair_of(row))
        if not found.is_live:
            raise Refused(_("Only what is public in both languages may change in one of them."))
        if not reason.strip():
            raise Refused(_("Say in a few words what was changed."))
        row = found.rows[row.locale.language_code]
        _require(row, user)
        with lone():
            revision = row.get_latest_revision() or row.save_revision(user=user)
            revision.publish(user=user, skip_permission_checks=True)
        LoneEdit.record(row, revision, user=user, reason=reason)


def require_right(found: Pair, user: Any) -> None:
    """Raise PermissionDenied unless ``user`` may publish every language; None is the newsroom itself."""
    for row in found.rows.values():
        _require(row, user)


def may_release(found: Pair, user: Any) -> bool:
    """Whether ``user`` may publish every language."""
    return all(_may(row, user) for row in found.rows.values())


def _may(row: Any, user: Any) -> bool:
    if user is None:
        return True
    if isinstance(row, Page):
        return bool(row.permissions_for_user(user).can_publish())
    return bool(policy_registry.get(row).user_has_permission(user, "publish"))


def _require(row: Any, user: Any) -> None:
    if not _may(row, user):
        raise PermissionDenied


def _locked(found: Pair) -> Pair:
    """The pair read again, its rows held until the transaction ends: in the order of their keys."""
    rows = found.model._base_manager.select_for_update().filter(translation_key=found.key)
    list(rows.order_by("pk").values_list("pk"))
    return pair(found.model, found.key)


def _drafts(found: Pair) -> list[Any]:
    return [found.latest(language) for language in found.rows]


def _end(draft: Any) -> datetime | None:
    end: datetime | None = draft.expire_at
    return end


def _publish(row: Any, user: Any, at: datetime | None, ends: datetime | None) -> None:
    revision = row.get_latest_revision() or row.save_revision(user=user)
    _at(revision, at, ends)
    hold = held()
    if hold is not None:
        hold.passes(row, first=row.first_published_at is None)
    revision.publish(user=user, skip_permission_checks=True)


def _at(revision: Revision, at: datetime | None, ends: datetime | None, *, keep_end: bool = False) -> None:
    """Let a revision say when it goes out and when it ends: the same in all languages."""
    revision.content["go_live_at"] = at.isoformat() if at else None
    if not keep_end:
        revision.content["expire_at"] = ends.isoformat() if ends else None
    revision.save(update_fields=["content"])


def _scheduled(found: Pair) -> list[Revision]:
    return [
        revision
        for row in found.rows.values()
        for revision in Revision.objects.for_instance(row)
        .filter(approved_go_live_at__isnull=False)
        .select_for_update()
        .order_by("pk")
    ]


def _is_due(revision: Revision) -> bool:
    return bool(revision.approved_go_live_at and revision.approved_go_live_at <= timezone.now())
