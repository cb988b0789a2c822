"""What to say where nothing is public: whether the other language has the page, and where. Only the public is asked."""

import re
from dataclasses import dataclass
from typing import Any

from cms.website.middleware import LANGUAGES, language_of_path
from search import site

# What can be an address of ours at all; anything else is not looked for.
_PATH = re.compile(r"^/[a-z]{2}/(?:[\w-]+/){1,12}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """``item``: the page in the other language; ``moved``: the page in this language, at its right address."""

    item: dict[str, Any] | None = None
    moved: dict[str, Any] | None = None


def find(path: str) -> Elsewhere:
    """Where a reader of ``path``, at which nothing is public, could go.

    The other language is tried at the same address below its own prefix, and below the translation of the
    section: for /fr/actualites/summit/ that is /en/actualites/summit/ and /en/news/summit/.
    """
    locale = language_of_path(path)
    if locale is None or len(path) > 400 or not _PATH.match(path if path.endswith("/") else path + "/"):
        return Elsewhere()
    path = path if path.endswith("/") else path + "/"
    for candidate in _candidates(path, locale):
        found = site.page_at(candidate)
        if found is None:
            continue
        here = [card for card in found.data["meta"]["translations"] if card["locale"] == locale]
        if here:
            return Elsewhere(moved=here[0])
        return Elsewhere(item=found.data)
    return Elsewhere()


def _candidates(path: str, locale: str) -> list[str]:
    other = next(code for code in LANGUAGES if code != locale)
    rest = path.removeprefix(f"/{locale}/")
    candidates = [f"/{other}/{rest}"]
    section, _slash, below = rest.partition("/")
    parent = site.page_at(f"/{locale}/{section}/") if below else None
    for card in parent.data["meta"]["translations"] if parent else []:
        if card["html_url"]:
            candidates.append(card["html_url"] + below)
    # Topics, people and places stand below no page: their sections are known by name.
    candidates += [
        f"/{other}/{pair[other]}/{below}" for pair in SECTIONS if pair[locale] == section and below
    ]
    return list(dict.fromkeys(candidates))


SECTIONS = (
    {"en": "topics", "fr": "themes"},
    {"en": "people", "fr": "personnes"},
    {"en": "places", "fr": "lieux"},
)
