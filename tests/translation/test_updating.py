"""An update brings what changed, keeps what did not, and publishes nothing."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from cms.translation import segments as completeness
from tests.translation.conftest import (
    BODY,
    Direction,
    client_of,
    edit_url,
    publish,
    segments,
    target_of,
)


def update_url(translation: Translation) -> str:
    return reverse("wagtail_localize:update_translations", args=[translation.source_id])


def change_source(translation: Translation, *, live: bool = True, **values: Any) -> None:
    page = translation.source.get_source_instance()
    for name, value in values.items():
        setattr(page, name, value)
    revision = page.save_revision()
    if live:
        revision.publish()


def missing(translation: Translation) -> list[str]:
    return [one.string.data for one in completeness.missing(Translation.objects.get(pk=translation.pk))]


@pytest.fixture
def published(translated: Translation, translator: Any) -> Translation:
    publish(translator, target_of(translated))
    return translated


def test_only_what_changed_waits(published: Translation, translator: Any) -> None:
    change_source(published, lead="Another lead")
    response = client_of(translator).post(update_url(published), follow=True)
    assert "1 change of the original was taken over" in response.content.decode()
    assert missing(published) == ["Another lead"]


def test_the_public_page_is_not_touched(published: Translation, translator: Any) -> None:
    before = target_of(published)
    change_source(published, lead="Another lead", title="Another title")
    client_of(translator).post(update_url(published), {"publish_translations": "on"})
    after = target_of(published)
    assert (after.title, after.lead) == (before.title, before.lead)
    assert after.live_revision_id == before.live_revision_id
    assert after.has_unpublished_changes


def test_the_changes_are_shown_before_and_after(published: Translation, translator: Any) -> None:
    change_source(published, lead="Original words, changed")
    page = client_of(translator).get(update_url(published)).content.decode()
    assert "Changed" in page
    assert 'class="addition"' in page
    client_of(translator).post(update_url(published))
    editor = client_of(translator).get(edit_url(target_of(published))).content.decode()
    assert "What changed in the original" in editor
    assert "Start from the earlier translation" in editor


def test_the_editor_says_that_the_original_has_changed(published: Translation, translator: Any) -> None:
    change_source(published, lead="Another lead")
    assert (
        "The original has changed since"
        in client_of(translator).get(edit_url(target_of(published))).content.decode()
    )


def test_a_moved_paragraph_keeps_its_translation(published: Translation, translator: Any) -> None:
    moved = {
        "type": "rich_text",
        "id": "33333333-3333-4333-8333-333333333333",
        "value": {"text": "<p>Second.</p>"},
    }
    first = {**BODY[0], "value": {"text": '<p>First of <a href="https://example.org/a">links</a>.</p>'}}
    change_source(published, body=[first, BODY[1], moved])
    client_of(translator).post(update_url(published))
    assert missing(published) == []


def test_values_without_words_are_taken_over(published: Translation, translator: Any) -> None:
    change_source(published, number="(2026) 058")
    client_of(translator).post(update_url(published))
    assert target_of(published).get_latest_revision_as_object().number == "(2026) 058"
    assert target_of(published).number == ""


def test_the_update_of_a_live_page_takes_what_is_public(published: Translation, translator: Any) -> None:
    change_source(published, live=False, lead="Embargoed words")
    client_of(translator).post(update_url(published))
    assert missing(published) == []
    client_of(translator).post(update_url(published), {"version": "draft"})
    assert missing(published) == ["Embargoed words"]


def test_who_may_not_edit_the_source_gets_no_draft(published: Translation, outsider: Any) -> None:
    change_source(published, live=False, lead="Embargoed words")
    page = client_of(outsider).get(update_url(published)).content.decode()
    assert "Embargoed" not in page
    client_of(outsider).post(update_url(published), {"version": "draft"})
    assert missing(published) == []


def test_who_has_no_right_on_the_target_is_refused(
    published: Translation, way: Direction, visitor: Any
) -> None:
    change_source(published, lead="Another lead")
    for method in (client_of(visitor).get, client_of(visitor).post):
        assert method(update_url(published)).status_code == 302
    assert missing(published) == []


def test_a_locked_target_is_not_updated(published: Translation, translator: Any, drafter: Any) -> None:
    change_source(published, lead="Another lead")
    page = target_of(published)
    page.locked, page.locked_by = True, drafter
    page.save()
    response = client_of(translator).post(update_url(published), follow=True)
    assert "is locked" in response.content.decode()
    assert missing(published) == []


def test_segments_keep_their_identity(published: Translation, translator: Any) -> None:
    before = {one.pk for one in segments(published)}
    client_of(translator).post(update_url(published))
    assert {one.pk for one in segments(published)} == before
