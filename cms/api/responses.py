"""Responses: headers, entity tags, 304, and problems. One place decides what an answer looks like in HTTP."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.encoding import escape_uri_path

from cms.api.problems import Problem
from cms.contract.http import is_held

METHODS = "GET, HEAD, OPTIONS"
LONGEST_INSTANCE = 200  # characters


def answer(
    text: str, tag: str, languages: str, *, varies: bool, content_type: str = "application/json"
) -> HttpResponse:
    """An answer. ``varies``: Accept-Language chose its language."""
    response = HttpResponse(text.encode(), content_type=content_type, headers={"ETag": tag})
    return _finished(response, languages, varies=varies)


def unchanged(request: HttpRequest, tag: str, languages: str, *, varies: bool) -> HttpResponse | None:
    """304 when the caller holds the answer with this tag (RFC 9110, 13.1.2: weak comparison), else None."""
    if not is_held(request, tag):
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
