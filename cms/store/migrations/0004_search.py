"""What items are searched by, in a table of its own, and the index of it."""

from django.db import migrations, models

import cms.store.models

INDEX = {
    "postgresql": [
        # Of new entries a list is kept (kB), which goes into the index when it is full: each by itself would cost a
        # writer ten times as much, and a longer list the searches, which read it through.
        "CREATE INDEX store_search_stems ON store_search USING gin (stems) WITH (gin_pending_list_limit = 1024)",
        # Looked through for phrases in row after row: unpacking would cost more than looking.
        "ALTER TABLE store_search ALTER COLUMN words SET STORAGE EXTERNAL",
        # Knowing that a word is frequent, the planner would read the whole table, of whose large values it thinks too
        # little; by the index the most frequent word is found several times faster.
        "ALTER TABLE store_search ALTER COLUMN stems SET STATISTICS 0",
        "ALTER TABLE store_search ALTER COLUMN words SET STATISTICS 0",
    ],
    # Stems are parted by spaces and have letters and digits alone; where a stem stands is not asked.
    "sqlite": [
        "CREATE VIRTUAL TABLE store_search_index USING fts5(stems, content='store_search', content_rowid='item_id',"
        " detail=none, columnsize=0, tokenize='ascii')"
    ],
}
GONE = {"postgresql": "DROP INDEX store_search_stems", "sqlite": "DROP TABLE store_search_index"}


def index(apps, schema_editor):
    for statement in INDEX[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def no_index(apps, schema_editor):
    schema_editor.execute(GONE[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("store", "0003_changes_by_the_clock")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("item", models.BigAutoField(db_column="item_id", primary_key=True, serialize=False)),
                ("collection", models.CharField(max_length=20)),
                ("type", models.CharField(max_length=80)),
                ("locale", models.CharField(max_length=12)),
                ("public_id", models.BigIntegerField()),
                ("date", models.DateTimeField()),
                ("visible_from", models.DateTimeField()),
                ("visible_until", models.DateTimeField(null=True)),
                ("when_used", models.BooleanField()),
                ("title", models.TextField()),
                ("lead", models.TextField()),
                ("words", models.TextField()),
                ("stems", cms.store.models.StemsField()),
            ],
            options={"db_table": "store_search"},
        ),
        migrations.RunPython(index, no_index),
        migrations.RemoveField("contentitem", "search_text"),
    ]
