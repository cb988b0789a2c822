"""PO files: whole, finished and of this translation, or a message that says what is wrong."""

from typing import Any

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from cms.translation import segments as completeness
from tests.translation.conftest import Direction, client_of, release, submit

# The language plays no part here: one direction will do.
pytestmark = pytest.mark.parametrize("way", [("fr", "en")], indirect=True)


@pytest.fixture
def translation(way: Direction, translator: Any) -> Translation:
    return submit(translator, release(way))


def download(translation: Translation, person: Any) -> polib.POFile:
    response = client_of(person).get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert response.status_code == 200
    return polib.pofile(response.content.decode())


def upload(translation: Translation, person: Any, content: bytes) -> str:
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = client_of(person).post(url, {"file": SimpleUploadedFile("x.po", content)}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def filled(po: polib.POFile) -> polib.POFile:
    for entry in po:
        entry.msgstr = f"po: {entry.msgid}"
    return po


def test_there_and_back(translation: Translation, translator: Any) -> None:
    po = download(translation, translator)
    assert po.metadata["Language"] == translation.target_locale.language_code
    page = upload(translation, translator, str(filled(po)).encode())
    assert f"{len(po)} translations were taken over" in page
    assert completeness.missing(translation) == []
    target = translation.get_target_instance()
    assert not target.live
    assert target.get_latest_revision_as_object().title.startswith("po: ")


def test_fuzzy_entries_are_skipped(translation: Translation, translator: Any) -> None:
    po = filled(download(translation, translator))
    po[0].flags.append("fuzzy")
    page = upload(translation, translator, str(po).encode())
    assert "1 entry is marked as fuzzy" in page
    assert [one.string.data for one in completeness.missing(translation)] == [po[0].msgid]


def test_the_header_is_required(translation: Translation, translator: Any) -> None:
    po = filled(download(translation, translator))
    del po.metadata["X-WagtailLocalize-TranslationID"]
    assert "has lost its header" in upload(translation, translator, str(po).encode())
    assert not StringTranslation.objects.exists()


def test_the_file_of_another_translation_is_refused(translation: Translation, translator: Any) -> None:
    po = filled(download(translation, translator))
    po.metadata["X-WagtailLocalize-TranslationID"] = "00000000-0000-4000-8000-000000000000"
    assert "made for another translation" in upload(translation, translator, str(po).encode())
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "not in UTF-8"),
        (b"/etc/passwd", "not a PO file"),
        (b'msgid "open\nmsgstr ""\n', "has lost its header"),
        (b"msgid\n\n\nnonsense", "cannot be read"),
        (b'msgid "a"\nmsgstr "b"\n', "has lost its header"),
        (b"<![\nmsgid", "cannot be read"),
    ],
)
def test_what_is_no_po_file_is_a_message(
    translation: Translation, translator: Any, content: bytes, words: str
) -> None:
    page = upload(translation, translator, content)
    assert words in page or "Choose a PO file" in page or "not a PO file" in page
    assert not StringTranslation.objects.exists()


def test_a_file_that_is_too_big_is_refused(translation: Translation, translator: Any) -> None:
    assert "too big" in upload(translation, translator, b"#" * (5 * 1024 * 1024 + 1))


def test_no_file_at_all(translation: Translation, translator: Any) -> None:
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    assert "Choose a PO file" in client_of(translator).post(url, follow=True).content.decode()


def test_entries_that_are_not_of_this_text_are_counted(translation: Translation, translator: Any) -> None:
    po = filled(download(translation, translator))
    po.append(polib.POEntry(msgid="Unknown", msgctxt="title", msgstr="Inconnu"))
    assert "1 entry does not belong" in upload(translation, translator, str(po).encode())


def test_a_translation_that_does_not_fit_is_named_and_the_others_taken(
    translation: Translation, translator: Any
) -> None:
    po = filled(download(translation, translator))
    next(entry for entry in po if entry.msgctxt == "title").msgstr = "x" * 300
    page = upload(translation, translator, str(po).encode())
    assert "at most 255" in page
    assert [one.context.path for one in completeness.missing(translation)] == ["title"]


def test_who_may_not_edit_the_target_gets_no_file_and_leaves_none(
    translation: Translation, visitor: Any
) -> None:
    client = client_of(visitor)
    assert client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])).status_code == 302
    client.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("x.po", b"x")},
    )
    assert not StringTranslation.objects.exists()
