"""Whatever is written, by whatever way: what is withdrawn is gone at once, and the store then says what it should.

Each change is made with nothing following it, so that only the database's own triggers act; then readers are
asked on their own connection; then the marks are followed, and every item is compared with a fresh rendering.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from PIL import Image
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction, Site

from cms.store import ready
from cms.store.following import follow
from cms.store.models import Mark
from news.models import EventSlot, NewsIndexPage, NewsReleasePage
from news.models.release_parts import ReleaseRelated, ReleaseTopic
from tests.store.world import World, answers, differences, everything, locale, published, section


@dataclass
class Change:
    """A change, the words that must be gone with it, and the words that must be there when it is followed."""

    make: Callable[[World], object]
    gone: tuple[str, ...] = ()
    there: tuple[str, ...] = ()


def sql(statement: str, *params: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def republish(page: Page, **values: object) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def restrict(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type="login")


def swap_slugs(world: World) -> None:
    one, two = world.english("first"), world.english("second")
    republish(one, slug="passing")
    republish(two, slug="first-en")
    republish(one, slug="second-en")


def expire_by_command(world: World) -> None:
    NewsReleasePage.objects.filter(pk=world.first["en"].pk).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled", verbosity=0)


def schedule_and_cancel(world: World) -> None:
    republish(world.first["en"], title="PLANNED", go_live_at=timezone.now() + timedelta(hours=1))
    follow()
    world.english("first").revisions.update(approved_go_live_at=None)


def new_picture(world: World) -> None:
    data = BytesIO()
    Image.new("RGB", (80, 45), "maroon").save(data, "PNG")
    world.image.file = ContentFile(data.getvalue(), name="other.png")
    world.image.save()


def move_under_restricted(world: World) -> None:
    index = published(
        section(NewsIndexPage, "en").get_parent(),
        NewsIndexPage(title="Closed", slug="closed", locale=locale("en")),
    )
    restrict(index)
    world.english("first").move(Page.objects.get(pk=index.pk), "last-child")


def unrestrict(world: World) -> None:
    restriction = restrict(world.first["en"])
    follow()
    restriction.delete()


CHANGES: dict[str, Change] = {
    # Pages
    "edit published": Change(lambda w: republish(w.first["en"], lead="NEWLEAD"), there=("NEWLEAD",)),
    "edit by update": Change(lambda w: NewsReleasePage.objects.update(lead="NEWLEAD"), there=("NEWLEAD",)),
    "edit by SQL": Change(
        lambda w: sql("UPDATE news_newsreleasepage SET lead = 'NEWLEAD'"), there=("NEWLEAD",)
    ),
    "draft saved": Change(lambda w: _draft(w), gone=("DRAFTWORDS",)),
    "unpublish": Change(lambda w: w.english("first").unpublish(), gone=("/en/news/first-en/", '"en first"')),
    "unpublish by update": Change(
        lambda w: Page.objects.filter(pk=w.first["en"].pk).update(live=False),
        gone=("/en/news/first-en/", '"en first"'),
    ),
    "unpublish by SQL": Change(
        lambda w: sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", False, w.first["en"].pk),
        gone=("/en/news/first-en/", '"en first"'),
    ),
    "publish again": Change(lambda w: _again(w), there=('"en first"',)),
    "delete page": Change(lambda w: w.english("first").delete(), gone=("/en/news/first-en/", '"en first"')),
    "delete page by query": Change(
        lambda w: NewsReleasePage.objects.filter(pk=w.first["en"].pk).delete(), gone=("/en/news/first-en/",)
    ),
    "delete section": Change(
        lambda w: section(NewsIndexPage, "en").delete(), gone=("/en/news/", '"en first"', '"en second"')
    ),
    "slug": Change(
        lambda w: republish(w.first["en"], slug="renamed"),
        gone=("/en/news/first-en/",),
        there=("/en/news/renamed/",),
    ),
    "slug of the section": Change(
        lambda w: republish(section(NewsIndexPage, "en"), slug="press"),
        gone=("/en/news/first-en/",),  # a redirect names the old address without its last slash
        there=("/en/press/first-en/",),
    ),
    "slugs swapped": Change(swap_slugs),
    "moved": Change(lambda w: _move(w), gone=("/en/news/first-en/",), there=("/en/events/first-en/",)),
    "siblings reordered": Change(
        lambda w: w.english("second").move(w.english("first"), "left"),
        there=("/en/news/first-en/", "/en/news/second-en/"),
    ),
    "moved under a restriction": Change(move_under_restricted, gone=('"en first"',)),
    "restriction": Change(lambda w: restrict(w.first["en"]), gone=('"en first"',)),
    "restriction on the section": Change(
        lambda w: restrict(section(NewsIndexPage, "en")), gone=('"en first"', '"en second"')
    ),
    "restriction lifted": Change(unrestrict, there=('"en first"',)),
    "page made under a restriction": Change(lambda w: _born_restricted(w), gone=("BORNHIDDEN",)),
    "expired by command": Change(expire_by_command, gone=('"en first"',)),
    "expiry by the clock": Change(
        lambda w: NewsReleasePage.objects.filter(pk=w.first["en"].pk).update(
            expire_at=timezone.now() - timedelta(minutes=1)
        )
    ),
    "scheduled over a live page": Change(
        lambda w: republish(w.first["en"], title="PLANNED", go_live_at=timezone.now() + timedelta(hours=1)),
        gone=("PLANNED",),
    ),
    "schedule cancelled": Change(schedule_and_cancel, gone=("PLANNED",), there=('"en first"',)),
    "child row added": Change(
        lambda w: ReleaseTopic.objects.create(
            page=w.english("first"), topic=w.topic["en"], locale=locale("en")
        )
    ),
    "child row deleted": Change(lambda w: ReleaseRelated.objects.all().delete()),
    "slot by update": Change(lambda w: EventSlot.objects.update(label="NEWSLOT"), there=("NEWSLOT",)),
    "tag renamed": Change(
        lambda w: Tag.objects.filter(name="tag-one").update(name="tag-two"), gone=(), there=("tag-two",)
    ),
    "tag deleted": Change(lambda w: Tag.objects.all().delete()),
    "translation unpublished": Change(
        lambda w: NewsReleasePage.objects.get(pk=w.first["fr"].pk).unpublish(),
        gone=("/fr/actualites/first-fr/",),
    ),
    "translation deleted": Change(
        lambda w: Page.objects.get(pk=w.first["fr"].pk).delete(), gone=("/fr/actualites/first-fr/",)
    ),
    # Vocabulary
    "topic renamed": Change(lambda w: _rename(w.english("topic")), there=("RENAMED",), gone=()),
    "topic renamed by update": Change(
        lambda w: type(w.topic["en"]).objects.filter(pk=w.topic["en"].pk).update(name="RENAMED"),
        there=("RENAMED",),
    ),
    # Nothing but the time of publication is another then.
    "topic published as it is": Change(lambda w: w.english("topic").save_revision().publish()),
    "video text published as it is": Change(lambda w: w.english("text").save_revision().publish()),
    "topic unpublished": Change(lambda w: w.english("topic").unpublish(), gone=('"EN Sea"',)),
    "topic deleted": Change(lambda w: w.english("topic").delete(), gone=('"EN Sea"',)),
    "person deleted": Change(lambda w: w.english("person").delete(), gone=('"EN Speaker"',)),
    "place deleted by SQL": Change(
        lambda w: type(w.place["en"]).objects.filter(pk=w.place["en"].pk).delete(), gone=('"EN Port"',)
    ),
    "portrait": Change(lambda w: type(w.person["en"]).objects.update(portrait=w.image), there=("portrait",)),
    # Media
    "image text": Change(lambda w: type(w.image).objects.update(alt_en="NEWALT"), there=("NEWALT",)),
    "image file": Change(new_picture),
    "image deleted": Change(lambda w: w.image.delete(), gone=('"alt":"Alt"', '"alt":"Texte"')),
    "renditions purged": Change(lambda w: w.image.renditions.all().delete()),
    "document title": Change(
        lambda w: type(w.document).objects.update(title_en="NEWTITLE"), there=("NEWTITLE",)
    ),
    "document deleted": Change(lambda w: w.document.delete(), gone=('"Annex"', '"Annexe"', "documents/")),
    "last use of an image gone": Change(lambda w: _last_use(w), gone=()),
    "video record": Change(
        lambda w: type(w.video).objects.update(rights="restricted"), there=('"rights":"restricted"',)
    ),
    "video text unpublished": Change(lambda w: w.english("text").unpublish(), gone=('"en video"',)),
    "video deleted": Change(lambda w: w.video.delete(), gone=('"en video"', '"fr video"')),
    "shotlist row": Change(
        lambda w: w.english("text").shotlist_rows.update(description="NEWSHOT"), there=("NEWSHOT",)
    ),
    # The site
    "host name": Change(lambda w: Site.objects.update(hostname="press.example.org")),
    "root page": Change(lambda w: Site.objects.update(root_page=section(NewsIndexPage, "en")), gone=()),
}


def _draft(world: World) -> None:
    page = world.english("first")
    page.lead = "DRAFTWORDS"
    page.save_revision()


def _again(world: World) -> None:
    world.english("first").unpublish()
    follow()
    republish(world.first["en"])


def _move(world: World) -> None:
    events = Page.objects.get(slug="events")
    world.english("first").move(events, "last-child")


def _born_restricted(world: World) -> None:
    restrict(section(NewsIndexPage, "en"))
    published(
        section(NewsIndexPage, "en"),
        NewsReleasePage(title="BORNHIDDEN", slug="born", released_at=timezone.now(), locale=locale("en")),
    )


def _rename(topic: object) -> None:
    topic.name = "RENAMED"
    topic.save_revision().publish()


def _last_use(world: World) -> None:
    world.video.poster = None
    world.video.save()
    for page in world.second.values():
        republish(page, hero_image=None, body=[])
    follow()
    assert not any(key.startswith("image:") for key in answers())


def test_there_are_at_least_36_kinds_of_change() -> None:
    assert len(CHANGES) >= 36


@pytest.mark.parametrize("name", CHANGES)
def test_change(name: str, world: World) -> None:
    change = CHANGES[name]
    assert differences() == []
    with patch("cms.store.signal_handlers.follow_on_commit"):
        change.make(world)
    seen = everything()
    assert not [word for word in change.gone if word in seen]
    follow()
    assert differences() == []
    assert not Mark.objects.exists()
    ready.make()
    assert not ready.anything_waits()
    assert differences() == []
    seen = everything()
    assert not [word for word in change.gone if word in seen]
    assert not [word for word in change.there if word not in seen]
