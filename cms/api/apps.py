from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "cms.api"
    label = "api"

    def ready(self) -> None:
        """Name the file of the contract."""
        from cms.api.openapi import document
        from cms.contract import artefacts

        artefacts.keep("docs/openapi.json", document.text)
