from django.apps import AppConfig

from cms.contract.publishable import Watch, columns, registry


class NewsConfig(AppConfig):
    name = "news"
    label = "news"

    def ready(self) -> None:
        """Register releases and events as public, and what rendering them reads."""
        from taggit.models import Tag  # models load before this runs

        from news import models  # as above

        registry.publishes(
            models.NewsReleasePage, models.EventPage, models.NewsIndexPage, models.EventIndexPage
        )
        page = "wagtailcore_page"
        own = ("news_newsreleasepage", "news_eventpage", "news_newsindexpage", "news_eventindexpage")
        rows = (
            *("news_releasespeaker", "news_releasetopic", "news_releasedocument", "news_releaserelated"),
            *("news_eventslot", "news_eventtopic", "news_eventrelated"),
        )
        registry.watch(
            *(Watch(table, page, "page_ptr_id") for table in own),
            *(Watch(table, page, "page_id") for table in rows),
            Watch("news_releasetag", page, "content_object_id"),
            Watch("taggit_tag", "taggit_tag", "id", columns(Tag, "name")),
        )
