"""The page that says why something is not done."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.translation.errors import AliasRefused


def refused(request: HttpRequest, *, title: str, reason: str, status: int = 403) -> HttpResponse:
    """An admin page with the reason, under the status of a refusal."""
    context = {"page_title": title, "reason": reason, "header_icon": "warning"}
    return TemplateResponse(request, "translation/refused.html", context, status=status)


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """In place of the view that replaces a translated page by the words of the other language."""
    return refused(request, title=_("Not an alias"), reason=AliasRefused().reason)
