"""The query string, read strictly: each parameter known, given once, clean and parsed by its own rule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from unicodedata import category
from urllib.parse import unquote_to_bytes

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.api import problems

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LONGEST_QUERY = 64_000  # characters
MOST_PARAMETERS = 50
# Control characters, surrogates, line and paragraph separators have no place in a value.
UNCLEAN = {"Cc", "Cs", "Zl", "Zp"}
# Names that other interfaces of this shape take, and why this one does not.
REFUSED: Mapping[str, str | Promise] = {
    "site": gettext_lazy("This newsroom is one site: every address belongs to it."),
}
REPLACED = "\ufffd"  # what decoding leaves of bytes that are not UTF-8


@dataclass(frozen=True, slots=True, eq=False)
class Parameter(Generic[T_co]):
    """A parameter: its name, how its text becomes a value, and the value when it is not given.

    ``parse`` takes the name and the text, and raises Problem. ``about`` says what it means, ``example`` is a text that
    it takes, ``schema`` the JSON Schema of the text as it stands in the query (a number there is an integer).
    """

    name: str
    parse: Callable[[str, str], T_co]
    default: T_co
    about: str | Promise
    example: str
    schema: Mapping[str, Any]
    longest: int = 1_000  # characters


class Query:
    """The parameters of one request. Raises Problem when made with what ``allowed`` does not take.

    ``refuse`` is given the name and text of what is not taken, and may raise a Problem that says more.
    """

    def __init__(
        self,
        query_string: str,
        allowed: Sequence[Parameter[Any]],
        refuse: Callable[[str, str], None] = lambda _name, _text: None,
    ) -> None:
        self.texts = pairs(query_string)
        by_name = {parameter.name: parameter for parameter in allowed}
        unknown = [name for name in self.texts if name not in by_name]
        for name in unknown:
            if name in REFUSED:
                raise problems.refused(name, str(REFUSED[name]), list(by_name))
            refuse(name, self.texts[name])
        if unknown:
            raise problems.unknown_parameters(unknown, list(by_name))
        self._values = {name: _parsed(by_name[name], text) for name, text in self.texts.items()}

    def __getitem__(self, parameter: Parameter[T]) -> T:
        value: T = self._values.get(parameter.name, parameter.default)
        return value

    def __contains__(self, parameter: Parameter[Any]) -> bool:
        return parameter.name in self._values


def _parsed(parameter: Parameter[T], text: str) -> T:
    if not text:
        raise problems.invalid_value(parameter.name, text, _("Give it a value or leave it out."))
    if len(text) > parameter.longest:
        rule = _("Its length is limited to %(count)d characters.") % {"count": parameter.longest}
        raise problems.invalid_value(parameter.name, text, rule)
    return parameter.parse(parameter.name, text)


def pairs(query_string: str) -> dict[str, str]:
    """Names and decoded values of a query string as WSGI gives it (bytes as Latin-1).

    Only ``&`` separates. Raises Problem for what is too long, repeated, not UTF-8 or has control characters.
    """
    if len(query_string) > LONGEST_QUERY:
        limit = _("A query is limited to %(count)d characters.") % {"count": LONGEST_QUERY}
        raise problems.query_too_long(limit)
    parts = [part for part in query_string.split("&") if part]
    if len(parts) > MOST_PARAMETERS:
        limit = _("A query is limited to %(count)d parameters.") % {"count": MOST_PARAMETERS}
        raise problems.query_too_long(limit)
    found: dict[str, str] = {}
    for part in parts:
        raw_name, _equals, raw_value = part.partition("=")
        name, value = _decoded(raw_name), _decoded(raw_value)
        if not (_is_clean(name) and _is_clean(value)):
            raise problems.unreadable(name, value)
        if name in found:
            raise problems.repeated_parameter(name)
        found[name] = value
    return found


def _decoded(raw: str) -> str:
    return unquote_to_bytes(raw.replace("+", " ").encode("latin-1", "replace")).decode("utf-8", "replace")


def _is_clean(text: str) -> bool:
    if text.isascii() and text.isprintable():
        return True
    return REPLACED not in text and not any(category(c) in UNCLEAN or ord(c) & 0xFFFE == 0xFFFE for c in text)
