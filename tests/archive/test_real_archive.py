"""A real archive arrives whole: every text of every file stands in the public payload, and a second run does nothing."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Revision

from cms.pages.blocks.rich_text import LINE_FEATURES, TEXT_FEATURES
from cms.store import reading, rebuilding
from news.models import ImportedPost, NewsReleasePage
from tests.archive.source_texts import address, source_texts, spaced, stored_texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom_with_archive")]

KINDS = ("paragraphs", "headings", "items", "quotations", "links")
# The exceptions of source_texts, over the whole archive: a new one would be noticed here.
EXPLAINED = {"heading": 8, "item": 8, "quotation": 2, "dash": 4}
# Links between posts that are in the archive: they lead to the pages.
INTERNAL_LINKS = 4


def front_matter(post: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(re.split(r"^---\n", post, maxsplit=2, flags=re.MULTILINE)[1])
    return values


def plain(text: str) -> str:
    """What a reader sees of a title: no markup."""
    text = re.sub(r"</?[a-z][^>]*>|~~", "", text)
    return spaced(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("&nbsp;", " "))


def moment(written: Any) -> datetime:
    read = written if isinstance(written, datetime) else datetime.fromisoformat(written)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


@pytest.fixture
def stored(real_posts: Path) -> dict[str, dict[str, Any]]:
    """The public payload of each file."""
    items = {item.public_id: item.data for item in reading.fetch("c.type = %s", ["news.NewsReleasePage"])}
    files = ImportedPost.objects.values_list("file", "page_id")
    return {file: items[page] for file, page in files if page in items}


def test_every_file_is_an_item(real_posts: Path, stored: dict[str, dict[str, Any]]) -> None:
    assert set(stored) == {path.relative_to(real_posts).as_posix() for path in real_posts.rglob("*.md")}
    assert len(stored) == 202
    assert all(len(data["meta"]["translations"]) == 1 for data in stored.values())
    assert not rebuilding.check(lambda _count: None)


def test_pairs_are_those_of_the_files(real_posts: Path, stored: dict[str, dict[str, Any]]) -> None:
    by_key: dict[str, set[UUID]] = {}
    for file, data in stored.items():
        key = front_matter((real_posts / file).read_text(encoding="utf-8"))["translationKey"]
        by_key.setdefault(str(key), set()).add(data["meta"]["translation_key"])
    assert len(by_key) == 101
    assert all(len(keys) == 1 for keys in by_key.values())


def test_front_matter_arrives(real_posts: Path, stored: dict[str, dict[str, Any]]) -> None:
    for file, data in stored.items():
        front = front_matter((real_posts / file).read_text(encoding="utf-8"))
        assert spaced(data["title"]) == plain(front["title"]), file
        assert spaced(data["lead"]) == plain(front["description"]), file
        assert spaced(data["byline"]) == spaced(front["author"]), file
        for name, written in (
            ("released_at", data["released_at"]),
            ("first_published_at", data["meta"]["first_published_at"]),
            ("last_published_at", data["meta"]["last_published_at"]),
        ):
            difference = datetime.fromisoformat(written) - moment(front["date"])
            assert abs(difference.total_seconds()) < 1, (file, name)


def test_every_text_arrives(real_posts: Path, stored: dict[str, dict[str, Any]]) -> None:
    addresses = {Path(file).stem: data["meta"]["html_url"] for file, data in stored.items()}
    explained: Counter[str] = Counter()
    compared: Counter[str] = Counter()
    differences = []
    for file, data in stored.items():
        source, exceptions = source_texts((real_posts / file).read_text(encoding="utf-8"))
        public = stored_texts(data["body"])
        explained += exceptions
        for text, href in list(source.links):
            target = re.fullmatch(r"/\d{4}/\d\d/\d\d/([^/]+)/", href)
            if target and target[1] in addresses:
                explained["link"] += source.links[text, href]
                source.links[text, address(addresses[target[1]])] = source.links.pop((text, href))
        for kind in KINDS:
            wanted, found = getattr(source, kind), getattr(public, kind)
            compared[kind] += wanted.total()
            differences += [(file, kind, "is missing", text) for text in wanted - found]
            differences += [(file, kind, "is added", text) for text in found - wanted]
        if source.whole != public.whole:
            differences.append((file, "whole", "differs", ""))
    assert not differences
    assert explained == EXPLAINED | {"link": INTERNAL_LINKS}
    # The comparison itself is no empty one.
    assert compared["paragraphs"] > 3000
    assert compared["links"] > 1200
    assert compared["items"] > 1000
    assert compared["headings"] > 800
    assert compared["quotations"] > 50


def test_the_editor_of_the_admin_keeps_every_text() -> None:
    fields = [(TEXT_FEATURES, "text"), (LINE_FEATURES, "cell")]
    converters = {name: ContentstateConverter(features) for features, name in fields}
    compared = 0
    for page in NewsReleasePage.objects.all():
        for name, html in rich_texts(page):
            opened = converters[name].from_database_format(html)
            saved = re.sub(r' data-block-key="[^"]*"', "", converters[name].to_database_format(opened))
            wanted, found = (
                stored_texts([{"type": "rich_text", "value": {"text": each}}]) for each in (html, saved)
            )
            assert found.whole == wanted.whole, page.slug
            assert found.links == wanted.links, page.slug
            assert found.items == wanted.items, page.slug
            compared += 1
    assert compared > 1000


def rich_texts(page: NewsReleasePage) -> list[tuple[str, str]]:
    found = []
    for block in page.body:
        if block.block_type == "rich_text":
            found.append(("text", block.value["text"].source))
        elif block.block_type == "quotation":
            found.append(("cell", block.value["text"].source))
        elif block.block_type == "questions":
            found += [("text", item["answer"].source) for item in block.value["items"]]
        elif block.block_type == "table":
            found += [("cell", cell.source) for row in block.value["rows"] for cell in row["cells"]]
    return found


def test_every_block_is_valid_in_the_form_of_the_admin() -> None:
    for page in NewsReleasePage.objects.all():
        page.body.stream_block.clean(page.body)
        page.full_clean()


def test_a_second_run_changes_nothing(real_posts: Path, import_posts: Callable[..., tuple[int, str]]) -> None:
    revisions, last = Revision.objects.count(), Revision.objects.latest("pk").pk
    with CaptureQueriesContext(connection) as queries:
        code, report = import_posts(real_posts)
    assert code == 0
    assert "0 changes (created: 0, updated: 0, unchanged: 202, left alone: 0). Files refused: 0." in report
    assert (Revision.objects.count(), Revision.objects.latest("pk").pk) == (revisions, last)
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT", "SAVEPOINT", "RELEASE"}
