"""What the editors' screens say of a release: what blocks it, or when it comes."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import DraftStateMixin, Revision

from cms.publishing.action_menu import in_house
from cms.publishing.blockers import blockers
from cms.publishing.pairs import is_gated, pair_of


def state_of(instance: Any, user: Any) -> dict[str, Any]:
    """Blockers, or the time of a scheduled release, with the addresses of what can be done about it."""
    if not isinstance(instance, DraftStateMixin) or not instance.pk or not is_gated(instance):
        return {}
    found = pair_of(instance)
    ahead = [
        revision.approved_go_live_at
        for row in found.rows.values()
        for revision in Revision.objects.for_instance(row).filter(approved_go_live_at__isnull=False)
    ]
    if ahead:
        return {
            "scheduled": in_house(min(ahead)),
            "postpone_url": url("postpone", instance),
            "cancel_url": url("cancel", instance),
        }
    reasons = blockers(found)
    alone = [blocker.code for blocker in reasons] == ["one_sided"]
    return {"blockers": reasons, "alone_url": url("alone", instance) if alone else ""}


def url(verb: str, instance: Any) -> str:
    """Where ``verb`` is done to the object of ``instance``."""
    kind = ContentType.objects.get_for_model(instance)
    return reverse(f"release:{verb}", args=[kind.pk, instance.pk])
