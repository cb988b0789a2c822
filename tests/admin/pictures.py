"""Files as they arrive in a newsroom, and as nobody should have to open them."""

import io
import struct
import zipfile
import zlib

from PIL import Image

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="Alliance Photo" photoshop:DateCreated="2026-11-20T10:00:00">
<dc:creator><rdf:Seq><rdf:li>Jana Novak</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="en">The flags at noon</rdf:li>
<rdf:li xml:lang="fr-FR">Les drapeaux à midi</rdf:li></rdf:Alt></dc:description>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Editorial use</rdf:li></rdf:Alt></dc:rights>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>
<rdf:li xml:lang="en">Five flags in a row</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def picture(
    form: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def iptc_jpeg(*, caption: str, byline: str, credit: str, utf8: bool = True) -> bytes:
    """A JPEG with an IPTC block of a photographer's software, as APP13."""
    encoding = "utf-8" if utf8 else "cp1252"

    def dataset(record: int, number: int, value: bytes) -> bytes:
        return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value

    data = dataset(1, 90, b"\x1b%G") if utf8 else b""
    for number, text in ((120, caption), (80, byline), (110, credit), (55, "20261120")):
        data += dataset(2, number, text.encode(encoding))
    resource = b"8BIM" + struct.pack(">H", 0x0404) + b"\0\0" + struct.pack(">I", len(data)) + data
    if len(data) % 2:
        resource += b"\0"
    segment = b"Photoshop 3.0\0" + resource
    plain = picture()
    return plain[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + plain[2:]


def xmp_jpeg() -> bytes:
    return picture(xmp=XMP.encode())


def exif_jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "A caption in EXIF"
    exif[0x013B] = "An artist"
    return picture(exif=exif.tobytes())


def png_declaring(width: int, height: int) -> bytes:
    """A small PNG that says it is ``width`` × ``height``."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def gif_with_frames(count: int) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", 4, 4, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, 4, 4, 0) + b"\x02\x05\x84\x8f\xa9\xcb\x05\x00"
    return head + frame * count + b";"


def animated_webp(count: int) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), (number % 256, number // 256, 0)) for number in range(count)]
    frames[0].save(out, "WEBP", lossless=True, save_all=True, append_images=frames[1:])
    return out.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
