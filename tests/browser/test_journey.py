"""From an empty form to both languages in public: written by an editor, translated, changed, taken back."""

import re
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.desk import WORDS, Desk
from tests.newsroom import Newsroom

SPEAKER = "Astrid Vallencourt"


@dataclass(frozen=True)
class Way:
    """An original and what becomes of it."""

    editor: str
    source: str
    target: str
    section: str
    title: str
    slug: str
    lead: str
    quotation: str
    alt: str
    caption: str
    translated_title: str
    translated_slug: str
    absent: str
    later_lead: str


FRENCH = Way(
    editor="editor-fr",
    source="fr",
    target="en",
    section="/fr/actualites/",
    title="Le phare de Vallon rallumé après trente ans",
    slug="le-phare-de-vallon-rallumé-après-trente-ans",
    lead="Les gardiens ont rallumé la lampe mardi soir, devant les habitants du port.",
    quotation="La mer avait besoin de cette lumière.",
    alt="Un phare au crépuscule",
    caption="Le phare, mardi soir",
    translated_title="Vallon lighthouse lit again after thirty years",
    translated_slug="vallon-lighthouse-lit-again-after-thirty-years",
    absent="Il n’existe pas de version publique en anglais",
    later_lead="Les gardiens ont rallumé la lampe mardi soir, devant deux mille habitants du port.",
)
ENGLISH = Way(
    editor="editor-en",
    source="en",
    target="fr",
    section="/en/news/",
    title="Harbour school opens its doors in Kelder Bay",
    slug="harbour-school-opens-its-doors-in-kelder-bay",
    lead="The first forty apprentices began their training on Tuesday morning.",
    quotation="They will keep the lines open.",
    alt="A lighthouse at dusk",
    caption="The school, Tuesday morning",
    translated_title="L’école du port ouvre ses portes à Kelder",
    translated_slug="lecole-du-port-ouvre-ses-portes-a-kelder",
    absent="There is no public version in French",
    later_lead="The first sixty apprentices began their training on Tuesday morning.",
)


@pytest.fixture(params=[FRENCH, ENGLISH], ids=["from French", "from English"])
def way(request: pytest.FixtureRequest) -> Way:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def reader(newsroom: Newsroom) -> "Reader":
    return Reader(newsroom.page())


class Reader:
    """Somebody outside: the public pages and the API."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def found(self, path: str) -> dict[str, Any] | None:
        """What REST has at a public address, or None."""
        answer = self.page.request.get("/api/v2/pages/find/", params={"html_path": path})
        return answer.json() if answer.status == 200 else None

    def listed(self, locale: str) -> list[str]:
        """The titles of the newest releases in REST's list."""
        query = f"/api/v2/pages/?type=news.NewsReleasePage&locale={locale}&limit=5"
        return [item["title"] for item in self.page.request.get(query).json()["items"]]

    def status(self, path: str) -> int:
        """The status of a public page."""
        return self.page.request.get(path).status


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "phare.png"
    # Of another colour each time: the admin asks twice about a picture that it has already.
    Image.new("RGB", (1600, 1000), tuple(secrets.token_bytes(3))).save(path)
    return path


def within_a_second(condition: Any) -> None:
    """Hold at the latest one second after now."""
    start = time.monotonic()
    while not condition():
        assert time.monotonic() - start < 1, "it was not public within a second"
        time.sleep(0.03)


def test_written_translated_changed_and_taken_back(
    newsroom: Newsroom, reader: Reader, way: Way, picture: Path
) -> None:
    path = write(newsroom, reader, way, picture)
    absent_in_the_other_language(reader, way, path)
    translated_path = translate(newsroom, reader, way, path)
    change(newsroom, reader, way, path, translated_path)
    take_back(newsroom, reader, way, path, translated_path)


def write(newsroom: Newsroom, reader: Reader, way: Way, picture: Path) -> str:
    """An editor writes and publishes; gives the public path."""
    desk = Desk(newsroom.page(way.editor), way.source)
    desk.begin_release()
    assert desk.page.locator("html").get_attribute("lang") == way.source
    desk.write(title=way.title, lead=way.lead, released_at="2026-11-25 09:30")
    desk.add_quotation(way.quotation, SPEAKER)
    desk.add_picture(picture, title="phare", alt=way.alt, caption=way.caption)
    desk.publish()
    within_a_second(lambda: way.title in reader.listed(way.source))
    item = next(
        item
        for item in reader.page.request.get(
            f"/api/v2/pages/?type=news.NewsReleasePage&locale={way.source}&limit=5"
        ).json()["items"]
        if item["title"] == way.title
    )
    path = str(item["meta"]["html_url"]).split("/", 3)[-1]
    path = f"/{path}"
    found = reader.found(path)
    assert found is not None
    assert (found["title"], found["lead"], found["meta"]["locale"]) == (way.title, way.lead, way.source)
    assert found["meta"]["source"] == "original"
    quotation, image = found["body"]
    assert way.quotation in quotation["value"]["text"]
    assert quotation["value"]["speaker"]["title"] == SPEAKER
    assert image["value"]["image"]["alt"] == way.alt
    answer = reader.page.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert reader.page.locator("html").get_attribute("lang") == way.source
    assert reader.page.get_by_role("heading", level=1).inner_text().replace("\xa0", " ") == way.title
    assert reader.page.get_by_text(way.quotation).is_visible()
    assert reader.page.get_by_alt_text(way.alt).is_visible()
    return path


