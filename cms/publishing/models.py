"""What reviewers look at afterwards."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms.pages.locales import Language


class LoneEdit(models.Model):
    """An edit of something public that its author has declared to be without effect on the other language."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    content_object = GenericForeignKey("content_type", "object_id")
    title = models.CharField(_("title"), max_length=255)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("version")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=255)

    class Meta:
        verbose_name = _("edit in one language")
        verbose_name_plural = _("edits in one language")
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"

    @classmethod
    def record(cls, row: Any, revision: Revision, *, user: Any, reason: str) -> "LoneEdit":
        """Note that ``revision`` of ``row`` went out alone."""
        return cls.objects.create(
            content_type=revision.content_type,
            object_id=str(row.pk),
            title=str(revision.as_object())[:255],
            language=row.locale.language_code,
            revision=revision,
            user=user,
            reason=reason.strip()[:255],
        )
