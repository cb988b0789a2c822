"""The REST interface under requests made from its own document."""

import pytest

from tests.api.newsroom import Newsroom
from tests.contract.asking import kept
from tests.fuzz.rest import ask_all


def known(newsroom: Newsroom) -> dict[str, list[int]]:
    """Ids that there are, by collection; of pages hidden ones too."""
    return {
        "pages": [
            *(one for pair in newsroom.releases for one in pair),
            *newsroom.hidden,
            newsroom.events["next"][0],
        ],
        "images": [newsroom.image, newsroom.hidden_image],
        "documents": [newsroom.document],
        "videos": [newsroom.video, newsroom.french_video],
        "topics": [topic.pk for topic in newsroom.topics.values()],
        "people": [person.pk for person in newsroom.people.values()],
        "places": [place.pk for place in newsroom.places.values()],
    }


def test_every_answer_is_documented(
    newsroom: Newsroom, requests_wanted: int, chosen_seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = ask_all(requests_wanted, chosen_seed, known(newsroom))
    with capsys.disabled():
        print(f" {found} ", end="")
    assert not found.faults, f"{len(found.faults)} faults\n" + "\n".join(found.faults[:20])
    assert found.asked >= requests_wanted
    assert set(found.paths) == set(kept()["paths"])
    # Both what is answered and what is refused was asked.
    assert found.statuses[200] > requests_wanted / 20
    assert found.statuses[400] > requests_wanted / 20
