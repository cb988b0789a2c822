"""Whether a document is what its extension says. Archives are read by their directory alone, never unpacked."""

import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO

# An archive may not promise to become more than this, nor shrink more than this when packed.
MOST_UNPACKED = 500 * 1024 * 1024  # bytes
MOST_RATIO = 200
MOST_FILES = 10_000
HEAD = 4096  # bytes read to recognise a file
# What must stand in an office document (ISO 29500-2 and ISO 26300-3).
INSIDE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


class Mismatch(Exception):
    """The content is not what the extension says."""


class Bomb(Exception):
    """An archive that would become far bigger than it is."""


def check(extension: str, file: BinaryIO) -> None:
    """Raise Mismatch or Bomb unless ``file`` is what ``extension`` says; an unknown extension is a mismatch."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    checker = CHECKERS.get(extension)
    if checker is None:
        raise Mismatch
    checker(head, file, extension)
    file.seek(0)


def _pdf(head: bytes, file: BinaryIO, extension: str) -> None:
    # Readers take a header within the first kilobyte; browsers would take HTML before it.
    if not head.startswith(b"%PDF-"):
        raise Mismatch
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - 2048))
    if b"%%EOF" not in file.read():
        raise Mismatch


def _archive(head: bytes, file: BinaryIO, extension: str) -> None:
    if not head.startswith(b"PK"):
        raise Mismatch
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            unpacked = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries)
            kind = archive.open("mimetype").read(len(ODT_TYPE) + 8) if extension == "odt" else b""
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Mismatch from error
    if len(entries) > MOST_FILES or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(packed, 1024):
        raise Bomb
    inside = INSIDE.get(extension)
    if inside and not ("[Content_Types].xml" in names and any(name.startswith(inside) for name in names)):
        raise Mismatch
    if extension == "odt" and not kind.startswith(ODT_TYPE):
        raise Mismatch


def _text(head: bytes, file: BinaryIO, extension: str) -> None:
    if b"\0" in head:
        raise Mismatch
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml", b"<?php", b"%pdf", b"mz")):
        raise Mismatch


CHECKERS: dict[str, Callable[[bytes, BinaryIO, str], None]] = {
    "pdf": _pdf,
    "zip": _archive,
    "docx": _archive,
    "xlsx": _archive,
    "pptx": _archive,
    "odt": _archive,
    "txt": _text,
    "csv": _text,
}
