"""The user's own article: a French original that has no English version yet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cms.store import reading
from news.models import NewsReleasePage
from tests.archive.conftest import WritePost
from tests.archive.source_texts import spaced

pytestmark = pytest.mark.django_db


def test_it_becomes_a_french_original_without_an_english_version(
    user_article: Path, archive: Path, write_post: WritePost, import_posts: Callable[..., tuple[int, str]]
) -> None:
    # What stands before are the dialogs of the account on the site where it was found.
    paragraphs = user_article.read_text(encoding="utf-8").strip().split("\n")[-4:]
    title = "Réunion du réseau d’échange d’informations sur les infrastructures sous-marines critiques"
    write_post(
        "fr/infrastructures-sous-marines-critiques.md",
        "\n\n".join(paragraphs),
        title=title,
        description="Une réunion s’est tenue les 20 et 21 novembre 2025 à Rome.",
        date="2025-11-21T16:00:00+01:00",
        translationKey="critical-undersea-infrastructure-rome",
    )
    code, report = import_posts(archive, "--original", "fr")
    assert code == 0
    assert "created: 1" in report
    assert "fr/infrastructures-sous-marines-critiques.md:4" in report, "the missing English version is told"

    (page,) = NewsReleasePage.objects.all()
    assert (page.locale.language_code, page.original_language, page.language_regime) == ("fr", "fr", "both")
    (item,) = reading.fetch("c.type = %s", ["news.NewsReleasePage"])
    assert item.path == "/fr/actualites/infrastructures-sous-marines-critiques/"
    assert item.data["title"] == title
    assert item.data["meta"]["source"] == "original"
    assert item.data["meta"]["translations"] == []
    (block,) = item.data["body"]
    written = [
        spaced(part)
        for part in block["value"]["text"].removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    ]
    assert written == [spaced(paragraph) for paragraph in paragraphs]

    assert "0 changes" in import_posts(archive, "--original", "fr")[1]
