"""The newsroom starts: public pages in both languages, and each role reaches the admin in its own."""

import pytest

from tests.newsroom import Newsroom


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_home_page_answers_in_its_language(newsroom: Newsroom, language: str) -> None:
    page = newsroom.page()
    answer = page.goto(f"/{language}/")
    assert answer is not None
    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize(
    ("role", "language"), [("editor-en", "en"), ("editor-fr", "fr"), ("translator", "fr"), ("chief", "en")]
)
def test_each_role_reaches_the_admin_in_its_language(newsroom: Newsroom, role: str, language: str) -> None:
    page = newsroom.page(role)
    answer = page.goto("/admin/")
    assert answer is not None
    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") == language


def test_a_bare_newsroom_has_its_sections(bare_newsroom: Newsroom) -> None:
    page = bare_newsroom.page("admin")
    page.goto("/admin/pages/")
    assert page.locator("body").inner_text().count("Communiqué") >= 2
