"""The newsroom of the store's tests, with the gate up."""

from typing import Any

import pytest

from cms.publishing import guard, withdrawal
from cms.store.following import follow
from cms.store.models import Mark
from tests.store.conftest import built, world  # noqa: F401  # fixtures
from tests.store.world import World


@pytest.fixture(autouse=True)
def _both_or_neither(settings: Any) -> None:
    """As in the product; the tests of other things lift it."""
    settings.ALLOW_ONE_LANGUAGE = False


@pytest.fixture
def gate(world: World) -> World:  # noqa: F811
    """The newsroom under the product's rule: both languages or neither."""
    Mark.objects.create(source="site:gate")
    follow()
    return world


@pytest.fixture
def past_the_guard(gate: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The same for whoever comes past the guard, as plain SQL does: the store stands alone."""
    monkeypatch.setattr(guard, "_concerns", lambda instance: False)
    monkeypatch.setattr(withdrawal, "is_gated", lambda instance: False)
    return gate
