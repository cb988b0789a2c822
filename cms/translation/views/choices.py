"""The snippet lists that wagtail-localize's own editor asked for: only for who may see such snippets."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import get_edit_url

MOST = 100


def _model(request: HttpRequest, app_label: str, model_name: str) -> Any:
    model = get_snippet_model_from_url_params(app_label, model_name)
    if not policy_registry.get_by_type(model).user_has_any_permission(
        request.user, ["add", "change", "delete", "view"]
    ):
        raise PermissionDenied
    return model


def _described(instance: Any) -> dict[str, Any]:
    return {"id": instance.pk, "title": str(instance), "edit_url": get_edit_url(instance)}


def listing(request: HttpRequest, app_label: str, model_name: str) -> JsonResponse:
    """The first 100 snippets of a kind."""
    model = _model(request, app_label, model_name)
    return JsonResponse([_described(one) for one in model._default_manager.all()[:MOST]], safe=False)


def detail(request: HttpRequest, app_label: str, model_name: str, pk: str) -> JsonResponse:
    """One snippet."""
    return JsonResponse(_described(get_object_or_404(_model(request, app_label, model_name), pk=pk)))
