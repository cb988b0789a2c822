"""The admin in the language of its user, from the first line of a request to the last."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation


def admin_in_own_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: activates the language that an editor has chosen.

    Wagtail does so around its views alone: refusals, pages that do not exist and messages set outside a view
    would speak the language of the browser.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return get_response(request)
        # The relation is kept on the user, where Wagtail's own views find it again.
        profile = getattr(request.user, "wagtail_userprofile", None)
        language = profile.get_preferred_language() if profile else None
        if not language:
            return get_response(request)
        with translation.override(language):
            return get_response(request)

    return middleware
