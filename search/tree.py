"""The public tree of pages, as their paths say it: /en/news/title/ stands below /en/news/."""

from dataclasses import dataclass
from typing import Literal

from search.condition import Condition


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands: directly below, below, or above the page with this id; None for the home of its language."""

    relation: Literal["child_of", "descendant_of", "ancestor_of"]
    page: int | None


def written_path(text: str) -> str:
    """The path of a page in its written form: /fr/actualites/ for fr/actualites. Raises ValueError for more than a path."""
    if "?" in text or "#" in text or "://" in text:
        raise ValueError(text)
    return "".join(f"/{part}" for part in text.split("/") if part) + "/"


_PAGE = "FROM public_content p WHERE p.collection = 'pages' AND p.public_id = %s"
_HOME = "'/' || c.locale || '/'"
# The paths at and above a page's own: each without its last part, as far as there is one.
_ABOVE = f"""
    WITH RECURSIVE above(path) AS (
        SELECT CAST(p.path AS text) {_PAGE}
        UNION ALL
        SELECT rtrim(rtrim(a.path, '/'), replace(a.path, '/', '')) FROM above a WHERE length(a.path) > 1)
    SELECT a.path FROM above a
"""


def add_standing(found: Condition, standing: Standing) -> None:
    """Add it to a condition over pages."""
    page = standing.page
    if page is None:
        _add_below_home(found, standing)
    elif standing.relation == "child_of":
        found.add(
            "c.id IN (SELECT r.item_id FROM public_reference r JOIN public_content p ON p.id = r.target_id"
            " WHERE p.collection = 'pages' AND p.public_id = %s AND r.field = 'parent' AND r.role = 'card')",
            page,
        )
    elif standing.relation == "descendant_of":
        path = f"(SELECT p.path {_PAGE})"
        length = f"(SELECT length(p.path) {_PAGE})"
        found.add(f"c.path <> {path} AND substr(c.path, 1, {length}) = {path}", page, page, page)
    else:
        locale = f"(SELECT p.locale {_PAGE})"
        found.add(f"c.locale = {locale} AND c.public_id <> %s AND c.path IN ({_ABOVE})", page, page, page)


def _add_below_home(found: Condition, standing: Standing) -> None:
    if standing.relation == "child_of":
        found.add(
            "c.id IN (SELECT r.item_id FROM public_reference r WHERE r.field = 'parent' AND r.role = 'card'"
            " AND r.target_path = '/' || r.target_locale || '/')"
        )
    elif standing.relation == "descendant_of":
        found.add(f"c.path <> {_HOME}")
    else:
        raise ValueError("Nothing stands above a home.")
