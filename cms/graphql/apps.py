from django.apps import AppConfig


class GraphQLConfig(AppConfig):
    name = "cms.graphql"
    label = "graphql_api"

    def ready(self) -> None:
        """Register the system checks, and name the file of the contract."""
        from cms.contract import artefacts
        from cms.graphql import checks  # noqa: F401
        from cms.graphql.schema import sdl

        artefacts.keep("docs/schema.graphql", sdl)
