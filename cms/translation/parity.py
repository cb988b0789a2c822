"""What translation has to say to a release: what is not translated yet, and what was translated from an older text."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from cms.pages.locales import in_sentence
from cms.pages.regime import BODY_STAYS_ORIGINAL
from cms.publishing.blockers import Blocker, register
from cms.publishing.pairs import Pair, edit_url
from cms.publishing.release import prepare
from cms.publishing.substance import is_of_body
from cms.translation import guard, segments, updating
from cms.translation.drafting import save_draft
from cms.translation.errors import Incomplete, Outdated


def _following(pair: Pair) -> Iterator[Translation]:
    """The translations between the languages of ``pair`` that follow their original."""
    found = Translation.objects.filter(source__object_id=pair.key, enabled=True)
    for translation in found.select_related("source", "source__locale", "target_locale"):
        if translation.target_locale.language_code in pair.rows:
            yield translation


@register("translated")
def untranslated(pair: Pair) -> Iterator[Blocker]:
    """Segments without a translation."""
    for translation in _following(pair):
        missing = segments.missing(translation)
        if missing:
            language = translation.target_locale.language_code
            yield Blocker(
                "incomplete",
                ngettext(
                    "%(count)d segment is not translated into %(language)s yet.",
                    "%(count)d segments are not translated into %(language)s yet.",
                    len(missing),
                )
                % {"count": len(missing), "language": in_sentence(language)},
                f"{edit_url(pair.rows[language])}#segment-{missing[0].pk}",
            )


@register("up_to_date")
def stale(pair: Pair) -> Iterator[Blocker]:
    """An original that has changed since its translation took it over."""
    for translation in _following(pair):
        source = translation.source
        language = source.locale.language_code
        if language not in pair.rows:
            continue
        stays = getattr(pair.latest(language), "language_regime", "") in BODY_STAYS_ORIGINAL
        changed = [
            change
            for change in updating.pending(source, draft=True)
            if not (stays and is_of_body(change.path))
        ]
        if changed:
            yield Blocker(
                "stale",
                _("The version in %(original)s has changed since it was translated into %(target)s.")
                % {
                    "original": in_sentence(language),
                    "target": in_sentence(translation.target_locale.language_code),
                },
                reverse("wagtail_localize:update_translations", args=[source.pk]),
            )


@prepare
def write_draft(pair: Pair, user: Any) -> None:
    """Let the draft of a translation hold its translations: somebody may have written the page past its editor."""
    for translation in _following(pair):
        try:
            guard.check(translation, pair.latest(translation.target_locale.language_code))
        except Outdated:
            save_draft(translation, user=user)
        except Incomplete:
            continue  # a blocker says so
