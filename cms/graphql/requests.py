"""Requests as GraphQL over HTTP defines them: POST of JSON, GET with parameters; a document or the hash of one.

Everything is read strictly: what is unknown, repeated or of another type is refused.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.graphql import documents
from cms.graphql.errors import BAD_REQUEST, refused
from cms.graphql.limits import MOST_BYTES

PARAMETERS = ("query", "variables", "operationName", "extensions")
JSON = "application/json"
MOST_NESTING = 40  # of variables


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the text of the document, which operation of it, and the values of its variables."""

    text: str
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    to_store: bool = False  # given with its hash


def asked(request: HttpRequest, raw: bytes) -> Asked:
    """The request, whose body or query string is ``raw``. Raises Refused."""
    values = _posted(request, raw) if request.method == "POST" else _parameters(raw)
    for name in values:
        if name not in PARAMETERS:
            text = _("“%(name)s” is not a part of a GraphQL request. Its parts are: %(known)s.")
            raise refused(BAD_REQUEST, text % {"name": str(name)[:60], "known": ", ".join(PARAMETERS)})
    query, extensions = values.get("query"), _object(values, "extensions")
    operation_name = values.get("operationName")
    if not isinstance(operation_name, str | None):
        raise refused(BAD_REQUEST, _("%(name)s is not a text.") % {"name": "operationName"})
    if not isinstance(query, str | None):
        raise refused(BAD_REQUEST, _("%(name)s is not a text.") % {"name": "query"})
    text, to_store = _text(query, extensions)
    return Asked(text, operation_name, _object(values, "variables"), to_store)


def raw(request: HttpRequest) -> bytes:
    """What a request says: the body of a POST, the query string otherwise. Raises Refused when it is too long."""
    if request.method != "POST":
        text: bytes = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    else:
        length = request.META.get("CONTENT_LENGTH") or "0"
        too_long = not length.isdecimal() or int(length) > MOST_BYTES
        text = b"" if too_long else request.read(MOST_BYTES + 1)
        if too_long:
            text = b" " * (MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        message = _("A request is limited to %(count)d bytes.") % {"count": MOST_BYTES}
        raise refused("REQUEST_TOO_LARGE", message, status=413, limit=MOST_BYTES)
    return text


def _posted(request: HttpRequest, body: bytes) -> Mapping[str, Any]:
    kind, _semicolon, rest = request.META.get("CONTENT_TYPE", "").partition(";")
    charset = rest.strip().lower().removeprefix("charset=").strip('"')
    if kind.strip().lower() != JSON or charset not in ("", "utf-8", "utf8"):
        text = _("Send the request as %(type)s in UTF-8.") % {"type": JSON}
        raise refused("UNSUPPORTED_MEDIA_TYPE", text, status=415)
    values = _json(body, _("The body"))
    if isinstance(values, list):
        raise refused(
            "BATCHING_NOT_SUPPORTED", _("Send one request at a time: lists of requests are not taken.")
        )
    if not isinstance(values, dict):
        raise refused(BAD_REQUEST, _("The body is not a JSON object."))
    return values


def _parameters(query_string: bytes) -> Mapping[str, Any]:
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20
        )
    except (UnicodeDecodeError, ValueError):
        raise refused(BAD_REQUEST, _("The parameters are not readable as UTF-8.")) from None
    values: dict[str, Any] = {}
    for name, text in pairs:
        if name in values:
            raise refused(BAD_REQUEST, _("“%(name)s” is given more than once.") % {"name": name[:60]})
        values[name] = (
            _json(text.encode(), name) if name in ("variables", "extensions") and text else text or None
        )
    return values


def _json(text: bytes, what: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a name is given twice")
        return found

    def refuse(_constant: str) -> Any:
        raise ValueError("not a JSON number")

    try:
        return json.loads(text.decode("utf-8"), object_pairs_hook=unique, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else type(error).__name__
        message = _("%(what)s is not readable as JSON in UTF-8 (%(reason)s).")
        raise refused(BAD_REQUEST, message % {"what": what, "reason": reason}) from None


def _object(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise refused(BAD_REQUEST, _("%(name)s is not a JSON object.") % {"name": name})
    return found


def _text(query: str | None, extensions: Mapping[str, Any]) -> tuple[str, bool]:
    """The text of the document, given or stored; and whether it came with its hash, to be stored."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        if not query:
            raise refused(BAD_REQUEST, _("The request has no query."))
        return query, False
    digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(digest, str) or persisted.get("version") != 1:
        text = _("extensions.persistedQuery needs version 1 and the SHA-256 of the document as sha256Hash.")
        raise refused(BAD_REQUEST, text)
    if query:
        if documents.sha256(query) != digest.lower():
            raise refused("PERSISTED_QUERY_HASH_MISMATCH", _("The hash is not that of the document."))
        return query, True
    stored = documents.by_digest(digest.lower())
    if stored is None:
        text = _("No document is stored under this hash. Send the document with it once.")
        raise refused("PERSISTED_QUERY_NOT_FOUND", text, status=200)
    return stored, False
