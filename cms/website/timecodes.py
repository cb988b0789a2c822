"""Points in a video, as content items write them."""

import re

_TIMECODE = re.compile(r"^(\d{2}):([0-5]\d):([0-5]\d(?:\.\d{3})?)$")


def seconds(timecode: str) -> float | None:
    """A point "HH:MM:SS" or "HH:MM:SS.mmm" in seconds from the start; None for anything else."""
    match = _TIMECODE.match(timecode or "")
    if match is None:
        return None
    hours, minutes, rest = match.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)
