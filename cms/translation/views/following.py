"""Stopping and restarting a translation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cms.translation import following, rights
from cms.translation.addresses import edit_url
from cms.translation.errors import Refused


@require_POST
def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Stop following the original."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    target = translation.get_target_instance()
    try:
        rights.require_edit(rights.user_of(request), target)
        following.stop(translation, user=rights.user_of(request))
    except Refused as error:
        messages.error(request, error.reason)
    else:
        messages.success(request, _("This version no longer follows the original. It is edited by itself."))
    return redirect(get_valid_next_url_from_request(request) or edit_url(target))


def restart(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Follow the original again; the right to edit was checked by the editor that this is called from."""
    target = translation.get_target_instance()
    try:
        rights.require_edit(rights.user_of(request), target)
        adopted = following.restart(translation, user=rights.user_of(request))
    except Refused as error:
        messages.error(request, error.reason)
    else:
        messages.success(
            request,
            ngettext(
                "This version follows the original again; %(count)d edited text was kept.",
                "This version follows the original again; %(count)d edited texts were kept.",
                adopted,
            )
            % {"count": adopted},
        )
    return redirect(edit_url(target))
