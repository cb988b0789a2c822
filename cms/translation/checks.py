"""What must hold so that one language never stands in for the other, as system checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import FieldDoesNotExist
from django.db import connections
from django.db.models import ManyToManyField
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, TranslatableMixin, get_translatable_models
from wagtail_localize.fields import BaseTranslatableField, get_translatable_fields
from wagtail_localize.models import LocaleSynchronization

from cms.pages.regime import BODIES

OURS = "translation"


@register(Tags.compatibility)
def check_settings(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The settings under which live status is never synchronised and trees never are."""
    found: list[CheckMessage] = []
    if apps.is_installed("wagtail_localize.locales"):
        found.append(
            Error(
                "wagtail_localize.locales offers to synchronise the trees of the languages.",
                hint="Install wagtail.locales instead.",
                id=f"{OURS}.E001",
            )
        )
    wanted = {
        "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE": False,
        "WAGTAILLOCALIZE_DISABLE_ON_DELETE": True,
    }
    for name, value in wanted.items():
        if getattr(settings, name, None) is not value:
            found.append(Error(f"{name} is not {value}.", hint=f"Set {name} = {value}.", id=f"{OURS}.E002"))
    if apps.is_installed("wagtail.contrib.simple_translation"):
        found.append(
            Error(
                "wagtail.contrib.simple_translation makes copies in the other language without asking for rights there.",
                hint="Remove it from INSTALLED_APPS.",
                id=f"{OURS}.E003",
            )
        )
    return found


@register(Tags.database)
def check_tree_sync(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """No locale is set to be filled with aliases of another."""
    if "default" not in (databases or ()):
        return []
    connection = connections["default"]
    if LocaleSynchronization._meta.db_table not in connection.introspection.table_names():
        return []
    if not LocaleSynchronization.objects.using("default").exists():
        return []
    return [
        Error(
            "A locale is synchronised from another: its tree would fill with pages in the wrong language.",
            hint="Delete the rows of wagtail_localize_localesynchronization.",
            obj=LocaleSynchronization,
            id=f"{OURS}.E004",
        )
    ]


@register(Tags.models)
def check_models(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """How translatable models must be made so that their translations come out right."""
    found: list[CheckMessage] = []
    for model in get_translatable_models(include_subclasses=True):
        if model is Page or model._meta.proxy:
            continue
        found += _check_slug(model)
        found += _check_relations(model)
        body = getattr(model, "body_field", None)
        if body not in (None, *BODIES):
            found.append(
                Error(
                    f"The body of {model.__name__} is called “{body}”.",
                    hint=f"Call it one of {', '.join(BODIES)}: what a regime leaves in the original goes by name.",
                    obj=model,
                    id=f"{OURS}.E007",
                )
            )
    return found


def _check_slug(model: type[Any]) -> list[CheckMessage]:
    try:
        model._meta.get_field("slug")
    except FieldDoesNotExist:
        return []
    own = [field for field in get_translatable_fields(model) if field.field_name == "slug"]
    if own and all(type(field) is BaseTranslatableField for field in own):
        return []
    return [
        Error(
            f"The slug of {model.__name__} is a segment to be translated.",
            hint='Add BaseTranslatableField("slug") to its override_translatable_fields.',
            obj=model,
            id=f"{OURS}.E005",
        )
    ]


def _check_relations(model: type[Any]) -> list[CheckMessage]:
    return [
        Error(
            f"{model.__name__}.{field.name} would keep the objects of the original's language.",
            hint="Use a translatable Orderable with a foreign key.",
            obj=model,
            id=f"{OURS}.E006",
        )
        for field in model._meta.get_fields()
        if isinstance(field, ManyToManyField | ParentalManyToManyField)
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, TranslatableMixin)
        and field.model is model
    ]
