"""Previews in the admin: a draft on the very page that readers will see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cms.contract.publishable import Publishable
from cms.store.previews import preview as rendered
from cms.website import answers
from cms.website.asking import Asking
from cms.website.presenting import show


def preview(item: dict[str, Any], request: HttpRequest) -> HttpResponse:
    """The page of a draft's payload, in the draft's language, for the eyes of its editors alone."""
    locale = item["meta"]["locale"]
    with translation.override(locale):
        shown = show(item, Asking(path=item["meta"]["html_url"] or f"/{locale}/"), draft=True)
    answer = answers.page(shown.html, locale)
    answer.headers["Cache-Control"] = "no-store, private"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def show_draft(request: HttpRequest, draft: Publishable) -> HttpResponse:
    """The preview of a draft, rendered as the store would render it."""
    locale: str = draft.locale.language_code  # type: ignore[attr-defined]  # whatever is previewed has a locale
    return preview(rendered(draft, locale), request)
