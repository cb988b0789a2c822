"""Which public types are pages."""

from cms.contract.publishable import Publishable, registry
from cms.pages.models import BasePage


def page_types() -> dict[str, type[Publishable]]:
    """The registered page types, by their public type."""
    return {name: cls for name, cls in registry.types.items() if issubclass(cls, BasePage)}
