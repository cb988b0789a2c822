"""The renditions of a picture that exist in public: an allow-list, made before publication, never on reading."""

import logging
from typing import TYPE_CHECKING

from wagtail.images.models import Filter, SourceImageIOError

from cms.contract.files import public_address
from cms.contract.values import SiteAddress, public_value

if TYPE_CHECKING:
    from media_library.models import PressImage

# Public name to Wagtail's filter. Sizes in pixels; "fill" crops around the focal point.
ALLOWED = {
    "thumbnail": "fill-320x180",
    "square": "fill-240x240",
    "card": "fill-640x360",
    "hero": "fill-1280x720",
    "small": "width-640",
    "medium": "width-1280",
    "large": "max-1920x1920",
}
log = logging.getLogger(__name__)


@public_value
class RenditionValue:
    """A file and its size in pixels."""

    url: SiteAddress
    width: int
    height: int


@public_value
class RenditionValues:
    """The renditions by name; null where the original could not be read."""

    thumbnail: RenditionValue | None
    square: RenditionValue | None
    card: RenditionValue | None
    hero: RenditionValue | None
    small: RenditionValue | None
    medium: RenditionValue | None
    large: RenditionValue | None


def make(image: "PressImage") -> None:
    """Make the allowed renditions that are missing. An original that can't be read leaves none, and a warning."""
    try:
        image.get_renditions(*ALLOWED.values())
    except SourceImageIOError:
        log.warning(
            "The original of image %s cannot be read: no renditions were made.", image.pk, exc_info=True
        )


def existing(image: "PressImage") -> RenditionValues:
    """The renditions that exist for the focal point as it is now."""
    rows = {(row.filter_spec, row.focal_point_key): row for row in image.renditions.all()}
    values: dict[str, RenditionValue | None] = {}
    for name, spec in ALLOWED.items():
        row = rows.get((spec, Filter(spec).get_cache_key(image)))
        found = (
            RenditionValue(url=SiteAddress(public_address(row.file.name)), width=row.width, height=row.height)
            if row
            else None
        )
        values[name] = found
    return RenditionValues(**values)
