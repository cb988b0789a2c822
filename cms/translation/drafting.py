"""Saving a translation as a draft: a revision, never the live row."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail_localize.models import Translation, TranslationLog

from cms.translation import content, slugs

# Strings saved one by one within this time make one revision, not one each.
ONE_SITTING = timedelta(minutes=10)


@transaction.atomic
def save_draft(
    translation: Translation, *, user: AbstractBaseUser | None, slug: str | None = None, merge: bool = False
) -> Revision:
    """Save what is translated so far as a draft of the target, and return its revision.

    A live row keeps its words: only a revision is written. ``slug``: what an editor wrote, "" to have it made
    from the title, None to leave the decision to the rule of ``cms.translation.slugs``. ``merge``: write into
    the last revision when it is a recent draft of the same user.
    """
    row = _lock(translation)
    before = content.latest(row)
    instance = content.translated(translation)
    _set_slug(instance, before, translation, slug)
    if isinstance(instance, Page):
        instance.draft_title = instance.title
    if not row.live:
        # As the page editor does: of what was never public, row and draft are the same.
        instance.save()
    revision = instance.save_revision(
        user=user, clean=False, log_action=True, overwrite_revision=_recent(instance, user) if merge else None
    )
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )
    return revision


def _lock(translation: Translation) -> Any:
    target = translation.get_target_instance()
    # Two translators who save at once write one after the other.
    type(target)._base_manager.select_for_update().filter(pk=target.pk).values_list("pk").first()
    return target


def _recent(instance: Any, user: AbstractBaseUser | None) -> Revision | None:
    last = instance.get_latest_revision()
    if last is None or user is None or last.user_id != user.pk or last.pk == instance.live_revision_id:
        return None
    if (
        last.approved_go_live_at
        or last.task_states.exists()
        or last.created_at < timezone.now() - ONE_SITTING
    ):
        return None
    return last


def _set_slug(instance: Any, before: Any, translation: Translation, wanted: str | None) -> None:
    if not hasattr(instance, "slug"):
        return
    if wanted:
        instance.slug = slugs.available(instance, slugs.slug_from(wanted) or instance.slug)
        return
    title = _name(instance)
    original = translation.source.as_instance()
    own_title = title != _name(original)
    automatic = (
        slugs.is_automatic(instance.slug, _name(before), _name(original)) or instance.slug == original.slug
    )
    never_public = isinstance(instance, DraftStateMixin) and instance.first_published_at is None
    if wanted == "" or (never_public and automatic and own_title):
        made = slugs.slug_from(title)
        if made and made != instance.slug:
            instance.slug = slugs.available(instance, made)


def _name(instance: Any) -> str:
    return str(getattr(instance, "title", None) or getattr(instance, "name", None) or instance)
