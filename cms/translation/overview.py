"""Translations as a user may see them: titles by rights, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, get_translatable_models
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, get_edit_url

from cms.translation.content import title_of

ANY_PAGE_RIGHT = ["add", "change", "publish", "bulk_delete", "lock", "unlock"]


def visible_to(user: Any) -> Q:
    """Condition on Translation: the user has some right on the page it makes, or on the kind of snippet."""
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, ANY_PAGE_RIGHT)
    target = pages.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("target_locale_id")
    )
    allowed = Q(Exists(target))
    types = [
        ContentType.objects.get_for_model(model).pk
        for model in get_translatable_models()
        if not issubclass(model, Page)
        and policy_registry.get_by_type(model).user_has_any_permission(
            user, ["add", "change", "delete", "publish"]
        )
    ]
    return allowed | Q(source__specific_content_type_id__in=types)


def rows(translations: Iterable[Translation], user: Any) -> list[dict[str, Any]]:
    """The translations with titles and addresses; an original that the user may not see keeps its title to itself."""
    translations = list(translations)
    by_model: dict[type[Any], set[Any]] = defaultdict(set)
    for translation in translations:
        by_model[_base(translation)].add(translation.source.object_id)
    versions: dict[tuple[Any, int], Any] = {}
    for model, keys in by_model.items():
        for version in model._default_manager.filter(translation_key__in=keys).select_related("locale"):
            versions[version.translation_key, version.locale_id] = version
    readable = set(
        PagePermissionPolicy()
        .instances_user_has_any_permission_for(user, ANY_PAGE_RIGHT)
        .filter(translation_key__in=by_model.get(Page, set()))
        .values_list("pk", flat=True)
    )
    return [_row(translation, versions, readable) for translation in translations]


def _base(translation: Translation) -> type[Any]:
    model: type[Any] = translation.source.specific_content_type.model_class()
    return Page if issubclass(model, Page) else model


def _row(
    translation: Translation, versions: dict[tuple[Any, int], Any], readable: set[int]
) -> dict[str, Any]:
    key = translation.source.object_id
    source = versions.get((key, translation.source.locale_id))
    target = versions.get((key, translation.target_locale_id))

    def known(version: Any) -> tuple[str, str]:
        if version is None:
            return "", ""
        own = not isinstance(version, Page) or version.pk in readable
        if not own and not version.live:
            return "", ""
        return title_of(version, draft=own), get_edit_url(version) if own else ""

    source_title, source_url = known(source)
    target_title, target_url = known(target)
    return {
        "translation": translation,
        "type": translation.source.specific_content_type.name,
        "source_title": source_title,
        "source_url": source_url,
        "target_title": target_title,
        "target_url": target_url,
    }
