"""What every interface for readers says in HTTP alike: request ids, entity tags, open to any origin, what was sent."""

import hashlib
import re
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import parse_etags

# How much of a value or a name an answer repeats (characters).
SHOWN = 60
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}", re.ASCII)


def request_id(request: HttpRequest) -> str:
    """The id under which this request is on record: the caller's X-Request-ID where it is one, else a new one."""
    given = str(request.META.get("HTTP_X_REQUEST_ID", ""))
    return given if REQUEST_ID.fullmatch(given) else uuid4().hex


def shown(text: str) -> str:
    """``text`` fit to be repeated in a message: on one line, visible, at most SHOWN characters."""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)


def etag(*parts: str) -> str:
    """A strong entity tag of ``parts``, of the build and of the site's address."""
    text = "\0".join((settings.BUILD, settings.SITE_URL, *parts))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:40]}"'


def is_held(request: HttpRequest, tag: str) -> bool:
    """Whether the caller holds the answer with this tag (RFC 9110, 13.1.2: weak comparison)."""
    given = request.META.get("HTTP_IF_NONE_MATCH", "")
    held = parse_etags(given) if given else []
    return held == ["*"] or tag in [part.removeprefix("W/") for part in held]


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
