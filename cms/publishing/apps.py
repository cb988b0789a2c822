from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Register the system checks."""
        from cms.publishing import checks  # noqa: F401  # they register on import
