"""Documents: one file, its title in both languages."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from cms.contract.files import public_address
from cms.contract.publishable import Publishable
from cms.contract.values import Localised, SiteAddress
from media_library.meta import FileMeta
from media_library.names import document_name
from media_library.texts import localised


class DocumentLanguage(models.TextChoices):
    """The language of what stands in the file, by ISO 639: two letters, or "mul" for several."""

    EN = "en", _("English")
    FR = "fr", _("French")
    BOTH = "mul", _("Both languages")


class PressDocument(Publishable, AbstractDocument):
    """A file to download. Public only while something public offers it."""

    # Bytes; Wagtail's field.
    file_size: int | None
    file = models.FileField(_("file"), upload_to=document_name, max_length=200)
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    title_fr = models.CharField(_("title in French"), max_length=255, blank=True)
    language = models.CharField(
        _("language of the document"), max_length=3, choices=DocumentLanguage.choices, blank=True
    )

    admin_form_fields = ("title", "title_en", "title_fr", "language", "file", "collection", "tags")
    search_fields = [
        *AbstractDocument.search_fields,
        index.SearchField("title_en"),
        index.SearchField("title_fr"),
    ]
    api_fields = [APIField("language"), APIField("extension"), APIField("file_size"), APIField("file_url")]
    public_collection = "documents"
    card_fields = ["language", "extension", "file_size", "file_url"]
    public_when_used = True
    parity_exempt = "One file serves both languages, or says in which language it is."

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=["", *DocumentLanguage.values]),
                name="pressdocument_language_known",
            )
        ]

    @property
    def extension(self) -> str:
        """The kind of file as readers know it: pdf, docx."""
        return str(self.file_extension).lower()

    @property
    def file_url(self) -> SiteAddress:
        """Where the file is."""
        return SiteAddress(public_address(str(self.file.name)))

    def public_key(self) -> str:
        return f"document:{self.pk}"

    def public_title(self, locale: str) -> str | Localised[str]:
        title = localised(self, "title", locale)
        return title if title.value else str(self.title)

    def public_meta(self, locale: str) -> FileMeta:
        """``download_url`` as Wagtail's clients know it: the file."""
        return {"download_url": self.file_url}

    def public_file(self, locale: str) -> str | None:
        return public_address(str(self.file.name))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is measured, so that the public record can say its size in bytes."""
        if self.file and self.file_size is None:
            self.file_size = self.file.size
        super().save(*args, **kwargs)
