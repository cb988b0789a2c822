"""Size and number of frames of a picture, from its headers alone.

A few bytes can declare billions of pixels, so nothing is decoded before the declared size is known. Sources:
PNG and APNG (W3C PNG 3), JPEG (ITU T.81), GIF89a, WebP container (RFC 9649), ISO base media (ISO 14496-12) for AVIF.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass


class Damaged(Exception):
    """The file breaks off, or its structure does not hold."""


class NoPicture(Exception):
    """The file is no picture of a kind that we take. ``what`` names what it is, if we know."""

    def __init__(self, what: str = "") -> None:
        self.what = what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Picture:
    """Format, size in pixels, number of frames, as declared."""

    format: str
    width: int
    height: int
    frames: int = 1

    @property
    def pixels(self) -> int:
        """Pixels of one frame."""
        return self.width * self.height


def measure(data: bytes) -> Picture:
    """What ``data`` declares. Raises Damaged or NoPicture."""
    for magic, read in READERS:
        if data.startswith(magic):
            try:
                picture = read(data)
            except (struct.error, IndexError) as error:
                raise Damaged from error
            if picture.width < 1 or picture.height < 1:
                raise Damaged
            return picture
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if data[4:8] == b"ftyp" and (b"avif" in data[8:64] or b"avis" in data[8:64]):
        return _avif(data)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<") and b"<svg" in data[:4096].lower():
        raise NoPicture("svg")
    raise NoPicture


def _png(data: bytes) -> Picture:
    width, height = struct.unpack(">II", data[16:24])
    frames, position, ended = 1, 8, False
    while position + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[position : position + 8])
        if position + 12 + length > len(data):
            raise Damaged
        if kind == b"acTL":
            frames = struct.unpack(">I", data[position + 8 : position + 12])[0]
        if kind == b"IEND":
            ended = True
            break
        position += 12 + length
    if not ended:
        raise Damaged
    return Picture("png", width, height, frames)


# Start of frame, all kinds but DHT, JPG and DAC (T.81 table B.1).
_SOF = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def _jpeg(data: bytes) -> Picture:
    position = 2
    size = None
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise Damaged
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 2
            continue
        length = struct.unpack(">H", data[position + 2 : position + 4])[0]
        if marker in _SOF:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            size = (width, height)
        if marker == 0xDA:
            # After the picture's own scan: a thumbnail in its metadata ends with the same two bytes.
            if size is None or data.rfind(b"\xff\xd9", position) < 0:
                raise Damaged
            return Picture("jpeg", *size)
        position += 2 + length
    raise Damaged


def _gif(data: bytes) -> Picture:
    width, height, flags = struct.unpack("<HHB", data[6:11])
    position = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    frames = 0
    while True:
        kind = data[position]
        if kind == 0x3B:
            break
        if kind == 0x21:
            position = _after_blocks(data, position + 2)
        elif kind == 0x2C:
            local = data[position + 9]
            position = _after_blocks(data, position + 11 + (3 << ((local & 7) + 1) if local & 0x80 else 0))
            frames += 1
        else:
            raise Damaged
    if not frames:
        raise Damaged
    return Picture("gif", width, height, frames)


def _after_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += data[position] + 1
    return position + 1


def _webp(data: bytes) -> Picture:
    if struct.unpack("<I", data[4:8])[0] + 8 > len(data):
        raise Damaged
    size, frames, position = None, 0, 12
    while position + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[position : position + 8])
        body = data[position + 8 : position + 8 + length]
        if kind == b"VP8X":
            size = (1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little"))
        elif kind == b"ANMF":
            frames += 1
        elif kind == b"VP8 " and size is None:
            size = tuple(value & 0x3FFF for value in struct.unpack("<HH", body[6:10]))
        elif kind == b"VP8L" and size is None:
            bits = int.from_bytes(body[1:5], "little")
            size = ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
        position += 8 + length + (length & 1)
    if size is None:
        raise Damaged
    return Picture("webp", *size, frames=max(frames, 1))


def _avif(data: bytes) -> Picture:
    end = 0
    sizes: list[tuple[int, int]] = []
    for kind, start, stop in _boxes(data, 0, len(data)):
        end = stop
        if kind == b"meta":
            sizes += _extents(data, start + 4, stop)
    if end != len(data) or not sizes:
        raise Damaged
    # A grid declares the extent of the whole and of its tiles.
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    # A sequence says how long it is only in its samples; we take none.
    frames = 1_000_000 if b"avis" in data[8:16] else 1
    return Picture("avif", width, height, frames)


def _extents(data: bytes, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for kind, inner, end in _boxes(data, start, stop):
        if kind in (b"iprp", b"ipco"):
            yield from _extents(data, inner, end)
        elif kind == b"ispe":
            yield struct.unpack(">II", data[inner + 4 : inner + 12])


def _boxes(data: bytes, start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= stop:
        length, kind = struct.unpack(">I4s", data[start : start + 8])
        head = 8
        if length == 1:
            length, head = struct.unpack(">Q", data[start + 8 : start + 16])[0], 16
        elif length == 0:
            length = stop - start
        if length < head or start + length > stop:
            raise Damaged
        yield kind, start + head, start + length
        start += length


READERS: list[tuple[bytes, Callable[[bytes], Picture]]] = [
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF87a", _gif),
    (b"GIF89a", _gif),
]
