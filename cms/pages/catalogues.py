"""The catalogues of translations, compared with what the source asks to be translated.

Nothing is written, and no tool but Python is needed.
"""

import gettext
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_TEMPLATES = {".html", ".txt", ".xml", ".svg"}


@dataclass(frozen=True)
class Text:
    """A text that the source asks to be translated, and where."""

    id: str | tuple[str, str]
    context: str | None
    place: str


def texts_of(folders: list[Path], root: Path) -> Iterator[Text]:
    """The texts marked for translation in Python files and templates under ``folders``."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(root).parts
            if {"migrations", "__pycache__", "node_modules"} & set(parts):
                continue
            if path.suffix == ".py":
                source = path.read_text()
            elif path.suffix in _TEMPLATES and "templates" in parts:
                # Python as far as the extractor cares, but indented at will.
                lines = templatize(path.read_text(), origin=str(path)).splitlines()
                source = "\n".join(line.strip() for line in lines)
            else:
                continue
            for line, text, _comments, context in extract(
                "python", io.BytesIO(source.encode()), keywords=_KEYWORDS
            ):
                yield Text(_identity(text), context, f"{path.relative_to(root)}:{line}")


def _identity(text: str | tuple[str, ...]) -> str | tuple[str, str]:
    return text if isinstance(text, str) else (text[0], text[1])


def problems(texts: list[Text], po: Path, language: str) -> Iterator[str]:
    """What is wrong with the catalogue ``po`` for ``texts``, a line each."""
    if not po.exists():
        yield f"{po} does not exist."
        return
    with po.open("rb") as file:
        catalogue = read_po(file, locale=language)
    seen: set[tuple[str | tuple[str, str], str | None]] = set()
    for text in texts:
        if (text.id, text.context) in seen:
            continue
        seen.add((text.id, text.context))
        first = text.id if isinstance(text.id, str) else text.id[0]
        if problem := _problem(text, catalogue):
            yield f"{text.place}: {problem}: {first!r}"
    yield from _compiled_problems(catalogue, po)


def _problem(text: Text, catalogue: Catalog) -> str:
    first = text.id if isinstance(text.id, str) else text.id[0]
    message = catalogue.get(first, text.context)
    if message is None or not _is_translated(message):
        return "not translated"
    if message.fuzzy:
        return "marked as fuzzy"
    if isinstance(text.id, tuple) and not isinstance(message.string, (tuple, list)):
        return "no plural"
    wanted = set(_PLACEHOLDER.findall(first if isinstance(text.id, str) else text.id[1]))
    strings = _strings(message)
    if any(set(_PLACEHOLDER.findall(string)) - wanted for string in strings):
        return "placeholders that the source does not fill"
    if set(_PLACEHOLDER.findall(strings[-1])) != wanted:
        return "placeholders missing"
    return ""


def _is_translated(message: Message) -> bool:
    return all(_strings(message))


def _strings(message: Message) -> list[str]:
    """Its translation, or its translations by number."""
    string = message.string
    return [text or "" for text in (string if isinstance(string, (tuple, list)) else [string])]


def _compiled_problems(catalogue: Catalog, po: Path) -> Iterator[str]:
    mo = po.with_suffix(".mo")
    if not mo.exists():
        yield f"{mo} does not exist: run manage.py compilemessages."
        return
    with mo.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in catalogue:
        if (
            not message.id
            or message.fuzzy
            or not _is_translated(message)
            or isinstance(message.id, (tuple, list))
        ):
            continue
        found = (
            compiled.pgettext(message.context, message.id)
            if message.context
            else compiled.gettext(message.id)
        )
        if found != message.string:
            yield f"{mo} is older than {po.name}: run manage.py compilemessages."
            return
