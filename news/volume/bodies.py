"""Bodies, contacts and corrections of releases, as StreamFields keep them."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID

from news.volume.composing import Composition
from news.volume.pool import Pool
from news.volume.words import words

Raw = dict[str, Any]


@dataclass(slots=True)
class BodyWriter:
    """Writes the streams of one release in one language. Both languages get the same block ids.

    ``links``: from the number of an earlier release to the id of its page in this language.
    """

    release: Composition
    language: str
    pool: Pool
    links: dict[int, int]

    def body(self) -> list[Raw]:
        """The blocks, in an order that the kind of text would have."""
        dice, language = self.release.dice, self.release.body_language(self.language)
        blocks: list[tuple[str, Raw]] = [("rich_text", {"text": self._prose("opening", language)})]
        if dice.chance("quotation", 75):
            blocks.append(("quotation", self._quotation(language)))
        blocks.append(("heading", {"text": self._say("headings", "first", language), "level": "h2"}))
        blocks.append(("rich_text", {"text": self._prose("middle", language, listed=True)}))
        if dice.chance("picture", 45):
            blocks.append(("image", self._picture()))
        if dice.chance("facts", 30):
            blocks.append(("key_facts", self._facts(language)))
        blocks.append(("heading", {"text": self._say("headings", "second", language), "level": "h2"}))
        blocks.append(("rich_text", {"text": self._ending(language)}))
        if dice.chance("table", 12):
            blocks.append(("table", self._table(language)))
        if dice.chance("questions", 12):
            blocks.append(("questions", self._questions(language)))
        if dice.chance("offer", 8):
            blocks.append(("documents", self._documents()))
        return [
            {"type": kind, "value": value, "id": self._id(f"body/{number}")}
            for number, (kind, value) in enumerate(blocks)
        ]

    def contacts(self) -> list[Raw]:
        """Whom journalists can ask."""
        chosen = self.release.dice.pick("contact", words()["contacts"])
        value = chosen | {"role": chosen["role"][self.language]}
        return [{"type": "contact", "value": value, "id": self._id("contacts/0")}]

    def corrections(self) -> list[Raw]:
        """What was put right later, in few."""
        if not self.release.dice.chance("correction", 4):
            return []
        day = (self.release.released_at + timedelta(days=2)).date().isoformat()
        value = {"date": day, "text": f"<p>{words()['correction'][self.language]}</p>"}
        return [{"type": "correction", "value": value, "id": self._id("corrections/0")}]

    def _say(self, what: str, place: str, language: str) -> str:
        return self.release.say(self.release.dice.pick(f"{what}/{place}", words()[what]), language)

    def _prose(self, place: str, language: str, *, listed: bool = False) -> str:
        dice = self.release.dice
        chosen = dice.some(f"prose/{place}", words()["sentences"], 6 + dice.roll(f"length/{place}", 4))
        said = [self.release.say(sentence, language) for sentence in chosen]
        paragraphs = [" ".join(said[:3]), " ".join(said[3:6])]
        html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        if listed and said[6:]:
            return html + "<ul>" + "".join(f"<li>{line}</li>" for line in said[6:]) + "</ul>"
        return html + (f"<p><b>{said[6]}</b></p>" if said[6:] else "")

    def _ending(self, language: str) -> str:
        named = " ".join(self.release.names(language))
        return f"{self._prose('ending', language)}<p>{named}</p>{self._see_also(language)}"

    def _see_also(self, language: str) -> str:
        if not self.links or not self.release.dice.chance("see also", 60):
            return ""
        number, page = next(iter(self.links.items()))
        title = f'<a linktype="page" id="{page}">{Composition(number).title(language)}</a>'
        line: str = words()["see_also"][language]
        return f"<p>{line.format(title=title)}</p>"

    def _quotation(self, language: str) -> Raw:
        key = self.release.dice.pick("speaker", list(self.pool.people))
        person = self.pool.people[key][self.language]
        text = f"<p>{self._say('quotations', 'only', language)}</p>"
        value = {"text": text, "speaker": person.pk, "speaker_name": "", "role": person.role}
        return value | {"source_url": ""}

    def _picture(self) -> Raw:
        image = self.pool.images[self.release.dice.pick("image", list(self.pool.images))]
        return {"image": image.pk, "caption": "", "credit": "", "alt_text": "", "decorative": False}

    def _facts(self, language: str) -> Raw:
        facts = [
            {name: self.release.say(fact[name], language) for name in ("label", "value")}
            for fact in words()["facts"]
        ]
        return {"title": "", "facts": self._items("facts", facts)}

    def _table(self, language: str) -> Raw:
        table, year = words()["table"], self.release.released_at.year
        rows = [[table["year"][language], table["days"][language]]]
        rows += [[str(year - back), str(20 + self.release.dice.roll(f"days/{back}", 200))] for back in (2, 1)]
        cells = [
            {"cells": self._items(f"row/{number}", [f"<p>{cell}</p>" for cell in row])}
            for number, row in enumerate(rows)
        ]
        value = {"caption": table["caption"][language], "header_row": True, "header_column": False}
        return value | {"rows": self._items("rows", cells)}

    def _questions(self, language: str) -> Raw:
        items = [
            {
                "question": self.release.say(entry["question"], language),
                "answer": f"<p>{self.release.say(entry['answer'], language)}</p>",
            }
            for entry in words()["questions"]
        ]
        return {"title": "", "items": self._items("questions", items)}

    def _documents(self) -> Raw:
        document = self.pool.documents[self.release.dice.pick("document", list(self.pool.documents))]
        return {"title": "", "documents": self._items("documents", [{"document": document.pk, "title": ""}])}

    def _items(self, place: str, values: list[Any]) -> list[Raw]:
        return [
            {"type": "item", "value": value, "id": self._id(f"{place}/{number}")}
            for number, value in enumerate(values)
        ]

    def _id(self, place: str) -> str:
        seed = f"{self.release.number}/{place}".encode()
        return str(UUID(bytes=blake2b(seed, digest_size=16).digest(), version=4))
