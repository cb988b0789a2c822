"""Pictures and documents of the demo. A code among the tags says which is which."""

from django.core.files.base import ContentFile
from django.db import transaction

from home.demo.loading.newsroom import LANGUAGES, Newsroom
from home.demo.loading.source import Item
from home.demo.papers import paper
from home.demo.pictures import draw
from media_library.models import PressDocument, PressImage

CREDIT = {
    "en": "Illustration: Five Capes Alliance, Press Service",
    "fr": "Illustration\u00a0: Alliance des Cinq Caps, service de presse",
}
RIGHTS = {
    "en": "Free use for information purposes, with credit.",
    "fr": "Utilisation libre à des fins d’information, avec mention de la source.",
}
FOCUS = 420  # pixels: the sides of the square around the focal point that a crop keeps
BOTH = "mul"


def load_image(newsroom: Newsroom, item: Item) -> None:
    """A picture, drawn when it is missing."""
    found = PressImage.objects.filter(tags__name=item["code"]).first()
    newsroom.images[item["key"]] = found or _make_image(newsroom, item)


@transaction.atomic
def _make_image(newsroom: Newsroom, item: Item) -> PressImage:
    drawn = draw(item["key"])
    x, y = item["focus"]
    image = PressImage(
        title=item["title"]["en"],
        file=ContentFile(drawn, name=f"{item['key']}.jpg"),
        file_size=len(drawn),
        uploaded_by_user=newsroom.editor("en"),
        focal_point_x=x,
        focal_point_y=y,
        focal_point_width=FOCUS,
        focal_point_height=FOCUS,
    )
    for language in LANGUAGES:
        setattr(image, f"alt_{language}", item["alt"][language])
        setattr(image, f"caption_{language}", item["caption"][language])
        setattr(image, f"credit_{language}", CREDIT[language])
        setattr(image, f"rights_{language}", RIGHTS[language])
    image.save()
    image.tags.add(item["code"])
    return image


def load_document(newsroom: Newsroom, item: Item) -> None:
    """A document: one file for both languages, or one for each."""
    files = [BOTH] if item.get("bilingual") else list(LANGUAGES)
    for language in files:
        code = item["code"] if language == BOTH else f"{item['code']}-{language}"
        found = PressDocument.objects.filter(tags__name=code).first() or _make_document(
            newsroom, item, language, code
        )
        for reader in LANGUAGES if language == BOTH else (language,):
            newsroom.documents[item["key"], reader] = found


@transaction.atomic
def _make_document(newsroom: Newsroom, item: Item, language: str, code: str) -> PressDocument:
    written = LANGUAGES if language == BOTH else (language,)
    title = item["title"]["en" if language == BOTH else language]
    pages = [[newsroom.say(line, reader) for line in item["pages"][reader]] for reader in written]
    document = PressDocument(
        title=title,
        title_en=item["title"]["en"],
        title_fr=item["title"]["fr"],
        language=language,
        file=ContentFile(paper(title, pages), name=f"{item['key']}.pdf"),
        uploaded_by_user=newsroom.editor("fr" if language == "fr" else "en"),
    )
    document.save()
    document.tags.add(code)
    return document
