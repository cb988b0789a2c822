"""The picture at the head of a release or an event."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField


class HeroPicture(models.Model):
    """Mixin of pages: a picture, with texts for this place where those of the library do not fit."""

    hero_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("alternative text"), max_length=500, blank=True, help_text=_("Left empty, the picture's own.")
    )
    hero_caption = models.TextField(_("caption"), blank=True, help_text=_("Left empty, the picture's own."))

    class Meta:
        abstract = True


HERO_PANEL = MultiFieldPanel(
    [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_caption")],
    heading=_("Picture at the head"),
)
HERO_SYNCHRONISED = [SynchronizedField("hero_image", overridable=False)]
