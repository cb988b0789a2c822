"""wagtail-js, which others wrote for Wagtail's API v2, reads the demo as it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.node import installed, run

HERE = Path(__file__).parent / "wagtail_js"


# The demo runs on SQLite, whatever the other tests run on.
pytestmark = pytest.mark.only_on("sqlite")


def read(what: str, url: str) -> dict[str, Any]:
    try:
        modules = installed(HERE)
    except RuntimeError as error:
        pytest.skip(f"npm could not install the lock file's packages: {error}")
    answer: dict[str, Any] = json.loads(run(HERE / "read.cjs", what, url, modules=modules))
    return answer


@pytest.fixture(scope="module")
def got(demo_url: str) -> dict[str, Any]:
    return read("main", demo_url)


def test_pages(got: dict[str, Any]) -> None:
    assert got["pages"]["meta"]["total_count"] > 10
    assert len(got["pages"]["items"]) == 10
    assert len(got["releases"]["items"]) == 3
    for page in got["releases"]["items"]:
        assert page["meta"]["type"] == "news.NewsReleasePage"
        assert page["meta"]["locale"] == "fr"
        assert page["lead"]


def test_a_page_by_id_and_by_slug(got: dict[str, Any]) -> None:
    first = got["releases"]["items"][0]
    assert got["pageById"]["id"] == got["pageBySlug"]["id"] == first["id"]
    assert got["pageById"]["title"] == got["pageBySlug"]["title"] == first["title"]
    assert got["pageById"]["body"]
    assert [page["meta"]["locale"] for page in got["translations"]["items"]] == ["en"]
    assert got["missingPage"]["message"] == got["missingSlug"]["message"] == "Page not found"


def test_the_tree_and_search(demo_url: str) -> None:
    asked = read("tree", demo_url)
    assert asked["below"]["meta"]["total_count"] > 2
    assert asked["found"]["meta"]["total_count"] >= 1


def test_pictures_and_documents(got: dict[str, Any]) -> None:
    assert got["images"]["items"]
    assert got["image"]["id"] == got["images"]["items"][0]["id"]
    assert got["image"]["width"]
    assert got["missingImage"]["message"] == "Image not found"
    assert got["document"]["id"] == got["documents"]["items"][0]["id"]
    assert got["document"]["title"]


def test_media_addresses_lead_to_files(got: dict[str, Any], demo_url: str) -> None:
    assert len(got["media"]) >= 4
    for media in got["media"]:
        assert media["address"].startswith(f"{demo_url}/media/"), media
        assert (media["status"], media["bytes"] > 0) == (200, True), media
    assert {media["type"].partition("/")[0] for media in got["media"]} == {"image", "application"}


def test_the_lock_file_names_no_registry() -> None:
    lock = (HERE / "package-lock.json").read_text()
    assert "resolved" not in lock
    assert "://" not in lock.replace("https://github.com/", "")
