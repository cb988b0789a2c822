from django.apps import AppConfig

from cms.contract.publishable import own_row, registry


class VocabularyConfig(AppConfig):
    name = "cms.vocabulary"
    label = "vocabulary"

    def ready(self) -> None:
        """Register the vocabulary as public, and what rendering it reads."""
        from cms.pages.regime import COLUMNS  # models load before this runs
        from cms.store.sources import draft_source  # as above
        from cms.vocabulary.models import Person, Place, Topic  # as above
        from cms.vocabulary.sources import loader  # as above

        state = (
            "name",
            "slug",
            "live",
            "expired",
            "go_live_at",
            "expire_at",
            "first_published_at",
            "last_published_at",
            "locale",
            "translation_key",
            *COLUMNS,
        )
        for model in (Topic, Person, Place):
            registry.publishes(model)
            registry.source(draft_source(model, loader(model)))
            registry.deletion(model._meta.db_table, f"'{model._meta.model_name}:' || {{uuid}}")
        registry.watch(
            own_row(Topic, *state, "description"),
            own_row(Person, *state, "role", "organisation", "biography", "portrait"),
            own_row(Place, *state, "country", "latitude", "longitude"),
        )
