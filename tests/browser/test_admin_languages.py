"""Every screen of the admin, in English and in French: no word of the other language that somebody did not write."""

import os
import re
from collections.abc import Iterator
from html import unescape
from zoneinfo import available_timezones

import pytest
from playwright.sync_api import APIResponse, Page

from tests.browser.content import without, written_in
from tests.browser.wording import has_words, same_by_intent, strangers, words_of
from tests.newsroom import PASSWORDS, Newsroom
from tests.processes import python

LANGUAGES = ("en", "fr")
_NUMBER = re.compile(r"\b\d+\b|[0-9a-f]{8}-[0-9a-f-]{27}")
_LINK = re.compile(r"""["'](/admin/[^"'#?\\\s<]*)""")
# Screens that end a session, change something at once or answer no screen; and those of Wagtail for whoever looks
# after accounts and sites, where names of rights come from Django's tables in English.
_NO_SCREENS = re.compile(
    r"/(logout|groups|users|locales|inspect|jsi18n|download|po|sprite|unlock|lock|results|dismissibles|preview)/|-results/|/api/|\.\w+$"
)


class Screens:
    """The admin's screens as one superuser sees them: every kind once, found by following links from the start."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.addresses: list[str] = []
        self.texts: dict[str, dict[str, set[str]]] = {language: {} for language in LANGUAGES}

    def speak(self, language: str) -> None:
        """Set the language of the admin, as a person does it."""
        self.page.goto("/admin/account/")
        self.page.fill("[name=name_email-first_name]", "Ada")
        self.page.fill("[name=name_email-last_name]", "Root")
        self.page.select_option("[name=locale-preferred_language]", language)
        self.page.locator("#w-editor-form button[type=submit], #w-editor-form [type=submit]").last.click()
        self.page.locator(f"html[lang={language}]").wait_for(state="attached")

    def read(self, address: str, language: str) -> str:
        """Keep the texts of the screen at ``address``; gives its HTML, empty for what is no screen."""
        answer: APIResponse = self.page.request.get(address)
        assert answer.status < 500, f"{address}: {answer.status}"
        if answer.status != 200 or not answer.headers.get("content-type", "").startswith("text/html"):
            return ""
        html = answer.text()
        self.texts[language][address] = {
            words.text
            for words in words_of(html)
            if words.language in ("", language) and has_words(words.text)
        }
        return html

    def discover(self, starts: list[str]) -> None:
        """Follow links from ``starts``, taking one screen of each kind; the starts are taken all."""
        seen = {_kind(start) for start in starts}
        waiting = list(starts)
        while waiting:
            address = waiting.pop(0)
            html = self.read(address, "en")
            if not html:
                continue
            self.addresses.append(address)
            # The menu comes as JSON inside an attribute.
            for link in _LINK.findall(unescape(html)):
                if not _NO_SCREENS.search(link) and _kind(link) not in seen:
                    seen.add(_kind(link))
                    waiting.append(link)


def _kind(address: str) -> str:
    return _NUMBER.sub("#", address)


def _one_of_each_type(page: Page) -> Iterator[str]:
    for language in LANGUAGES:
        seen = set()
        for item in page.request.get(f"/api/v2/pages/?locale={language}&limit=100").json()["items"]:
            if item["meta"]["type"] not in seen:
                seen.add(item["meta"]["type"])
                yield f"/admin/pages/{item['id']}/edit/"
                yield f"/admin/pages/{item['id']}/add_subpage/"


def make_superuser(newsroom: Newsroom) -> None:
    """The demo has none: its people see their own part of the admin."""
    environment = os.environ | {
        "DATABASE_URL": newsroom.database_url,
        "VAR_DIR": str(newsroom.var_dir),
        "DJANGO_SETTINGS_MODULE": "tests.server_settings",
        "DJANGO_SUPERUSER_PASSWORD": PASSWORDS["admin"],
    }
    command = ["createsuperuser", "--noinput", "--username", "admin", "--email", "admin@example.org"]
    with python("manage.py", *command, environment=environment) as create:
        assert create.wait(60) == 0


@pytest.fixture(scope="module")
def screens(_demo: Newsroom) -> Iterator[Screens]:
    make_superuser(_demo)
    page = _demo.page("admin")
    screens = Screens(page)
    screens.speak("en")
    screens.discover(["/admin/", *_one_of_each_type(page)])
    screens.speak("fr")
    for address in screens.addresses:
        screens.read(address, "fr")
    screens.speak("en")
    yield screens
    _demo.close_pages()


# The same in both languages, and right so.
NEUTRAL = {
    *(
        "communiqué",
        "wagtail",
        "français",
        "english",
    ),  # names of the product and of the languages in themselves
    *("fr → en", "en → fr"),
    *("default", "submit", "publish", "save"),  # codes in the admin's own data
    *("workflow", "workflows", "wagtail v"),
}


def _zones() -> set[str]:
    return {zone.replace("_", " ").casefold() for zone in available_timezones()} | {"utc", "localtime"}


@pytest.fixture(scope="module")
def written(_demo: Newsroom) -> set[str]:
    return written_in(_demo)


def test_every_kind_of_screen_was_found(screens: Screens) -> None:
    kinds = {_kind(address) for address in screens.addresses}
    for needed in (
        "/admin/",
        "/admin/releases/",
        "/admin/events/",
        "/admin/images/#/",
        "/admin/documents/edit/#/",
    ):
        assert needed in kinds
    assert len(kinds) > 60


def test_nothing_is_said_the_same_way_in_both_languages(screens: Screens, written: set[str]) -> None:
    neutral = same_by_intent() | NEUTRAL | _zones()
    found: dict[str, str] = {}
    for address in screens.addresses:
        for text in screens.texts["en"][address] & screens.texts["fr"].get(address, set()):
            if text.casefold() in written or text.casefold() in neutral:
                continue
            # "Images (19) - Communiqué": what is left of it may be neutral part by part.
            parts = re.split(r"[\d():→»«-]+", without(text, written))
            if any(has_words(part) and part.strip(" .") not in neutral for part in parts):
                found.setdefault(text, address)
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_telltale_word_of_the_other_language(screens: Screens, written: set[str], language: str) -> None:
    zones = _zones()
    found: dict[str, str] = {}
    for address, texts in screens.texts[language].items():
        for text in texts:
            if text.casefold() in written or text.casefold() in zones or not strangers(text, language):
                continue
            if strangers(without(text, written), language):
                found.setdefault(text, address)
    assert found == {}
