"""Preview of a translation as it stands; what has no translation yet is marked."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import PreviewableMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from cms.translation import rights
from cms.translation.content import translated


@xframe_options_sameorigin_override
def preview(request: HttpRequest, translation_id: int, mode: str | None = None) -> Any:
    """The target with all translations made so far, rendered by the public site."""
    translation = get_object_or_404(Translation, pk=translation_id)
    target = translation.get_target_instance()
    if not isinstance(target, PreviewableMixin) or not target.is_previewable():
        raise Http404
    if not rights.may_edit(rights.user_of(request), target):
        raise PermissionDenied
    mode = target.default_preview_mode if mode is None else mode
    if mode not in dict(target.preview_modes):
        raise Http404
    return translated(translation, marked=True).make_preview_request(request, mode)
