"""Nothing goes live, and nothing public changes its words, in one language alone: on whatever way it is saved.

The editors' views refuse earlier and say more (``cms.publishing.wagtail_hooks``); the store, which readers see, holds
the same rule by construction (``cms.store.parity``).
"""

from typing import Any

from django.conf import settings
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin

from cms.publishing import together
from cms.publishing.blockers import blockers, missing_beside, unpaired
from cms.publishing.errors import Blocked
from cms.publishing.pairs import is_gated, pair_of
from cms.publishing.substance import substance

# Columns that say nothing to readers: to write them alone needs no look at the object.
BOOKKEEPING = {
    *(
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "draft_title",
        "has_unpublished_changes",
    ),
    *("locked", "locked_at", "locked_by", "owner", "path", "depth", "numchild", "url_path"),
}
# On an instance that is being saved: it was live, and is withdrawn by this.
WITHDRAWN = "_withdrawn_from_the_public"


def before_save(
    sender: type[Any], instance: Any, raw: bool = False, update_fields: Any = None, **_: Any
) -> None:
    """Receiver of pre_save. Raises Blocked."""
    if raw or not _concerns(instance):
        return
    if update_fields is not None and BOOKKEEPING.issuperset(update_fields):
        return
    if not instance.live:
        instance.__dict__[WITHDRAWN] = _is_withdrawn(instance)
        return
    if not is_gated(instance):
        return
    row = _row(instance)
    going_live = row is None or not row.live
    if not going_live and substance(row) == substance(_specific(instance)):
        return
    hold = together.held()
    if hold is not None and not (hold.alone and going_live):
        hold.passes(instance, first=row is None or row.first_published_at is None)
        return
    raise _refusal(instance)


def after_save(sender: type[Any], instance: Any, raw: bool = False, **_: Any) -> None:
    """Receiver of post_save, in the transaction of the save: what is withdrawn leaves in all languages."""
    if raw or not instance.__dict__.pop(WITHDRAWN, False):
        return
    hold = together.held()
    if hold is not None:
        hold.withdrawn.add(together.name_of(instance))
        return
    found = pair_of(instance)
    for row in found.others(instance.locale.language_code):
        if row.live:
            row.unpublish(log_action="wagtail.unpublish")


def before_schedule(sender: type[Any], instance: Revision, raw: bool = False, **_: Any) -> None:
    """Receiver of pre_save of Revision: nothing is approved for a time in one language alone. Raises Blocked."""
    if raw or settings.ALLOW_ONE_LANGUAGE:
        return
    if instance.pk is None and instance.approved_go_live_at is None:
        return
    before = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True).first()
    if before == instance.approved_go_live_at:
        return
    if instance.approved_go_live_at is None:
        _call_off(instance, before)
        return
    content = instance.as_object()
    if not _concerns(content) or not is_gated(content):
        return
    hold = together.held()
    if hold is not None and not hold.alone:
        row = _row(content)
        hold.passes(content, first=row is None or row.first_published_at is None)
        return
    raise _refusal(content)


def _call_off(revision: Revision, at: Any) -> None:
    """One language is no longer to go out at ``at``: nor are the others."""
    content = revision.as_object()
    if together.held() is None and _concerns(content) and is_gated(content):
        for row in pair_of(content).others(content.locale.language_code):
            Revision.objects.for_instance(row).filter(approved_go_live_at=at).update(approved_go_live_at=None)


def _concerns(instance: Any) -> bool:
    return (
        not settings.ALLOW_ONE_LANGUAGE
        and isinstance(instance, DraftStateMixin)
        and isinstance(instance, TranslatableMixin)
    )


def _specific(instance: Any) -> Any:
    return instance.specific if isinstance(instance, Page) else instance


def _row(instance: Any) -> Any:
    """The row as it stands, of its own type."""
    row = type(instance)._base_manager.filter(pk=instance.pk).first() if instance.pk else None
    return _specific(row) if row is not None else None


def _is_withdrawn(instance: Any) -> bool:
    """Whether saving ``instance``, which is not live, takes something public away."""
    live = type(instance)._base_manager.filter(pk=instance.pk, live=True)
    return bool(instance.pk and live.exists()) and is_gated(_row(instance))


def _refusal(instance: Any) -> Blocked:
    found = pair_of(instance)
    if not found.rows:  # not even saved yet
        return Blocked(str(instance), missing_beside(instance))
    return Blocked(found.title, blockers(found) or [unpaired(found)])
