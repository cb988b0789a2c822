"""PO files out and in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cms.translation import exchange, rights
from cms.translation.addresses import edit_url
from cms.translation.drafting import save_draft
from cms.translation.errors import Locked, Refused
from cms.translation.slugs import slug_from


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The PO file of a translation."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not rights.may_edit(rights.user_of(request), translation.get_target_instance()):
        raise PermissionDenied
    name = f"{slug_from(translation.source.object_repr) or 'translation'}-{translation.target_locale.language_code}.po"
    response = HttpResponse(
        exchange.exported(translation), content_type="text/x-gettext-translation; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take over a PO file; every refusal is a message in the editor."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    target = translation.get_target_instance()
    back = redirect(get_valid_next_url_from_request(request) or edit_url(target))
    try:
        rights.require_edit(rights.user_of(request), target)
        file = request.FILES.get("file")
        if file is None:
            raise Refused(_("Choose a PO file first."))
        if (file.size or 0) > exchange.LARGEST:
            raise Refused(
                _("This file is too big: at most %(size)d MB.") % {"size": exchange.LARGEST // (1024 * 1024)}
            )
        result = exchange.take(
            translation, exchange.parse(translation, file.read()), user=rights.user_of(request)
        )
    except (Refused, Locked) as error:
        messages.error(request, error.reason)
        return back
    if result.taken:
        save_draft(translation, user=rights.user_of(request))
    _report(request, result)
    return back


def _report(request: HttpRequest, result: exchange.Imported) -> None:
    messages.success(
        request,
        ngettext(
            "%(count)d translation was taken over from the PO file.",
            "%(count)d translations were taken over from the PO file.",
            result.taken,
        )
        % {"count": result.taken},
    )
    if result.fuzzy:
        messages.warning(
            request,
            ngettext(
                "%(count)d entry is marked as fuzzy and was skipped: confirm it first.",
                "%(count)d entries are marked as fuzzy and were skipped: confirm them first.",
                result.fuzzy,
            )
            % {"count": result.fuzzy},
        )
    if result.unknown:
        messages.warning(
            request,
            ngettext(
                "%(count)d entry does not belong to the present text and was skipped.",
                "%(count)d entries do not belong to the present text and were skipped.",
                result.unknown,
            )
            % {"count": result.unknown},
        )
    for problem in result.problems[:10]:
        messages.error(request, problem)
