"""Points in a video as text: HH:MM:SS or HH:MM:SS.mmm, without frames, so that they hold at any frame rate."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PATTERN = r"^\d{2}:[0-5]\d:[0-5]\d(\.\d{3})?\Z"
MESSAGE = _("Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.")
is_timecode = RegexValidator(PATTERN, MESSAGE)


def seconds(timecode: str) -> float:
    """The timecode in seconds. Raises ValueError for text that is none."""
    if not re.match(PATTERN, timecode):
        raise ValueError(f"{timecode!r} is not a timecode")
    hours, minutes, rest = timecode.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def check_order(in_point: str, out_point: str) -> None:
    """Raise ValidationError when the out point does not come after the in point. Empty or wrong text passes."""
    try:
        ordered = not (in_point and out_point) or seconds(in_point) < seconds(out_point)
    except ValueError:
        return  # the field's own validator says so
    if not ordered:
        raise ValidationError({"out_point": _("The out point must come after the in point.")})
