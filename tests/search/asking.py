"""How the tests of search ask."""

from search import queries
from search.criteria import Criteria
from search.fulltext import Operator, parse


def found(
    text: str,
    locale: str | None = None,
    *,
    operator: Operator = "and",
    order: tuple[str, ...] = ("relevance",),
) -> list[str]:
    """The slugs of what a search finds, in order; the total is right, and a cursor leads through the same list."""
    criteria = Criteria(collection="pages", locale=locale, search=parse(text, operator))
    listing = queries.listing(criteria, order=order, limit=100, columns="stub")
    slugs = [item.slug for item in listing.items]
    assert listing.total == len(slugs)
    stepped, after = [], None
    for _step in range(len(slugs)):
        step = queries.listing(criteria, order=order, limit=1, after=after, columns="stub")
        stepped += [item.slug for item in step.items]
        after = step.next
    assert stepped == slugs
    return slugs
