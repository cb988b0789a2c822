"""Locks of any kind hold in the translation editor and at every address beside it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from cms.translation import drafting, exchange
from tests.translation.conftest import client_of, edit_url, publish, segments, target_of

# The language plays no part here: one direction will do.
pytestmark = pytest.mark.parametrize("way", [("en", "fr")], indirect=True)


@pytest.fixture(params=["personal", "schedule"])
def locked(request: Any, translated: Translation, drafter: Any) -> Translation:
    page = target_of(translated)
    if request.param == "personal":
        page.locked, page.locked_by, page.locked_at = True, drafter, timezone.now()
        page.save()
    else:
        revision = drafting.save_draft(translated, user=drafter)
        revision.approved_go_live_at = timezone.now() + timedelta(days=1)
        revision.save()
    return translated


def test_the_editor_neither_saves_nor_publishes(locked: Translation, translator: Any) -> None:
    lead = next(one for one in segments(locked) if one.context.path == "lead")
    before = target_of(locked).latest_revision_id
    response = publish(translator, target_of(locked), **{f"string-{lead.pk}": "changed"})
    assert "is locked" in response.content.decode()
    assert not target_of(locked).live
    assert target_of(locked).latest_revision_id == before
    assert not StringTranslation.objects.filter(data="changed").exists()


def test_the_editor_offers_nothing_to_press(locked: Translation, translator: Any) -> None:
    page = client_of(translator).get(edit_url(target_of(locked))).content.decode()
    assert 'value="publish"' not in page
    assert 'value="save"' not in page


def test_a_single_string_is_refused(locked: Translation, translator: Any) -> None:
    lead = next(one for one in segments(locked) if one.context.path == "lead")
    url = reverse("wagtail_localize:edit_string_translation", args=[locked.pk, lead.pk])
    client = client_of(translator)
    assert (
        client.put(url, "value=changed", content_type="application/x-www-form-urlencoded").status_code == 423
    )
    assert client.delete(url).status_code == 423
    assert not StringTranslation.objects.filter(data="changed").exists()


def test_a_file_is_refused(locked: Translation, translator: Any) -> None:
    text = exchange.exported(locked).replace('msgstr "', 'msgstr "new ')
    url = reverse("wagtail_localize:upload_pofile", args=[locked.pk])
    response = client_of(translator).post(
        url, {"file": SimpleUploadedFile("x.po", text.encode())}, follow=True
    )
    assert "is locked" in response.content.decode()
    assert not StringTranslation.objects.filter(data__startswith="new ").exists()


def test_stopping_is_refused(locked: Translation, translator: Any) -> None:
    client_of(translator).post(reverse("wagtail_localize:stop_translation", args=[locked.pk]))
    assert Translation.objects.get(pk=locked.pk).enabled
