"""Whether a video is what its extension says, by its first bytes."""

from typing import BinaryIO

HEAD = 4096


def is_video(extension: str, file: BinaryIO) -> bool:
    """Whether ``file`` begins as an MP4 (ISO 14496-12) or WebM (EBML with document type webm) does."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if extension == "mp4":
        return head[4:8] == b"ftyp"
    if extension == "webm":
        return head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]
    return False
