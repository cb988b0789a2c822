"""What an event says of its state and of accreditation, by the database's clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.store.following import follow
from news.models import EventPage
from tests.website.conftest import Read
from tests.website.making import Newsroom


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cancelled", "Cet événement n’aura pas lieu."),
        ("postponed", "Cet événement n’a pas lieu à la date prévue initialement."),
        ("past", "Cet événement est terminé."),
    ],
)
def test_a_state_is_said_at_the_top(newsroom: Newsroom, read: Read, name: str, words: str) -> None:
    page = read(newsroom.paths[name]["fr"])
    assert words in page.text
    assert page.text.index(words) < page.text.index("Quand")


def test_an_event_as_announced(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["event"]["en"])
    for words in (
        "Doors open",
        "09:30–11:00",
        "Brussels time",
        "The Council building",
        "51.2194° N, 4.4025° E",
        "Opening of the session",
        "Open until",
        "English, French, Ukrainian",
    ):
        assert words in page.text, words
    assert page.all("a", href="https://accreditation.example.org/")
    assert page.all("a", href="https://live.example.org/")
    french = read(newsroom.paths["event"]["fr"])
    assert "51,2194° N, 4,4025° E" in french.text
    assert "anglais, français, ukrainien" in french.text
    assert "de 9 h 30 à 11 h" in french.text


def accreditation(newsroom: Newsroom, opens: float, closes: float) -> None:
    now = timezone.now()
    EventPage.objects.filter(pk=newsroom.made["event"]["en"].pk).update(
        accreditation_opens=now + timedelta(days=opens), accreditation_closes=now + timedelta(days=closes)
    )
    follow()


def test_accreditation_opens_and_closes(newsroom: Newsroom, read: Read) -> None:
    accreditation(newsroom, 1, 2)
    page = read(newsroom.paths["event"]["en"])
    assert "Opens on" in page.text
    assert not page.all("a", href="https://accreditation.example.org/")
    accreditation(newsroom, -2, -1)
    page = read(newsroom.paths["event"]["en"])
    assert "Closed since" in page.text
    assert not page.all("a", href="https://accreditation.example.org/")


def test_what_is_cancelled_is_not_streamed(newsroom: Newsroom, read: Read) -> None:
    page = read(newsroom.paths["cancelled"]["en"])
    assert not page.all("a", href="https://live.example.org/")
    assert not page.all("a", href="https://accreditation.example.org/")
