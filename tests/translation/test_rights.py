"""Every address of translation asks for the rights of who calls it, and no alias comes about anywhere."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation, TranslationSource

from cms.translation import checks, strings
from cms.translation.content import translated as put_together
from news.models import NewsReleasePage
from tests.translation.conftest import (
    Direction,
    client_of,
    edit_url,
    publish,
    release,
    segments,
    submit,
    target_of,
)


def test_converting_to_an_alias_is_refused_with_a_reason(translated: Translation, translator: Any) -> None:
    publish(translator, target_of(translated))
    page = target_of(translated)
    url = reverse("wagtail_localize:convert_to_alias", args=[page.pk])
    for method in (client_of(translator).get, client_of(translator).post):
        response = method(url)
        assert response.status_code == 403
        assert "Aliases are not used here" in response.content.decode()
    assert target_of(translated).title == page.title
    assert target_of(translated).alias_of_id is None


def test_no_button_leads_to_an_alias(translated: Translation, translator: Any, drafter: Any) -> None:
    for person in (translator, drafter):
        page = client_of(person).get(edit_url(target_of(translated))).content.decode()
        assert "alias" not in page.lower()
    translated.enabled = False
    translated.save()
    page = client_of(translator).get(edit_url(target_of(translated))).content.decode()
    assert "localize-convert-to-alias" not in page


def test_posting_the_button_by_hand_makes_no_alias(translated: Translation, translator: Any) -> None:
    client_of(translator).post(
        edit_url(target_of(translated)), {"localize-convert-to-alias": "1"}, follow=True
    )
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_the_copy_form_makes_no_alias(way: Direction, admin_user: Any) -> None:
    page = release(way)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert 'name="alias"' not in client_of(admin_user).get(url).content.decode()
    response = client_of(admin_user).post(
        url,
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk, "alias": "on"},
        follow=True,
    )
    assert response.status_code == 200
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert NewsReleasePage.objects.get(slug="copy").translation_key != page.translation_key


def test_actions_and_models_make_no_alias(way: Direction) -> None:
    page = release(way)
    with pytest.raises(ValidationError):
        CreatePageAliasAction(page, update_slug="a").execute()
    with pytest.raises(ValidationError):
        page.create_alias(parent=page.get_parent(), update_slug="b")
    with pytest.raises(ValidationError):
        page.copy_for_translation(way.target_locale, alias=True)
    plain = Page.objects.get(pk=page.pk)
    plain.alias_of = page.get_parent()
    with pytest.raises(ValidationError):
        plain.save()
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_trees_are_not_synchronised(way: Direction, admin_user: Any) -> None:
    with pytest.raises(ValidationError):
        LocaleSynchronization.objects.create(locale=way.target_locale, sync_from=way.source_locale)
    page = (
        client_of(admin_user)
        .get(reverse("wagtaillocales:edit", args=[way.target_locale.pk]))
        .content.decode()
    )
    assert "sync_from" not in page


def test_a_synchronisation_that_came_from_elsewhere_fails_the_check(way: Direction) -> None:
    assert checks.check_tree_sync(databases=["default"]) == []
    LocaleSynchronization.objects.bulk_create(
        [LocaleSynchronization(locale=way.target_locale, sync_from=way.source_locale)]
    )
    assert [error.id for error in checks.check_tree_sync(databases=["default"])] == ["translation.E004"]


def test_a_new_page_makes_none_in_the_other_language(way: Direction, translator: Any) -> None:
    LocaleSynchronization.objects.bulk_create(
        [LocaleSynchronization(locale=way.target_locale, sync_from=way.source_locale)]
    )
    url = reverse("wagtailadmin_pages:add", args=["news", "newsreleasepage", way.source_section.pk])
    client_of(translator).get(url)
    release(way)
    assert not NewsReleasePage.objects.filter(locale=way.target_locale).exists()


def test_the_checks_hold_for_our_own_models() -> None:
    assert checks.check_models() == []
    assert checks.check_settings() == []


def test_wrong_settings_are_named(settings: Any) -> None:
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    assert [error.id for error in checks.check_settings()] == ["translation.E002"]


@pytest.mark.parametrize("name", ["edit_string_translation", "edit_override"])
def test_strings_are_written_by_who_may_edit_the_target(
    translated: Translation, visitor: Any, name: str
) -> None:
    segment = segments(translated)[0]
    before = StringTranslation.objects.get(translation_of=segment.string, context=segment.context).data
    url = reverse(f"wagtail_localize:{name}", args=[translated.pk, segment.pk])
    client_of(visitor).put(url, "value=changed", content_type="application/x-www-form-urlencoded")
    client_of(visitor).delete(url)
    assert (
        StringTranslation.objects.get(translation_of=segment.string, context=segment.context).data == before
    )


def test_a_string_written_alone_makes_a_draft(translated: Translation, translator: Any) -> None:
    segment = next(one for one in segments(translated) if one.context.path == "lead")
    url = reverse("wagtail_localize:edit_string_translation", args=[translated.pk, segment.pk])
    client = client_of(translator)
    response = client.put(url, "value=one", content_type="application/x-www-form-urlencoded")
    assert response.json()["data"] == "one"
    assert target_of(translated).get_latest_revision_as_object().lead == "one"
    first = target_of(translated).latest_revision_id
    client.put(url, "value=two", content_type="application/x-www-form-urlencoded")
    assert target_of(translated).latest_revision_id == first
    assert client.delete(url).status_code == 200
    assert client.put(url, "nothing", content_type="application/x-www-form-urlencoded").status_code == 400
    assert not target_of(translated).live


def test_the_report_shows_what_the_user_may_see(
    translated: Translation, way: Direction, visitor: Any
) -> None:
    url = reverse("wagtail_localize:translations_report")
    assert "Original title" not in client_of(visitor).get(url).content.decode()


def test_the_report_keeps_an_unpublished_original_to_itself(
    way: Direction, translator: Any, outsider: Any
) -> None:
    translation = submit(translator, release(way, live=False, title="Embargoed words"))
    title = next(one for one in segments(translation) if one.context.path == "title")
    strings.store(translation, title, "Translated title", user=translator)
    url = reverse("wagtail_localize:translations_report")
    seen = client_of(outsider).get(url).content.decode()
    assert "Translated title" in seen
    assert "Embargoed words" not in seen
    assert "Embargoed words" in client_of(translator).get(url).content.decode()


def test_the_report_asks_no_more_for_more_rows(
    way: Direction, translator: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        submit(translator, release(way, title=f"Title {number}"))
    client = client_of(translator)
    url = reverse("wagtail_localize:translations_report")
    client.get(url)
    with django_assert_max_num_queries(32):
        client.get(url)


def test_stopping_keeps_the_words_and_starting_again_keeps_the_edits(
    translated: Translation, translator: Any
) -> None:
    client = client_of(translator)
    client.post(reverse("wagtail_localize:stop_translation", args=[translated.pk]))
    page = target_of(translated).get_latest_revision_as_object()
    mark = translated.target_locale.language_code
    assert page.lead.startswith(f"{mark}: ")
    page.lead = "Written by hand"
    page.save_revision(user=translator)
    client.post(edit_url(page), {"localize-restart-translation": "1"})
    assert Translation.objects.get(pk=translated.pk).enabled
    assert target_of(translated).get_latest_revision_as_object().lead == "Written by hand"


def test_two_directions_are_never_enabled_at_once(translated: Translation) -> None:
    source, _created = TranslationSource.get_or_create_from_instance(target_of(translated))
    with pytest.raises(ValidationError):
        Translation.objects.create(source=source, target_locale=translated.source.locale)


def test_there_is_a_preview_and_it_marks_what_is_missing(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    assert (
        put_together(translation, marked=True).title == f"[{way.source.upper()}] Original title {way.source}"
    )
    assert Locale.objects.count() == 2
