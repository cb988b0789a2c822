"""What the editor saves by itself never stands in its author's way, however slow the answer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request, Route, expect

from tests.browser.desk import Desk
from tests.browser.test_two_editors import first_release
from tests.newsroom import Newsroom

# The editor takes note of what stands in a form this long after it was opened (ms); later changes it saves.
NOTED = 2500


def by_itself(request: Request) -> bool:
    """Whether the browser saves a form by itself."""
    return request.method == "POST" and request.headers.get("accept") == "application/json"


class Held:
    """Answers to saves that have arrived at the server and come back only when they are let go."""

    def __init__(self) -> None:
        self.answers: list[tuple[Route, object]] = []

    def hold(self, route: Route) -> None:
        if by_itself(route.request) and not self.answers:
            self.answers.append((route, route.fetch()))
        else:
            route.continue_()

    def let_go(self) -> None:
        for route, answer in self.answers:
            route.fulfill(response=answer)  # type: ignore[arg-type]  # an APIResponse


EDITOR = re.compile(r"/admin/pages/(\d+/edit|add/news/newsreleasepage/\d+)/$")


@contextmanager
def slow_answer(page: Page) -> Iterator[Held]:
    """Hold the answer to the next save; inside, change the form."""
    held = Held()
    page.route(EDITOR, held.hold)
    yield held
    for _ in range(100):
        if held.answers:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the editor has saved nothing by itself within ten seconds")


def test_published_after_the_editor_has_saved(newsroom: Newsroom) -> None:
    number, lead = first_release(newsroom)
    desk = Desk(newsroom.page("editor-fr"), "fr")
    desk.page.goto(f"/admin/pages/{number}/edit/")
    desk.page.wait_for_timeout(NOTED)
    for words in ("un", "deux"):
        with desk.page.expect_response(lambda response: by_itself(response.request)):
            desk.field(desk.words.lead).fill(f"{lead} {words}")
    desk.publish()
    assert desk.page.request.get(f"/api/v2/pages/{number}/").json()["lead"] == f"{lead} deux"


def test_published_while_the_editor_saves(newsroom: Newsroom) -> None:
    number, lead = first_release(newsroom)
    desk = Desk(newsroom.page("editor-fr"), "fr")
    page = desk.page
    page.goto(f"/admin/pages/{number}/edit/")
    page.wait_for_timeout(NOTED)
    with slow_answer(page) as held:
        desk.field(desk.words.lead).fill(f"{lead} trois")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.is_navigation_request() else None)
    desk.press_publish()
    page.wait_for_timeout(500)
    assert sent == [], "the form was sent before the answer"
    held.let_go()
    page.locator(".messages .success").first.wait_for()
    assert page.request.get(f"/api/v2/pages/{number}/").json()["lead"] == f"{lead} trois"


def test_a_new_release_is_published_once_while_the_editor_creates_it(newsroom: Newsroom) -> None:
    emma = Desk(newsroom.page("editor-en"), "en")
    page = emma.page
    emma.begin_release()
    page.wait_for_timeout(NOTED)
    with slow_answer(page) as held:
        emma.write(title="Slow answers", lead="The first words.", released_at="2026-11-25 09:30")
    emma.field(emma.words.lead).click()  # the calendar closes
    emma.press_publish()
    page.wait_for_timeout(500)
    expect(page).to_have_url(re.compile("/add/"))
    held.let_go()
    page.locator(".messages .success").first.wait_for()
    query = "/api/v2/pages/?type=news.NewsReleasePage&locale=en&limit=5"
    titles = [item["title"] for item in page.request.get(query).json()["items"]]
    assert titles.count("Slow answers") == 1
