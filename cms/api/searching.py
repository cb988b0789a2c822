"""Search in lists: its two parameters, and the order of what is found."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as about

from cms.api import parameters, problems
from cms.api.query import Parameter, Query
from search.fulltext import LONGEST, OPERATORS, Operator, Search, Unsearchable, parse
from search.ordering import RELEVANCE


def search(name: str, text: str) -> Search:
    """Words and exact phrases."""
    try:
        return parse(text)
    except Unsearchable as error:
        raise problems.invalid_value(name, text, error.rule) from error


def operator(name: str, text: str) -> Operator:
    """How words and phrases are combined."""
    for allowed in OPERATORS:
        if text == allowed:
            return allowed
    rule = _("Write one of: %(allowed)s.") % {"allowed": ", ".join(OPERATORS)}
    raise problems.invalid_value(name, text, rule, allowed=OPERATORS, suggest=True)


SEARCH: Parameter[Search | None] = Parameter(
    "search",
    search,
    None,
    about=about("Items that hold these words in any form, and phrases between double quotes exactly."),
    example='ministers "Baltic Sea"',
    schema={"type": "string", "minLength": 1, "maxLength": LONGEST},
    longest=LONGEST,
)
SEARCH_OPERATOR: Parameter[Operator] = Parameter(
    "search_operator",
    operator,
    "and",
    about=about("Whether all words and phrases of the search are meant, or any."),
    example="or",
    schema={"type": "string", "enum": list(OPERATORS)},
)


def searched(query: Query) -> Search | None:
    """What is searched for. Raises Problem for an operator without anything to combine."""
    asked = query[SEARCH]
    if asked is not None:
        return replace(asked, operator=query[SEARCH_OPERATOR])
    if SEARCH_OPERATOR in query:
        rule = _("It says how words are combined: give “search” as well.")
        raise problems.invalid_value(SEARCH_OPERATOR.name, query[SEARCH_OPERATOR], rule)
    return None


def order(query: Query) -> tuple[str, ...]:
    """The order asked for; without one, the most relevant first, or the newest where nothing is searched for.

    Raises Problem for relevance to nothing.
    """
    if SEARCH in query and parameters.ORDER not in query:
        return (RELEVANCE,)
    if SEARCH not in query and RELEVANCE in query[parameters.ORDER]:
        rule = _("Only what is found can be ordered by relevance: give “search” as well.")
        raise problems.invalid_value(parameters.ORDER.name, RELEVANCE, rule)
    return query[parameters.ORDER]
