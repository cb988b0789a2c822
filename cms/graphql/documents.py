"""Documents, parsed, held to the limits and validated once: kept by their text, bounded in number and bytes."""

import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _
from graphql import (
    ASTValidationRule,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    Visitor,
    parse,
    specified_rules,
    validate,
    visit,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.validation import ValuesOfCorrectTypeRule

from cms.graphql import limits
from cms.graphql.errors import BAD_INPUT, BAD_REQUEST, PARSE_FAILED, VALIDATION_FAILED, Refused, refused
from cms.graphql.schema import schema

T = TypeVar("T")
MOST_ERRORS = 10
# A parsed document takes about 100 times its text (86 kB for 900 characters), its compiled selection as much again.
BYTES_PER_CHARACTER = 200
MOST_KEPT = 500
MOST_KEPT_BYTES = 16_000_000


class Kept(Generic[T]):
    """A map of what was used last, bounded in number and estimated bytes. Safe to use from several threads."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self.most = most
        self.most_bytes = most_bytes
        self.bytes = 0
        self._entries: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> T | None:
        """What is kept under ``key``."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries.move_to_end(key)
            return entry[0]

    def keep(self, key: Hashable, value: T, size: int) -> None:
        """Keep ``value`` of about ``size`` bytes; what was used longest ago goes."""
        with self._lock:
            before = self._entries.pop(key, None)
            self.bytes += size - (before[1] if before else 0)
            self._entries[key] = (value, size)
            while len(self._entries) > self.most or (self.bytes > self.most_bytes and len(self._entries) > 1):
                _key, (_value, gone) = self._entries.popitem(last=False)
                self.bytes -= gone

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self.bytes = 0


@dataclass(slots=True, eq=False)
class Document:
    """A valid document: its operations by name, its fragments, and the variables that @skip and @include read."""

    text: str
    digest: str
    operations: dict[str, OperationDefinitionNode]
    fragments: dict[str, FragmentDetails]
    conditions: tuple[str, ...]
    node: DocumentNode
    plans: dict[Hashable, Any] = field(default_factory=dict)
    is_held: bool = False  # by a request that is kept

    @property
    def size(self) -> int:
        """About how many bytes it takes with its plans."""
        return BYTES_PER_CHARACTER * len(self.text)

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation called ``name``, or the only one. Raises Refused."""
        if name:
            if name not in self.operations:
                listed = ", ".join(sorted(self.operations)) or "–"
                text = _("The document has no operation “%(name)s”. It has: %(known)s.")
                raise refused(BAD_REQUEST, text % {"name": name[:60], "known": listed[:200]})
            return self.operations[name]
        if len(self.operations) != 1:
            raise refused(BAD_REQUEST, _("Say in operationName which operation of the document is meant."))
        return next(iter(self.operations.values()))


_kept: Kept[Document] = Kept(MOST_KEPT, MOST_KEPT_BYTES)


def document(text: str) -> Document:
    """The document of this text. Raises Refused for what cannot be read, passes a limit or is not valid."""
    known = _kept.get(text)
    if known is None:
        known = _document(text)
        _kept.keep(text, known, known.size)
    return known


def by_digest(digest: str) -> str | None:
    """The text that was stored under its SHA-256."""
    return _stored.get(digest)


def store(text: str) -> None:
    """Store the text of a document under its SHA-256, for requests that give the hash alone."""
    _stored.keep(sha256(text), text, 4 * len(text))


_stored: Kept[str] = Kept(2_000, 4_000_000)


def sha256(text: str) -> str:
    """The hash under which a document is asked for."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def forget() -> None:
    """Forget all documents, stored ones too."""
    _kept.clear()
    _stored.clear()


def _document(text: str) -> Document:
    node = _parsed(text)
    limits.check(node)
    errors = validate(schema(), node, _rules(), max_errors=MOST_ERRORS)
    if errors:
        raise Refused([_coded(error) for error in errors])
    operations = [part for part in node.definitions if isinstance(part, OperationDefinitionNode)]
    fragments = {
        part.name.value: FragmentDetails(part)
        for part in node.definitions
        if isinstance(part, FragmentDefinitionNode)
    }
    by_name = {part.name.value if part.name else "": part for part in operations}
    return Document(text, sha256(text), by_name, fragments, _conditions(node), node)


def _parsed(text: str) -> DocumentNode:
    try:
        return parse(text, max_tokens=limits.MOST_TOKENS)
    except GraphQLSyntaxError as error:
        if "token" in error.message and str(limits.MOST_TOKENS) in error.message:
            message = _("A document is limited to %(count)d tokens.") % {"count": limits.MOST_TOKENS}
            raise refused("TOKEN_LIMIT", message, limit=limits.MOST_TOKENS) from None
        raise Refused([_coded(error, PARSE_FAILED)]) from None
    except RecursionError:
        raise refused("DEPTH_LIMIT", _("The document is nested too deeply.")) from None


def _coded(error: GraphQLError, code: str = VALIDATION_FAILED) -> GraphQLError:
    if "code" not in (error.extensions or {}):
        error.extensions = {"code": code}
    return error


class _Values(ValuesOfCorrectTypeRule):
    """GraphQL's rule, its errors with the code of wrong values."""

    def report_error(self, error: GraphQLError) -> None:
        super().report_error(_coded(error, BAD_INPUT))


@lru_cache(maxsize=1)
def _rules() -> tuple[type[ASTValidationRule], ...]:
    return tuple(_Values if rule is ValuesOfCorrectTypeRule else rule for rule in specified_rules)


def _conditions(node: DocumentNode) -> tuple[str, ...]:
    """The variables whose values decide what is selected."""
    found: set[str] = set()

    class Conditions(Visitor):
        def enter_directive(self, directive: Any, *_rest: Any) -> None:
            for argument in directive.arguments:
                if argument.value.kind == "variable":
                    found.add(argument.value.name.value)

    visit(node, Conditions())
    return tuple(sorted(found))
