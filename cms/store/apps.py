from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models.signals import post_migrate, pre_migrate


class StoreConfig(AppConfig):
    name = "cms.store"
    label = "store"

    def ready(self) -> None:
        from cms.contract import checks  # noqa: F401  # system checks register on import
        from cms.contract.publishable import Watch, registry
        from cms.store import duties, signal_handlers  # noqa: F401  # duties register on import
        from cms.store.sources import page_source

        registry.source(page_source())
        registry.deletion("wagtailcore_page", "'page:' || {uuid}")
        registry.watch(
            Watch("wagtailcore_site", "site", "id", ("root_page_id", "is_default_site")),
            Watch("wagtailcore_locale", "site", "id"),
        )
        signal_handlers.connect()
        pre_migrate.connect(remove_schema, sender=self)
        post_migrate.connect(install_schema, dispatch_uid="store-schema")


def remove_schema(using: str, plan: list[Any], **kwargs: Any) -> None:
    """Before a migration: take away our views and triggers, which would stand in its way."""
    from cms.store import schema

    if plan and using == DEFAULT_DB_ALIAS:
        schema.remove(connections[using])


def install_schema(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """After the last app's migration: make them anew, and mark everything.

    Also when there was nothing to migrate: new code may render otherwise, and a deployment is told by this command.
    """
    from django.apps import apps

    from cms.store import schema
    from cms.store.models import Counter, Mark

    last = [app for app in apps.get_app_configs() if app.models_module is not None][-1]
    if sender != last or using != DEFAULT_DB_ALIAS:
        return
    with transaction.atomic(using):
        schema.remove(connections[using])
        schema.install(connections[using])
        Counter.objects.get_or_create(pk=1)
        Mark.objects.create(source="site:migrated")
