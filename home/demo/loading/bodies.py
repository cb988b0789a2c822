"""Bodies, contacts, programmes and sections as StreamField data with stable block ids."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from home.demo.loading.identities import identity
from home.demo.loading.newsroom import Newsroom, either
from home.demo.loading.source import Item

Raw = dict[str, Any]


class StreamWriter:
    """Writes the streams of one item in one language. Both languages get the same block ids."""

    def __init__(self, newsroom: Newsroom, key: str, language: str) -> None:
        self.newsroom, self.key, self.language = newsroom, key, language

    def body(self, blocks: Iterable[Item]) -> list[Raw]:
        """A body. Each block of the file is a mapping of one name to what it holds."""
        found: list[Raw] = []
        for number, block in enumerate(blocks):
            ((name, value),) = block.items()
            kind, written = self._writers()[name](value, f"body/{number}")
            found.append({"type": kind, "value": written, "id": self._id(f"body/{number}")})
        return found

    def stream(self, field: str, kind: str, values: Iterable[Raw]) -> list[Raw]:
        """A stream of one kind of block."""
        return [
            {"type": kind, "value": value, "id": self._id(f"{field}/{number}")}
            for number, value in enumerate(values)
        ]

    def listed(self, place: str, values: Iterable[Any]) -> list[Raw]:
        """The items of a list block."""
        return [
            {"type": "item", "value": value, "id": self._id(f"{place}/{number}")}
            for number, value in enumerate(values)
        ]

    def say(self, value: Any) -> str:
        """Plain words in the language of this writer."""
        return self.newsroom.say(value, self.language)

    def rich(self, value: Any) -> str:
        """Rich text in the language of this writer."""
        return self.newsroom.rich(value, self.language)

    def person(self, key: str) -> Any:
        """The person in the language of this writer."""
        return self.newsroom.people[key, self.language]

    def _id(self, place: str) -> str:
        return str(UUID(str(identity("block", self.key, place))))

    def _writers(self) -> dict[str, Callable[[Any, str], tuple[str, Raw]]]:
        return {
            "text": lambda value, _place: ("rich_text", {"text": self.rich(value)}),
            "heading": lambda value, _place: (
                "heading",
                {"text": self.say(value), "level": value.get("level", "h2")},
            ),
            "quotation": lambda value, _place: ("quotation", self._quotation(value)),
            "image": lambda value, _place: ("image", self._image(value)),
            "gallery": lambda value, place: ("gallery", self._gallery(value, place)),
            "video": lambda value, _place: ("video", self._video(value)),
            "embed": lambda value, _place: ("embed", self._embed(value)),
            "key_facts": lambda value, place: ("key_facts", self._key_facts(value, place)),
            "questions": lambda value, place: ("questions", self._questions(value, place)),
            "table": lambda value, place: ("table", self._table(value, place)),
            "documents": lambda value, place: ("documents", self._documents(value, place)),
        }

    def _quotation(self, value: Item) -> Raw:
        person = self.person(value["speaker"]) if "speaker" in value else None
        return {
            "text": self.rich(value),
            "speaker": person.pk if person else None,
            "speaker_name": self.say(value.get("speaker_name")),
            "role": self.say(value.get("role")) or (person.role if person else ""),
            "source_url": "",
        }

    def _image(self, value: Item) -> Raw:
        return {
            "image": self.newsroom.images[value["image"]].pk,
            "caption": self.say(value.get("caption")),
            "credit": "",
            "alt_text": self.say(value.get("alt")),
            "decorative": bool(value.get("decorative")),
        }

    def _gallery(self, value: Item, place: str) -> Raw:
        images = [self._image({"image": key}) for key in value["images"]]
        return {"title": self.say(value.get("title")), "images": self.listed(place, images)}

    def _video(self, value: Item) -> Raw:
        return {
            "video": self.newsroom.videos[value["video"]].pk,
            "in_point": value.get("in", ""),
            "out_point": value.get("out", ""),
            "caption": self.say(value.get("caption")),
        }

    def _embed(self, value: Item) -> Raw:
        return {
            "url": value["url"],
            "title": self.say(value["title"]),
            "caption": self.say(value.get("caption")),
        }

    def _key_facts(self, value: Item, place: str) -> Raw:
        facts = [
            {"label": self.say(fact["label"]), "value": self.say(fact["value"])} for fact in value["facts"]
        ]
        return {"title": self.say(value.get("title")), "facts": self.listed(place, facts)}

    def _questions(self, value: Item, place: str) -> Raw:
        pairs = [
            {"question": self.say(pair["question"]), "answer": self.rich(pair["answer"])}
            for pair in value["items"]
        ]
        return {"title": self.say(value.get("title")), "items": self.listed(place, pairs)}

    def _table(self, value: Item, place: str) -> Raw:
        rows = [
            {"cells": self.listed(f"{place}/{number}", (self.rich(cell) for cell in row))}
            for number, row in enumerate(value["rows"][self.language])
        ]
        return {
            "caption": self.say(value.get("caption")),
            "header_row": value.get("header_row", True),
            "header_column": value.get("header_column", False),
            "rows": self.listed(place, rows),
        }

    def _documents(self, value: Item, place: str) -> Raw:
        rows = [
            {
                "document": either(self.newsroom.documents, row["document"], self.language).pk,
                "title": self.say(row.get("title")),
            }
            for row in value["documents"]
        ]
        return {"title": self.say(value.get("title")), "documents": self.listed(place, rows)}
