"""Words of the vocabulary brought in batches, ready to be rendered."""

from collections.abc import Callable, Sequence
from typing import Any

from cms.vocabulary.models import Person, Place, Topic, VocabularyItem

PREFETCH: dict[type[VocabularyItem], tuple[str, ...]] = {Topic: (), Person: ("portrait",), Place: ()}


def loader(model: type[VocabularyItem]) -> Callable[[Sequence[int]], list[Any]]:
    """The function that brings rows of ``model`` by their keys."""

    def load(pks: Sequence[int]) -> list[Any]:
        rows = model._default_manager.filter(pk__in=pks).select_related("locale")
        return list(rows.prefetch_related(*PREFETCH[model]))

    return load
