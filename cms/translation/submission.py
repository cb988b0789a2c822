"""Submitting for translation: a draft in the other language, and nothing public."""

from copy import copy
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.translation import languages
from cms.translation.content import title_of
from cms.translation.drafting import save_draft
from cms.translation.errors import NotTranslatable, ParentNotTranslated

# What belongs to one language's version alone and is not taken over by its translation.
NOT_COPIED = ["go_live_at", "expire_at"]


def text_of(instance: Any, *, draft: bool) -> Any:
    """The version of an original that is to be translated: its last draft, or what is public of it."""
    if not draft and getattr(instance, "live", True):
        if isinstance(instance, Page):
            # The row of a live page knows the title of its draft.
            instance = copy(instance)
            instance.__dict__.pop("specific", None)  # it would lead back to the row
            instance.draft_title = instance.title
        return instance
    return instance.get_latest_revision_as_object() if isinstance(instance, DraftStateMixin) else instance


def translated_parent(page: Page, locale: Locale) -> Page:
    """The page below which the translation of ``page`` belongs. Raises ParentNotTranslated."""
    parent = page.get_parent()
    if parent.is_root():
        return parent
    found = Page.objects.filter(
        translation_key=parent.translation_key, locale=locale, alias_of__isnull=True
    ).first()
    if found is None:
        raise ParentNotTranslated(title_of(parent, draft=False), languages.in_sentence(locale.language_code))
    return found


@transaction.atomic
def submit(
    instance: Any, locale: Locale, *, user: AbstractBaseUser | None = None, draft: bool = False
) -> Translation:
    """Have ``instance`` translated into ``locale`` and return the translation, whose target is a draft.

    ``draft``: translate the last draft even where an older version is public. Raises NotTranslatable.
    """
    if isinstance(instance, Page):
        instance = instance.specific
    _check(instance, locale)
    text = text_of(instance, draft=draft)
    source, _created = TranslationSource.update_or_create_from_instance(text)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    if isinstance(instance, Page):
        target = text.copy_for_translation(locale, exclude_fields=NOT_COPIED)
        type(target).objects.filter(pk=target.pk).update(owner=user)
        source.sync_view_restrictions(instance, target)
    else:
        _create_snippet(text, locale)
    save_draft(translation, user=user)
    return translation


def _check(instance: Any, locale: Locale) -> None:
    title = title_of(instance, draft=False)
    language = languages.in_sentence(locale.language_code)
    if instance.locale_id == locale.pk:
        raise NotTranslatable(
            _("“%(title)s” is in %(language)s already.") % {"title": title, "language": language}
        )
    if not isinstance(instance, DraftStateMixin):
        raise NotTranslatable(_("“%(title)s” cannot be translated: it has no drafts.") % {"title": title})
    if instance.get_translation_or_none(locale) is not None:
        raise NotTranslatable(
            _("“%(title)s” has a version in %(language)s already.") % {"title": title, "language": language}
        )
    if getattr(instance, "language_regime", "") == "one_language":
        raise NotTranslatable(
            _("“%(title)s” exists in one language only, by its language regime. Change the regime first.")
            % {"title": title}
        )
    if isinstance(instance, Page):
        if instance.alias_of_id:
            raise NotTranslatable(
                _("“%(title)s” is an alias and has no words of its own.") % {"title": title}
            )
        translated_parent(instance, locale)


def _create_snippet(text: Any, locale: Locale) -> Any:
    target = text.copy_for_translation(locale)
    target.live = False
    target.has_unpublished_changes = True
    target.first_published_at = target.last_published_at = None
    target.live_revision = target.latest_revision = None
    for name in NOT_COPIED:
        setattr(target, name, None)
    target.save()
    return target
