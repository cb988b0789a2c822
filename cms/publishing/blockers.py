"""What stands in the way of a release: checks of one object in all its languages, each with where it is mended."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.pages.locales import in_sentence, other
from cms.publishing.pairs import Pair, edit_url
from cms.publishing.substance import substance


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason, as a sentence in the language in use, and the address where it is mended."""

    code: str
    message: str
    url: str


Check = Callable[[Pair], Iterable[Blocker]]
_checks: dict[str, Check] = {}


def register(name: str) -> Callable[[Check], Check]:
    """Let a function look at every release. Raises ValueError when the name is taken."""

    def add(check: Check) -> Check:
        if name in _checks:
            raise ValueError(f"Two checks of releases are called {name!r}.")
        _checks[name] = check
        return check

    return add


def blockers(pair: Pair) -> list[Blocker]:
    """All that keeps the last drafts of ``pair`` from going out; empty when it may be released."""
    if pair.missing:
        return list(_missing(pair))
    return [blocker for check in _checks.values() for blocker in check(pair)]


def _missing(pair: Pair) -> Iterator[Blocker]:
    there = next(iter(pair.rows.values()), None)
    for language in pair.missing:
        yield Blocker(
            "missing",
            _("There is no version in %(language)s yet.") % {"language": in_sentence(language)},
            _translate_url(there) if there is not None else "",
        )


def missing_beside(instance: Any) -> list[Blocker]:
    """The reasons for an object that is not even saved: there is nothing beside it."""
    language = in_sentence(other(instance.locale.language_code))
    return [Blocker("missing", _("There is no version in %(language)s yet.") % {"language": language}, "")]


def _translate_url(instance: Any) -> str:
    if isinstance(instance, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[instance.pk])
    opts = instance._meta
    return reverse(
        "wagtail_localize:submit_snippet_translation", args=[opts.app_label, opts.model_name, instance.pk]
    )


@register("valid")
def _valid(pair: Pair) -> Iterator[Blocker]:
    """What a draft may lack and a public version may not."""
    for language, row in pair.rows.items():
        draft = pair.latest(language)
        try:
            draft.full_clean()
        except ValidationError as error:
            yield Blocker(
                "invalid",
                _("The version in %(language)s is not finished: %(problem)s")
                % {"language": in_sentence(language), "problem": _problem(draft, error)},
                edit_url(row),
            )


def _problem(draft: Any, error: ValidationError) -> str:
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    names = {item.name: str(getattr(item, "verbose_name", item.name)) for item in draft._meta.get_fields()}
    return "; ".join(
        f"{capfirst(names[name])}: {' '.join(messages)}" if name in names else " ".join(messages)
        for name, messages in error.message_dict.items()
    )


@register("one_sided")
def _one_sided(pair: Pair) -> Iterator[Blocker]:
    """A change of substance to what is public, in one language alone."""
    if not pair.is_live:
        return
    changed = {code for code, row in pair.rows.items() if substance(row) != substance(pair.latest(code))}
    if len(changed) != 1:
        return
    (language,) = changed
    if _is_followed(pair, language):
        # Its translators have seen the change: whether they are done is theirs to say.
        return
    behind = other(language)
    yield Blocker(
        "one_sided",
        _("The version in %(changed)s was changed, the one in %(unchanged)s was not.")
        % {"changed": in_sentence(language), "unchanged": in_sentence(behind)},
        edit_url(pair.rows[behind]),
    )


def _is_followed(pair: Pair, language: str) -> bool:
    following = Translation.objects.filter(
        source__object_id=pair.key, source__locale__language_code=language, enabled=True
    )
    return bool(following.exists())


def unpaired(pair: Pair) -> Blocker:
    """The reason where both languages are ready and one is about to go alone."""
    row = next(iter(pair.rows.values()))
    return Blocker("alone", _("Release both languages with one action."), edit_url(row))
