"""What an import has made of which post, so that a second run knows what the first one did."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.pages.locales import Language
from news.models.releases import NewsReleasePage


class ImportedPost(models.Model):
    """One post in one language and the page that it became."""

    translation_key = models.UUIDField(_("translation key"))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    file = models.TextField(_("file"))
    # What the page was made from: the digest of the file, and one of the rest (links, original language).
    digest = models.CharField(_("digest"), max_length=64)
    circumstances = models.CharField(_("circumstances"), max_length=64)
    # Empty when the newsroom has deleted the page: it is not made again.
    page = models.ForeignKey(
        NewsReleasePage, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The id of the revision that the import made; another latest one means that somebody edited since. No foreign
    # key: old revisions may be purged.
    revision = models.BigIntegerField(_("revision"))

    class Meta:
        verbose_name = _("imported post")
        verbose_name_plural = _("imported posts")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="importedpost_once"),
            models.CheckConstraint(
                condition=models.Q(language__in=Language.values), name="importedpost_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.file
