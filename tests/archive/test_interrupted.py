"""An import that is killed goes on where it was, and comes to the same end."""

import json
import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from cms.store import rebuilding
from cms.store.models import ContentItem
from news.models import ImportedPost, NewsReleasePage
from tests.processes import python, wait_for
from tests.run_database import RunDatabase

# Posts written when the process is killed; with odd numbers a pair would be half written.
KILLED_AT = (1, 40, 80, 120, 181)


def state() -> dict[str, Any]:
    """Everything that an import makes, the numbers of rows left out."""
    slugs = {page.pk: page.slug for page in NewsReleasePage.objects.all()}

    def linked(body: str) -> str:
        return re.sub(r'linktype=\\"page\\" id=\\"(\d+)\\"', lambda match: slugs[int(match[1])], body)

    pages = {
        f"{page.locale.language_code}{page.url_path}": (
            *(str(page.translation_key), page.title, page.draft_title, page.lead, page.byline, page.live),
            *(
                page.released_at,
                page.first_published_at,
                page.last_published_at,
                page.has_unpublished_changes,
            ),
            *(page.original_language, page.language_regime, page.kind, page.revisions.count()),
            linked(json.dumps(list(page.body.raw_data))),
        )
        for page in NewsReleasePage.objects.select_related("locale")
    }
    records = set(ImportedPost.objects.values_list("translation_key", "language", "file", "digest"))
    items = set(ContentItem.objects.values_list("object_key", "locale", "path", "date"))
    return {
        "pages": pages,
        "records": records,
        "items": {item for item in items if item[0].startswith("page:")},
    }


@pytest.mark.django_db(transaction=True)
def test_killed_five_times_and_resumed(
    run_database: RunDatabase, imported_database: str, real_posts: Path, process_environment: dict[str, str]
) -> None:
    environment = process_environment | {"LOG_LEVEL": "WARNING"}
    for number in KILLED_AT:
        with python("manage.py", "import_posts", str(real_posts), environment=environment) as process:
            wait_for(
                lambda number=number: ImportedPost.objects.count() >= number or process.poll() is not None,
                180,
            )
            # Read only when it has ended: a running one would be waited for.
            assert process.poll() is None, process.communicate()[0]
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        count = ImportedPost.objects.count()
        assert count < 202
        assert count % 2 == 0, "a pair is half written"
    with python("manage.py", "import_posts", str(real_posts), environment=environment) as process:
        output, _nothing = process.communicate(timeout=300)
        assert process.returncode == 0, output
    assert "left alone: 0). Files refused: 0." in output
    killed = state()
    assert not rebuilding.check(lambda _count: None)

    connections.close_all()
    run_database.server.copy(imported_database, run_database.name)
    assert len(killed["records"]) == 202
    for name, wanted in state().items():
        assert killed[name] == wanted
