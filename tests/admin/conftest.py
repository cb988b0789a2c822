"""Two editors, and pages that both may edit."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsReleasePage


def person(name: str, language: str = "en") -> Any:
    """A superuser: rights are tested elsewhere."""
    user = get_user_model().objects.create_superuser(name, f"{name}@example.org", "secret")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.current_time_zone = "Europe/Brussels"
    profile.save()
    return user


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def anna(db: None) -> Any:
    return person("anna")


@pytest.fixture
def benoit(db: None) -> Any:
    return person("benoit", "fr")


@pytest.fixture
def release(db: None) -> NewsReleasePage:
    section = NewsIndexPage.objects.get(locale__language_code="en")
    page = section.add_child(
        instance=NewsReleasePage(title="As opened", lead="Lead as opened", released_at=timezone.now())
    )
    page.save_revision().publish()
    return NewsReleasePage.objects.get(pk=page.pk)


@pytest.fixture
def event(db: None) -> EventPage:
    section = EventIndexPage.objects.get(locale__language_code="fr")
    page = section.add_child(instance=EventPage(title="Réunion", time_zone="Europe/Brussels"))
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)