def absent_in_the_other_language(reader: Reader, way: Way, path: str) -> None:
    """The original says that it stands alone, and its address in the other language says so too."""
    assert reader.page.get_by_text(way.absent).is_visible()
    other = path.replace(f"/{way.source}/", f"/{way.target}/", 1)
    answer = reader.page.goto(other)
    assert answer is not None
    assert answer.status == 404
    assert reader.page.locator("html").get_attribute("lang") == way.target
    assert reader.page.get_by_role("link", name=way.title).get_attribute("hreflang") == way.source
    assert reader.found(other) is None
    found = reader.found(path)
    assert found is not None
    assert found["meta"]["translations"] == []


def translate(newsroom: Newsroom, reader: Reader, way: Way, path: str) -> str:
    """Thomas submits, translates every segment and publishes; gives the public path of the translation."""
    found = reader.found(path)
    assert found is not None
    desk = Desk(newsroom.page("translator"), "fr")
    page = desk.page
    page.goto(f"/admin/pages/{found['id']}/edit/")
    page.locator("header").get_by_role("button", name="Actions").click()
    page.get_by_role("link", name=desk.words.translate).click()
    page.get_by_role("button", name=desk.words.start).click()
    page.wait_for_selector("[data-segments]")
    segments = page.locator("[data-segment]")
    texts = segments.locator(".segment__text").all_inner_texts()
    assert way.title in texts
    for index, text in enumerate(texts):
        fill(segments.nth(index), way.translated_title if text == way.title else f"[{way.target}] {text}")
    desk.publish()
    within_a_second(lambda: way.translated_title in reader.listed(way.target))
    original = reader.found(path)
    assert original is not None
    (card,) = original["meta"]["translations"]
    assert (card["locale"], card["title"]) == (way.target, way.translated_title)
    translated_path = "/" + str(card["html_url"]).split("/", 3)[-1]
    translation = reader.found(translated_path)
    assert translation is not None
    assert translation["meta"]["source"] == "translation"
    (back,) = translation["meta"]["translations"]
    assert (back["locale"], back["title"], back["id"]) == (way.source, way.title, original["id"])
    reader.page.goto(path)
    reader.page.locator("nav.languages a").click()
    assert reader.page.url.endswith(translated_path)
    assert (
        reader.page.get_by_role("heading", level=1).inner_text().replace("\xa0", " ") == way.translated_title
    )
    assert reader.page.get_by_text(way.absent).count() == 0
    reader.page.locator("nav.languages a").click()
    assert reader.page.url.endswith(path)
    return translated_path


def fill(segment: Any, text: str) -> None:
    """Write a translation into its field, a plain or a rich one."""
    rich = segment.locator("[contenteditable=true]")
    (rich if rich.count() else segment.locator("textarea")).fill(text)


def change(newsroom: Newsroom, reader: Reader, way: Way, path: str, translated_path: str) -> None:
    """The editor changes the lead; the translator is shown what changed, and publishes the new translation."""
    found = reader.found(path)
    assert found is not None
    editor = Desk(newsroom.page(way.editor), way.source)
    editor.page.goto(f"/admin/pages/{found['id']}/edit/")
    editor.field(editor.words.lead).fill(way.later_lead)
    editor.publish()
    within_a_second(lambda: (reader.found(path) or {}).get("lead") == way.later_lead)
    translation = reader.found(translated_path)
    assert translation is not None
    assert translation["lead"] == f"[{way.target}] {way.lead}"
    desk = Desk(newsroom.page("translator"), "fr")
    page = desk.page
    page.goto(f"/admin/pages/{translation['id']}/edit/")
    page.get_by_role("link", name="Voir les changements").click()
    new = way.later_lead.split(" ")
    changed = next(word for word in new if word not in way.lead.split(" "))
    assert changed in page.locator(".translation-change .addition").first.inner_text()
    page.get_by_role("button", name="Mettre à jour la traduction").click()
    page.wait_for_selector("[data-segments]")
    missing = page.locator(".segment--missing")
    assert missing.count() == 1
    assert missing.locator(".segment__text").inner_text() == way.later_lead
    fill(missing, f"[{way.target}] {way.later_lead}")
    desk.publish()
    within_a_second(
        lambda: (reader.found(translated_path) or {}).get("lead") == f"[{way.target}] {way.later_lead}"
    )


def take_back(newsroom: Newsroom, reader: Reader, way: Way, path: str, translated_path: str) -> None:
    """Unpublished by its editor, the original is gone from REST and site at once; the translation stays."""
    found = reader.found(path)
    assert found is not None
    page = newsroom.page(way.editor).context.pages[0]
    page.goto(f"/admin/pages/{found['id']}/unpublish/")
    page.locator("form").get_by_role(
        "button", name=re.compile(WORDS[way.source].unpublish, re.IGNORECASE)
    ).click()
    page.locator(".messages .success").first.wait_for()
    assert reader.found(path) is None
    assert reader.status(path) == 404
    assert way.title not in reader.listed(way.source)
    translation = reader.found(translated_path)
    assert translation is not None
    assert translation["meta"]["translations"] == []
