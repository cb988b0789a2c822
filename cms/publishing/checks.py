"""System checks of publishing."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def nothing_is_promised_that_is_not_kept(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """publishing.E001: the gate that would hold one language back is asked for, and does not stand yet."""
    if settings.ALLOW_ONE_LANGUAGE:
        return []
    return [
        Error(
            "ALLOW_ONE_LANGUAGE=no asks for a gate that holds a release until both languages are ready; there is none yet.",
            hint="Unset ALLOW_ONE_LANGUAGE.",
            id="publishing.E001",
        )
    ]
