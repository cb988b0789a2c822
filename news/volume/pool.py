"""What all releases of the volume share: made once, found again by its identity in every later run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, ImageDraw
from taggit.models import Tag
from wagtail.models import Locale

from cms.pages.locales import Language
from cms.store.following import follow
from cms.vocabulary.models import Person, Place, Topic, VocabularyItem
from media_library.models import PressDocument, PressImage
from news.volume.words import identity, words

V = TypeVar("V", bound=VocabularyItem)
# When the vocabulary was written: before the first release.
WRITTEN = datetime(2005, 12, 5, 8, 0, tzinfo=UTC)
SIZE = (960, 540)


@dataclass(frozen=True, slots=True)
class Pool:
    """By key, and what is in one language by language below it."""

    locales: dict[str, Locale]
    topics: dict[str, dict[str, Topic]]
    places: dict[str, dict[str, Place]]
    people: dict[str, dict[str, Person]]
    tags: list[Tag]
    images: dict[str, PressImage]
    documents: dict[str, PressDocument]


def pool() -> Pool:
    """The pool, with what was missing made, public and in the store."""
    locales = {
        locale.language_code: locale for locale in Locale.objects.filter(language_code__in=Language.values)
    }
    made: list[Any] = []
    found = Pool(
        locales=locales,
        topics=_vocabulary(Topic, words()["topics"], locales, made, lambda entry, language: {}),
        places=_vocabulary(Place, words()["places"], locales, made, _place),
        people=_vocabulary(
            Person,
            words()["people"],
            locales,
            made,
            lambda entry, language: {"role": entry["role"][language]},
        ),
        tags=[Tag.objects.get_or_create(name=name)[0] for name in words()["tags"]],
        images=_files(PressImage, words()["pictures"], made, _picture),
        documents=_files(PressDocument, words()["documents"], made, _document),
    )
    if made:
        follow()
    return found


def _place(entry: dict[str, Any], language: str) -> dict[str, Any]:
    latitude, longitude = entry["at"]
    return {"country": entry["country"][language], "latitude": latitude, "longitude": longitude}


def _vocabulary(
    model: type[V],
    entries: list[dict[str, Any]],
    locales: dict[str, Locale],
    made: list[Any],
    fields: Callable[[dict[str, Any], str], dict[str, Any]],
) -> dict[str, dict[str, V]]:
    keys = {identity(model.__name__, entry["key"]): entry for entry in entries}
    rows = model._default_manager.filter(translation_key__in=keys).select_related("locale")
    found: dict[str, dict[str, V]] = {entry["key"]: {} for entry in entries}
    for row in rows:
        found[keys[row.translation_key]["key"]][row.locale.language_code] = row
    for key, entry in keys.items():
        for language in Language.values:
            if language in found[entry["key"]]:
                continue
            name = entry["name"] if isinstance(entry["name"], str) else entry["name"][language]
            row = model(name=name, locale=locales[language], translation_key=key, **fields(entry, language))
            _publish(row)
            found[entry["key"]][language] = row
            made.append(row)
    return found


@transaction.atomic
def _publish(row: VocabularyItem) -> None:
    row.live, row.first_published_at, row.original_language = False, WRITTEN, Language.EN
    row.save()
    row.save_revision().publish()
    type(row)._default_manager.filter(pk=row.pk).update(last_published_at=WRITTEN)
    row.refresh_from_db()


def _files(
    model: Any, entries: list[dict[str, Any]], made: list[Any], make: Callable[[dict[str, Any]], Any]
) -> dict[str, Any]:
    found = {}
    for entry in entries:
        code = f"volume-{entry['key']}"
        row = model.objects.filter(tags__name=code).first()
        if row is None:
            with transaction.atomic():
                row = make(entry)
                row.save()
                row.tags.add(code)
            made.append(row)
        found[entry["key"]] = row
    return found


def _picture(entry: dict[str, Any]) -> PressImage:
    """A sky over a sea, in colours of its own."""
    shade = sum(entry["key"].encode()) % 200
    sky = Image.linear_gradient("L").resize(SIZE)
    bands = [sky.point([(level + part * shade) // (part + 1) for level in range(256)]) for part in range(3)]
    drawn = Image.merge("RGB", bands)
    ImageDraw.Draw(drawn).rectangle((0, SIZE[1] * 2 // 3, *SIZE), fill=(20, 60 + shade // 4, 90 + shade // 2))
    file = BytesIO()
    drawn.save(file, "JPEG", quality=80)
    alt = entry["alt"]
    return PressImage(
        title=alt["en"],
        alt_en=alt["en"],
        alt_fr=alt["fr"],
        file=ContentFile(file.getvalue(), name=f"volume-{entry['key']}.jpg"),
        file_size=len(file.getvalue()),
    )


def _document(entry: dict[str, Any]) -> PressDocument:
    title = entry["title"]
    text = f"{title['en']}\n\n{title['fr']}\n".encode()
    return PressDocument(
        title=title["en"],
        title_en=title["en"],
        title_fr=title["fr"],
        language="mul",
        file=ContentFile(text, name=f"volume-{entry['key']}.txt"),
    )
