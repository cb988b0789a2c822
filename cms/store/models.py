"""The tables of the content store. Written by ``cms.store.publication`` and the triggers alone; read through views."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Q

# The walks "latest of": a list in its usual order reads one of these indexes from its beginning, and no row beside.
LISTINGS = {
    "store_item_collection": ["collection"],
    "store_item_language": ["collection", "locale"],
    "store_item_type": ["type"],
    "store_item_type_language": ["type", "locale"],
}


class LongText(models.TextField):  # type: ignore[type-arg]  # not generic at run time
    """A text of many rows at once. Its own placeholder keeps Django from handing PostgreSQL the column as one array.

    psycopg would escape every quote in that by a regular expression: a third of the time of writing items.
    """

    def get_placeholder(self, value: Any, compiler: Any, connection: BaseDatabaseWrapper) -> str:
        """What stands for the value in SQL."""
        return "%s"

    def deconstruct(self) -> Any:
        """A text field to migrations, which it is in the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


class ContentItem(models.Model):
    """One object in one locale during one interval [visible_from, visible_until), rendered."""

    object_key = models.CharField(max_length=80)
    collection = models.CharField(max_length=20)
    type = models.CharField(max_length=80)
    locale = models.CharField(max_length=12)
    public_id = models.BigIntegerField()
    # The row it was rendered from, as table:primary key; triggers withdraw by it.
    source = models.CharField(max_length=120)
    path = models.CharField(max_length=600, default="")
    file = models.CharField(max_length=600, default="")
    slug = models.CharField(max_length=255, default="")
    title = models.TextField(default="")
    # What lists are ordered by: never null, so that every order can be continued from any item.
    date = models.DateTimeField()
    first_published_at = models.DateTimeField()
    # When what the public reads last changed: by writing, or by its beginning.
    updated_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)
    when_used = models.BooleanField(default=False)
    # Public because the object's other languages are: what hides one of them hides this.
    paired = models.BooleanField(default=False, db_default=False)
    digest = models.CharField(max_length=64)
    # From the smallest to the largest: what a list shows, what a reference shows, all but the body, the body.
    stub = models.TextField()
    card = models.TextField()
    payload = LongText()
    body = models.TextField(default="")

    class Meta:
        db_table = "store_item"
        constraints = [
            models.UniqueConstraint(
                fields=["object_key", "locale", "visible_from"], name="store_item_interval"
            ),
            models.CheckConstraint(
                condition=Q(visible_until__isnull=True) | Q(visible_until__gt=F("visible_from")),
                name="store_item_interval_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["source"], name="store_item_source"),
            models.Index(fields=["locale", "path"], name="store_item_path"),
            models.Index(fields=["collection", "public_id", "locale"], name="store_item_public_id"),
            # What began or ended since an instant, for the feed of changes.
            models.Index(fields=["visible_from"], name="store_item_began"),
            models.Index(
                fields=["visible_until"], condition=Q(visible_until__isnull=False), name="store_item_ended"
            ),
            *(
                models.Index(
                    fields=[*first, "-date", "-public_id", "-locale"],
                    include=["id", "visible_from", "visible_until", "when_used"],
                    name=name,
                )
                for name, first in LISTINGS.items()
            ),
        ]

    def __str__(self) -> str:
        return f"{self.object_key} {self.locale}"


class Reference(models.Model):
    """A numbered place in an item's text, and the object whose public card or address belongs in it."""

    item = models.ForeignKey(
        ContentItem, on_delete=models.CASCADE, db_constraint=False, related_name="references"
    )
    slot = models.IntegerField()
    target_key = models.CharField(max_length=80, db_index=True)
    role = models.CharField(max_length=12)
    fallback = models.BooleanField()
    field = models.CharField(max_length=60)
    depth = models.SmallIntegerField()
    # As the item has them, so that filling its places reads no more than their targets.
    locale = models.CharField(max_length=12)
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "store_reference"

    def __str__(self) -> str:
        return f"{self.item_id} {self.slot} {self.target_key}"


class Ready(models.Model):
    """An item's texts with all their places filled, as they are during [since, until); empty until they are made.

    ``digest`` is that of both texts. A row stands here as long as its item does. Triggers empty it with any write to
    what stands in its places (``cms.store.ready``).
    """

    item = models.BigAutoField(primary_key=True, db_column="item_id")
    payload = models.TextField(default="")
    body = models.TextField(default="")
    digest = models.CharField(max_length=64, default="")
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "store_ready"
        indexes = [
            models.Index(fields=["item"], condition=Q(since__isnull=True), name="store_ready_to_make"),
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="store_ready_until"),
        ]

    def __str__(self) -> str:
        return str(self.item)


