"""What pictures have to say to a release: the texts that those who do not see them need, in both languages."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField

from cms.pages.locales import in_sentence, other
from cms.publishing.blockers import Blocker, register
from cms.publishing.pairs import Pair
from media_library.models import PressImage


class Use(NamedTuple):
    """A picture where it is shown, with the texts for that place; empty, the picture's own hold."""

    image: PressImage
    alt: str
    caption: str
    decorative: bool


@register("pictures")
def texts_of_pictures(pair: Pair) -> Iterator[Blocker]:
    """Alternative texts and captions that are missing in a language; a decorative picture needs none."""
    told = set()
    for language in pair.rows:
        for use in uses(pair.latest(language)):
            for blocker in _missing(use, language):
                if blocker not in told:
                    told.add(blocker)
                    yield blocker


def _missing(use: Use, language: str) -> Iterator[Blocker]:
    image, names = use.image, {"title": use.image.title, "language": in_sentence(language)}
    url = reverse("wagtailimages:edit", args=[image.pk])
    if not use.decorative and not (use.alt or getattr(image, f"alt_{language}")):
        text = _("The picture “%(title)s” has no alternative text in %(language)s.")
        yield Blocker("alt", text % names, url)
    in_other = getattr(image, f"caption_{other(language)}")
    if in_other and not (use.caption or getattr(image, f"caption_{language}")):
        text = _("The picture “%(title)s” has no caption in %(language)s.")
        yield Blocker("caption", text % names, url)


def uses(instance: Any) -> Iterator[Use]:
    """The pictures that ``instance`` shows, in its own fields and in its streams."""
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _in_block(getattr(instance, field.name))
        elif isinstance(field, models.ForeignKey) and field.related_model is PressImage:
            image = getattr(instance, field.name)
            if image is not None:
                # hero_image has its own texts in hero_alt and hero_caption.
                prefix = field.name.removesuffix("image")
                alt = getattr(instance, f"{prefix}alt", "")
                yield Use(image, alt, getattr(instance, f"{prefix}caption", ""), False)


def _in_block(value: Any) -> Iterator[Use]:
    if isinstance(value, blocks.StreamValue):
        for child in value:
            yield from _in_block(child.value)
    elif isinstance(value, blocks.list_block.ListValue):
        for item in value:
            yield from _in_block(item)
    elif isinstance(value, blocks.StructValue):
        image = value.get("image")
        if isinstance(image, PressImage):
            texts = value.get("alt_text") or "", value.get("caption") or ""
            yield Use(image, *texts, bool(value.get("decorative")))
        for part in value.values():
            yield from _in_block(part)
