"""What photographers and agencies write into their files: IPTC, XMP and EXIF captions, credits, alternative texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

# IPTC-IIM 4.2, record 2.
CAPTION, CREDIT, BYLINE, RIGHTS, CREATED, LANGUAGE = (2, 120), (2, 110), (2, 80), (2, 116), (2, 55), (2, 135)
CODED_CHARACTER_SET, UTF8 = (1, 90), b"\x1b%G"
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN = ""  # the key of text in a language that the file does not name

Texts = dict[str, str]


@dataclass(slots=True)
class Embedded:
    """Texts by language ("en", "fr", or "" where the file does not say), and the date taken."""

    caption: Texts = field(default_factory=dict)
    credit: Texts = field(default_factory=dict)
    rights: Texts = field(default_factory=dict)
    alt: Texts = field(default_factory=dict)
    taken: date | None = None


def read(file: BinaryIO) -> Embedded:
    """What ``file`` says of itself. Metadata that cannot be read are as if they were not there."""
    found = Embedded()
    try:
        file.seek(0)
        with Image.open(file) as image:
            _xmp(found, image)
            _iptc(found, image)
            _exif(found, image)
    except (
        OSError,
        ValueError,
        SyntaxError,
        TypeError,
        KeyError,
        IndexError,
        ArithmeticError,
        AttributeError,
    ):
        # Broken metadata are no reason to refuse a picture.
        pass
    finally:
        file.seek(0)
    return found


def _put(texts: Texts, language: str, text: str) -> None:
    text = " ".join(text.replace("\0", " ").split())
    if text:
        texts.setdefault(language, text)


def _iptc(found: Embedded, image: Image.Image) -> None:
    if not isinstance(image, ImageFile.ImageFile):
        return
    info: Mapping[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(image) or {}
    utf8 = UTF8 in _raw(info.get(CODED_CHARACTER_SET))

    def text(key: tuple[int, int]) -> str:
        return " / ".join(_decoded(value, utf8=utf8) for value in _raw(info.get(key)))

    language = _language(text(LANGUAGE))
    _put(found.caption, language, text(CAPTION))
    _put(found.credit, language, " / ".join(part for part in (text(BYLINE), text(CREDIT)) if part))
    _put(found.rights, language, text(RIGHTS))
    found.taken = found.taken or _date(text(CREATED))


def _raw(value: Any) -> list[bytes]:
    if value is None:
        return []
    return [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, bytes)]


def _decoded(value: bytes, *, utf8: bool) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if utf8 else "cp1252", errors="replace")


def _language(code: str) -> str:
    code = code.strip().lower()[:2]
    return code if code in ("en", "fr") else UNKNOWN


def _date(text: str) -> date | None:
    digits = "".join(character for character in text[:10] if character.isdigit())
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _xmp(found: Embedded, image: Image.Image) -> None:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    raw = packet.encode() if isinstance(packet, str) else packet
    if not raw:
        return
    try:
        root = ElementTree.fromstring(raw.strip(b"\0 \n\r\t"))
    except (ElementTree.ParseError, DefusedXmlException):
        return
    for description in root.iter(f"{{{NAMES['rdf']}}}Description"):
        for language, text in _alternatives(description.find("dc:description", NAMES)):
            _put(found.caption, language, text)
        for language, text in _alternatives(description.find("iptc:AltTextAccessibility", NAMES)):
            _put(found.alt, language, text)
        for language, text in _alternatives(description.find("dc:rights", NAMES)):
            _put(found.rights, language, text)
        creators = [text for _lang, text in _alternatives(description.find("dc:creator", NAMES))]
        credit = _value(description, "photoshop", "Credit")
        _put(found.credit, UNKNOWN, " / ".join([*creators, *([credit] if credit else [])]))
        found.taken = found.taken or _date(_value(description, "photoshop", "DateCreated"))


def _value(description: Element, prefix: str, name: str) -> str:
    child = description.find(f"{prefix}:{name}", NAMES)
    return (child.text if child is not None else description.get(f"{{{NAMES[prefix]}}}{name}")) or ""


def _alternatives(element: Element | None) -> Iterable[tuple[str, str]]:
    if element is None:
        return
    for item in element.iter(f"{{{NAMES['rdf']}}}li"):
        yield _language(item.get(XML_LANG, "")), item.text or ""


def _exif(found: Embedded, image: Image.Image) -> None:
    exif = image.getexif()
    for tag, texts in (
        (ExifTags.Base.ImageDescription, found.caption),
        (ExifTags.Base.Artist, found.credit),
        (ExifTags.Base.Copyright, found.rights),
    ):
        value = exif.get(tag)
        if isinstance(value, str) and not texts:
            _put(texts, UNKNOWN, value)
    original = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    if isinstance(original, str):
        found.taken = found.taken or _date(original)


def fill(picture: Any, found: Embedded, *, language: str) -> None:
    """Write what was found into the empty fields of a PressImage.

    Text in a language that the file does not name goes where ``language`` says; the editor sees it at once.
    """
    for name in ("caption", "credit", "rights", "alt"):
        texts: Texts = getattr(found, name)
        for code in ("en", "fr"):
            text = texts.get(code) or (texts.get(UNKNOWN, "") if code == language else "")
            attribute = f"{name}_{code}"
            if text and not getattr(picture, attribute):
                limit = picture._meta.get_field(attribute).max_length
                setattr(picture, attribute, text[:limit] if limit else text)
    if found.taken and picture.date_taken is None:
        picture.date_taken = found.taken
