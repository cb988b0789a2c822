"""Publishing a translation: all of it, or not at all."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationContext

from cms.publishing.errors import Refused
from cms.publishing.pairs import is_gated, pair_of
from cms.publishing.release import release
from cms.translation import segments
from cms.translation.content import title_of
from cms.translation.drafting import save_draft
from cms.translation.errors import Incomplete


def publish(translation: Translation, *, user: AbstractBaseUser | None, slug: str | None = None) -> Any:
    """Publish the target with its translations, together with the original, and return it.

    Raises Blocked where something keeps the two languages from going out together, Incomplete while a segment lacks
    a translation, ValidationError where the translated object is not valid; then nothing was published, and the
    strings in question carry the error.
    """
    missing = segments.missing(translation)
    if missing:
        raise Incomplete(title_of(translation.get_target_instance()), missing)
    try:
        with transaction.atomic():
            revision = save_draft(translation, user=user, slug=slug)
            revision.as_object().full_clean()
            target = translation.get_target_instance()
            if is_gated(target):
                release(pair_of(target), user=user)
            else:
                revision.publish(user=user, skip_permission_checks=True)
    except Refused:
        raise
    except ValidationError as error:
        _record(translation, error)
        raise
    return translation.get_target_instance()


@transaction.atomic
def submit(translation: Translation, *, user: AbstractBaseUser) -> None:
    """Start the target's workflow on a revision that holds the translation. Raises Incomplete."""
    target = translation.get_target_instance()
    missing = segments.missing(translation)
    if missing:
        raise Incomplete(title_of(target), missing)
    save_draft(translation, user=user)
    target = translation.get_target_instance()
    target.get_workflow().start(target, user)


def _record(translation: Translation, error: ValidationError) -> None:
    if not hasattr(error, "error_dict"):
        return
    for name, problems in error.error_dict.items():
        context = TranslationContext.objects.filter(object=translation.source.object, path=name).first()
        if context is None:
            continue
        strings = StringSegment.objects.filter(source=translation.source, context=context).values("string")
        for string in StringTranslation.objects.filter(
            translation_of__in=strings, context=context, locale=translation.target_locale
        ):
            string.set_field_error(problems)
