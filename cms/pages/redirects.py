"""Old addresses of the public site lead on; the interfaces' addresses are their own."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.redirects.middleware import RedirectMiddleware

INTERFACES = ("/api/", "/graphql/")


class RedirectReaders(RedirectMiddleware):
    """Middleware: Wagtail's, but for the interfaces, whose clients would be led to a page where they asked for data."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The redirect where one is kept for an address that is not there, else the response."""
        if response.status_code != 404 or request.path.startswith(INTERFACES):
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
