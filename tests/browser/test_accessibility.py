"""No rule of axe is broken: on every kind of public page in both languages, and on the admin's screens of our making."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.newsroom import Newsroom

WIDTHS = (390, 1440)


def violations(page: Page, context: str | None = None) -> list[str]:
    """Broken rules with the first place of each."""
    found = Axe().run(page, context=context).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def one_of_each_kind(page: Page, language: str) -> list[str]:
    """Public paths: one page of every type, one video, a 404, the interface's documentation."""
    seen: dict[str, str] = {}
    for item in page.request.get(f"/api/v2/pages/?locale={language}&limit=100").json()["items"]:
        seen.setdefault(item["meta"]["type"], item["meta"]["html_url"])
    video = page.request.get(f"/api/v2/videos/?locale={language}&limit=1").json()["items"][0]
    more = ["/", f"/{language}/nothing/", f"/api/v2/docs/?locale={language}"]
    return [*more, *seen.values(), video["meta"]["html_url"]]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", WIDTHS)
def test_public_pages(newsroom: Newsroom, language: str, width: int) -> None:
    page = newsroom.page(width=width)
    found = {}
    for address in one_of_each_kind(page, language):
        page.goto(address)
        if broken := violations(page):
            found[address] = broken
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} scrolls sideways"
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_screens_of_our_making(newsroom: Newsroom, width: int) -> None:
    page = newsroom.page("translator", width=width)
    page.goto("/admin/")
    assert violations(page, "main") == []
    page.locator("main a", has_text="phare").first.click()
    page.wait_for_selector("[data-segments]")
    assert violations(page, "main") == []
