"""/metrics: figures that an operator's Prometheus reads, and who may read them."""

from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from cms.jobs.clock import announce
from cms.store.models import Mark
from search.answers import answers
from tests.measuring import measured


def read(client: Client, **headers: str) -> dict[tuple[str, str], float]:
    """(Name, values of labels) to the figure."""
    answer = client.get("/metrics", headers=headers)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain; version=")
    assert answer["Cache-Control"] == "no-store"
    return {
        (sample.name, " ".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


@pytest.mark.django_db
def test_figures_say_what_is_so(client: Client) -> None:
    announce()
    Mark.objects.all().delete()
    Mark.objects.create(source="site:test", failures=3)
    answers.clear()
    before = answers.figures.misses
    answers.get(("metrics",), "1")
    answers.keep(("metrics",), "1", "kept")
    with measured() as cost:
        found = read(client)
    assert found["communique_database_up", ""] == 1
    assert found["communique_store_marks", ""] == 1
    assert found["communique_store_failures_most", ""] == 3
    assert found["communique_process_answers_entries", ""] == 1
    assert found["communique_process_answers_misses_total", ""] == before + 1
    assert (
        0
        < found["communique_process_answers_bytes", ""]
        < found["communique_process_answers_bound_bytes", ""]
    )
    assert found["communique_jobs", "dead"] == 0
    assert ("communique_clock_late_seconds", "store.follow") in found
    assert len(cost.statements) <= 8, cost.statements


@pytest.mark.django_db
def test_without_a_database_that_is_what_they_say(client: Client) -> None:
    with patch("cms.website.metrics.now", side_effect=OperationalError("gone")):
        found = read(client)
    assert found["communique_database_up", ""] == 0
    assert ("communique_process_answers_entries", "") in found
    assert not [name for name, _labels in found if name.startswith("communique_store")]


@pytest.mark.django_db
def test_they_are_this_machine_s_or_the_bearer_s(client: Client, settings: pytest.FixtureRequest) -> None:
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 403
    assert client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 403
    settings.METRICS_TOKEN = "a token of this newsroom"
    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer another"}).status_code == 403
    assert read(client, Authorization="Bearer a token of this newsroom")
    assert client.post("/metrics").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v2/nothing/", "/api/v2/redirects/999999/", "/graphql/nothing/"])
def test_the_interfaces_lead_nobody_to_pages(client: Client, address: str) -> None:
    from wagtail.contrib.redirects.models import Redirect

    Redirect.add_redirect(address.rstrip("/"), "/en/")
    with measured() as cost:
        assert client.get(address).status_code == 404
    assert not [sql for sql in cost.statements if "redirects_redirect" in sql]
    Redirect.add_redirect("/old", "/en/")
    assert client.get("/old").status_code in (301, 302)
