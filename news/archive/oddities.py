"""What an import notices and tells: each oddity has its kind, its file and its line."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of oddity, in the order of the report. The label says what was done."""

    REFUSED = "refused", _("Files that were refused: nothing of them was imported")
    LOST = "lost", _("Text that did not arrive: compare the page with its file")
    CONFLICT = "conflict", _("Pages changed by the newsroom since the last import: left as they are")
    PAIR = "pair", _("Posts in one language alone: imported, the other language is missing")
    KEY = "key", _("No translationKey: imported by its file name, paired with nothing")
    SLUG = "slug", _("Addresses that were taken: another one was given")
    DRAFT = "draft", _("Drafts and posts dated in the future: imported as drafts, not public")
    EMPTY = "empty", _("Posts without any text: imported with an empty body")
    DATE = "date", _("Dates without a time zone: read as UTC")
    FRONT_MATTER = "front matter", _("Front matter that has no place here: left out")
    PLAIN = "plain", _("Markup in titles and descriptions: read as plain text")
    CHARACTERS = "characters", _("Characters that cannot stand in a text: taken out or replaced")
    ENCODING = "encoding", _("Text that looks wrongly encoded: kept as written")
    SHORTCODE = "shortcode", _("Shortcodes: left out")
    MARKUP = "markup", _("Unknown or broken markup: its text is kept, its marks are not")
    MEDIA = "media", _("Scripts and media of other sites: left out")
    IMAGE = "image", _("Images that could not be reached: left out")
    LINK = "link", _("Links that lead to nothing in this archive: kept as written")
    UNSAFE = "unsafe", _("Links that were refused: their text is kept")
    HEADING = "heading", _("Headings whose level or place is not possible here: changed")
    NUMBERING = (
        "numbering",
        _("Lists that do not begin at 1: kept, but an edit in the admin begins them at 1"),
    )
    QUOTATION = "quotation", _("Quotations inside lists, tables and answers: kept as paragraphs")
    TABLE = "table", _("Tables that were simplified")
    STYLE = "style", _("Styles that do not exist here: the text is kept plain")
    FOOTNOTE = "footnote", _("Footnotes: set as a numbered list at the end")
    FILE = "file", _("Files that are not Markdown: not read")


@dataclass(frozen=True, slots=True, order=True)
class Oddity:
    """One thing noticed. ``line`` counts from 1; 0 means the whole file."""

    file: str
    line: int
    kind: Kind
    detail: str


class Refused(Exception):
    """A file, or a part of it, that cannot be imported; the message is for the user."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class Notes:
    """The oddities of one file while it is read."""

    file: str
    oddities: list[Oddity] = field(default_factory=list)
    # Line and address of every link that names no site: it may lead to another post.
    links: list[tuple[int, str]] = field(default_factory=list)

    def add(self, kind: Kind, line: int, detail: object) -> None:
        """Note an oddity; a long detail is cut."""
        words = " ".join(str(detail).split())
        self.oddities.append(Oddity(self.file, line, kind, words if len(words) <= 200 else f"{words[:199]}…"))
