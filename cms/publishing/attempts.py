"""Publishing in the admin: what an editor asks for becomes a release of both languages, or a message with the reasons."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from cms.publishing.action_menu import in_house
from cms.publishing.errors import Refused
from cms.publishing.pairs import Pair, edit_url, is_gated, pair_of
from cms.publishing.release import release


def attempt(request: HttpRequest, draft: Any, *, done_url: str) -> HttpResponse | None:
    """Release the object whose draft was just saved; None for what is under no gate.

    Where it is blocked the draft stays saved, nothing public changes, and the editor is shown again with the reasons.
    """
    if not is_gated(draft):
        return None
    at = draft.go_live_at if draft.go_live_at and draft.go_live_at > timezone.now() else None
    try:
        found = release(pair_of(draft), user=request.user, at=at)
    except (Refused, PermissionDenied, ValidationError) as error:
        messages.error(request, format_html("{} {}", problem(error), _("Your draft is saved.")))
        return redirect(edit_url(draft))
    messages.success(request, _told(found, at))
    return redirect(done_url)


def problem(error: Exception) -> SafeString | str:
    """What went wrong, for a message."""
    if isinstance(error, Refused):
        return error.html
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return no_right()


def no_right() -> str:
    """What is said to somebody who may publish one language alone."""
    return _("You may not publish both languages: ask somebody who may.")


def _told(found: Pair, at: Any) -> str:
    if at is not None:
        text = _("“%(title)s” is scheduled in both languages: %(time)s.")
        return text % {"title": found.title, "time": in_house(at)}
    return _("“%(title)s” is released in both languages.") % {"title": found.title}


def attempt_all(request: HttpRequest, pages: Iterable[Page], action: Any) -> HttpResponse | None:
    """The bulk action: all that was chosen, in both languages, or nothing and the reasons.

    What is under no gate is published by itself in the same transaction. None where the gate stands before nothing.
    """
    chosen = list(_with_descendants(pages, action))
    gated = [page for page in chosen if is_gated(page)]
    if not gated:
        return None
    pairs = {page.translation_key: pair_of(page) for page in gated}
    problems: list[SafeString | str] = []
    try:
        with transaction.atomic():
            for found in pairs.values():
                try:
                    release(found, user=request.user)
                except (Refused, PermissionDenied, ValidationError) as error:
                    problems.append(problem(error))
            if problems:
                raise Refused(_("Nothing was published."))
            for page in chosen:
                if page not in gated:
                    (page.get_latest_revision() or page.specific.save_revision(user=request.user)).publish(
                        user=request.user
                    )
    except Refused as refused:
        for text in [*problems, refused.html]:
            messages.error(request, text)
        return redirect(action.next_url)
    count = len(pairs) + len(chosen) - len(gated)
    messages.success(
        request,
        ngettext(
            "%(count)d item is released in both languages.",
            "%(count)d items are released in both languages.",
            count,
        )
        % {"count": count},
    )
    return redirect(action.next_url)


def _with_descendants(pages: Iterable[Page], action: Any) -> Iterable[Page]:
    below = action.cleaned_form.cleaned_data.get("include_descendants")
    for page in pages:
        yield page
        if below:
            yield from page.get_descendants().not_live().specific()
