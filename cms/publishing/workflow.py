"""What an approved workflow does (``WAGTAIL_FINISH_WORKFLOW_ACTION``)."""

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Release what was approved, in both languages. Raises Blocked: the task then stays open."""
    # Wagtail imports this module while its own models are being made.
    from cms.publishing.pairs import is_gated, pair_of  # noqa: PLC0415
    from cms.publishing.release import release  # noqa: PLC0415

    content = workflow_state.content_object
    if not is_gated(content):
        content.get_latest_revision().publish(user=user)
        return
    draft = content.get_latest_revision_as_object()
    release(pair_of(content), user=user, at=draft.go_live_at)
