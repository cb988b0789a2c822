"""Lists with filters and pages: what was asked for, what was found, and how to ask for the rest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.website.filters import Asked, Field
from search.criteria import Criteria
from search.site import cards

PER_PAGE = 20
# Page numbers shown on either side of the page that is open.
AROUND = 2


@dataclass(slots=True)
class List:
    """A page of a list, as its template shows it."""

    path: str
    filters: list[Field] = field(default_factory=list)
    cards: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    total: int = 0
    number: int = 1
    per_page: int = PER_PAGE
    agenda: bool = False
    status: int = 200

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.per_page))

    @property
    def filtered(self) -> bool:
        """Whether anything was asked for by the filters."""
        return any(field.value for field in self.filters)

    @property
    def count_words(self) -> str:
        """How much was found, and where in it this page stands."""
        found = ngettext("%(count)d item", "%(count)d items", self.total) % {"count": self.total}
        if self.pages == 1:
            return found
        return _("%(found)s, page %(number)d of %(pages)d") % {
            "found": found,
            "number": self.number,
            "pages": self.pages,
        }

    def address(self, number: int) -> str:
        """The address of another page of this list."""
        query = {field.name: field.value for field in self.filters if field.value}
        if number > 1:
            query["page"] = str(number)
        return f"{self.path}?{urlencode(query)}" if query else self.path

    @property
    def page_query(self) -> str:
        """The part of the query that names a page of its own."""
        return f"page={self.number}" if self.number > 1 else ""

    def translated(self, path: str, topics: Mapping[str, str], topics_there: Mapping[str, str]) -> str:
        """The same list in the other language at ``path``. Topics: slug to key, in either language."""
        slugs = {key: slug for slug, key in topics_there.items()}
        query = {field.name: field.value for field in self.filters if field.value}
        if "topic" in query:
            query["topic"] = slugs.get(topics.get(query["topic"], ""), "")
        query = {name: value for name, value in query.items() if value}
        return f"{path}?{urlencode(query)}" if query else path

    @property
    def previous(self) -> str:
        """The address of the page before, or nothing."""
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after, or nothing."""
        return self.address(self.number + 1) if self.number < self.pages else ""

    @property
    def links(self) -> list[tuple[int, str | None]]:
        """The numbers to choose from: first, last and those around this page; (0, None) stands for a gap."""
        shown = sorted({1, self.pages, *range(self.number - AROUND, self.number + AROUND + 1)})
        links: list[tuple[int, str | None]] = []
        for number in (number for number in shown if 1 <= number <= self.pages):
            if links and number - links[-1][0] > 1:
                links.append((0, None))
            links.append((number, self.address(number)))
        return links


Finder = Callable[[Criteria, int, int], tuple[list[dict[str, Any]], int]]


def newest_first(criteria: Criteria, limit: int, offset: int) -> tuple[list[dict[str, Any]], int]:
    """Cards by date, the newest first, and how many there are in all."""
    return cards(criteria, order=("-date",), limit=limit, offset=offset)


def listing(
    asked: Asked,
    criteria: Criteria,
    *,
    filters: Sequence[Field] = (),
    find: Finder = newest_first,
    agenda: bool = False,
) -> List:
    """The page of a list that was asked for. What cannot be used is said, with status 400, and nothing is listed."""
    shown = List(path=asked.path, filters=list(filters), agenda=agenda)
    number, problem = asked.page_number()
    shown.errors = [
        _("%(field)s: %(problem)s") % {"field": field.label, "problem": field.error}
        for field in shown.filters
        if field.error
    ]
    if problem:
        shown.errors.append(problem)
    if shown.errors:
        shown.status = 400
        return shown
    shown.number = number
    shown.cards, shown.total = find(criteria, PER_PAGE, (number - 1) * PER_PAGE)
    if number > shown.pages:
        shown.status = 404
        shown.errors = [
            ngettext(
                "There is no page %(number)d: this list has %(pages)d page.",
                "There is no page %(number)d: this list has %(pages)d pages.",
                shown.pages,
            )
            % {"number": number, "pages": shown.pages}
        ]
    return shown
