"""HTTP answers of the public site: language, validators and how long they hold.

Every answer is a pure function of (address, store version, build), and its ETag says so. ``no-cache`` lets caches
keep it and makes them ask each time: an embargo lifts, and a withdrawal counts, in that same instant.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response


def etag(version: str, digest: str) -> str:
    """The strong validator of what shows the item with ``digest`` at a store version."""
    return f'"{settings.BUILD}.{version}.{digest[:16]}"'


def unchanged(request: HttpRequest, validator: str) -> HttpResponseBase | None:
    """A 304 answer, where the client has just this one already."""
    answer: HttpResponseBase | None = get_conditional_response(request, etag=validator)
    if answer is not None:
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["ETag"] = validator
    return answer


def page(html: str, locale: str, *, status: int = 200, validator: str = "") -> HttpResponse:
    """A page in one language."""
    answer = HttpResponse(html, status=status)
    answer.headers["Content-Language"] = locale
    answer.headers["Cache-Control"] = "no-cache"
    if validator:
        answer.headers["ETag"] = validator
    return answer
