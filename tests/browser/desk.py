"""An editor at work in the admin: what a person types and clicks, in the words of the person's language."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout


@dataclass(frozen=True)
class Words:
    """What the buttons say."""

    releases: str
    add: str
    title: str
    lead: str
    released_at: str
    insert: str
    quotation: str
    picture: str
    choose_person: str
    choose_picture: str
    upload: str
    more: str
    publish: str
    unpublish: str
    translate: str
    start: str


WORDS = {
    "en": Words(
        releases="News releases",
        add="Add news release",
        title="Title",
        lead="Lead",
        released_at="Release date and time",
        insert="Insert a block",
        quotation="Quotation",
        picture="Picture",
        choose_person="person",
        choose_picture="Choose an image",
        upload="Upload",
        more="More actions",
        publish="Publish",
        unpublish="Unpublish",
        translate="Translate into",
        start="Start the translation",
    ),
    "fr": Words(
        releases="Communiqués",
        add="Ajouter",
        title="Titre",
        lead="Chapeau",
        released_at="Date et heure de diffusion",
        insert="Insérer un bloc",
        quotation="Citation",
        picture="Image",
        choose_person="personne",
        choose_picture="Choisir une image",
        upload="Transférer",
        more="Plus d'actions",
        publish="Publier",
        unpublish="Dépublier",
        translate="Traduire en",
        start="Commencer la traduction",
    ),
}


class Desk:
    """The admin as one person uses it."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.words = WORDS[language]

    def begin_release(self) -> None:
        """From the start page to the empty form of a release."""
        self.page.goto("/admin/")
        self.page.get_by_role("link", name=self.words.releases, exact=True).click()
        self.page.get_by_role("link", name=re.compile(f"^\\s*{self.words.add}")).click()
        self.page.wait_for_url("**/admin/pages/add/news/newsreleasepage/**")

    def write(self, *, title: str, lead: str, released_at: str) -> None:
        """The head of a release. ``released_at`` is like 2026-11-25 09:30."""
        self.field(self.words.title).fill(title)
        self.field(self.words.lead).fill(lead)
        self.field(self.words.released_at).fill(released_at)
        # The calendar that opens beside the field would lie over what comes next.
        self.page.keyboard.press("Tab")

    def field(self, label: str) -> Locator:
        """The field of the page's form with a label."""
        return self.page.get_by_role("textbox", name=re.compile(f"^{label}")).first

    @property
    def body(self) -> Locator:
        """The body with its blocks."""
        return self.page.locator("[id$=-body-section]").first

    def _add_block(self, name: str) -> Locator:
        self.body.locator(
            f'> * button[title="{self.words.insert}"], button[title="{self.words.insert}"]'
        ).last.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        return self.body.locator("[data-streamfield-child]").last

    def add_quotation(self, text: str, speaker: str) -> None:
        """A quotation of somebody who is in the vocabulary."""
        block = self._add_block(self.words.quotation)
        block.locator("[contenteditable=true]").first.click()
        self.page.keyboard.type(text)
        block.get_by_role("button", name=re.compile(self.words.choose_person)).click()
        self.modal.get_by_role("link", name=speaker).click()
        block.get_by_text(speaker).wait_for()

    def add_picture(self, file: Path, *, title: str, alt: str, caption: str) -> None:
        """A picture that is uploaded on the way, described in the language of the release."""
        block = self._add_block(self.words.picture)
        choose, upload = (
            block.get_by_role("button", name=self.words.choose_picture),
            self.modal.get_by_role("tab", name=self.words.upload),
        )
        choose.click()
        try:
            upload.click(timeout=5_000)
        except (
            PlaywrightTimeout
        ):  # on a busy machine the button may not have been bound yet: who works here clicks again
            choose.click()
            upload.click()
        form = self.modal.locator("form[action*=create]")
        form.locator("[name$=-file]").set_input_files(file)
        form.locator("[name$=-title]").fill(title)
        form.locator(f"[name$=-alt_{self.language}]").fill(alt)
        form.locator(f"[name$=-caption_{self.language}]").fill(caption)
        form.get_by_role("button", name=self.words.upload).click()
        block.get_by_role("img").or_(block.locator("img")).first.wait_for()

    @property
    def modal(self) -> Locator:
        """The window on top."""
        return self.page.locator(".modal").last

    def press_publish(self) -> None:
        """Ask for publication."""
        self.page.get_by_role("button", name=self.words.more).click()
        self.page.get_by_role("button", name=self.words.publish, exact=True).click()

    def publish(self) -> None:
        """Publish what is open, and see the admin say so."""
        self.press_publish()
        told = self.page.locator(".messages .success, .messages .error").first
        told.wait_for()
        self.page.wait_for_load_state()  # the message of the page that is being left would be read in its going
        problems = self.page.locator(".error-message").all_inner_texts()
        assert self.page.locator(".messages .error").count() == 0, [told.inner_text(), *problems]
