"""The address of the interface: requests in, answers out, errors with the status that GraphQL over HTTP gives them."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from cms.contract.http import etag, is_held, open_to_all, request_id
from cms.graphql import documents, requests
from cms.graphql.documents import Kept
from cms.graphql.errors import BAD_REQUEST, Refused, failure, refused
from cms.graphql.execution import Prepared, encode, execute, prepare
from search.answers import answers
from search.queries import store_version

METHODS = "GET, HEAD, POST, OPTIONS"
JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
# Requests seen before, by their bytes: parsed, checked, their arguments read.
_prepared: Kept[Prepared] = Kept(1_000, 16_000_000)
PREPARED_BYTES = 4_000  # of a request besides twice its own length


@csrf_exempt
def endpoint(request: HttpRequest) -> HttpResponseBase:
    """Answer a request, whatever it is."""
    identity = request_id(request)
    language = str(getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE))
    with translation.override(language):
        try:
            response = _answered(request, language, identity)
        except Refused as error:
            response = _refusal(request, error)
        except Exception as error:
            response = _refusal(request, failure(error, identity))
    response.headers["Content-Language"] = language
    response.headers["Vary"] = "Accept, Accept-Language"
    return open_to_all(request, response, identity)


def _answered(request: HttpRequest, language: str, identity: str) -> HttpResponse:
    if request.method == "OPTIONS":
        return _options()
    if request.method not in ("GET", "HEAD", "POST"):
        text = _("%(method)s is not possible here: ask by GET or POST.") % {
            "method": str(request.method)[:20]
        }
        raise refused("METHOD_NOT_ALLOWED", text, status=405)
    if "websocket" in request.headers.get("Upgrade", "").lower():
        raise refused("SUBSCRIPTIONS_NOT_OFFERED", _("Subscriptions are not offered."), status=426)
    raw = requests.raw(request)
    if _asks_for_the_explorer(request, raw):
        return render(request, "graphql/explorer.html", {"language": language})
    key = ("graphql", request.method == "POST", request.META.get("CONTENT_TYPE", ""), raw, language)
    prepared = _prepared.get(key)
    if prepared is None:
        prepared = _prepare(request, raw, language)
        # A request holds its document: the first of a document's counts for both.
        size = 0 if prepared.document.is_held else prepared.document.size
        prepared.document.is_held = True
        _prepared.keep(key, prepared, PREPARED_BYTES + 2 * len(raw) + size)
    kept: Any = answers.get(key, store_version()) if answers.knows(key) else None
    if kept is None:
        answer = execute(prepared, identity)
        kept = answer.body
        if answer.version and not answer.has_errors:
            answers.keep(key, answer.version, kept)
    return _response(request, kept)


def _prepare(request: HttpRequest, raw: bytes, language: str) -> Prepared:
    asked = requests.asked(request, raw)
    document = documents.document(asked.text)
    found = prepare(document, asked.operation_name, asked.variables, language)
    if asked.to_store:
        documents.store(asked.text)
    return found


def _response(request: HttpRequest, body: bytes) -> HttpResponse:
    if request.method == "POST":
        return HttpResponse(body, content_type=_media_type(request), headers={"Cache-Control": "no-store"})
    tag = etag(_media_type(request), body.decode())
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if is_held(request, tag):
        unchanged = HttpResponse(status=304, headers=headers)
        del unchanged.headers["Content-Type"]
        return unchanged
    return HttpResponse(body, content_type=_media_type(request), headers=headers)


def _refusal(request: HttpRequest, found: Refused) -> HttpResponse:
    body = encode({"errors": [error.formatted for error in found.errors]})
    headers = {"Cache-Control": "no-store"}
    if found.status in (405, 426):
        headers["Allow"] = METHODS
    if found.status == 503:
        headers["Retry-After"] = "5"
    return HttpResponse(body, status=found.status, content_type=_media_type(request), headers=headers)


def _media_type(request: HttpRequest) -> str:
    """GraphQL's own media type for those who ask for it; plain JSON for everybody else."""
    return f"{GRAPHQL_JSON if GRAPHQL_JSON in request.headers.get('Accept', '') else JSON}; charset=utf-8"


def _asks_for_the_explorer(request: HttpRequest, raw: bytes) -> bool:
    """Whether a browser opened the address itself, and the explorer is offered here."""
    if request.method == "POST" or raw or "text/html" not in request.headers.get("Accept", ""):
        return False
    if not settings.GRAPHIQL:
        text = _(
            "The explorer is not offered here. Send a query by POST, or by GET in the parameter “query”."
        )
        raise refused(BAD_REQUEST, text)
    return True


def _options() -> HttpResponse:
    headers = {
        "Allow": METHODS,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match, X-Request-ID",
        "Access-Control-Max-Age": "86400",
    }
    response = HttpResponse(status=204, headers=headers)
    del response.headers["Content-Type"]
    return response


def forget() -> None:
    """Forget the requests seen before."""
    _prepared.clear()
