"""A newsroom with rights as they are given in life: per language tree, with and without publishing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import StringSegment, Translation

from cms.translation import strings
from home.models import HomePage
from news.models import NewsIndexPage, NewsReleasePage

BODY = [
    {
        "type": "rich_text",
        "id": "11111111-1111-4111-8111-111111111111",
        "value": {"text": '<p>First of <a href="https://example.org/a">links</a>.</p><p>Second.</p>'},
    },
    {
        "type": "quotation",
        "id": "22222222-2222-4222-8222-222222222222",
        "value": {"text": "<p>Said by somebody.</p>", "speaker_name": "A. Body", "role": "Spokesperson"},
    },
]


@dataclass(frozen=True)
class Direction:
    """From which language into which."""

    source: str
    target: str

    @property
    def source_locale(self) -> Locale:
        return Locale.objects.get(language_code=self.source)

    @property
    def target_locale(self) -> Locale:
        return Locale.objects.get(language_code=self.target)

    @property
    def source_home(self) -> Page:
        return HomePage.objects.get(locale__language_code=self.source)

    @property
    def target_home(self) -> Page:
        return HomePage.objects.get(locale__language_code=self.target)

    @property
    def source_section(self) -> Page:
        return NewsIndexPage.objects.get(locale__language_code=self.source)

    @property
    def target_section(self) -> Page:
        return NewsIndexPage.objects.get(locale__language_code=self.target)


@pytest.fixture(params=[("en", "fr"), ("fr", "en")], ids=["en-fr", "fr-en"])
def way(request: Any, db: None) -> Direction:
    """Both directions: neither language is the first."""
    return Direction(*request.param)


def user(name: str, *grants: tuple[Page, str], submit: bool = False, extra: tuple[str, ...] = ()) -> Any:
    """A user of the admin with page rights of the given kinds, each at a page."""
    group = Group.objects.create(name=name)
    codes = ["access_admin", *(["submit_translation"] if submit else []), *extra]
    group.permissions.set(Permission.objects.filter(codename__in=codes))
    for page, kind in grants:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{kind}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    person = get_user_model().objects.create_user(
        username=name, password="secret", email=f"{name}@example.org"
    )
    person.groups.add(group)
    return person


def client_of(person: Any) -> Client:
    """A browser in which ``person`` is logged in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def translator(way: Direction) -> Any:
    """Edits both trees and publishes in the target's."""
    kinds = ("add", "change")
    return user(
        "translator",
        *((way.source_home, kind) for kind in kinds),
        *((way.target_home, kind) for kind in (*kinds, "publish")),
        submit=True,
    )


@pytest.fixture
def drafter(way: Direction) -> Any:
    """Edits both trees, publishes nothing."""
    pages = (way.source_home, way.target_home)
    return user("drafter", *((page, kind) for page in pages for kind in ("add", "change")), submit=True)


@pytest.fixture
def outsider(way: Direction) -> Any:
    """Edits and publishes the target tree, and has no right on the source's."""
    return user("outsider", *((way.target_home, kind) for kind in ("add", "change", "publish")), submit=True)


@pytest.fixture
def visitor(way: Direction) -> Any:
    """May log in and nothing else."""
    return user("visitor")


def release(way: Direction, *, live: bool = True, **values: Any) -> NewsReleasePage:
    """A release in the source language."""
    fields: dict[str, Any] = {
        "title": f"Original title {way.source}",
        "lead": f"Original lead {way.source}",
        "body": BODY,
        "released_at": timezone.now(),
        "locale": way.source_locale,
        "live": False,
        **values,
    }
    page = way.source_section.specific.add_child(instance=NewsReleasePage(**fields))
    revision = page.save_revision()
    if live:
        revision.publish()
    return NewsReleasePage.objects.get(pk=page.pk)


def submit(person: Any, page: Any) -> Translation:
    """Submit through the admin's own form."""
    response = client_of(person).post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
    assert response.status_code == 302, response.content.decode()[:2000]
    return Translation.objects.get(source__object_id=page.translation_key)


def target_of(translation: Translation) -> Any:
    """The target as the database has it."""
    return translation.get_target_instance()


def segments(translation: Translation) -> list[StringSegment]:
    """All segments, in order."""
    return list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("string", "context")
        .order_by("order")
    )


def translate_all(translation: Translation, person: Any = None, *, but: str | None = None) -> None:
    """Translate every segment by a mark before it, but the one with text ``but``."""
    for segment in segments(translation):
        if segment.string.data != but:
            mark = translation.target_locale.language_code
            strings.store(translation, segment, f"{mark}: {segment.string.data}", user=person)


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def publish(person: Any, page: Any, **data: Any) -> Any:
    """Press "Publish" in the translation editor."""
    return client_of(person).post(edit_url(page), {"action": "publish", **data}, follow=True)


@pytest.fixture
def translated(way: Direction, translator: Any) -> Iterator[Translation]:
    """A live original with a complete translation, not published."""
    translation = submit(translator, release(way))
    translate_all(translation, translator)
    return translation
