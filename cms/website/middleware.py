"""The language of a request, by its path and nothing else where the path names one."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def language_of_path(path: str) -> str | None:
    """The language that a path names by its first part ("/fr/…"), or None."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in LANGUAGES else None


def language_asked_for(request: HttpRequest) -> str:
    """The reader's first choice among our languages by Accept-Language, else the site's default.

    Cookies and the session have no say. Django cuts the header at 500 characters and keeps what it parsed.
    """
    for wanted, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        code = wanted.split("-", 1)[0]
        if code in LANGUAGES and quality > 0:
            return code
    return settings.LANGUAGE_CODE


def language_by_path(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: activates the language of the request.

    ``/en/…`` and ``/fr/…`` are in the language they name, whatever the reader's headers say. Any other
    address ("/", the API's error texts, the admin's log-in page) takes Accept-Language; the admin then
    activates its user's own preference. Nothing is ever redirected. A view that sets Content-Language itself
    has decided by something else, and its answer does not vary by our choice.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        named = language_of_path(request.path_info)
        language = named or language_asked_for(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = get_response(request)
        if not response.has_header("Content-Language"):
            response.headers["Content-Language"] = language
            if named is None:
                patch_vary_headers(response, ["Accept-Language"])
        return response

    return middleware
