"""Topics, people, places and the texts of videos are translated by the same rules as pages."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from cms.translation import segments as completeness
from cms.vocabulary.models import Person, Topic
from media_library.models import ShotlistRow, Video, VideoText
from tests.translation.conftest import Direction, client_of, segments, translate_all, user


@pytest.fixture
def editor(way: Direction) -> Any:
    codes = [
        f"{action}_{model}"
        for model in ("topic", "person", "videotext")
        for action in ("add", "change", "publish")
    ]
    return user("snippet editor", submit=True, extra=tuple(codes))


def submit(person: Any, snippet: Any) -> Translation:
    opts = snippet._meta
    url = reverse(
        "wagtail_localize:submit_snippet_translation", args=[opts.app_label, opts.model_name, snippet.pk]
    )
    response = client_of(person).post(url)
    assert response.status_code == 302, response.content.decode()[:3000]
    return Translation.objects.get(source__object_id=snippet.translation_key)


def edit_url(snippet: Any) -> str:
    return reverse(snippet.snippet_viewset.get_url_name("edit"), args=[snippet.pk])


def publish(person: Any, translation: Translation, **data: str) -> Any:
    return client_of(person).post(
        edit_url(translation.get_target_instance()), {"action": "publish", **data}, follow=True
    )


def topic(way: Direction) -> Topic:
    made = Topic.objects.create(
        name=f"Word {way.source}", description="What it means", slug="word", locale=way.source_locale
    )
    made.save_revision().publish()
    return made


def video_text(way: Direction, **values: Any) -> VideoText:
    video = Video.objects.create(working_title="Asset")
    text = VideoText(
        video=video, title="Footage", transcript="All that is said", locale=way.source_locale, **values
    )
    text.shotlist_rows = [
        ShotlistRow(in_point="00:00:01", out_point="00:00:02", description="Wide", locale=way.source_locale),
        ShotlistRow(in_point="00:00:02", out_point="00:00:03", description="Close", locale=way.source_locale),
    ]
    text.save()
    text.save_revision().publish()
    return VideoText.objects.get(pk=text.pk)


def test_a_topic_becomes_a_draft_and_nothing_public(way: Direction, editor: Any) -> None:
    target = submit(editor, topic(way)).get_target_instance()
    assert isinstance(target, Topic)
    assert not target.live
    assert target.first_published_at is None
    assert Topic.objects.filter(live=True).count() == 1


def test_it_is_published_whole_with_a_slug_of_its_own(way: Direction, editor: Any) -> None:
    translation = submit(editor, topic(way))
    response = publish(editor, translation)
    assert "2 segments have no translation" in response.content.decode()
    assert not translation.get_target_instance().live
    translate_all(translation, editor)
    title = next(one for one in segments(translation) if one.context.path == "name")
    publish(editor, translation, **{f"string-{title.pk}": "L’été à Genève"})
    target = translation.get_target_instance()
    assert target.live
    assert target.name == "L’été à Genève"
    assert target.slug == "l-ete-a-geneve"


def test_a_draft_of_a_live_entry_leaves_it_alone(way: Direction, editor: Any) -> None:
    translation = submit(editor, topic(way))
    translate_all(translation, editor)
    publish(editor, translation)
    name = next(one for one in segments(translation) if one.context.path == "name")
    target = translation.get_target_instance()
    client_of(editor).post(edit_url(target), {"action": "save", f"string-{name.pk}": "SECRET"})
    assert translation.get_target_instance().name != "SECRET"
    assert translation.get_target_instance().get_latest_revision_as_object().name == "SECRET"


def test_the_name_of_a_person_is_taken_over_unless_it_has_its_own(way: Direction, editor: Any) -> None:
    person = Person.objects.create(name="Jo Roe", slug="jo-roe", role="Speaker", locale=way.source_locale)
    person.save_revision().publish()
    translation = submit(editor, person)
    assert [one.context.path for one in segments(translation)] == ["role"]
    translate_all(translation, editor)
    publish(editor, translation)
    assert translation.get_target_instance().name == "Jo Roe"
    name = translation.source.overridablesegment_set.get(context__path="name")
    publish(editor, translation, **{f"override-{name.pk}": "Jo, dite Roe"})
    assert translation.get_target_instance().name == "Jo, dite Roe"
    publish(editor, translation, **{f"override-{name.pk}": ""})
    assert translation.get_target_instance().name == "Jo Roe"


def test_a_video_keeps_its_timecodes_and_translates_its_shots(way: Direction, editor: Any) -> None:
    text = video_text(way)
    translation = submit(editor, text)
    translate_all(translation, editor)
    publish(editor, translation)
    target = translation.get_target_instance()
    assert target.live
    assert target.video == text.video
    mark = way.target
    assert target.title == f"{mark}: Footage"
    rows = [(row.in_point, row.description) for row in target.shotlist_rows.all()]
    assert rows == [("00:00:01", f"{mark}: Wide"), ("00:00:02", f"{mark}: Close")]
    assert [row.description for row in text.shotlist_rows.all()] == ["Wide", "Close"]


def test_a_transcript_may_stay_in_the_language_that_was_spoken(way: Direction, editor: Any) -> None:
    translation = submit(editor, video_text(way, language_regime="as_delivered", body_language=way.source))
    for segment in segments(translation):
        if segment.context.path != "transcript":
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=way.target_locale,
                data=f"x: {segment.string.data}",
            )
    assert completeness.missing(translation) == []
    publish(editor, translation)
    target = translation.get_target_instance()
    assert target.live
    assert (target.title, target.transcript) == ("x: Footage", "All that is said")


def test_an_update_brings_a_new_shot(way: Direction, editor: Any) -> None:
    text = video_text(way)
    translation = submit(editor, text)
    translate_all(translation, editor)
    publish(editor, translation)
    text = VideoText.objects.get(pk=text.pk)
    text.shotlist_rows.add(
        ShotlistRow(in_point="00:00:04", out_point="00:00:05", description="New", locale=way.source_locale)
    )
    text.save_revision().publish()
    response = client_of(editor).post(
        reverse("wagtail_localize:update_translations", args=[translation.source_id]), follow=True
    )
    assert "1 change of the original" in response.content.decode()
    translation.refresh_from_db()
    assert [one.string.data for one in completeness.missing(translation)] == ["New"]
    assert translation.get_target_instance().shotlist_rows.count() == 2


def test_rights_are_asked_for_by_kind(way: Direction, editor: Any) -> None:
    made = topic(way)
    stranger = user("stranger", submit=True, extra=("add_person", "change_person"))
    url = reverse("wagtail_localize:submit_snippet_translation", args=["vocabulary", "topic", made.pk])
    client_of(stranger).post(url)
    assert not Translation.objects.exists()
    translation = submit(editor, made)
    assert client_of(stranger).get(edit_url(translation.get_target_instance())).status_code == 302
    report = client_of(stranger).get(reverse("wagtail_localize:translations_report")).content.decode()
    assert "Word" not in report
