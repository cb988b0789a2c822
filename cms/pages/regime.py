"""The language regime: what "in both languages" means for one item, as data."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypedDict

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.contract.meta import LanguageNote
from cms.contract.values import About, LanguageCode, OneOf, public_value
from cms.pages.locales import Language


class Regime(models.TextChoices):
    """Which parts of an item exist in both languages."""

    BOTH = "both", _("Both languages: everything is translated")
    SUMMARY = "summary", _("Summary: title, lead and alternative texts are translated, the body is not")
    AS_DELIVERED = "as_delivered", _("As delivered: the body stays in the language it was given in")
    ONE_LANGUAGE = "one_language", _("One language: an exception, with its reason")


# The fields whose text stays in the original language under the regimes below: the body of a page, the
# transcript of a video. Alternative texts in it are translated all the same, or those who do not see the
# pictures are told of them in the other language.
BODIES = ("body", "transcript")
BODY_STAYS_ORIGINAL = (Regime.SUMMARY.value, Regime.AS_DELIVERED.value)


@public_value
class RegimeValue:
    """The language regime. ``reason`` says why the item exists in one language alone; else it is empty."""

    code: Annotated[str, OneOf(tuple(Regime.values))]
    body_language: LanguageCode
    reason: str


class SpokenMeta(TypedDict):
    """What ``meta`` says of languages."""

    regime: Annotated[RegimeValue, About(_("What the item has in both languages, and in which its body is."))]
    source: Annotated[
        Literal["original", "translation"], About(_("Whether the words are the original or a translation."))
    ]
    languages: dict[str, LanguageNote]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The regime of one page in one language, and the language that its body is in."""

    regime: str
    page_language: str
    original_language: str
    body_language: str
    reason: str

    @property
    def source(self) -> Literal["original", "translation"]:
        """Whether the page's words are the original or a translation."""
        return "original" if self.page_language == self.original_language else "translation"

    @property
    def language_of_body(self) -> str:
        """The language in which the body stands on this page."""
        if self.regime == Regime.SUMMARY:
            return self.original_language
        if self.regime == Regime.AS_DELIVERED and self.body_language:
            return self.body_language
        return self.page_language

    def meta(self, body: str | None) -> SpokenMeta:
        """What ``meta`` says of languages. ``body`` names the field that holds the body, if there is one."""
        languages = {}
        if body and self.language_of_body != self.page_language:
            languages[body] = LanguageNote(lang=self.language_of_body, source="original")
        return {
            "regime": RegimeValue(code=self.regime, body_language=self.language_of_body, reason=self.reason),
            "source": self.source,
            "languages": languages,
        }

    def check(self) -> None:
        """Raise ValidationError where the regime lacks what it needs."""
        if self.regime == Regime.ONE_LANGUAGE and not self.reason.strip():
            raise ValidationError(
                {"regime_reason": _("Give the reason why this exists in one language only.")}
            )
        if self.regime == Regime.AS_DELIVERED and not self.body_language:
            raise ValidationError({"body_language": _("Say in which language the text was delivered.")})


class LanguageRegime(models.Model):
    """Mixin of translatable models: which language they were born in, and what the other language gets.

    Models take ``CONSTRAINTS`` and ``SYNCHRONISED`` into their own lists; Django and wagtail-localize merge none.
    """

    original_language = models.CharField(
        _("original language"),
        max_length=2,
        choices=Language.choices,
        blank=True,
        help_text=_(
            "The language that this was first written in. Left empty, it is the language of this version."
        ),
    )
    language_regime = models.CharField(
        _("language regime"),
        max_length=20,
        choices=Regime.choices,
        default=Regime.BOTH,
        help_text=_("What readers of the other language get. Readers see the regime on the page."),
    )
    body_language = models.CharField(
        _("language of the body"),
        max_length=2,
        choices=Language.choices,
        blank=True,
        help_text=_("For texts as delivered: the language in which the text was given."),
    )
    regime_reason = models.TextField(
        _("reason"),
        blank=True,
        help_text=_("Why this exists in one language only. The reason is public."),
    )

    class Meta:
        abstract = True

    @property
    def spoken(self) -> Spoken:
        """The regime and the languages of this version."""
        own = self.locale.language_code  # type: ignore[attr-defined]  # TranslatableMixin has it
        return Spoken(
            regime=self.language_regime,
            page_language=own,
            original_language=self.original_language or own,
            body_language=self.body_language,
            reason=self.regime_reason,
        )

    def clean(self) -> None:
        """Refuse a regime that lacks what it needs."""
        super().clean()
        self.spoken.check()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what is new was first written in its own language."""
        if not self.original_language:
            locale = self.locale if self.locale_id else self.get_default_locale()  # type: ignore[attr-defined]
            self.original_language = locale.language_code
        # What receivers do beside it (the other language is withdrawn too) happens with it or not at all.
        with transaction.atomic():
            super().save(*args, **kwargs)


CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(
        condition=models.Q(language_regime__in=Regime.values), name="%(class)s_regime_known"
    ),
    models.CheckConstraint(
        condition=models.Q(original_language__in=["", *Language.values]),
        name="%(class)s_original_language_known",
    ),
    models.CheckConstraint(
        condition=models.Q(body_language__in=["", *Language.values]), name="%(class)s_body_language_known"
    ),
]
SYNCHRONISED = [
    SynchronizedField("original_language", overridable=False),
    SynchronizedField("language_regime", overridable=False),
    SynchronizedField("body_language", overridable=False),
]
# Each language is published by itself: without this, a snippet's dates would follow its source's.
OWN_DATES = [BaseTranslatableField(name) for name in ("first_published_at", "go_live_at", "expire_at")]
COLUMNS = ("original_language", "language_regime", "body_language", "regime_reason")
