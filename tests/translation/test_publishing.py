"""A translation is published whole or not at all, and drafts of it touch nothing that is public."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from cms.translation import drafting
from cms.translation.errors import Incomplete, Outdated
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
    translate_all,
)


def test_nothing_missing_is_published_in_the_other_language(translated: Translation, translator: Any) -> None:
    publish(translator, target_of(translated))
    target = target_of(translated)
    mark = translated.target_locale.language_code
    assert target.live
    assert target.title.startswith(f"{mark}: ")
    assert target.lead.startswith(f"{mark}: ")
    text = str(target.body[0].value["text"].source)
    assert f"<p>{mark}: Second.</p>" in text
    assert '<a href="https://example.org/a">links</a>' in text
    assert target.body[1].value["speaker_name"].endswith("A. Body")


def test_missing_segments_are_counted_and_the_first_is_linked(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    translate_all(translation, translator, but="Second.")
    page = target_of(translation)
    response = publish(translator, page)
    missing = next(one for one in segments(translation) if one.string.data == "Second.")
    text = response.content.decode()
    assert "1 segment has no translation" in text
    assert f'href="#segment-{missing.pk}"' in text
    assert f'id="segment-{missing.pk}"' in text
    assert not target_of(translation).live


def test_all_missing_segments_are_counted(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    response = publish(translator, target_of(translation))
    assert f"{len(segments(translation))} segments have no translation" in response.content.decode()


@pytest.mark.parametrize("live_before", [False, True])
def test_a_draft_never_writes_the_live_row(
    translated: Translation, translator: Any, live_before: bool
) -> None:
    if live_before:
        publish(translator, target_of(translated))
    before = target_of(translated)
    segment = next(one for one in segments(translated) if one.context.path == "title")
    response = client_of(translator).post(
        edit_url(before), {"action": "save", f"string-{segment.pk}": "SECRET words"}, follow=True
    )
    assert "was saved" in response.content.decode()
    after = target_of(translated)
    assert after.live is live_before
    if live_before:
        assert after.title == before.title
        assert after.has_unpublished_changes
    assert after.get_latest_revision_as_object().title == "SECRET words"


def test_who_may_not_publish_is_refused(translated: Translation, drafter: Any) -> None:
    page = target_of(translated)
    response = client_of(drafter).get(edit_url(page))
    assert 'value="publish"' not in response.content.decode()
    publish(drafter, page)
    assert not target_of(translated).live


def test_a_failing_string_counts_as_missing(translated: Translation, translator: Any) -> None:
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    publish(translator, target_of(translated))
    assert not target_of(translated).live


def test_bulk_publishing_is_refused_while_incomplete(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    page = target_of(translation)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    response = client_of(translator).post(
        f"{url}?id={page.pk}&next=/admin/", {"include_descendants": ""}, follow=True
    )
    assert response.status_code == 200
    assert "segments have no translation yet" in response.content.decode()
    assert not target_of(translation).live


def test_bulk_publishing_takes_the_translation_and_not_the_copy(
    translated: Translation, translator: Any
) -> None:
    page = target_of(translated)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    client_of(translator).post(f"{url}?id={page.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    target = target_of(translated)
    assert target.live
    assert target.title.startswith(translated.target_locale.language_code)


def test_publishing_a_revision_by_code_is_refused_while_incomplete(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    with pytest.raises(Incomplete):
        target_of(translation).get_latest_revision().publish()
    assert not target_of(translation).live


def test_a_revision_older_than_its_translation_is_refused(translated: Translation) -> None:
    copy = target_of(translated).get_latest_revision()
    with pytest.raises(Outdated):
        copy.publish()
    drafting.save_draft(translated, user=None).publish()
    assert target_of(translated).live


def test_a_scheduled_revision_is_refused_while_incomplete(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    page = target_of(translation)
    page.live = True
    with pytest.raises(ValidationError):
        page.save()


def test_a_live_target_may_be_saved_and_moved_while_an_update_waits(
    translated: Translation, translator: Any
) -> None:
    publish(translator, target_of(translated))
    source = translated.source.get_source_instance()
    source.title = "Another title"
    source.save_revision().publish()
    client_of(translator).post(reverse("wagtail_localize:update_translations", args=[translated.source_id]))
    target = target_of(translated)
    assert target.live
    target.save()
    target.move(target.get_parent(), pos="first-child")


def test_a_title_longer_than_its_column_is_refused_at_its_segment(
    translated: Translation, translator: Any
) -> None:
    page = target_of(translated)
    segment = next(one for one in segments(translated) if one.context.path == "title")
    response = client_of(translator).post(
        edit_url(page), {"action": "publish", f"string-{segment.pk}": "x" * 300}, follow=True
    )
    assert response.status_code == 200
    assert "at most 255" in response.content.decode()
    assert not target_of(translated).live


@pytest.mark.parametrize(
    "text", ["<![>", "<![ x", "<b>unclosed", '<a id="a9">new link</a>', "<p>block</p>", "<" * 5000]
)
def test_broken_markup_is_a_message_at_its_segment(
    translated: Translation, translator: Any, text: str
) -> None:
    page = target_of(translated)
    segment = next(one for one in segments(translated) if "links" in one.string.data)
    response = client_of(translator).post(
        edit_url(page), {"action": "save", f"string-{segment.pk}": text}, follow=True
    )
    assert response.status_code == 200


@pytest.mark.parametrize("text", ["<![>", "a < b & c", "&#0;", "line\nbreak"])
def test_plain_text_is_taken_as_it_is(translated: Translation, translator: Any, text: str) -> None:
    page = target_of(translated)
    segment = next(one for one in segments(translated) if one.context.path == "lead")
    client_of(translator).post(edit_url(page), {"action": "publish", f"string-{segment.pk}": text})
    assert target_of(translated).lead == text


def test_two_translators_of_one_segment(translated: Translation, translator: Any, drafter: Any) -> None:
    page = target_of(translated)
    segment = next(one for one in segments(translated) if one.context.path == "lead")
    form = client_of(translator).get(edit_url(page)).context_data["groups"]
    row = next(row for group in form for row in group.rows if row.pk == segment.pk)
    client_of(drafter).post(edit_url(page), {"action": "save", f"string-{segment.pk}": "by the one"})
    response = client_of(translator).post(
        edit_url(page),
        {"action": "publish", f"string-{segment.pk}": "by the other", f"was-{segment.pk}": row.was},
    )
    text = response.content.decode()
    assert "Somebody else has changed this translation meanwhile" in text
    assert "by the one" in text
    assert "by the other" in text
    assert not target_of(translated).live
    assert (
        StringTranslation.objects.get(translation_of=segment.string, context=segment.context).data
        == "by the one"
    )


def test_the_slug_is_made_from_the_translated_title(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    translate_all(translation, translator)
    title = next(one for one in segments(translation) if one.context.path == "title")
    publish(translator, target_of(translation), **{f"string-{title.pk}": "L’œuvre de l'été"})
    assert target_of(translation).slug == "l-oeuvre-de-l-ete"


def test_a_slug_that_was_written_stays(way: Direction, translator: Any) -> None:
    translation = submit(translator, release(way))
    translate_all(translation, translator)
    page = target_of(translation)
    client_of(translator).post(edit_url(page), {"action": "save", "slug": "own-words"})
    publish(translator, page)
    assert target_of(translation).slug == "own-words"


def test_the_slug_is_no_segment(translated: Translation) -> None:
    assert "slug" not in {one.context.path for one in segments(translated)}


def test_the_published_slug_stays_when_the_title_changes(translated: Translation, translator: Any) -> None:
    publish(translator, target_of(translated))
    slug = target_of(translated).slug
    title = next(one for one in segments(translated) if one.context.path == "title")
    publish(translator, target_of(translated), **{f"string-{title.pk}": "Quite another title"})
    target = target_of(translated)
    assert target.title == "Quite another title"
    assert target.slug == slug


@pytest.mark.parametrize(
    ("regime", "body_language"), [("summary", ""), ("as_delivered", "en"), ("as_delivered", "fr")]
)
def test_the_body_stays_in_the_original_under_its_regime(
    way: Direction, translator: Any, regime: str, body_language: str
) -> None:
    translation = submit(translator, release(way, language_regime=regime, body_language=body_language))
    form = client_of(translator).get(edit_url(target_of(translation)))
    assert "the body stays in the original language" in form.content.decode()
    for segment in segments(translation):
        if not segment.context.path.startswith("body."):
            from cms.translation import strings

            strings.store(translation, segment, f"x: {segment.string.data}", user=None)
    publish(translator, target_of(translation))
    target = target_of(translation)
    assert target.live
    assert target.title.startswith("x: ")
    assert "<p>Second.</p>" in target.body[0].value["text"].source
    assert target.spoken.language_of_body == (body_language or way.source)


def test_the_revision_history_names_the_translator(translated: Translation, translator: Any) -> None:
    publish(translator, target_of(translated))
    assert (
        Revision.page_revisions.filter(object_id=str(target_of(translated).pk)).latest("created_at").user
        == translator
    )


def test_who_has_no_rights_cannot_open_the_editor(translated: Translation, visitor: Any) -> None:
    response = client_of(visitor).get(edit_url(target_of(translated)))
    assert response.status_code == 302


def test_no_alias_came_about(translated: Translation, translator: Any) -> None:
    publish(translator, target_of(translated))
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert NewsReleasePage.objects.count() == 2
