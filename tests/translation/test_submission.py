"""Submitting makes a draft; nothing of one language appears at the other's address."""

from typing import Any

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from news.models import NewsReleasePage
from tests.translation.conftest import Direction, client_of, release, submit, target_of, user


def submit_url(page: Any) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def test_a_live_page_becomes_a_draft_in_the_other_language(way: Direction, translator: Any) -> None:
    page = release(way)
    target = target_of(submit(translator, page))
    assert not target.live
    assert target.first_published_at is None
    assert target.locale == way.target_locale
    assert target.get_parent().specific == way.target_section
    assert target.alias_of_id is None


def test_even_the_field_of_stock_forms_that_would_publish_is_not_heard(
    way: Direction, translator: Any
) -> None:
    page = release(way)
    client_of(translator).post(
        submit_url(page),
        {"locales": [way.target_locale.pk], "include_subtree": "on", "publish_translations": "on"},
    )
    assert not NewsReleasePage.objects.get(locale=way.target_locale).live


def test_the_form_says_what_will_happen(way: Direction, translator: Any) -> None:
    page = release(way)
    response = client_of(translator).get(submit_url(page))
    assert response.status_code == 200
    assert "Nothing is published" in response.content.decode()


def test_a_section_without_a_version_there_is_refused_by_name(way: Direction, translator: Any) -> None:
    page = release(way)
    way.target_section.delete()
    response = client_of(translator).post(submit_url(page), follow=True)
    assert response.status_code == 200
    assert f"The section “{page.get_parent().title}” has no version" in response.content.decode()
    assert not Translation.objects.exists()
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_who_has_no_right_on_the_source_cannot_copy_a_draft(way: Direction, outsider: Any) -> None:
    page = release(way, live=False, title="Embargoed words")
    client = client_of(outsider)
    for method in (client.get, client.post):
        response = method(submit_url(page), follow=True)
        assert "Embargoed words" not in response.content.decode()
    assert not Translation.objects.exists()


def test_who_has_no_right_on_the_source_may_translate_what_is_public(way: Direction, outsider: Any) -> None:
    page = release(way)
    page.title = "Embargoed words"
    page.save_revision()
    translation = submit(outsider, page)
    assert "Embargoed words" not in translation.source.content_json
    assert "Original title" in translation.source.content_json


def test_the_draft_of_a_live_page_is_taken_only_when_asked_for_by_who_may_edit_it(
    way: Direction, outsider: Any, translator: Any
) -> None:
    page = release(way)
    page.title = "Embargoed words"
    page.save_revision()
    client_of(outsider).post(submit_url(page), {"version": "draft"})
    assert "Embargoed words" not in Translation.objects.get().source.content_json
    NewsReleasePage.objects.get(locale=way.target_locale).delete()
    client_of(translator).post(submit_url(page), {"version": "draft"})
    assert "Embargoed words" in Translation.objects.get().source.content_json


def test_who_may_add_nothing_below_the_target_section_is_refused(way: Direction) -> None:
    page = release(way)
    editor = user("editor", (way.source_home, "add"), (way.source_home, "change"), submit=True)
    client_of(editor).post(submit_url(page))
    assert not Translation.objects.exists()


def test_the_permission_to_submit_is_asked_for(way: Direction) -> None:
    page = release(way)
    both = [(home, kind) for home in (way.source_home, way.target_home) for kind in ("add", "change")]
    client_of(user("editor", *both)).post(submit_url(page))
    assert not Translation.objects.exists()


def test_a_page_in_one_language_by_its_regime_is_refused(way: Direction, translator: Any) -> None:
    page = release(way, language_regime="one_language", regime_reason="Local notice")
    response = client_of(translator).post(submit_url(page), follow=True)
    assert "exists in one language only" in response.content.decode()
    assert not Translation.objects.exists()


def test_a_translation_is_not_submitted_back(way: Direction, translator: Any) -> None:
    target = target_of(submit(translator, release(way)))
    response = client_of(translator).post(submit_url(target), follow=True)
    assert response.status_code in (200, 404)
    assert Translation.objects.count() == 1


def test_schedules_of_the_original_are_its_own(way: Direction, translator: Any) -> None:
    from datetime import timedelta

    from django.utils import timezone

    page = release(way, expire_at=timezone.now() + timedelta(days=3))
    assert target_of(submit(translator, page)).expire_at is None
