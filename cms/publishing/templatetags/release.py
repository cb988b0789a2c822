"""Why something cannot be released, and when it will be, above the editors' forms."""

from typing import Any

from django import template

from cms.publishing.states import state_of

register = template.Library()


@register.inclusion_tag("publishing/_state.html", takes_context=True)
def release_state(context: template.Context, instance: Any) -> dict[str, Any]:
    """The state of the release of ``instance``: nothing for what is under no gate."""
    return state_of(instance, context["request"].user)
