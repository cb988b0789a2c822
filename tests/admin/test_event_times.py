"""Clock times that do not exist, or exist twice (case C14), through the admin's form in both languages."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from news.models import EventPage
from tests.admin.conftest import browser
from tests.admin.forms import EVENT_STREAMS, opened

SPRING, AUTUMN = "2027-03-28", "2026-10-25"  # the days of the changes in Brussels
SKIPPED = "This time does not exist on that day: the clocks are set forward over it."
TWICE = "This time comes twice on that day, as clocks are set back: say which is meant."


def slot(number: int = 0, **values: str) -> dict[str, str]:
    fields = {
        "label": "",
        "date": "",
        "start_time": "",
        "end_date": "",
        "end_time": "",
        "fold": "",
        "ORDER": "1",
        **values,
    }
    return {f"time_slots-{number}-{name}": value for name, value in fields.items()}


def send(person: Any, event: EventPage, **values: str) -> Any:
    client = browser(person)
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])
    data = opened(client, url, streams=EVENT_STREAMS)
    data.update(
        {"time_slots-TOTAL_FORMS": "1", "time_slots-INITIAL_FORMS": "0", "action-publish": "1", **values}
    )
    return client.post(url, data)


def in_french(text: str) -> str:
    with translation.override("fr"):
        return translation.gettext(text)


@pytest.fixture(params=["en", "fr"])
def editor(request: Any, anna: Any, benoit: Any) -> tuple[Any, str]:
    return (anna, "en") if request.param == "en" else (benoit, "fr")


def expected(text: str, language: str) -> str:
    return text if language == "en" else in_french(text)


def test_a_skipped_time_is_refused_at_its_slot(editor: tuple[Any, str], event: EventPage) -> None:
    person, language = editor
    answer = send(person, event, **slot(date=SPRING, start_time="02:30"))
    assert answer.status_code == 200
    assert expected(SKIPPED, language) in answer.content.decode()
    assert not EventPage.objects.get(pk=event.pk).time_slots.exists()


def test_a_repeated_time_asks_which(editor: tuple[Any, str], event: EventPage) -> None:
    person, language = editor
    answer = send(person, event, **slot(date=AUTUMN, start_time="02:30"))
    assert answer.status_code == 200
    assert expected(TWICE, language) in answer.content.decode()
    assert not EventPage.objects.get(pk=event.pk).time_slots.exists()


@pytest.mark.parametrize(("fold", "hour"), [("first", 0), ("second", 1)])
def test_the_answer_is_kept(anna: Any, event: EventPage, fold: str, hour: int) -> None:
    assert send(anna, event, **slot(date=AUTUMN, start_time="02:30", fold=fold)).status_code == 302
    kept = EventPage.objects.get(pk=event.pk).time_slots.get()
    assert kept.starts_at == dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC)


def test_the_zone_of_the_event_counts_and_not_that_of_the_editor(anna: Any, event: EventPage) -> None:
    answer = send(anna, event, time_zone="America/Halifax", **slot(date=SPRING, start_time="02:30"))
    assert answer.status_code == 302
    kept = EventPage.objects.get(pk=event.pk).time_slots.get()
    assert kept.starts_at == dt.datetime(2027, 3, 28, 5, 30, tzinfo=dt.UTC)


def test_a_day_without_times_stays_a_day(anna: Any, event: EventPage) -> None:
    assert send(anna, event, **slot(date=SPRING, end_date="2027-03-29")).status_code == 302
    kept = EventPage.objects.get(pk=event.pk).time_slots.get()
    assert (kept.all_day, str(kept.date), str(kept.end_date)) == (True, SPRING, "2027-03-29")


@pytest.mark.parametrize("at", [f"{SPRING} 02:30", f"{AUTUMN} 02:30"])
def test_other_times_of_the_form_are_refused_by_the_editors_clock(
    editor: tuple[Any, str], event: EventPage, at: str
) -> None:
    person, _language = editor
    answer = send(person, event, accreditation_opens=at, **slot(date="2027-05-05"))
    assert answer.status_code == 200
    assert EventPage.objects.get(pk=event.pk).accreditation_opens is None


@pytest.mark.parametrize(
    ("name", "value"), [("date", "31/02/2027"), ("start_time", "25:61"), ("fold", "third")]
)
def test_what_is_no_time_is_a_message(anna: Any, event: EventPage, name: str, value: str) -> None:
    answer = send(anna, event, **slot(**{"date": "2027-05-05", name: value}))
    assert answer.status_code == 200
    assert not EventPage.objects.get(pk=event.pk).time_slots.exists()
