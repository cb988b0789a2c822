"""Browser tests: a real Chromium against real processes, and no ORM.

``newsroom`` is the demo newsroom, ``bare_newsroom`` one with homes and sections alone, both started once for a
module on a database of its own. ``newsroom.page("editor-fr")`` is a page signed in as that role.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, chromium
from tests.newsroom import Newsroom, running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium was found (CHROMIUM names one)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def _demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with running("demo", tmp_path_factory.mktemp("demo"), browser) as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def _bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with running("newsroom", tmp_path_factory.mktemp("bare"), browser) as newsroom:
        yield newsroom


@pytest.fixture
def newsroom(_demo: Newsroom) -> Iterator[Newsroom]:
    """The demo newsroom, shared by the tests of a module."""
    yield _demo
    assert _demo.close_pages() == []


@pytest.fixture
def bare_newsroom(_bare: Newsroom) -> Iterator[Newsroom]:
    """A newsroom with homes and sections alone; "admin" signs in. Shared by the tests of a module."""
    yield _bare
    assert _bare.close_pages() == []
