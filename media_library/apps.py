from django.apps import AppConfig

from cms.contract.publishable import Watch, own_row, registry


class MediaLibraryConfig(AppConfig):
    name = "media_library"
    label = "media_library"

    def ready(self) -> None:
        """Register media as public, what rendering them reads, and where links to documents lead."""
        from cms.pages.regime import COLUMNS  # models load before this runs
        from cms.store.sources import draft_source, neutral_source  # as above
        from media_library import models, parity, sources  # noqa: F401  # as above; the check registers on import

        registry.publishes(
            models.PressImage,
            models.PressDocument,
            models.VideoText,
            models.MediaIndexPage,
            models.VideoCollectionPage,
        )
        texts = [f"{name}_{lang}" for name in ("alt", "caption", "credit", "rights") for lang in ("en", "fr")]
        page, video = "wagtailcore_page", "media_library_video"
        registry.watch(
            own_row(
                models.PressImage,
                *texts,
                *("file", "width", "height", "date_taken", "focal_point_x", "focal_point_y"),
                *("focal_point_width", "focal_point_height"),
            ),
            Watch("media_library_pressrendition", "media_library_pressimage", "image_id"),
            own_row(models.PressDocument, "title", "title_en", "title_fr", "language", "file", "file_size"),
            own_row(
                models.VideoText,
                *("video", "title", "description", "transcript", "location", "credit", "rights_note"),
                *("live", "expired", "go_live_at", "expire_at", "first_published_at"),
                *("last_published_at", "locale", *COLUMNS),
            ),
            Watch("media_library_shotlistrow", "media_library_videotext", "text_id"),
            own_row(models.Video, "file", "poster", "duration_seconds", "filmed_on", "place", "rights"),
            Watch("media_library_videotopic", video, "video_id"),
            Watch("media_library_collectionvideo", video, "video_id"),
            Watch("media_library_collectionvideo", page, "page_id"),
            Watch("media_library_videocollectionpage", page, "page_ptr_id"),
            Watch("media_library_mediaindexpage", page, "page_ptr_id"),
        )
        registry.source(neutral_source(models.PressImage, sources.load_images))
        registry.source(neutral_source(models.PressDocument, sources.load_documents))
        registry.source(draft_source(models.VideoText, sources.load_video_texts, "video"))
        registry.deletion("media_library_pressimage", "'image:' || OLD.id")
        registry.deletion("media_library_pressdocument", "'document:' || OLD.id")
        registry.deletion("media_library_video", "'video:' || OLD.id")
        registry.link("document", sources.document_keys)
