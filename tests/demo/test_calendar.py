"""The days of the demo: right on whatever day it is loaded, and written as each language writes them."""

from datetime import date, timedelta

import pytest

from home.demo.loading.calendar import Calendar
from home.demo.loading.source import folder
from news.zones import Clock, clock

NB = "\u00a0"
DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(1100)]


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("{date:0}", "en", f"1{NB}March 2027"),
        ("{date:0}", "fr", f"1er{NB}mars 2027"),
        ("{date:-96}", "fr", f"25{NB}novembre 2026"),
        ("{date:0:full}", "fr", f"lundi 1er{NB}mars 2027"),
        ("{date:w+1fri:day}", "en", f"12{NB}March"),
        ("{date:-1:Weekday}", "fr", "Dimanche"),
        ("{date:1m:Month}", "fr", "Avril 2027"),
        ("{date:9w:day}", "fr", f"3{NB}mai"),
    ],
)
def test_days_in_prose(written: str, language: str, expected: str) -> None:
    assert Calendar(date(2027, 3, 1)).fill(f"({written})", language) == f"({expected})"


def test_an_unknown_day_is_refused() -> None:
    with pytest.raises(ValueError, match="someday"):
        Calendar(date(2027, 3, 1)).day("someday")


def test_times_of_events_exist_on_whatever_day_they_are_loaded() -> None:
    """No slot at a time that the clocks skip, none at a time that comes twice unless it says which."""
    slots = [(event["time_zone"], slot) for event in folder("events") for slot in event["slots"]]
    for today in DAYS:
        calendar = Calendar(today)
        for zone, slot in slots:
            for name in ("start", "end"):
                if name in slot:
                    shown = clock(calendar.day(slot["date"], zone), _time(slot[name]), zone)
                    assert shown is not Clock.SKIPPED, (today, slot)
                    assert shown is Clock.ONCE or "fold" in slot, (today, slot)


def test_one_event_stands_on_both_sides_of_a_change_of_clocks() -> None:
    event = next(event for event in folder("events") if event["key"] == "clock-briefings")
    for today in DAYS:
        calendar = Calendar(today)
        before, after = (
            calendar.moment({"date": slot["date"], "time": slot["start"]}, event["time_zone"])
            for slot in event["slots"]
        )
        assert before.utcoffset() != after.utcoffset(), today
        assert today < before.date() < after.date(), today


def test_the_hour_that_comes_twice_is_met() -> None:
    event = next(event for event in folder("events") if event["key"] == "night-watch")
    for today in DAYS:
        day = Calendar(today).day(event["slots"][1]["date"], event["time_zone"])
        assert clock(day, _time("01:15"), event["time_zone"]) is Clock.REPEATED, today


def _time(written: str):
    from datetime import time

    return time.fromisoformat(written)
