"""Slugs of translations: made from the translated title until an editor writes one or the item is published."""

import re
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

LENGTH = 80  # characters; a longer title is cut at a word
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": " ", "'": " ", "ʼ": " ", "·": ""}
)


def slug_from(title: str) -> str:
    """A slug of at most 80 characters from a title in either language; empty when it has no letter or digit."""
    slug = slugify(title.translate(_LIGATURES))
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rsplit("-", 1)[0][:LENGTH]
    return slug.strip("-_")


def is_automatic(slug: str, *titles: str) -> bool:
    """Whether ``slug`` was made from one of ``titles`` (or nothing), and not written by an editor."""
    base = re.sub(r"-\d+$", "", slug)
    return not slug or any(made and made in (slug, base) for made in map(slug_from, titles))


def available(instance: Any, slug: str) -> str:
    """``slug``, or ``slug-2`` and so on, so that it is free among the siblings or in the locale."""
    candidate, suffix = slug, 1
    while _taken(instance, candidate):
        suffix += 1
        candidate = f"{slug}-{suffix}"
    return candidate


def _taken(instance: Any, slug: str) -> bool:
    if isinstance(instance, Page):
        siblings = instance.get_parent().get_children().exclude(pk=instance.pk)
        return bool(siblings.filter(slug=slug).exists())
    model = type(instance)
    rows = model._default_manager.filter(locale_id=instance.locale_id, slug=slug)
    return bool(rows.exclude(pk=instance.pk).exists())
