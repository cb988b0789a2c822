"""A body with each kind of block, in either language."""

from typing import Any

from wagtail.rich_text import RichText


def contact(code: str) -> dict[str, str]:
    texts = {
        "en": ("Press office of the Alliance", "Officer on duty"),
        "fr": ("Service de presse de l’Alliance", "De permanence"),
    }
    name, role = texts[code]
    return {"name": name, "role": role, "email": "press@example.org", "phone": "+32 (0)3 000 01 40"}


def body(
    code: str, *, image: Any, document: Any, video: Any, person: Any, link: int
) -> list[tuple[str, Any]]:
    """The blocks, as a StreamField takes them. ``link``: the page that the first paragraph links to."""
    anchor = f'<a linktype="page" id="{link}">'
    text = {
        "en": {
            "p": f"<p>The Ministers agreed on <b>a common watch</b>. {anchor}Read the statement</a>.</p>",
            "heading": "What was decided",
            "quote": "<p>A cable is a promise between two shores.</p>",
            "title": "In the harbour",
            "question": "Who pays for it?",
            "answer": "<p>All of the Allies.</p>",
            "cell": ("Ship", "Port", "of Antwerp"),
            "fact": ("Participating nations", "17"),
            "embed": "The press conference in full",
        },
        "fr": {
            "p": f"<p>Les ministres sont convenus d’<b>une veille commune</b>. {anchor}Lire la déclaration</a>.</p>",
            "heading": "Ce qui a été décidé",
            "quote": "<p>Un câble est une promesse entre deux rives.</p>",
            "title": "Dans le port",
            "question": "Qui paie pour cela ?",
            "answer": "<p>Tous les Alliés.</p>",
            "cell": ("Navire", "Port", "d’Anvers"),
            "fact": ("Nations participantes", "17"),
            "embed": "La conférence de presse en intégralité",
        },
    }[code]
    picture = {"image": image, "caption": "", "credit": "", "alt_text": "", "decorative": False}
    head, other, cell = text["cell"]
    label, value = text["fact"]
    return [
        ("rich_text", {"text": RichText(text["p"])}),
        ("heading", {"text": text["heading"], "level": "h2"}),
        (
            "quotation",
            {
                "text": RichText(text["quote"]),
                "speaker": person,
                "speaker_name": "",
                "role": "",
                "source_url": "",
            },
        ),
        ("image", picture),
        ("gallery", {"title": text["title"], "images": [picture, {**picture, "decorative": True}]}),
        ("video", {"video": video, "in_point": "00:00:10", "out_point": "00:01:02.500", "caption": ""}),
        (
            "questions",
            {"title": "", "items": [{"question": text["question"], "answer": RichText(text["answer"])}]},
        ),
        (
            "table",
            {
                "caption": text["title"],
                "header_row": True,
                "header_column": True,
                "rows": [
                    {"cells": [RichText(head), RichText(other)]},
                    {"cells": [RichText("A"), RichText(cell)]},
                ],
            },
        ),
        ("key_facts", {"title": "", "facts": [{"label": label, "value": value}]}),
        ("documents", {"title": "", "documents": [{"document": document, "title": ""}]}),
        ("embed", {"url": "https://www.example.org/watch", "title": text["embed"], "caption": ""}),
    ]
