"""The admin's search index is written in transactions: web and worker may index one object at the same moment."""

from typing import Any

import pytest
from django.db import connection
from modelsearch.index import insert_or_update_object

from cms.vocabulary.models import Topic


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_on("sqlite")
def test_the_question_and_the_entry_are_one_transaction() -> None:
    topic = Topic.objects.create(name="Cables", slug="cables", locale_id=1)
    inside: list[bool] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if 'FROM "wagtailsearch_indexentry"' in sql or 'INTO "wagtailsearch_indexentry"' in sql:
            inside.append(connection.in_atomic_block)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        insert_or_update_object(topic)
        insert_or_update_object(topic)
    assert inside
    assert all(inside)
