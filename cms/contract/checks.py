"""System checks: every public value has a type."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from cms.contract.fields import Untyped, public_fields
from cms.contract.publishable import registry


@register()
def public_values_are_typed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """contract.E001: a public field without a type. contract.E002: a card field that is not public."""
    found: list[CheckMessage] = []
    for model in registry.types.values():
        try:
            names = set(public_fields(model))
        except Untyped as error:
            hint = "Annotate what the field, property or block returns, or take it out of api_fields."
            found.append(Error(str(error), hint=hint, obj=model, id="contract.E001"))
            continue
        for name in model.card_fields:
            if name not in names:
                found.append(
                    Error(
                        f"card_fields names {name!r}, which is not in api_fields.",
                        hint="Cards show public fields alone: add it to api_fields or take it out.",
                        obj=model,
                        id="contract.E002",
                    )
                )
    return found
