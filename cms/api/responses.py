"""Responses: headers, entity tags, 304, and problems. One place decides what an answer looks like in HTTP."""

import hashlib
import re
from uuid import uuid4

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.encoding import escape_uri_path
from django.utils.http import parse_etags

from cms.api.problems import Problem

METHODS = "GET, HEAD, OPTIONS"
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}", re.ASCII)
LONGEST_INSTANCE = 200  # characters


def request_id(request: HttpRequest) -> str:
    """The id under which this request is on record: the caller's X-Request-ID where it is one, else a new one."""
    given = str(request.headers.get("X-Request-ID", ""))
    return given if REQUEST_ID.fullmatch(given) else uuid4().hex


def etag(*parts: str) -> str:
    """A strong entity tag of ``parts``, of the build and of the site's address."""
    text = "\0".join((settings.BUILD, settings.SITE_URL, *parts))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:40]}"'


def answer(
    text: str, tag: str, languages: str, *, varies: bool, content_type: str = "application/json"
) -> HttpResponse:
    """An answer. ``varies``: Accept-Language chose its language."""
    response = HttpResponse(text.encode(), content_type=content_type, headers={"ETag": tag})
    return _finished(response, languages, varies=varies)


def unchanged(request: HttpRequest, tag: str, languages: str, *, varies: bool) -> HttpResponse | None:
    """304 when the caller holds the answer with this tag (RFC 9110, 13.1.2: weak comparison), else None."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    if held != ["*"] and tag not in [part.removeprefix("W/") for part in held]:
        return None
    return _finished(_without_content(304, {"ETag": tag}), languages, varies=varies)


def _without_content(status: int, headers: dict[str, str]) -> HttpResponse:
    response = HttpResponse(status=status, headers=headers)
    response.headers.pop("Content-Type", None)
    return response


def redirect(address: str, languages: str, *, permanent: bool = False) -> HttpResponse:
    """A redirection to an address of the interface, whose answer is in ``languages``."""
    response = (HttpResponsePermanentRedirect if permanent else HttpResponseRedirect)(address)
    del response.headers["Content-Type"]
    return _finished(response, languages, varies=False)


def options() -> HttpResponse:
    """What may be asked of an address, for CORS preflights too."""
    headers = {
        "Allow": METHODS,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match, X-Request-ID",
        "Access-Control-Max-Age": "86400",
    }
    return _without_content(204, headers)


def problem(
    request: HttpRequest, found: Problem, *, identity: str, language: str, varies: bool
) -> HttpResponse:
    """A problem as a response."""
    instance = escape_uri_path(request.path)[:LONGEST_INSTANCE]
    body = found.body(instance=instance, request_id=identity)
    response = HttpResponse(body, status=found.status, content_type="application/problem+json")
    if found.status == 405:
        response.headers["Allow"] = METHODS
    if found.status == 503:
        response.headers["Retry-After"] = "5"
    return _finished(response, language, varies=varies)


def _finished(response: HttpResponse, languages: str, *, varies: bool) -> HttpResponse:
    response.headers["Content-Language"] = languages
    response.headers["Cache-Control"] = "no-cache"
    if varies:
        response.headers["Vary"] = "Accept-Language"
    return response


def open_to_all(request: HttpRequest, response: HttpResponseBase, identity: str) -> HttpResponseBase:
    """The headers of every response; a HEAD request gets them without the body."""
    response.headers["X-Request-ID"] = identity
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "Content-Language, ETag, X-Request-ID"
    if isinstance(response, HttpResponse) and response.status_code not in (204, 304):
        response.headers["Content-Length"] = str(len(response.content))
        if request.method == "HEAD":
            response.content = b""
    return response
