from django.apps import AppConfig

from cms.contract.publishable import Watch, registry


class HomeConfig(AppConfig):
    name = "home"
    label = "home"

    def ready(self) -> None:
        """Register the home page and redirects as public, and say which pages of lower apps stand under it."""
        from home.models import HomePage  # models load before this runs
        from home.redirects import register  # as above
        from media_library.models import MediaIndexPage  # as above
        from news.models import EventIndexPage, NewsIndexPage  # as above

        registry.publishes(HomePage)
        registry.watch(Watch("home_homepage", "wagtailcore_page", "page_ptr_id"))
        for section in (NewsIndexPage, EventIndexPage, MediaIndexPage):
            section.parent_page_types = ["home.HomePage"]
        register()
