"""Publishing many pages at once: translations among them are published as translated, or nothing is."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from cms.translation import guard, rights, segments
from cms.translation.content import title_of
from cms.translation.drafting import save_draft
from cms.translation.errors import Incomplete, Locked


def before_publishing(request: HttpRequest, pages: Iterable[Page], action: Any) -> HttpResponse | None:
    """Save each translation's draft, which the action then publishes; stop all where one is incomplete or locked."""
    user = rights.user_of(request)
    following = [
        (page, translation)
        for page in _affected(pages, action)
        if (translation := guard.following(page)) is not None
    ]
    problems = []
    for page, translation in following:
        if rights.locked_for(user, page):
            problems.append(Locked(title_of(page)).reason)
        elif missing := segments.missing(translation):
            problems.append(Incomplete(title_of(page), missing).reason)
    if problems:
        for problem in problems:
            messages.error(request, problem)
        return redirect(action.next_url)
    for page, translation in following:
        # The action holds the page as it was read, and publishes the revision that it knows.
        page.latest_revision = save_draft(translation, user=user)
    return None


def _affected(pages: Iterable[Page], action: Any) -> Iterator[Page]:
    below = action.cleaned_form.cleaned_data.get("include_descendants")
    for page in pages:
        yield page
        if below:
            yield from page.get_descendants().not_live()
