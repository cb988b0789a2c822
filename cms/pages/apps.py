from django.apps import AppConfig

from cms.contract.publishable import Watch, columns, registry


class PagesConfig(AppConfig):
    name = "cms.pages"
    label = "pages"

    def ready(self) -> None:
        """Register what rendering any page reads, and where links to pages lead."""
        from wagtail.models import Page  # models load before this runs, not before this module

        from cms.pages.markup import mend_parser
        from cms.pages.sources import link_keys  # as above

        mend_parser()
        names = (
            *("title", "slug", "url_path", "path", "live", "expired", "go_live_at", "expire_at"),
            *("first_published_at", "last_published_at", "seo_title", "search_description", "show_in_menus"),
            *("locale", "translation_key", "alias_of"),
        )
        registry.watch(Watch("wagtailcore_page", "wagtailcore_page", "id", columns(Page, *names)))
        registry.link("page", link_keys)
