"""Pictures and documents that the demo makes: real files, the same each time, of a decent size."""

import re
from io import BytesIO

import pytest
from PIL import Image

from home.demo.films import FOLDER
from home.demo.loading.source import items
from home.demo.papers import paper
from home.demo.pictures import MOTIFS, draw


@pytest.mark.parametrize("key", MOTIFS)
def test_a_picture(key: str) -> None:
    drawn = draw(key)
    picture = Image.open(BytesIO(drawn))
    assert (picture.format, picture.size) == ("JPEG", (1920, 1280))
    assert 80_000 < len(drawn) < 400_000


def test_a_picture_is_the_same_each_time() -> None:
    assert draw("radar") == draw("radar")


def test_a_document_is_a_pdf_with_its_words() -> None:
    made = paper("L’été", [["# Accentué : oui", "- où ça (là) ?"], ["Second page"]])
    assert made.startswith(b"%PDF-1.4")
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", made)[1])
    assert made[start:].startswith(b"xref")
    for offset, number in zip(re.findall(rb"(\d{10}) 00000 n", made), range(1, 99), strict=False):
        assert made[int(offset) :].startswith(b"%d 0 obj" % number)
    assert "Accentué : oui".encode("cp1252") in made
    assert b"o\xf9 \xe7a \\(l\xe0\\) ?" in made
    assert b"/Count 2" in made


def test_films_are_there_and_small() -> None:
    films = {video["film"] for video in items("videos")}
    sizes = [(FOLDER / film).stat().st_size for film in films]
    assert max(sizes) <= 150_000
    assert sum(sizes) <= 1_000_000
    for film in films:
        assert (FOLDER / film).read_bytes()[4:8] == b"ftyp"
