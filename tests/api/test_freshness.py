"""Cache-Control: no-cache, or as long as the setting says, and never past an instant at which an answer may change."""

import re
from datetime import timedelta

import pytest

from cms.store.clock import now
from cms.store.models import Instant
from tests.api.conftest import Ask
from tests.api.newsroom import Newsroom
from tests.api.test_http import addresses


def max_age(ask: Ask, address: str, **headers: str) -> int:
    answer = ask(address, most=4, headers=headers)
    match = re.fullmatch(r"public, max-age=([1-9][0-9]*)", answer["Cache-Control"])
    assert match, (address, answer["Cache-Control"])
    return int(match[1])


def test_by_default_caches_ask_each_time(ask: Ask, newsroom: Newsroom) -> None:
    for address in addresses(newsroom):
        assert ask(address)["Cache-Control"] == "no-cache"


def test_as_long_as_the_setting_says(ask: Ask, newsroom: Newsroom, settings: object) -> None:
    Instant.objects.filter(at__gt=now()).delete()
    settings.API_MAX_AGE = 60
    for address in addresses(newsroom):
        assert 58 <= max_age(ask, address) <= 60
        tag = ask(address, most=4)["ETag"]
        assert 58 <= max_age(ask, address, **{"If-None-Match": tag}) <= 60


def test_never_past_the_next_instant(ask: Ask, newsroom: Newsroom, settings: object) -> None:
    settings.API_MAX_AGE = 60
    Instant.objects.create(at=now() + timedelta(seconds=30))
    assert max_age(ask, "pages/") <= 30
    Instant.objects.create(at=now() + timedelta(seconds=0.9))
    assert ask("pages/", most=4)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["pages/?x=1", "pages/999999/", "none/"])
def test_problems_are_never_kept(ask: Ask, newsroom: Newsroom, settings: object, address: str) -> None:
    settings.API_MAX_AGE = 60
    assert ask(address, most=4)["Cache-Control"] == "no-cache"
