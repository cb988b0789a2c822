"""The base of every page type: languages, address, public identity."""

from datetime import datetime
from typing import Annotated, Any, ClassVar, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.fields import BaseTranslatableField

from cms.contract.publishable import Publishable
from cms.contract.values import About, PageRef, Reference
from cms.pages import addresses, regime
from cms.pages.copying import OwnCopyForm
from cms.pages.preview import RenderedPreview


class Parent(NamedTuple):
    """The page above, as far as the public form of a page needs it."""

    pk: int
    translation_key: UUID


class PageMeta(regime.SpokenMeta):
    """What ``meta`` says of pages."""

    translation_key: Annotated[UUID, About(_("What its translations have in common."))]
    show_in_menus: Annotated[bool, About(_("Whether menus should show it."))]
    seo_title: Annotated[str, About(_("The title for search engines; empty, its own title holds."))]
    search_description: Annotated[str, About(_("The description for search engines."))]
    parent: Annotated[PageRef | None, About(_("The page above it; null for a home page."))]


class BasePage(Publishable, RenderedPreview, regime.LanguageRegime, Page):
    """A page in one language; its translations share the ``translation_key``."""

    # Each language has its own address, made from its own title.
    override_translatable_fields = [BaseTranslatableField("slug"), *regime.SYNCHRONISED]

    public_collection = "pages"
    # What a batch of these pages is read with, so that rendering needs no query per page.
    public_prefetch: ClassVar[tuple[str, ...]] = ()
    # The field that holds the body, which a regime may leave in another language.
    body_field: ClassVar[str | None] = None
    copy_form_class = OwnCopyForm

    class Meta:
        abstract = True
        constraints = regime.CONSTRAINTS

    @cached_property
    def public_homes(self) -> dict[str, str]:
        """Language to ``url_path`` of its home. A batch is given one answer for all."""
        return addresses.homes()

    @cached_property
    def public_parent(self) -> Parent | None:
        """The page above; None for a home. A batch is given it."""
        parent = self.get_parent() if self.depth and self.depth > 2 else None
        return Parent(parent.pk, parent.translation_key) if parent else None

    def public_key(self) -> str:
        return f"page:{self.translation_key}"

    def public_source(self) -> str:
        return f"wagtailcore_page:{self.pk}"

    def public_title(self, locale: str) -> str:
        return str(self.title)

    def public_slug(self, locale: str) -> str:
        return str(self.slug)

    def public_path(self, locale: str) -> str | None:
        return addresses.path_below(self.public_homes, self.locale.language_code, self.url_path)

    def public_date(self) -> datetime | None:
        date: datetime | None = self.first_published_at
        return date

    def public_meta(self, locale: str) -> PageMeta:
        """Languages, the page above, and what search engines and menus need of every page."""
        above = self.public_parent
        return {
            "translation_key": self.translation_key,
            "show_in_menus": self.show_in_menus,
            "seo_title": self.seo_title,
            "search_description": self.search_description,
            **self.spoken.meta(self.body_field),
            "parent": Reference(f"page:{above.translation_key}") if above else None,
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the page. Raises ValidationError for an alias: the other language's words at this address."""
        if self.alias_of_id:
            raise ValidationError(_("Alias pages are not allowed: translate the page instead."))
        super().save(*args, **kwargs)