class Facet(models.Model):
    """A value that lists are filtered by, with the columns of the walk "latest of a topic" beside it."""

    item = models.ForeignKey(
        ContentItem, on_delete=models.CASCADE, db_constraint=False, db_index=False, related_name="facets"
    )
    collection = models.CharField(max_length=20)
    type = models.CharField(max_length=80)
    locale = models.CharField(max_length=12)
    public_id = models.BigIntegerField()
    facet = models.CharField(max_length=60)
    value = models.CharField(max_length=255)
    date = models.DateTimeField()
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)
    when_used = models.BooleanField()

    class Meta:
        db_table = "store_facet"
        indexes = [
            models.Index(
                fields=["facet", "value", "collection", "locale", "-date", "-public_id"],
                include=["item", "type", "visible_from", "visible_until", "when_used"],
                name="store_facet_walk",
            ),
            # Whether an item has a value, asked of each item of another walk.
            models.Index(fields=["item", "facet", "value"], name="store_facet_of_item"),
        ]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class StemsField(models.TextField):  # type: ignore[type-arg]  # not generic at run time
    """Stems parted by spaces: a text search vector in PostgreSQL, a text in SQLite, which FTS5 indexes."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "tsvector" if connection.vendor == "postgresql" else "text"


class SearchEntry(models.Model):
    """What an item is searched by (``cms.store.analysis.Analysed``), with the columns of lists beside it.

    The index of ``stems`` is made by the migration: GIN in PostgreSQL; in SQLite the table store_search_index, which
    triggers keep.
    """

    # The item's id. An automatic key in name alone: in SQLite it is the number of the row, which the index refers to.
    item = models.BigAutoField(primary_key=True, db_column="item_id")
    collection = models.CharField(max_length=20)
    type = models.CharField(max_length=80)
    locale = models.CharField(max_length=12)
    public_id = models.BigIntegerField()
    date = models.DateTimeField()
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)
    when_used = models.BooleanField()
    title = models.TextField()
    lead = models.TextField()
    words = models.TextField()
    stems = StemsField()

    class Meta:
        db_table = "store_search"

    def __str__(self) -> str:
        return f"{self.item} {self.locale}"


class StoredFile(models.Model):
    """A media file whose address an item says: open while an item that has it is public."""

    item = models.ForeignKey(ContentItem, on_delete=models.CASCADE, db_constraint=False, related_name="files")
    key = models.CharField(max_length=255, db_index=True)

    class Meta:
        db_table = "store_file"

    def __str__(self) -> str:
        return self.key


class Dependency(models.Model):
    """A source that an item's rendering read beside its own row."""

    item = models.ForeignKey(
        ContentItem, on_delete=models.CASCADE, db_constraint=False, related_name="dependencies"
    )
    source = models.CharField(max_length=120, db_index=True)

    class Meta:
        db_table = "store_dependency"

    def __str__(self) -> str:
        return self.source


class Mark(models.Model):
    """A source that changed: written by triggers, appended only, deleted by the follower that rendered it."""

    source = models.CharField(max_length=120)
    failures = models.IntegerField(default=0)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "store_mark"

    def __str__(self) -> str:
        return self.source


class Change(models.Model):
    """The change log: what was written, withdrawn or cancelled, by change numbers in commit order."""

    number = models.BigIntegerField(null=True, db_index=True)
    object_key = models.CharField(max_length=80)
    locale = models.CharField(max_length=12)
    type = models.CharField(max_length=80)
    public_id = models.BigIntegerField()
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        db_table = "store_change"

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.object_key}"


class Counter(models.Model):
    """The last change number: one row, taken as the last statement before a commit."""

    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "store_counter"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="store_counter_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class Instant(models.Model):
    """An instant at which any public answer may change by the clock alone."""

    at = models.DateTimeField(primary_key=True)

    class Meta:
        db_table = "store_instant"

    def __str__(self) -> str:
        return self.at.isoformat()
