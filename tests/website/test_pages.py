"""Each type of page in both languages: it speaks its own language, is well formed, and says who it is."""

import itertools
import json
import re

import pytest

from cms.contract.files import public_address
from tests.website.conftest import Read
from tests.website.making import Newsroom

PAGES = (
    "home", "news", "release", "summary", "events", "event", "cancelled", "postponed", "past", "videos",
    "collection", "video", "topic", "person", "place",
)  # fmt: skip
LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_speaks_its_own_language(newsroom: Newsroom, read: Read, name: str, code: str) -> None:
    page = read(newsroom.paths[name][code], accept_language="fr" if code == "en" else "en")
    assert page.language == code
    assert page.header("Content-Language") == code
    assert page.wrong_words() == []
    assert (
        str(
            newsroom.made[name][code].title
            if hasattr(newsroom.made[name][code], "title")
            else newsroom.made[name][code].name
        )
        in page.text
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_built_for_everybody(newsroom: Newsroom, read: Read, name: str) -> None:
    page = read(newsroom.paths[name]["en"])
    levels = page.headings()
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), levels
    assert page.all("main", id="content")
    assert page.all("a", href="#content")
    assert all("alt" in image and image.get("width") for image in page.all("img"))
    fields = [
        field for tag in ("select", "input") for field in page.all(tag) if field.get("type") != "hidden"
    ]
    labelled = {label.get("for") for label in page.all("label")}
    assert all(field["id"] in labelled for field in fields)
    names = [attributes["id"] for _tag, attributes, _language in page.elements if "id" in attributes]
    assert len(names) == len(set(names)), "an id stands twice"
    pointed = [
        target
        for _tag, attributes, _language in page.elements
        for target in attributes.get("aria-labelledby", "").split()
    ]
    assert set(pointed) <= set(names)
    assert not page.all("script", src="")
    assert "<style" not in page.html
    assert " style=" not in page.html


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_who_it_is(newsroom: Newsroom, read: Read, name: str) -> None:
    path = newsroom.paths[name]["fr"]
    page = read(path)
    assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": f"http://localhost:8000{path}"}]
    alternates = {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate")}
    assert alternates["en"] == f"http://localhost:8000{newsroom.paths[name]['en']}"
    assert alternates["fr"] == f"http://localhost:8000{path}"
    assert page.all("meta", property="og:locale")[0]["content"] == "fr_FR"
    for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html):
        said = json.loads(script)
        assert said["inLanguage"] == "fr"
        assert said["url"].endswith(path)


def test_a_release_shows_all_that_it_holds(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["release"]["en"])
    for words in (
        "Press release",
        "(2026) 058",
        "25 November 2026, 16:30 (Brussels time)",
        "Antwerp",
        "a common watch",
        "What was decided",
        "A cable is a promise between two shores.",
        "Astrid Vallencourt",
        "The cable ship leaves the quay.",
        "Who pays for it?",
        "of Antwerp",
        "Participating nations",
        "Factsheet on the cables",
        "PDF, 1.4 MB",
        "The press conference in full",
        "example.org",
        "from 00:00:10 to 00:01:02.500",
        "An earlier version named five ships",
        "Corrected: 26 November 2026",
        "Press office of the Alliance",
        "Statement on the storm",
    ):
        assert words in page.text, words
    assert page.all("source")[0]["src"].endswith("#t=10,62.5")
    assert page.all("a", href="tel:+3230000140")
    assert page.all("a", href=newsroom.paths["older"]["en"], hreflang="en")
    assert page.all("th", scope="col")
    assert page.all("th", scope="row")


def test_a_release_in_french_keeps_french_habits(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["release"]["fr"])
    assert "25 novembre 2026 à 16 h 30 (heure de Bruxelles)" in page.text
    assert "PDF, 1,4 Mo" in page.text
    assert "Qui paie pour cela\u202f?" in page.html
    assert "Une version antérieure mentionnait cinq navires\u202f;" in page.html


def test_a_body_in_the_other_language_says_so(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["summary"]["en"])
    assert "the full text is in French alone" in page.text
    assert "This is a translation." in page.text
    prose = next(attributes for tag, attributes, _l in page.elements if attributes.get("class") == "prose")
    assert prose["lang"] == "fr"
    assert ("fr", "Ce qui a été décidé") in page.texts
    # What the page itself says inside that body stays in the language of the page.
    assert any(language == "en" and "from 00:00:10" in text for language, text in page.texts)


def test_the_reason_of_an_exception_is_public(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["english_only"]["en"])
    assert "This item is published in English alone. Reason: It concerns one port." in page.text


def test_a_video_record_has_its_file_shots_and_rights(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["video"]["en"])
    video = newsroom.made["video"]["en"].video
    assert page.all("source")[0] == {"src": public_address(video.file.name), "type": "video/mp4"}
    for words in (
        "A wide shot of the quay",
        "00:00:12.500",
        "Not for the archive",
        "This is the harbour.",
        "2 min 35 s",
        "20 November 2026",
        "Free for editorial use with credit",
    ):
        assert words in page.text, words
    assert "nobody" not in page.html


@pytest.mark.parametrize("name", ["topic", "person", "place"])
def test_a_word_of_the_vocabulary_lists_what_is_about_it(newsroom: Newsroom, read: Read, name: str) -> None:
    page = read(newsroom.paths[name]["fr"])
    assert "Les Alliés conviennent d’une veille commune" in page.text
    assert "Allies" not in page.text
    assert "Déclaration sur la tempête" not in page.text
