"""Two texts for an item and its body, columns for every order, and indexes that are walked without reading rows.

What is stored is kept, in the new columns; the marks that every migration ends with render it anew.
"""

import json

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

COLLECTIONS = {
    "page": "pages",
    "image": "images",
    "document": "documents",
    "video": "videos",
    "topic": "topics",
    "person": "people",
    "place": "places",
}
STUB = ("type", "detail_url", "html_url", "slug", "locale", "first_published_at")
LISTINGS = {
    "store_item_collection": ["collection"],
    "store_item_language": ["collection", "locale"],
    "store_item_type": ["type"],
    "store_item_type_language": ["type", "locale"],
}
OF_FACET = ("collection", "public_id", "date", "visible_from", "visible_until", "when_used")
OF_REFERENCE = ("locale", "visible_from", "visible_until")


def keep(apps, schema_editor):
    item, facet, reference = (apps.get_model("store", name) for name in ("ContentItem", "Facet", "Reference"))
    for prefix, collection in COLLECTIONS.items():
        item.objects.filter(object_key__startswith=f"{prefix}:").update(collection=collection)
    item.objects.update(date=Coalesce("date", "visible_from"), updated_at=F("visible_from"))
    item.objects.update(first_published_at=F("date"))
    batch = []
    for row in item.objects.only("pk", "card").iterator(chunk_size=200):
        card = json.loads(row.card)
        meta = {name: card["meta"][name] for name in STUB if name in card["meta"]}
        stub = {"id": card["id"], "meta": meta, "title": card["title"]}
        row.stub = json.dumps(stub, ensure_ascii=False, separators=(",", ":"))
        batch.append(row)
        if len(batch) == 200:
            item.objects.bulk_update(batch, ["stub"])
            batch = []
    item.objects.bulk_update(batch, ["stub"])

    def of_item(names):
        return {name: Subquery(item.objects.filter(pk=OuterRef("item_id")).values(name)[:1]) for name in names}

    facet.objects.exclude(item__in=item.objects.all()).delete()
    facet.objects.update(**of_item(OF_FACET))
    reference.objects.exclude(item__in=item.objects.all()).delete()
    reference.objects.filter(in_card=True).update(depth=1)
    reference.objects.update(**of_item(OF_REFERENCE))


def store_uncompressed(apps, schema_editor):
    """Compressed texts would be unpacked for every reader; the table is larger instead."""
    if schema_editor.connection.vendor == "postgresql":
        for name in ("card", "payload", "body"):
            schema_editor.execute(f"ALTER TABLE store_item ALTER COLUMN {name} SET STORAGE EXTERNAL")


def nothing(apps, schema_editor):
    pass


def added(model, **fields):
    return [migrations.AddField(model, name, field, preserve_default=False) for name, field in fields.items()]


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]

    operations = [
        *(
            migrations.RemoveIndex("contentitem", name)
            for name in ("store_item_public_id", "store_item_listing", "store_item_listing_all", "store_item_latest")
        ),
        migrations.RemoveIndex("facet", "store_facet_walk"),
        *added(
            "contentitem",
            collection=models.CharField(max_length=20, default=""),
            stub=models.TextField(default=""),
            first_published_at=models.DateTimeField(null=True),
            updated_at=models.DateTimeField(null=True),
        ),
        migrations.AddField("contentitem", "body", models.TextField(default="")),
        migrations.AddField("contentitem", "ends_at", models.DateTimeField(null=True)),
        *added(
            "facet",
            collection=models.CharField(max_length=20, default=""),
            public_id=models.BigIntegerField(default=0),
            visible_from=models.DateTimeField(null=True),
            visible_until=models.DateTimeField(null=True),
            when_used=models.BooleanField(default=False),
        ),
        *added(
            "reference",
            field=models.CharField(max_length=60, default=""),
            depth=models.SmallIntegerField(default=2),
            locale=models.CharField(max_length=12, default=""),
            visible_from=models.DateTimeField(null=True),
            visible_until=models.DateTimeField(null=True),
        ),
        migrations.RunPython(keep, nothing),
        migrations.RunPython(store_uncompressed, nothing),
        migrations.RemoveField("reference", "in_card"),
        *(
            migrations.AlterField("contentitem", name, models.DateTimeField())
            for name in ("date", "first_published_at", "updated_at")
        ),
        migrations.AlterField("facet", "date", models.DateTimeField()),
        migrations.AlterField("facet", "visible_from", models.DateTimeField()),
        migrations.AlterField("reference", "visible_from", models.DateTimeField()),
        migrations.AlterField("facet", "facet", models.CharField(max_length=60)),
        migrations.AlterField("facet", "value", models.CharField(max_length=255)),
        migrations.AddIndex(
            "contentitem",
            models.Index(fields=["collection", "public_id", "locale"], name="store_item_public_id"),
        ),
        *(
            migrations.AddIndex(
                "contentitem",
                models.Index(
                    fields=[*first, "-date", "-public_id", "-locale"],
                    include=["id", "visible_from", "visible_until", "when_used"],
                    name=name,
                ),
            )
            for name, first in LISTINGS.items()
        ),
        migrations.AddIndex(
            "facet",
            models.Index(
                fields=["facet", "value", "collection", "locale", "-date", "-public_id"],
                include=["item", "type", "visible_from", "visible_until", "when_used"],
                name="store_facet_walk",
            ),
        ),
    ]
