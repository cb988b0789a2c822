"""What releases are about: topics, people and places, each with a page in both languages."""

from collections.abc import Iterable
from itertools import chain, count
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.contract.publishable import Publishable
from cms.contract.values import About
from cms.pages import regime
from cms.pages.blocks.rich_text import TEXT_FEATURES
from cms.pages.panels import REGIME_PANEL
from cms.pages.preview import RenderedPreview


class VocabularyMeta(regime.SpokenMeta):
    """What ``meta`` says of words of the vocabulary."""

    translation_key: Annotated[UUID, About(_("What its translations have in common."))]


class VocabularyItem(
    Publishable,
    RenderedPreview,
    PreviewableMixin,
    regime.LanguageRegime,
    TranslatableMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """A word of the vocabulary in one language; its translations share the ``translation_key``."""

    name = models.CharField(_("name"), max_length=255)
    name.required_on_save = True  # type: ignore[attr-defined]  # Wagtail asks for it: a draft needs a name too
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        blank=True,
        help_text=_("The last part of its address. Left empty, made of the name."),
    )

    override_translatable_fields = [
        BaseTranslatableField("slug"),
        *regime.SYNCHRONISED,
        *regime.OWN_DATES,
    ]
    search_fields = [
        index.SearchField("name", boost=10),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    # Language to the part of the address that says what this is.
    public_section: ClassVar[dict[str, str]] = {}

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]
        constraints = [
            *regime.CONSTRAINTS,
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="%(class)s_slug_unique_per_locale",
                violation_error_message=_("Another entry in this language has this slug."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def public_key(self) -> str:
        return f"{self._meta.model_name}:{self.translation_key}"

    def public_title(self, locale: str) -> str:
        return self.name

    def public_slug(self, locale: str) -> str:
        return self.slug

    def public_path(self, locale: str) -> str | None:
        language = self.locale.language_code
        return f"/{language}/{self.public_section[language]}/{self.slug}/"

    def public_meta(self, locale: str) -> VocabularyMeta:
        return {"translation_key": self.translation_key, **self.spoken.meta(None)}

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Make a slug of the name where none was given, then validate."""
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a slug that is taken. The constraint says the same, but forms know no locale and pass it by."""
        super().clean()
        if self.locale_id and self._slug_is_taken(self.slug):
            raise ValidationError({"slug": _("Another entry in this language has this slug.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with a slug made of the name where none was given."""
        self._fill_slug()
        super().save(*args, **kwargs)

    def _fill_slug(self) -> None:
        if self.slug:
            return
        base = slugify(self.name)[:200] or self.translation_key.hex[:12]
        numbered = (f"{base}-{number}" for number in count(2))
        self.slug = next(slug for slug in chain([base], numbered) if not self._slug_is_taken(slug))

    def _slug_is_taken(self, slug: str) -> bool:
        locale = self.locale_id or self.get_default_locale().pk
        same = type(self)._default_manager.filter(locale_id=locale, slug=slug)
        return same.exclude(pk=self.pk).exists()


class Topic(VocabularyItem):
    """A subject that the institution speaks about."""

    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for its page.")
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("description"),
        REGIME_PANEL,
    ]
    api_fields = [APIField("description")]
    public_collection = "topics"
    public_section = {"en": "topics", "fr": "themes"}

    class Meta(VocabularyItem.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Person(VocabularyItem):
    """Somebody who speaks for or with the institution."""

    role = models.CharField(
        _("role"), max_length=255, blank=True, help_text=_("For example: Secretary General.")
    )
    organisation = models.CharField(_("organisation"), max_length=255, blank=True)
    biography = RichTextField(_("biography"), blank=True, features=TEXT_FEATURES)
    portrait = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=_("Given name and family name")),
        FieldPanel("slug"),
        MultiFieldPanel([FieldPanel("role"), FieldPanel("organisation")], heading=_("Office")),
        FieldPanel("portrait"),
        FieldPanel("biography"),
        REGIME_PANEL,
    ]
    # A name is the same in both languages unless somebody says otherwise.
    override_translatable_fields = [
        *VocabularyItem.override_translatable_fields,
        SynchronizedField("name"),
        SynchronizedField("portrait", overridable=False),
    ]
    search_fields = [
        *VocabularyItem.search_fields,
        index.SearchField("role"),
        index.SearchField("organisation"),
    ]
    api_fields = [APIField("role"), APIField("organisation"), APIField("biography"), APIField("portrait")]
    card_fields = ["role", "organisation"]
    public_collection = "people"
    public_section = {"en": "people", "fr": "personnes"}

    class Meta(VocabularyItem.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")


class Place(VocabularyItem):
    """Where something is said or happens."""

    country = models.CharField(_("country"), max_length=120, blank=True)
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, help_text=_("Degrees, north positive.")
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, help_text=_("Degrees, east positive.")
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("country"),
        MultiFieldPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading=_("Coordinates (WGS 84)")),
        REGIME_PANEL,
    ]
    override_translatable_fields = [
        *VocabularyItem.override_translatable_fields,
        SynchronizedField("latitude", overridable=False),
        SynchronizedField("longitude", overridable=False),
    ]
    search_fields = [*VocabularyItem.search_fields, index.SearchField("country")]
    api_fields = [APIField("country"), APIField("latitude"), APIField("longitude")]
    card_fields = ["country"]
    public_collection = "places"
    public_section = {"en": "places", "fr": "lieux"}

    class Meta(VocabularyItem.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            *VocabularyItem.Meta.constraints,
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__gte=-90, latitude__lte=90),
                name="place_latitude_on_earth",
                violation_error_message=_("A latitude lies between -90 and 90."),
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True) | Q(longitude__gte=-180, longitude__lte=180),
                name="place_longitude_on_earth",
                violation_error_message=_("A longitude lies between -180 and 180."),
            ),
        ]


def facet(name: str, items: Iterable[VocabularyItem | None]) -> Iterable[tuple[str, str]]:
    """Facet pairs of vocabulary items, by what they have in common in all languages."""
    return ((name, str(item.translation_key)) for item in items if item is not None)
