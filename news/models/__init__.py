"""News releases and events."""

from news.models.event_parts import EventRelated, EventSlot, EventTopic
from news.models.events import EventPage
from news.models.imported_posts import ImportedPost
from news.models.indexes import EventIndexPage, NewsIndexPage
from news.models.kinds import EventKind, EventState, Fold, ReleaseKind
from news.models.release_parts import (
    ReleaseDocument,
    ReleaseRelated,
    ReleaseSpeaker,
    ReleaseTag,
    ReleaseTopic,
)
from news.models.releases import NewsReleasePage

__all__ = [
    "EventIndexPage",
    "EventKind",
    "EventPage",
    "EventRelated",
    "EventSlot",
    "EventState",
    "EventTopic",
    "Fold",
    "ImportedPost",
    "NewsIndexPage",
    "NewsReleasePage",
    "ReleaseDocument",
    "ReleaseKind",
    "ReleaseRelated",
    "ReleaseSpeaker",
    "ReleaseTag",
    "ReleaseTopic",
]
