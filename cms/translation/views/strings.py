"""One string or value at a time, for tools that write to the translation editor's addresses."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from cms.translation import overrides, rights, strings
from cms.translation.drafting import save_draft
from cms.translation.errors import Locked


def _translation(request: HttpRequest, translation_id: int) -> Translation:
    translation = get_object_or_404(
        Translation.objects.select_related("source"), pk=translation_id, enabled=True
    )
    rights.require_edit(rights.user_of(request), translation.get_target_instance())
    return translation


def _value(request: HttpRequest) -> str:
    if "json" in (request.content_type or ""):
        try:
            body: Any = json.loads(request.body)
        except ValueError:
            body = {}
        value = body.get("value") if isinstance(body, dict) else None
    else:
        value = QueryDict(request.body).get("value")
    if not isinstance(value, str):
        raise ValidationError({"value": ["?"]})
    return value


def _answer(error: ValidationError, status: int = 400) -> JsonResponse:
    return JsonResponse({"error": " ".join(error.messages)}, status=status)


@require_http_methods(["PUT", "DELETE"])
def edit_string(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Store (PUT ``value``: HTML of inline tags) or remove (DELETE) the translation of one string."""
    try:
        translation = _translation(request, translation_id)
        segment = get_object_or_404(
            StringSegment.objects.select_related("string", "context"),
            pk=string_segment_id,
            source_id=translation.source_id,
        )
        if request.method == "DELETE":
            strings.forget(translation, segment)
            row = None
        else:
            row = strings.store(translation, segment, _value(request), user=rights.user_of(request))
    except Locked as error:
        return _answer(error, 423)
    except ValidationError as error:
        return _answer(error)
    save_draft(translation, user=rights.user_of(request), merge=True)
    return JsonResponse(
        {
            "string_id": segment.string_id,
            "segment_id": segment.pk,
            "data": row.data if row else "",
            "error": row.get_error() if row else None,
        }
    )


@require_http_methods(["PUT", "DELETE"])
def edit_override(request: HttpRequest, translation_id: int, overridable_segment_id: int) -> HttpResponse:
    """Store (PUT ``value``) or remove (DELETE) the translation's own link, file or image."""
    try:
        translation = _translation(request, translation_id)
        segment = get_object_or_404(
            OverridableSegment, pk=overridable_segment_id, source_id=translation.source_id
        )
        found = [one for one in overrides.build(translation) if one.segment.pk == segment.pk]
        if not found:
            raise Http404
        value = "" if request.method == "DELETE" else _value(request)
        overrides.store(translation, found[0], value, user=rights.user_of(request))
    except Locked as error:
        return _answer(error, 423)
    except ValidationError as error:
        return _answer(error)
    save_draft(translation, user=rights.user_of(request), merge=True)
    return JsonResponse({"segment_id": segment.pk, "data": value, "error": None})


def no_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In place of machine translation: there is none."""
    raise PermissionDenied
