"""Every code that the models can publish has its words on the site, and the same words as in the admin."""

import pytest
from django.utils import translation

from cms.website import labels
from media_library.models import Rights
from news.models import EventKind, EventState, ReleaseKind


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(
    ("known", "choices"),
    [
        (labels.KINDS["news.NewsReleasePage"], ReleaseKind),
        (labels.KINDS["news.EventPage"], EventKind),
        (labels.STATES, EventState),
        (labels.RIGHTS, Rights),
    ],
)
def test_codes_have_words(known: dict[str, object], choices: type, code: str) -> None:
    with translation.override(code):
        assert {key: str(words) for key, words in known.items()} == {
            value: str(label) for value, label in choices.choices
        }
