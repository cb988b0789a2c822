"""Wagtail's own API v2 and this interface over one database: equal key for key, but for what docs/api.md names."""

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.differential.comparing import Difference, differences
from tests.differential.intended import INTENDED, rows
from tests.differential.requests import REQUESTS
from tests.differential.world import World

ASKED = [(group, request) for group, requests in REQUESTS.items() for request in requests]
Compared = dict[str, list[Difference]]


@pytest.fixture(scope="module")
def compared(made_world: World, django_db_blocker: DjangoDbBlocker) -> Compared:
    """Every request with its differences, each asked once of both sides."""
    client = Client(raise_request_exception=False)
    found: Compared = {}
    with django_db_blocker.unblock():
        for _group, request in ASKED:
            address = "/api/v2/" + request.format(**made_world.ids)
            with override_settings(ROOT_URLCONF="tests.differential.stock"):
                wagtail = client.get(address)
            here = client.get(address)
            found[request] = list(differences(wagtail, here, ordered="order=" in request))
    return found


def explained(request: str, difference: Difference) -> bool:
    return any(intended.explains(request, difference) for intended in INTENDED)


def left_over(compared: Compared, request: str) -> list[Difference]:
    return [one for one in compared[request] if not explained(request, one)]


@pytest.mark.parametrize("request_", [request for _group, request in ASKED])
def test_equal_key_for_key_or_meant(compared: Compared, request_: str) -> None:
    unexplained = left_over(compared, request_)
    assert not unexplained, "\n".join(map(str, unexplained))


def test_every_explanation_explains_something(compared: Compared) -> None:
    idle = [
        intended
        for intended in INTENDED
        if not any(intended.explains(request, one) for request, found in compared.items() for one in found)
    ]
    assert not idle


def test_the_table_of_differences_is_that_of_the_documentation() -> None:
    assert sorted(set(rows())) == sorted(rows())
    assert {intended.row for intended in INTENDED} == set(rows())


def test_there_are_enough_requests_and_each_stands_once() -> None:
    assert len(ASKED) >= 60
    assert len({request for _group, request in ASKED}) == len(ASKED)
