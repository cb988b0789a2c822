"""From names of the declarations to names of the schema: ``hero_image`` to ``heroImage``, ``rich_text`` to
``RichTextBlock``, ``news.NewsReleasePage`` to ``NewsReleasePage`` and its list to ``newsReleases``."""

PAGE_SUFFIX = "Page"


def camel(name: str) -> str:
    """``hero_image`` to ``heroImage``; dots stay."""
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def pascal(name: str) -> str:
    """``rich_text`` to ``RichText``."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def of_type(public_type: str) -> str:
    """The object type of a public type: ``news.NewsReleasePage`` to ``NewsReleasePage``."""
    return public_type.rpartition(".")[2]


def of_block(name: str) -> str:
    """The object type of a block: ``rich_text`` to ``RichTextBlock``."""
    return f"{pascal(name)}Block"


def page_list(type_name: str) -> str:
    """The list of one type of pages: ``NewsReleasePage`` to ``newsReleases``."""
    stem = type_name.removesuffix(PAGE_SUFFIX)
    return plural(stem[:1].lower() + stem[1:])


def plural(word: str) -> str:
    """The English plural of a regular noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def is_enum_value(text: str) -> bool:
    """Whether a code can be a value of an enum as it is (GraphQL, 3.9)."""
    return text.isascii() and text.isidentifier() and text not in {"true", "false", "null"}
