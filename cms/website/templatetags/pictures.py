"""Template tags for images: the renditions that the item carries, none made on reading."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.website.templatetags.words import attribute, language_of

register = template.Library()

# Shape of a picture on a page to its renditions, smallest first; the named one is the plain src.
SHAPES = {
    "full": (("small", "medium", "large"), "medium"),
    "wide": (("card", "hero"), "hero"),
    "card": (("card", "hero"), "card"),
    "square": (("square",), "square"),
}


@register.simple_tag(takes_context=True)
def picture(
    context: Context,
    image: Any,
    shape: str = "full",
    sizes: str = "100vw",
    alt: str | None = None,
    eager: bool = False,
) -> SafeString:
    """An img element of an image card, or nothing. ``alt`` overrides the image's own alternative text."""
    renditions = (image or {}).get("renditions") or {}
    names, plain = SHAPES[shape]
    chosen = [renditions[name] for name in names if renditions.get(name)]
    if not chosen:
        return SafeString("")
    src = renditions.get(plain) or chosen[-1]
    by_width = {rendition["width"]: rendition["url"] for rendition in chosen}
    srcset = ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}{} decoding="async">',
        src["url"],
        srcset,
        sizes,
        src["width"],
        src["height"],
        image.get("alt") or "" if alt is None else alt,
        attribute(context, language_of(image, "alt")) if alt is None and image.get("alt") else "",
        SafeString(' fetchpriority="high"' if eager else ' loading="lazy"'),
    )


@register.simple_tag
def picture_address(image: Any, rendition: str) -> str:
    """The address of one rendition, or nothing."""
    return str((((image or {}).get("renditions") or {}).get(rendition) or {}).get("url", ""))
