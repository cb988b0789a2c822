"""Names of files: random, so that an address tells nothing of its neighbours or of what the file was called."""

from pathlib import PurePosixPath
from secrets import token_hex
from typing import Any


def random_name(folder: str, filename: str) -> str:
    """``folder`` and 128 random bits, with the extension of ``filename`` kept in lower case."""
    extension = PurePosixPath(filename).suffix.lower()
    return f"{folder}/{token_hex(16)}{extension[:10]}"


def document_name(instance: Any, filename: str) -> str:
    """Where an uploaded document is stored."""
    return random_name("documents", filename)


def video_name(instance: Any, filename: str) -> str:
    """Where an uploaded video is stored."""
    return random_name("videos", filename)
