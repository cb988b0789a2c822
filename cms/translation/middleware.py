"""What translation refuses deep inside Wagtail's own views, told to the editor instead of failing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from cms.publishing.errors import Refused


class TellRefusals:
    """Middleware: a refusal that a view did not handle becomes a message on the page that was left.

    The view's transaction is rolled back by then. Only in the admin: readers publish nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Django calls this with what a view raised."""
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, Refused) or not request.path.startswith(home):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest" or "json" in request.headers.get(
            "accept", ""
        ):
            return JsonResponse({"success": False, "error_message": exception.reason}, status=409)
        messages.error(request, exception.html)
        came_from = request.headers.get("referer", "")
        safe = url_has_allowed_host_and_scheme(
            came_from, {request.get_host()}, require_https=request.is_secure()
        )
        return redirect(came_from if safe else home)
