from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "cms.website"
    label = "website"

    def ready(self) -> None:
        """Show the admin's previews on the pages of readers."""
        from cms.pages.preview import previews_by  # models load before this runs
        from cms.website.previews import show_draft  # as above

        previews_by(show_draft)
