"""The release service: both languages in one version of the store, now, later, postponed or called off."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageLogEntry, Revision

from cms.jobs.scheduled import publish_scheduled
from cms.publishing.blockers import blockers
from cms.publishing.errors import Refused
from cms.publishing.models import LoneEdit
from cms.publishing.pairs import pair_of
from cms.publishing.release import cancel, postpone, release, release_alone
from cms.publishing.together import both
from cms.store import reading
from cms.store.following import follow
from cms.store.models import Change, ContentItem
from cms.translation import segments as all_segments
from cms.translation import strings, submission, updating
from home.models import HomePage
from media_library.models import PressImage
from news.models import NewsReleasePage
from tests.publishing.stories import draft_release, draft_releases, draft_topics, public
from tests.store.world import differences, locale

pytestmark = pytest.mark.django_db(transaction=True)
BOTH = {"en", "fr"}


def ahead(hours: float) -> Any:
    return (timezone.now() + timedelta(hours=hours)).replace(microsecond=0)


def approved(made: dict[str, Any]) -> set[Any]:
    return {
        revision.approved_go_live_at
        for obj in made.values()
        for revision in Revision.objects.for_instance(obj).filter(approved_go_live_at__isnull=False)
    }


def codes(obj: Any) -> list[str]:
    return sorted(blocker.code for blocker in blockers(pair_of(obj)))


def draft_again(made: dict[str, NewsReleasePage]) -> None:
    """Change the draft of each language."""
    for page in made.values():
        draft = NewsReleasePage.objects.get(pk=page.pk)
        draft.lead = "thirteen"
        draft.save_revision()


@pytest.mark.parametrize("make", [draft_releases, draft_topics])
def test_both_go_out_in_one_version_of_the_store(make: Any) -> None:
    made = make()
    before = reading.version()
    release(pair_of(made["fr"]), user=None)
    assert public(made["en"]) == BOTH
    numbers = Change.objects.filter(object_key=made["en"].public_key()).values_list("number", "locale")
    assert {code for _number, code in numbers} == BOTH
    assert len({number for number, _code in numbers}) == 1
    assert reading.version() != before
    rows = type(made["en"]).objects.filter(translation_key=made["en"].translation_key)
    assert len(set(rows.values_list("first_published_at", "last_published_at"))) == 1


def test_one_entry_in_the_log_of_each_page() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None)
    for page in made.values():
        assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count() == 1


def test_an_update_turns_both_at_once() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None)
    draft_again(made)
    number = Change.objects.order_by("-number").values_list("number", flat=True).first()
    release(pair_of(made["en"]), user=None)
    later = Change.objects.filter(number__gt=number, object_key=made["en"].public_key())
    assert {(change.number, change.locale) for change in later} == {
        (later[0].number, "en"),
        (later[0].number, "fr"),
    }


def test_a_time_ahead_stands_ready_in_both_and_is_published_once() -> None:
    made, at = draft_releases(), ahead(1)
    release(pair_of(made["en"]), user=None, at=at)
    assert approved(made) == {at}
    assert public(made["en"]) == set()
    assert public(made["en"], at - timedelta(seconds=1)) == set()
    assert public(made["en"], at) == BOTH
    assert differences() == []


def test_a_time_that_has_come_is_published_by_the_worker_without_asking_again() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None, at=ahead(1))
    # A later draft in one language is not in this release and does not stop it.
    page = NewsReleasePage.objects.get(pk=made["fr"].pk).get_latest_revision_as_object()
    page.lead = "not in this release"
    page.save_revision()
    past = timezone.now() - timedelta(seconds=1)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=past)
    for row in Revision.objects.filter(approved_go_live_at=past):
        row.content["go_live_at"] = past.isoformat()
        row.save(update_fields=["content"])
    assert publish_scheduled() == 2
    rows = NewsReleasePage.objects.filter(translation_key=made["en"].translation_key)
    assert set(rows.values_list("live", flat=True)) == {True}
    assert set(rows.values_list("lead", flat=True)) == {"en lead", "fr lead"}
    assert len(set(rows.values_list("first_published_at", "last_published_at"))) == 1
    assert public(made["en"]) == BOTH
    assert publish_scheduled() == 0


def test_postponing_and_advancing_hold_for_both() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None, at=ahead(1))
    for at in (ahead(3), ahead(0.5)):
        postpone(pair_of(made["fr"]), user=None, at=at)
        assert approved(made) == {at}
        assert public(made["en"], at) == BOTH
        assert public(made["en"], at - timedelta(seconds=1)) == set()
    with pytest.raises(Refused):
        postpone(pair_of(made["fr"]), user=None, at=timezone.now() - timedelta(minutes=1))
    assert approved(made) == {at}


def test_cancelling_calls_off_both_and_leaves_what_is_public() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None)
    draft_again(made)
    at = ahead(1)
    release(pair_of(made["en"]), user=None, at=at)
    assert ContentItem.objects.filter(object_key=made["en"].public_key(), visible_from=at).count() == 2
    cancel(pair_of(made["en"]), user=None)
    assert approved(made) == set()
    assert not ContentItem.objects.filter(object_key=made["en"].public_key(), visible_from=at).exists()
    assert public(made["en"], at) == BOTH
    assert differences() == []


def test_wagtails_own_unscheduling_calls_off_both() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None, at=ahead(1))
    revision = Revision.objects.for_instance(made["fr"]).get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    assert approved(made) == set()


def test_the_earlier_end_holds_for_both() -> None:
    made = draft_releases()
    end = ahead(5)
    page = made["fr"]
    page.expire_at = end
    page.save_revision()
    release(pair_of(page), user=None)
    rows = NewsReleasePage.objects.filter(translation_key=page.translation_key)
    assert set(rows.values_list("expire_at", flat=True)) == {end}


def test_a_failure_between_the_languages_leaves_neither() -> None:
    made = draft_releases()
    publish, calls = Revision.publish, []

    def failing(revision: Any, *args: Any, **kwargs: Any) -> None:
        calls.append(revision)
        if len(calls) == 2:
            raise RuntimeError("between the two")
        publish(revision, *args, **kwargs)

    with patch.object(Revision, "publish", failing), pytest.raises(RuntimeError):
        release(pair_of(made["en"]), user=None)
    assert len(calls) == 2
    follow()
    assert not NewsReleasePage.objects.filter(translation_key=made["en"].translation_key, live=True).exists()
    assert public(made["en"]) == set()


def test_whoever_promises_both_and_publishes_one_is_refused() -> None:
    made = draft_releases()
    with pytest.raises(ValidationError), both():
        made["en"].get_latest_revision().publish()
    assert not NewsReleasePage.objects.filter(pk=made["en"].pk, live=True).exists()


def test_the_right_to_one_language_is_no_right_to_a_release() -> None:
    made = draft_releases()
    group = Group.objects.create(name="English")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    home = HomePage.objects.get(locale__language_code="en")
    for name in ("change_page", "publish_page"):
        permission = Permission.objects.get(codename=name, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    person = get_user_model().objects.create_user("en", "en@example.org", "secret")
    person.groups.add(group)
    with pytest.raises(PermissionDenied):
        release(pair_of(made["en"]), user=person)
    assert public(made["en"]) == set()


def test_an_edit_without_effect_goes_alone_and_is_listed() -> None:
    made = draft_releases()
    release(pair_of(made["en"]), user=None)
    page = NewsReleasePage.objects.get(pk=made["en"].pk)
    page.lead = "en led"
    page.save_revision()
    assert codes(page) == ["one_sided"]
    with pytest.raises(Refused):
        release_alone(page, user=None, reason=" ")
    release_alone(page, user=None, reason="typing error")
    assert NewsReleasePage.objects.get(pk=page.pk).lead == "en led"
    assert public(page) == BOTH
    edit = LoneEdit.objects.get()
    assert (edit.language, edit.reason, edit.content_object.pk) == ("en", "typing error", page.pk)
    assert codes(page) == []


def test_what_is_not_public_has_no_edit_without_effect() -> None:
    made = draft_releases()
    with pytest.raises(Refused):
        release_alone(made["en"], user=None, reason="typing error")
    assert public(made["en"]) == set()
    assert not LoneEdit.objects.exists()


@pytest.mark.parametrize(("source", "target"), [("en", "fr"), ("fr", "en")])
def test_a_translation_blocks_while_it_lacks_something_or_is_stale(source: str, target: str) -> None:
    page = draft_release(source, original_language=source)
    translation = submission.submit(page, locale(target), user=None, draft=True)
    assert codes(page) == ["incomplete"]
    for segment in all_segments.missing(translation):
        strings.store(translation, segment, f"{target} {segment.string.data}", user=None)
    assert codes(page) == []
    page = NewsReleasePage.objects.get(pk=page.pk)
    page.lead = "changed since"
    page.save_revision()
    assert "stale" in codes(page)
    with pytest.raises(ValidationError):
        release(pair_of(page), user=None)
    updating.update(translation.source, user=None, draft=True)
    assert codes(page) == ["incomplete"]
    for segment in all_segments.missing(translation):
        strings.store(translation, segment, f"{target} {segment.string.data}", user=None)
    release(pair_of(page), user=None)
    rows = NewsReleasePage.objects.filter(translation_key=page.translation_key)
    assert {row.locale.language_code: row.lead for row in rows} == {
        source: "changed since",
        target: f"{target} changed since",
    }
    assert public(page) == BOTH


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"alt_en": "Alt", "alt_fr": "Texte"}, []),
        ({"alt_en": "Alt"}, ["alt"]),
        ({"alt_en": "Alt", "alt_fr": "Texte", "caption_fr": "Légende"}, ["caption"]),
        ({}, ["alt", "alt"]),
    ],
)
def test_pictures_need_their_texts_in_both_languages(texts: dict[str, str], expected: list[str]) -> None:
    image = PressImage.objects.create(title="image", file="i.png", width=1, height=1, **texts)
    made = draft_releases(hero_image=image)
    assert codes(made["en"]) == expected
    block = {"image": image, "caption": "", "credit": "", "alt_text": "", "decorative": False}
    decorative = {**block, "decorative": True}
    assert codes(draft_releases(body=[("image", block)])["en"]) == expected
    if "caption_fr" not in texts:
        assert codes(draft_releases(body=[("image", decorative)])["en"]) == []


def test_texts_for_the_place_stand_for_those_of_the_picture() -> None:
    image = PressImage.objects.create(title="image", file="i.png", width=1, height=1)
    made = draft_releases(hero_image=image, hero_alt="What it shows")
    assert codes(made["en"]) == []


def test_as_delivered_the_body_may_differ() -> None:
    made = draft_releases(language_regime="as_delivered", body_language="en")
    release(pair_of(made["en"]), user=None)
    page = NewsReleasePage.objects.get(pk=made["en"].pk)
    page.body = [("rich_text", {"text": "<p>As it was spoken.</p>"})]
    page.save_revision()
    assert codes(page) == []
    page.lead = "another lead"
    page.save_revision()
    assert codes(page) == ["one_sided"]


@pytest.mark.only_on("postgresql")
def test_rows_are_locked_in_the_order_of_their_keys() -> None:
    made = draft_releases()
    with CaptureQueriesContext(connection) as caught:
        release(pair_of(made["fr"]), user=None)
    locks = [query["sql"] for query in caught if "FOR UPDATE" in query["sql"]]
    assert Page._meta.db_table in locks[0]
    assert "ORDER BY" in locks[0]
