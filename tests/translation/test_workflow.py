"""Approval publishes the translation, not the copy that it began as."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation

from tests.translation.conftest import (
    Direction,
    client_of,
    edit_url,
    release,
    submit,
    target_of,
    translate_all,
)

# The language plays no part here: one direction will do.
pytestmark = pytest.mark.parametrize("way", [("fr", "en")], indirect=True)


def start_workflow(page: Page) -> Workflow:
    workflow = Workflow.objects.create(name="Language review")
    task = GroupApprovalTask.objects.create(name="Look")
    task.groups.add(Group.objects.get(name="translator"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=page)
    return workflow


def test_approval_publishes_what_was_translated(
    way: Direction, translated: Translation, drafter: Any
) -> None:
    start_workflow(way.target_home)
    page = target_of(translated)
    form = client_of(drafter).get(edit_url(page)).content.decode()
    assert 'value="submit"' in form
    client_of(drafter).post(edit_url(page), {"action": "submit"})
    state = target_of(translated).current_workflow_state
    assert state is not None
    state.current_task_state.specific.approve()
    target = target_of(translated)
    assert target.live
    assert target.title.startswith(translated.target_locale.language_code)


def test_an_incomplete_translation_is_not_submitted(way: Direction, translator: Any, drafter: Any) -> None:
    start_workflow(way.target_home)
    translation = submit(translator, release(way))
    translate_all(translation, translator, but="Second.")
    response = client_of(drafter).post(edit_url(target_of(translation)), {"action": "submit"}, follow=True)
    assert "1 segment has no translation" in response.content.decode()
    assert target_of(translation).current_workflow_state is None


def test_what_is_in_a_workflow_is_locked_for_others(
    way: Direction, translated: Translation, drafter: Any
) -> None:
    start_workflow(way.target_home)
    page = target_of(translated)
    client_of(drafter).post(edit_url(page), {"action": "submit"})
    response = client_of(drafter).post(edit_url(page), {"action": "save", "slug": "changed"}, follow=True)
    assert "is locked" in response.content.decode()
    assert target_of(translated).get_latest_revision_as_object().slug != "changed"
