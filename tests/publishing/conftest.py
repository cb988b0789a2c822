"""The newsroom of the store's tests, with the gate up."""

from typing import Any

import pytest

from cms.store.following import follow
from cms.store.models import Mark
from tests.store.conftest import built, world  # noqa: F401  # fixtures
from tests.store.world import World


@pytest.fixture
def gate(settings: Any, world: World) -> World:  # noqa: F811
    """The newsroom under the product's rule: both languages or neither."""
    settings.ALLOW_ONE_LANGUAGE = False
    Mark.objects.create(source="site:gate")
    follow()
    return world
