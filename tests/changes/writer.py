"""A day in the newsroom, as a process: changes at random, each noted in a file when it is done. It may be killed anywhere.

python -m tests.changes.writer SEED COUNT FILE
"""

import random
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import django


def run(seed: int, count: int, done: Path) -> None:
    """Make changes until ``done`` holds ``count`` bytes."""
    from django.db import OperationalError

    day = Day(random.Random(seed))
    with done.open("ab", buffering=0) as file:
        while done.stat().st_size < count:
            try:
                day.change()
            except OperationalError:  # the other side holds the embedded database: once more
                continue
            file.write(b".")


class Day:
    """What editors do, by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.kinds: list[tuple[int, Callable[[], None]]] = [
            (12, self.write), (25, self.edit), (8, self.withdraw), (8, self.bring_back), (4, self.delete),
            (5, self.rename), (3, self.move), (8, self.embargo), (8, self.expire), (6, self.clock),
            (5, self.word), (3, self.word_comes_and_goes), (3, self.picture), (2, self.restrict), (2, self.footage),
            (1, self.section),
        ]  # fmt: skip

    def change(self) -> None:
        weights = [weight for weight, _kind in self.kinds]
        ((_weight, kind),) = self.chance.choices(self.kinds, weights)
        kind()

    def release(self) -> Any:
        from news.models import NewsReleasePage

        keys = list(NewsReleasePage.objects.order_by("pk").values_list("pk", flat=True))
        return NewsReleasePage.objects.get(pk=self.chance.choice(keys)) if keys else None

    def any_of(self, model: Any) -> Any:
        keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
        return model.objects.get(pk=self.chance.choice(keys)) if keys else None

    def soon(self) -> Any:
        from cms.store.clock import now

        return now() + timedelta(seconds=self.chance.uniform(0.1, 2))

    def fill(self, page: Any) -> None:
        """Other words, and other things shown."""
        from cms.vocabulary.models import Person, Place, Topic
        from media_library.models import PressDocument, PressImage
        from news.models import ReleaseDocument
        from news.models.release_parts import ReleaseRelated, ReleaseSpeaker, ReleaseTopic

        chance = self.chance
        page.lead = f"lead {chance.random()}"
        page.hero_image = self.any_of(PressImage) if chance.random() < 0.5 else None
        page.place = Place.objects.filter(locale=page.locale).first() if chance.random() < 0.5 else None
        topics = Topic.objects.filter(locale=page.locale) if chance.random() < 0.5 else []
        page.topic_links = [ReleaseTopic(topic=topic, locale=page.locale) for topic in topics]
        people = Person.objects.filter(locale=page.locale) if chance.random() < 0.3 else []
        page.speaker_links = [ReleaseSpeaker(person=person, locale=page.locale) for person in people]
        document = self.any_of(PressDocument) if chance.random() < 0.3 else None
        page.document_links = [ReleaseDocument(document=document, locale=page.locale)] if document else []
        related = self.release() if chance.random() < 0.4 else None
        page.related_links = [ReleaseRelated(related_page_id=related.pk)] if related else []
        linked = self.release() if chance.random() < 0.4 else None
        page.body = (
            [("rich_text", {"text": f'<p><a linktype="page" id="{linked.pk}">linked</a></p>'})]
            if linked
            else []
        )

    def write(self) -> None:
        from django.utils import timezone
        from wagtail.models import Locale

        from news.models import NewsIndexPage, NewsReleasePage

        key = uuid4()
        for locale in Locale.objects.all():
            page = NewsReleasePage(
                title=f"{locale.language_code} {key.hex[:6]}", slug=key.hex[:12], locale=locale, live=False,
                translation_key=key, released_at=timezone.now(),
            )  # fmt: skip
            parent = NewsIndexPage.objects.filter(locale=locale).order_by("pk").first()
            parent.add_child(instance=page)
            self.fill(page)
            page.save_revision().publish()

    def edit(self) -> None:
        page = self.release()
        if page is not None:
            self.fill(page)
            page.save_revision().publish()

    def withdraw(self) -> None:
        page = self.release()
        if page is not None:
            page.unpublish()

    def bring_back(self) -> None:
        from news.models import NewsReleasePage

        page = NewsReleasePage.objects.filter(live=False).order_by("?").first()
        if page is not None:
            page.go_live_at = page.expire_at = None
            page.expired = False
            page.save_revision().publish()

    def delete(self) -> None:
        page = self.release()
        if page is not None:
            page.delete()

    def rename(self) -> None:
        page = self.release()
        if page is not None:
            page.slug = uuid4().hex[:12]
            page.save_revision().publish()

    def move(self) -> None:
        from wagtail.models import Page

        from news.models import NewsIndexPage

        page = self.release()
        if page is None:
            return
        home = Page.objects.filter(depth=2, locale=page.locale).get()
        other = NewsIndexPage.objects.filter(locale=page.locale, slug="other").first()
        if other is None:
            other = NewsIndexPage(title="Other", slug="other", locale=page.locale)
            home.add_child(instance=other)
            other.save_revision().publish()
        target = NewsIndexPage.objects.filter(locale=page.locale).exclude(pk=page.get_parent().pk).first()
        page.move(Page.objects.get(pk=target.pk), "last-child")

    def embargo(self) -> None:
        page = self.release()
        if page is not None:
            self.fill(page)
            page.go_live_at, page.expire_at = self.soon(), None
            page.save_revision().publish()

    def expire(self) -> None:
        page = self.release()
        if page is not None:
            page.go_live_at, page.expire_at = None, self.soon()
            page.save_revision().publish()

    def clock(self) -> None:
        from django.core.management import call_command

        call_command("publish_scheduled", verbosity=0)

    def word(self) -> None:
        from cms.vocabulary.models import Person, Place, Topic

        word = self.any_of(self.chance.choice((Topic, Person, Place)))
        if word is not None:
            word.name = f"word {self.chance.random()}"
            word.save_revision().publish()

    def word_comes_and_goes(self) -> None:
        from cms.vocabulary.models import Topic

        word = self.any_of(Topic)
        if word is not None and word.live:
            word.unpublish()
        elif word is not None:
            word.save_revision().publish()

    def picture(self) -> None:
        from media_library.models import PressImage

        image = self.any_of(PressImage)
        if image is not None:
            PressImage.objects.filter(pk=image.pk).update(alt_en=f"alt {self.chance.random()}")

    def restrict(self) -> None:
        from wagtail.models import Page, PageViewRestriction

        restriction = PageViewRestriction.objects.first()
        if restriction is not None:
            restriction.delete()
            return
        page = self.release()
        if page is not None:
            PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type="login")

    def footage(self) -> None:
        from media_library.models import VideoText

        text = self.any_of(VideoText)
        if text is not None and text.live:
            text.unpublish()
        elif text is not None:
            text.save_revision().publish()

    def section(self) -> None:
        from news.models import NewsIndexPage

        page = self.any_of(NewsIndexPage)
        if page is not None:
            page.lead = f"lead {self.chance.random()}"
            page.save_revision().publish()


if __name__ == "__main__":
    django.setup()
    run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
