"""Two people at one page, each in a browser: the second is told, sees both texts, and nothing is lost (case C15)."""

from tests.browser.desk import Desk
from tests.newsroom import Newsroom


def first_release(newsroom: Newsroom) -> tuple[int, str]:
    """The id and the lead of a release whose original is French: a translation has an editor of its own."""
    reader = newsroom.page().request
    for item in reader.get("/api/v2/pages/?type=news.NewsReleasePage&locale=fr").json()["items"]:
        release = reader.get(f"/api/v2/pages/{item['id']}/").json()
        if release["meta"]["source"] == "original":
            return int(release["id"]), str(release["lead"])
    raise AssertionError("the demo has no release whose original is French")


def test_the_second_is_told_and_nothing_is_lost(newsroom: Newsroom) -> None:
    number, lead = first_release(newsroom)
    address = f"/admin/pages/{number}/edit/"
    florence = Desk(newsroom.page("editor-fr"), "fr")
    claire = Desk(newsroom.page("chief"), "en")
    florence.page.goto(address)
    claire.page.goto(address)
    florence.field(florence.words.lead).fill(f"{lead} Par Florence.")
    florence.publish()
    claire.field(claire.words.lead).fill(f"{lead} By Claire.")
    claire.press_publish()
    claire.page.get_by_text("Nothing was saved: Florence Marchand has changed this").wait_for()
    assert claire.field(claire.words.lead).input_value() == f"{lead} By Claire."
    assert claire.page.get_by_text("Par Florence").first.is_visible()
    public = claire.page.request.get(f"/api/v2/pages/{number}/").json()
    assert public["lead"] == f"{lead} Par Florence."
    claire.page.locator("[name=overwrite_newer_revision]").check()
    claire.publish()
    public = claire.page.request.get(f"/api/v2/pages/{number}/").json()
    assert public["lead"] == f"{lead} By Claire."
    claire.page.goto(f"/admin/pages/{number}/history/")
    assert claire.page.get_by_text("of Florence Marchand, saved meanwhile").first.is_visible()
