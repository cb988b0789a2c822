"""The grammar of ``fields=``, as Wagtail's API v2 has it.

``name`` adds, ``-name`` removes, ``*`` first starts from all, ``_`` first from none, ``name(sub,-sub)`` chooses
within a related item or a structure. No white space.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.api import problems
from cms.contract.http import shown

DEEPEST = 5  # brackets in brackets
MOST_NAMES = 200
PART = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[-*(),]", re.ASCII)


@dataclass(frozen=True, slots=True)
class FieldName:
    """A name of the list, removed or not, with the names in its brackets (None: no brackets)."""

    name: str
    negated: bool = False
    below: tuple["FieldName", ...] | None = None


def parse_fields(name: str, text: str) -> tuple[FieldName, ...]:
    """The names asked for. Raises Problem, with the position of what cannot be read."""
    reader = _Reader(name, text)
    names = reader.names(depth=0)
    if reader.part is not None:
        raise reader.unexpected()
    return names


class _Reader:
    def __init__(self, parameter: str, text: str) -> None:
        self.parameter = parameter
        self.text = text
        self.position = 0
        self.count = 0
        self.part: str | None = None
        self._read()

    def _read(self) -> None:
        """Read the part at the position; None at the end, or where there is none."""
        match = PART.match(self.text, self.position)
        if match is None and self.position < len(self.text):
            raise self.unexpected()
        self.part = match[0] if match else None

    def take(self) -> str:
        """Return the part and go on to the next."""
        taken = self.part or ""
        self.position += len(taken)
        self._read()
        return taken

    def problem(self, rule: str) -> problems.Problem:
        return problems.invalid_value(self.parameter, self.text, rule)

    def unexpected(self) -> problems.Problem:
        if self.position >= len(self.text):
            return self.problem(_("It ends too early: a name or a closing bracket is missing."))
        what = {"char": shown(self.text[self.position]), "position": self.position}
        return self.problem(_("“%(char)s” is not expected at position %(position)d.") % what)

    def names(self, depth: int) -> tuple[FieldName, ...]:
        """A list of names, up to the end or a closing bracket."""
        if depth > DEEPEST:
            raise self.problem(_("Brackets may be nested %(depth)d deep.") % {"depth": DEEPEST})
        found = [self.name(depth, first=None)]
        while self.part == ",":
            self.take()
            found.append(self.name(depth, first=found[0].name))
        return tuple(found)

    def name(self, depth: int, first: str | None) -> FieldName:
        """One name. ``first``: the first name of the list, None when this is it."""
        negated = self.part == "-"
        if negated:
            self.take()
        if self.part is None or self.part in "-(),":
            raise self.unexpected()
        self.count += 1
        if self.count > MOST_NAMES:
            raise self.problem(_("A list is limited to %(count)d names.") % {"count": MOST_NAMES})
        name = self.take()
        below = None
        if name in ("*", "_"):
            if first is not None or negated:
                raise self.problem(_("“*” and “_” stand first and have no minus."))
        elif self.part == "(" and not negated:
            self.take()
            below = self.names(depth + 1)
            if self.part != ")":
                raise self.unexpected()
            self.take()
        if first == "_" and negated:
            raise self.problem(_("After “_” there is nothing to remove."))
        if first == "*" and not negated and below is None:
            raise self.problem(_("After “*” there is nothing to add."))
        return FieldName(name, negated, below)
