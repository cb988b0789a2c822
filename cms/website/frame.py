"""What stands around every page: name of the site, navigation, the other language, what machines read."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.website.middleware import LANGUAGES
from cms.website.typography import typeset
from search import site

ENDONYMS = dict(settings.LANGUAGES)


@dataclass(slots=True)
class Section:
    """An entry of the navigation. ``current``: "page" on that page itself, "true" below it."""

    title: str
    url: str
    current: str = ""
    type: str = ""


@dataclass(slots=True)
class Other:
    """The other language. ``url``: the very translation; ``absent``: there is an item, and no public translation."""

    code: str
    name: str
    home: str
    url: str = ""
    absent: bool = False


@dataclass(slots=True)
class Frame:
    """See the module."""

    locale: str
    site_title: str
    home: str
    own_name: str
    other: Other
    is_home: bool = False
    sections: list[Section] = field(default_factory=list)
    breadcrumbs: list[Section] = field(default_factory=list)
    description: str = ""
    canonical: str = ""
    indexed: bool = True
    alternates: list[dict[str, str]] = field(default_factory=list)
    open_graph: list[tuple[str, str]] = field(default_factory=list)
    json_ld: str = ""


def frame(locale: str, path: str, item: dict[str, Any] | None = None) -> Frame:
    """The frame of the page at ``path``; ``item``: the content item that it shows, if it shows one."""
    found = site.frame(locale)
    homes = {card["meta"]["locale"]: card for card in found["homes"]}
    own = homes.get(locale)
    code = next(language for language in LANGUAGES if language != locale)
    home_of_other = f"/{code}/" if code in homes else ""
    made = Frame(
        locale=locale,
        site_title=typeset(own["title"], locale) if own else settings.SITE_NAME,
        home=f"/{locale}/",
        is_home=path == f"/{locale}/",
        own_name=ENDONYMS[locale],
        other=Other(code=code, name=ENDONYMS[code], home=home_of_other),
        sections=[_section(card, path, item) for card in found["sections"]],
    )
    made.breadcrumbs = _breadcrumbs(made, path, item)
    if item is None:
        made.other.url = home_of_other
        made.indexed = False
        return made
    translation = next(
        (card for card in item["meta"].get("translations") or [] if card["locale"] == code), None
    )
    if translation and translation["html_url"]:
        made.other.url = translation["html_url"]
    else:
        made.other.absent = True
    return made


# Types whose pages stand elsewhere than below the section that they belong to.
BELONGS = {"media_library.Video": "media_library.MediaIndexPage"}


def _section(card: dict[str, Any], path: str, item: dict[str, Any] | None) -> Section:
    url = card["meta"]["html_url"]
    belongs = item is not None and BELONGS.get(item["meta"]["type"]) == card["meta"]["type"]
    current = "page" if path == url else "true" if path.startswith(url) or belongs else ""
    return Section(typeset(card["title"], card["meta"]["locale"]), url, current, card["meta"]["type"])


def _breadcrumbs(made: Frame, path: str, item: dict[str, Any] | None) -> list[Section]:
    if made.is_home or item is None:
        return []
    trail = [Section(_("Home page"), made.home)]
    trail += [section for section in made.sections if section.current == "true"]
    return trail
