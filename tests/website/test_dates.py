"""Dates, times and lengths in words."""

from datetime import UTC, date, datetime, time

import pytest

from cms.website import dates
from cms.website.event_words import Slot, summary

AT = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "25 November 2026, 16:30 (Brussels time)"),
        ("fr", "25 novembre 2026 à 16 h 30 (heure de Bruxelles)"),
    ],
)
def test_a_moment(locale: str, words: str) -> None:
    assert plain(dates.moment(AT, locale, "Europe/Brussels")) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Oslo", "heure d’Oslo"),
        ("Africa/Cairo", "heure du Caire"),
        ("Europe/Athens", "heure d’Athènes"),
        ("Europe/Helsinki", "heure d’Helsinki"),
        ("Europe/London", "heure de Londres"),
        ("America/Havana", "heure de La Havane"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_in_french(zone: str, words: str) -> None:
    assert dates.zone_name(zone, "fr") == words


def test_days() -> None:
    assert plain(dates.day(date(2026, 12, 1), "fr")) == "1er décembre 2026"
    assert plain(dates.day(date(2026, 12, 11), "fr", weekday=True)) == "vendredi 11 décembre 2026"
    assert plain(dates.day(date(2026, 12, 1), "en", weekday=True)) == "Tuesday 1 December 2026"
    first, last = date(2026, 11, 30), date(2026, 12, 1)
    assert plain(dates.days(first, last, "fr")) == "du 30 novembre au 1er décembre 2026"
    assert plain(dates.days(first, last, "en")) == "30 November – 1 December 2026"
    assert plain(dates.days(date(2026, 12, 1), date(2026, 12, 3), "fr")) == "du 1er au 3 décembre 2026"
    assert (
        plain(dates.days(date(2026, 12, 31), date(2027, 1, 1), "en")) == "31 December 2026 – 1 January 2027"
    )


def test_hours() -> None:
    assert plain(dates.clock(time(16), "fr")) == "16 h"
    assert plain(dates.clock(time(9, 5), "fr")) == "9 h 05"
    assert dates.clock(time(9, 5), "en") == "09:05"
    assert plain(dates.hours(time(9, 30), time(11), "fr")) == "de 9 h 30 à 11 h"


def test_lengths() -> None:
    assert [plain(dates.duration(seconds)) for seconds in (0, 59.6, 155, 3600, 3725)] == [
        "0 s", "1 min", "2 min 35 s", "1 h", "1 h 2 min",
    ]  # fmt: skip
    assert dates.iso_duration(3725) == "PT1H2M5S"


@pytest.mark.parametrize("text", [None, "", "x", 5, "2026-11-25", "2026-99-99T00:00:00Z"])
def test_what_is_no_instant(text: object) -> None:
    assert dates.instant(text) is None


def slot(day: str, start: str, end: str | None, **more: object) -> dict[str, object]:
    return {
        "label": "",
        "date": day,
        "end_date": None,
        "start": start,
        "end": end,
        "time_zone": "Europe/Brussels",
        "all_day": False,
    } | more


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = slot("2026-10-25", "2026-10-25T02:30:00+02:00", None)
    second = slot("2026-10-25", "2026-10-25T02:30:00+01:00", None)
    assert Slot.read(first).zone_words("en") == "Brussels time, UTC+2"
    assert Slot.read(second).zone_words("en") == "Brussels time, UTC+1"
    assert (
        Slot.read(slot("2026-10-25", "2026-10-25T09:00:00+01:00", None)).zone_words("en") == "Brussels time"
    )


def test_slots_in_words() -> None:
    day = slot("2026-12-01", "2026-12-01T00:00:00+01:00", "2026-12-02T00:00:00+01:00", all_day=True)
    assert plain(Slot.read(day).words("en")) == "Tuesday 1 December 2026, all day"
    days = slot(
        "2026-12-01",
        "2026-12-01T00:00:00+01:00",
        "2026-12-04T00:00:00+01:00",
        all_day=True,
        end_date="2026-12-03",
    )
    assert plain(Slot.read(days).words("en")) == "1–3 December 2026"
    night = slot(
        "2026-12-01", "2026-12-01T22:00:00+01:00", "2026-12-02T02:00:00+01:00", end_date="2026-12-02"
    )
    assert (
        plain(Slot.read(night).words("fr"))
        == "du mardi 1er décembre 2026 à 22 h au mercredi 2 décembre 2026 à 2 h"
    )
    morning = slot("2026-12-01", "2026-12-01T09:30:00+01:00", "2026-12-01T11:00:00+01:00")
    assert (
        plain(summary({"slots": [morning]}, "fr"))
        == "mardi 1er décembre 2026, de 9 h 30 à 11 h (heure de Bruxelles)"
    )
    later = slot("2026-12-01", "2026-12-01T14:00:00+01:00", None)
    assert (
        plain(summary({"slots": [morning, later]}, "en")) == "Tuesday 1 December 2026, 09:30 (Brussels time)"
    )
