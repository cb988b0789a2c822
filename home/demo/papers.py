"""Small PDF documents, written by hand: text in the fonts that every PDF reader has (ISO 32000-1, 9.6.2.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageFont

WIDTH, HEIGHT = 595, 842  # points: A4
MARGIN, LEADING = 72, 1.4
# Standard fonts have one byte for each character, in the order of Windows 1252; it has one no-break space only.
_ENCODING = "cp1252"
_NARROW_SPACE, _NO_BREAK_SPACE = "\u202f", "\xa0"


@dataclass(frozen=True, slots=True)
class Style:
    """A font by its name in the file, its size and the space above, in points."""

    font: str
    size: float
    above: float
    indent: float = 0


STYLES = {
    "# ": Style("F2", 22, 0),
    "## ": Style("F2", 13, 16),
    "- ": Style("F1", 10.5, 4, 14),
    "": Style("F1", 10.5, 8),
}


def paper(title: str, pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of one page for each list of lines. Lines may begin with ``# ``, ``## `` or ``- ``."""
    contents = [_page(lines) for lines in pages]
    count = len(contents)
    kids = " ".join(f"{6 + number * 2} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        b"<< /Title " + _unicode(title) + b" /Producer (Communique) >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + number * 2} 0 R "
                "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            ).encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _unicode(text: str) -> bytes:
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode() + b">"


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return data + b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def _page(lines: Sequence[str]) -> bytes:
    # A bar in the house's colour above the first line.
    drawn = [b"0.902 0.314 0.18 rg %d %d 56 5 re f 0.047 0.114 0.22 rg" % (MARGIN, HEIGHT - MARGIN + 14)]
    y = float(HEIGHT - MARGIN)
    for line in lines:
        mark = next(mark for mark in STYLES if line.startswith(mark))
        style = STYLES[mark]
        y -= style.above
        for number, part in enumerate(_wrapped(line.removeprefix(mark), style)):
            y -= style.size * LEADING
            if mark == "- " and number == 0:
                drawn.append(_text("\u2022", style, MARGIN, y))
            drawn.append(_text(part, style, MARGIN + style.indent, y))
    return b"\n".join(drawn)


def _text(words: str, style: Style, x: float, y: float) -> bytes:
    data = words.replace(_NARROW_SPACE, _NO_BREAK_SPACE).encode(_ENCODING, "replace")
    for special in (b"\\", b"(", b")"):
        data = data.replace(special, b"\\" + special)
    return f"BT /{style.font} {style.size} Tf {x:.1f} {y:.1f} Td (".encode() + data + b") Tj ET"


def _wrapped(text: str, style: Style) -> list[str]:
    """Lines that fit, measured in a font that is a little wider than the reader's."""
    measure = ImageFont.load_default(style.size)
    room = WIDTH - 2 * MARGIN - style.indent
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(measure, longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _width(measure: ImageFont.FreeTypeFont | ImageFont.ImageFont, text: str) -> float:
    return float(measure.getlength(text))
