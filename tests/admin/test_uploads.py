"""Uploads through the admin's own doors (cases U01 to U05): clear refusals before anything is decoded or stored."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, UploadedFile

from media_library.models import PressDocument, PressImage, Video
from tests.admin import pictures
from tests.admin.conftest import browser


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def english(anna: Any) -> Client:
    return browser(anna)


@pytest.fixture
def french(benoit: Any) -> Client:
    return browser(benoit)


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


def add_many(client: Client, name: str, content: bytes, *, kind: str = "images") -> Any:
    """As the multiple-upload page sends each file."""
    root = Collection.get_first_root_node()
    data = {"title": name, "collection": root.pk, "files[]": SimpleUploadedFile(name, content)}
    url = reverse("wagtailimages:add_multiple" if kind == "images" else "wagtaildocs:add_multiple")
    response = client.post(url, data, headers={"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 200
    return response.json()


REFUSED = [
    ("text.jpg", b"not a picture at all", "not a picture"),
    ("empty.png", b"", "empty"),
    ("one.png", b"x", "not a picture"),
    ("vector.png", pictures.SVG, "SVG files are not accepted"),
    ("vector.jpg", b"<?xml version='1.0'?>" + pictures.SVG, "SVG files are not accepted"),
    ("vector.svg", pictures.SVG, "SVG files are not accepted"),
    ("page.jpg", b"<!doctype html><script>alert(1)</script>", "not a picture"),
    ("bomb.png", pictures.png_declaring(30_000, 30_000), "at most 50 million"),
    ("bomb10k.png", pictures.png_declaring(10_000, 10_000), "at most 50 million"),
    ("huge.png", pictures.png_declaring(2**31 - 1, 2**31 - 1), "at most 50 million"),
    ("long.gif", pictures.gif_with_frames(10_000), "too many frames"),
    ("just.gif", pictures.gif_with_frames(101), "too many frames"),
    ("long.webp", pictures.animated_webp(101), "too many frames"),
    ("half.jpg", pictures.picture(size=(400, 400))[:900], "damaged or incomplete"),
    ("half.png", pictures.picture("PNG", (400, 400))[:-20], "damaged or incomplete"),
    ("zeros.gif", b"GIF89a" + b"\0" * 100, "damaged or incomplete"),
    ("half.webp", pictures.picture("WEBP", (400, 400))[:-20], "damaged or incomplete"),
    ("half.avif", pictures.picture("AVIF", (64, 64))[:-20], "damaged or incomplete"),
    ("head.jpg", b"\xff\xd8\xff", "damaged or incomplete"),
    ("wrong.png", pictures.picture("JPEG"), "extension does not match"),
]


@pytest.mark.parametrize(("name", "content", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused_with_a_reason_and_nothing_left(
    english: Client, media: Path, name: str, content: bytes, words: str
) -> None:
    answer = add_many(english, name, content)
    assert answer["success"] is False
    assert words in answer["error_message"]
    assert not PressImage.objects.exists()
    assert not UploadedFile.objects.exists()
    assert files(media) == []


@pytest.mark.parametrize("name", ["text.jpg", "bomb.png", "half.jpg", "vector.png"])
def test_the_single_form_refuses_alike(english: Client, media: Path, name: str) -> None:
    content = next(case[1] for case in REFUSED if case[0] == name)
    response = english.post(
        reverse("wagtailimages:add"), {"title": "x", "file": SimpleUploadedFile(name, content)}
    )
    assert response.status_code == 200
    assert next(case[2] for case in REFUSED if case[0] == name) in response.content.decode()
    assert files(media) == []


def test_the_chooser_refuses_alike(english: Client, media: Path) -> None:
    response = english.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "x",
            "image-chooser-upload-file": SimpleUploadedFile("b.png", pictures.png_declaring(30_000, 30_000)),
        },
    )
    assert response.status_code == 200
    assert "at most 50 million" in response.content.decode()
    assert files(media) == []


def test_a_bomb_is_refused_without_being_decoded(english: Client) -> None:
    bomb = pictures.png_declaring(10_000, 10_000)
    add_many(english, "warm.png", bomb)
    tracemalloc.start()
    add_many(english, "bomb.png", bomb)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30 * 1024 * 1024  # bytes; decoded it would be 300 MB


ACCEPTED = [
    ("a.jpg", pictures.picture()),
    ("a.jpeg", pictures.picture(mode="CMYK")),
    ("a.png", pictures.picture("PNG", mode="RGBA")),
    ("b.png", pictures.picture("PNG", mode="I;16")),
    ("a.gif", pictures.picture("GIF")),
    ("b.gif", pictures.gif_with_frames(100)),
    ("a.webp", pictures.picture("WEBP")),
    ("b.webp", pictures.picture("WEBP", lossless=True)),
    ("c.webp", pictures.animated_webp(3)),
    ("a.avif", pictures.picture("AVIF")),
    ("x.php.png", pictures.picture("PNG")),
    ("-lead.png", pictures.picture("PNG")),
    ("x" * 296 + ".png", pictures.picture("PNG")),
    ("\u202egnp.exe.png", pictures.picture("PNG")),
    ("😀 'q\"uote.png", pictures.picture("PNG")),
]


@pytest.mark.parametrize(("name", "content"), ACCEPTED, ids=range(len(ACCEPTED)))
def test_accepted_under_a_name_that_tells_nothing(
    english: Client, media: Path, name: str, content: bytes
) -> None:
    answer = add_many(english, name, content)
    assert answer["success"] is True, answer
    image = PressImage.objects.get()
    assert image.get_rendition("width-32").width <= 64
    stem = Path(image.file.name).stem
    assert len(stem) == 32
    assert len(image.title) <= 255


def test_a_broken_exif_block_does_not_fail_the_rendition(english: Client) -> None:
    content = pictures.exif_jpeg()
    start = content.index(b"Exif\0\0") + 6
    answer = add_many(english, "a.jpg", content[:start] + b"\xff" * 24 + content[start + 24 :])
    if answer["success"]:
        PressImage.objects.get().get_rendition("width-32")


def test_the_photographers_words_are_read_in(english: Client) -> None:
    answer = add_many(
        english, "a.jpg", pictures.iptc_jpeg(caption="Été à Ottawa", byline="Jo Roe", credit="Pool")
    )
    image = PressImage.objects.get()
    assert image.caption_en == "Été à Ottawa"
    assert image.caption_fr == ""
    assert image.credit_en == "Jo Roe / Pool"
    assert str(image.date_taken) == "2026-11-20"
    assert "Été à Ottawa" in answer["form"]


def test_they_go_where_the_uploader_reads_them(french: Client) -> None:
    add_many(french, "a.jpg", pictures.iptc_jpeg(caption="Été", byline="Jo Roe", credit="Pool", utf8=False))
    image = PressImage.objects.get()
    assert (image.caption_fr, image.caption_en) == ("Été", "")


def test_languages_that_the_file_names_are_kept_apart(french: Client) -> None:
    add_many(french, "a.jpg", pictures.xmp_jpeg())
    image = PressImage.objects.get()
    assert image.caption_en == "The flags at noon"
    assert image.caption_fr == "Les drapeaux à midi"
    assert image.alt_en == "Five flags in a row"
    assert image.alt_fr == ""
    assert image.credit_fr == "Jana Novak / Alliance Photo"
    assert image.rights_fr == "Editorial use"


def test_exif_stands_in_where_nothing_better_is(english: Client) -> None:
    add_many(english, "a.jpg", pictures.exif_jpeg())
    image = PressImage.objects.get()
    assert (image.caption_en, image.credit_en) == ("A caption in EXIF", "An artist")


def test_what_the_editor_wrote_is_not_replaced(english: Client) -> None:
    english.post(
        reverse("wagtailimages:add"),
        {"title": "x", "caption_en": "Mine", "file": SimpleUploadedFile("a.jpg", pictures.xmp_jpeg())},
    )
    image = PressImage.objects.get()
    assert image.caption_en == "Mine"
    assert image.caption_fr == "Les drapeaux à midi"


DOCUMENTS = [
    ("page.pdf", b"<!doctype html><script>alert(1)</script>", False),
    ("late.pdf", b"<html>" + pictures.PDF, False),
    ("program.pdf", b"MZ\x90\0" + b"\0" * 200, False),
    ("half.pdf", b"%PDF-1.4\n1 0 obj", False),
    ("plain.docx", pictures.archive({"a.txt": b"x"}), False),
    ("broken.docx", b"PK\x03\x04" + b"\0" * 50, False),
    ("sheet.docx", pictures.archive({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), False),
    ("bomb.zip", pictures.archive({"zeros": b"\0" * 40_000_000}), False),
    ("page.txt", b"\xef\xbb\xbf <!DOCTYPE html><p>x</p>", False),
    ("vector.csv", pictures.SVG, False),
    ("binary.csv", b"a,b\0c", False),
    ("good.pdf", pictures.PDF, True),
    ("good.docx", pictures.archive({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), True),
    ("good.odt", pictures.archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), True),
    ("good.csv", "a;é\n1;2".encode(), True),
    ("good.txt", "Déjà vu".encode("latin-1"), True),
]


@pytest.mark.parametrize(("name", "content", "taken"), DOCUMENTS, ids=[case[0] for case in DOCUMENTS])
def test_documents_are_what_they_are_called(
    english: Client, media: Path, name: str, content: bytes, taken: bool
) -> None:
    answer = add_many(english, name, content, kind="documents")
    assert answer["success"] is taken, answer
    assert PressDocument.objects.exists() is taken
    if not taken:
        assert "not what its name says" in answer["error_message"] or "far too big" in answer["error_message"]
        assert files(media) == []


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 64, True),
        ("b.mp4", b"<html>\0\0\0\x18ftypmp42", False),
        ("c.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\0" * 64, True),
        ("d.webm", b"\0\0\0\x18ftypmp42", False),
        ("e.avi", b"RIFF", False),
    ],
)
def test_videos_are_what_they_are_called(english: Client, name: str, content: bytes, taken: bool) -> None:
    response = english.post(
        reverse(Video.snippet_viewset.get_url_name("add")),
        {
            "working_title": "x",
            "rights": "credit",
            "file": SimpleUploadedFile(name, content),
            "topic_links-TOTAL_FORMS": 0,
            "topic_links-INITIAL_FORMS": 0,
        },
    )
    assert response.status_code == (302 if taken else 200)
    assert Video.objects.exists() is taken


def test_refusals_are_in_the_language_of_the_editor(french: Client) -> None:
    answer = add_many(french, "vector.png", pictures.SVG)
    with translation.override("fr"):
        expected = translation.gettext(
            "SVG files are not accepted: they can hold scripts. Send a PNG or WebP instead."
        )
    assert answer["error_message"] == expected
