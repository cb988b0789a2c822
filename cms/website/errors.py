"""Pages for what went wrong, in the language of the path."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from cms.website import answers, elsewhere
from cms.website.frame import frame
from cms.website.middleware import language_asked_for, language_of_path

Words = Callable[[], tuple[str, str]]


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing is public here. Where the other language has the page, and it is public, a link leads there."""
    locale = _language(request)
    with translation.override(locale):
        found = elsewhere.find(request.path_info)
        around = frame(locale, request.path_info)
        if found.item is not None:
            around.other.url = found.item["meta"]["html_url"]
        html = render_to_string(
            "website/not_found.html", {"locale": locale, "frame": around, "elsewhere": found}
        )
    return _answer(request, html, locale, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Reads nothing, since reading may be what failed."""
    return _message(
        request,
        500,
        lambda: (_("Something went wrong"), _("The fault is ours. Please try again in a few minutes.")),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that cannot be understood."""
    return _message(
        request,
        400,
        lambda: (
            _("This request cannot be understood"),
            _("Please go back, and try again from a page of this site."),
        ),
    )


def denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not for this reader."""
    return _message(
        request,
        403,
        lambda: (_("This page is not open to you"), _("You may need to sign in with another account.")),
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that did not come from a page of ours, or came too late (Django's CSRF check)."""
    return _message(
        request,
        403,
        lambda: (_("This form has expired"), _("Please load the page again, and send the form once more.")),
    )


def not_ready(request: HttpRequest) -> HttpResponse:
    """503: the demo newsroom is still being loaded."""
    return _message(
        request,
        503,
        lambda: (
            _("The demo newsroom is not ready yet"),
            _("It is still being loaded. Please try again in a minute."),
        ),
    )


def _language(request: HttpRequest) -> str:
    return language_of_path(request.path_info) or language_asked_for(request)


def _message(request: HttpRequest, status: int, words: Words) -> HttpResponse:
    locale = _language(request)
    with translation.override(locale):
        heading, text = words()
        context = {
            "locale": locale,
            "status": status,
            "heading": heading,
            "text": text,
            "style": _static("communique.css"),
            "mark": _static("mark.svg"),
        }
        html = render_to_string("website/error.html", context)
    return _answer(request, html, locale, status)


def _static(name: str) -> str:
    """The address of a static file; plain where nothing was collected, since an error page must not fail."""
    try:
        return static(name)
    except ValueError:
        return f"{settings.STATIC_URL}{name}"


def _answer(request: HttpRequest, html: str, locale: str, status: int) -> HttpResponse:
    answer = answers.page(html, locale, status=status)
    if language_of_path(request.path_info) is None:
        patch_vary_headers(answer, ["Accept-Language"])
    return answer
