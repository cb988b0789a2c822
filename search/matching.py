"""A search as SQL over ``public_search c``: which items it finds, and how well each suits it.

Each item is asked in its own language. An item's *relevance* is a sum over what is wanted: 4 for what stands in its
title, 2 for what stands in the rest of its card (the lead), 1 for what stands elsewhere. It depends on the item and
the search alone, so it is the same on both databases, and a list by relevance can be continued.
"""

from collections.abc import Sequence

from django.db import connections

from cms.store.analysis import PASSED_OVER, STEMMERS, stems
from cms.store.connection import READER
from search.condition import Matching, Term
from search.fulltext import Search, Wanted

IN_TITLE, IN_LEAD, ELSEWHERE = 4, 2, 1
# Per database: an item that the index of stems finds, asked of all or of one that was found otherwise; a text that
# holds another. Each takes one parameter.
_INDEX = {
    "postgresql": "c.stems @@ %s::tsquery",
    "sqlite": "c.item_id IN (SELECT rowid FROM store_search_index WHERE store_search_index MATCH %s)",
}
# Not the stems of the row itself, which would be unpacked for each word: the index is asked once for all.
_AMONG = _INDEX | {
    "postgresql": "c.item_id IN (SELECT o.item_id FROM public_search o WHERE o.stems @@ %s::tsquery)"
}
_HOLDS = {"postgresql": "strpos({text}, %s) > 0", "sqlite": "instr({text}, %s) > 0"}
_QUOTE = {"postgresql": "'", "sqlite": '"'}
_SIGNS = {
    "and": {"postgresql": " & ", "sqlite": " AND "},
    "or": {"postgresql": " | ", "sqlite": " OR "},
}


def matching(search: Search, locale: str | None) -> Matching:
    """The items of ``locale``, or of every language, that ``search`` finds."""
    locales = sorted(STEMMERS) if locale is None else [locale]
    each = [(code, _in_language(search, code)) for code in locales]
    first = each[0][1]
    if all(one == first for _code, one in each):
        return first
    found = Term(
        "(" + " OR ".join(f"(c.locale = %s AND {one.found.sql})" for _code, one in each) + ")",
        tuple(param for code, one in each for param in (code, *one.found.params)),
    )
    cases = " ".join(f"WHEN %s THEN {one.relevance.sql}" for _code, one in each)
    relevance = Term(
        f"CASE c.locale {cases} ELSE 0 END",
        tuple(param for code, one in each for param in (code, *one.relevance.params)),
    )
    return Matching(found, relevance)


def _in_language(search: Search, locale: str) -> Matching:
    passed_over = PASSED_OVER.get(locale, frozenset())
    wanted = [one for one in search.wanted if one.exact or one.words[0] not in passed_over] or search.wanted
    found = _all(wanted, locale) if search.operator == "and" else _any(wanted, locale)
    scores = [_score(one, locale, certain=search.operator == "and") for one in wanted]
    return Matching(found, _joined(scores, " + "))


def _all(wanted: Sequence[Wanted], locale: str) -> Term:
    """Everything: the index finds the words, and the phrases are looked for in what it finds."""
    query = _SIGNS["and"][_vendor()].join(_query(one, locale) for one in wanted)
    return _joined([_indexed(query), *(_phrase(one) for one in wanted if one.exact)], " AND ")


def _any(wanted: Sequence[Wanted], locale: str) -> Term:
    """Anything of it: the words together in one question to the index, each phrase in one of its own."""
    words = [_query(one, locale) for one in wanted if not one.exact]
    ways = [_indexed(_SIGNS["or"][_vendor()].join(words))] if words else []
    ways += [_all([one], locale) for one in wanted if one.exact]
    either = _joined(ways, " OR ")
    return Term(f"({either.sql})", either.params)


def _query(one: Wanted, locale: str) -> str:
    """What the index of stems is asked: any stem of a word; of a phrase, those of all its words.

    A stem is of letters and digits alone, so that quotes are all that it takes to be no operator.
    """
    quote = _QUOTE[_vendor()]
    of_words = [
        _SIGNS["or"][_vendor()].join(f"{quote}{stem}{quote}" for stem in stems(word, locale))
        for word in one.words
    ]
    return "(" + _SIGNS["and"][_vendor()].join(f"({stem})" for stem in of_words) + ")"


def _indexed(query: str) -> Term:
    return Term(_INDEX[_vendor()], (query,))


def _phrase(one: Wanted) -> Term:
    return _holds("c.words", [" ".join(one.words)])


def _holds(text: str, parts: Sequence[str]) -> Term:
    """``text`` holds one of ``parts``, whole words that is."""
    one = _HOLDS[_vendor()].format(text=text)
    return Term(" OR ".join([one] * len(parts)), tuple(f" {part} " for part in parts))


def _score(one: Wanted, locale: str, *, certain: bool) -> Term:
    """What ``one`` adds to the relevance of a found item; ``certain``: every found item has it."""
    of_words = [stems(word, locale) for word in one.words]
    # Titles and leads are kept as stems alone: a phrase is there when its stems stand in a row.
    parts = [" ".join(found[0] for found in of_words)] if one.exact else of_words[0]
    title, lead = _holds("c.title", parts), _holds("c.lead", parts)
    rest = Term(str(ELSEWHERE))
    if not certain:
        query = Term(_AMONG[_vendor()], (_query(one, locale),))
        there = _joined([query, _phrase(one)], " AND ") if one.exact else query
        rest = Term(f"CASE WHEN {there.sql} THEN {ELSEWHERE} ELSE 0 END", there.params)
    return Term(
        f"CASE WHEN {title.sql} THEN {IN_TITLE} WHEN {lead.sql} THEN {IN_LEAD} ELSE {rest.sql} END",
        (*title.params, *lead.params, *rest.params),
    )


def _joined(terms: Sequence[Term], sign: str) -> Term:
    return Term(
        sign.join(term.sql for term in terms), tuple(param for term in terms for param in term.params)
    )


def _vendor() -> str:
    return connections[READER].vendor
