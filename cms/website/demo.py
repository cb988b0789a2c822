"""In demo mode alone: one click into the admin as each role, with three things to try."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cms.website import errors, labels
from home.demo.accounts import ACCOUNTS

BACKEND = "django.contrib.auth.backends.ModelBackend"

# By user name of the account.
THINGS_TO_TRY: dict[str, tuple[str | Promise, ...]] = {
    "editor-en": (
        _(
            "Write a press release: open the news releases, and add one. Give it a quotation and a picture, and publish it."
        ),
        _(
            "Look for it on the home page: it is there at once. In the other language its address says so clearly."
        ),
        _("Correct what is published: add a dated note under Corrections, and publish again."),
    ),
    "editor-fr": (
        _("Write a statement in French: it is an original, and English will be its translation."),
        _("Open the preview while you write: it is the very page that readers will see."),
        _("Plan a release: set a time under Settings, publish, and see it appear at that second."),
    ),
    "translator": (
        _("See on the start page what is waiting for translation."),
        _("Open one that is half done, and put what is missing into the other language."),
        _("Publish your translation: from then on the two pages lead to each other."),
    ),
    "chief": (
        _("See on the start page what was published today, and in which languages."),
        _("Unpublish a release: it is gone from the site and from the API in the same instant."),
        _("Choose another lead story: edit the home page, and publish it."),
    ),
}


def roles(language: str) -> list[dict[str, Any]]:
    """The ways in, in the words of ``language``."""
    with translation.override(language):
        return [
            {
                "title": str(account.role),
                "name": account.name,
                "username": account.username,
                "works_in": labels.language(account.language, language),
                "things": [str(thing) for thing in THINGS_TO_TRY.get(account.username, ())],
            }
            for account in ACCOUNTS
        ]


@sensitive_post_parameters()
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as the chosen account of the demo. Raises Http404 outside the demo, and for any other account."""
    chosen = request.POST.get("account", "")
    if not settings.DEMO or chosen not in {account.username for account in ACCOUNTS}:
        raise Http404
    user = get_user_model().objects.filter(username=chosen, is_active=True).first()
    if user is None:
        return errors.not_ready(request)
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect(reverse("wagtailadmin_home"))
