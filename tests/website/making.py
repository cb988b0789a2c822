"""How the pages and words of the website's newsroom are made: one for each language, with one translation key."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale, Page

LANGUAGES = ("en", "fr")
Pair = dict[str, Any]


@dataclass
class Newsroom:
    """What was made, by name: pairs by language, each with its public path under ``paths``."""

    paths: dict[str, dict[str, str]] = field(default_factory=dict)
    made: dict[str, Pair] = field(default_factory=dict)

    def add(self, name: str, pair: Pair) -> Pair:
        self.made[name] = pair
        self.paths[name] = {code: obj.public_path(code) for code, obj in pair.items()}
        return pair


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def section(model: type[Page], code: str) -> Any:
    return model.objects.get(locale__language_code=code)


def published(parent: Page, page: Any) -> Any:
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def pages(parent: type[Page], model: type[Page], texts: dict[str, dict[str, Any]], **same: Any) -> Pair:
    """Pages under the section ``parent``, one for each language of ``texts``."""
    made: Pair = {}
    for code, own in texts.items():
        page = model(locale=locale(code), **same, **own)
        if made:
            page.translation_key = next(iter(made.values())).translation_key
        made[code] = published(section(parent, code), page)
    return made


def words(model: Any, texts: dict[str, dict[str, Any]], **same: Any) -> Pair:
    """Entries of the vocabulary."""
    made: Pair = {}
    for code, own in texts.items():
        obj = model(locale=locale(code), **same, **own)
        if made:
            obj.translation_key = next(iter(made.values())).translation_key
        obj.save()
        made[code] = obj
    return made
