"""The front matter of a post: YAML between two lines of ``---``, every value a string as it is written."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import yaml
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from news.archive.markdown import plain
from news.archive.oddities import Kind, Notes, Refused
from news.archive.source import on_one_line

MOST_TITLE = 255
MOST_BYLINE = 255
# PyYAML's time grows with the square of the nesting.
MOST_NESTED = 8
MOST_FRONT_MATTER = 32_768
# What is read, and what says nothing about the text.
READ = {"title", "description", "author", "date", "image", "image-alt", "thumb", "translationKey", "draft"}
SILENT = {"layout"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a post says about itself. ``date`` is UTC."""

    title: str
    description: str
    author: str
    date: datetime
    translation_key: str
    draft: bool
    lines: dict[str, int] = field(default_factory=dict)


def split(text: str) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins. Raises Refused."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise Refused(1, _("There is no front matter: the first line must be “---”."))
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    raise Refused(1, _("The front matter has no end: a line “---” is missing."))


def parse(yaml_text: str, notes: Notes) -> FrontMatter:
    """Read front matter. Raises Refused for what is not YAML, and without a title or a date."""
    if len(yaml_text) > MOST_FRONT_MATTER:
        message = _("The front matter has more than %(most)d characters.")
        raise Refused(1, message % {"most": MOST_FRONT_MATTER})
    values, lines = _mapping(yaml_text)
    for name in sorted(values.keys() - READ - SILENT, key=lambda name: lines[name]):
        notes.add(Kind.FRONT_MATTER, lines[name], f"{name}: {values[name]}")
    title = plain(values.get("title", ""), lines.get("title", 1), notes)
    if not title:
        raise Refused(lines.get("title", 1), _("There is no title."))
    if len(title) > MOST_TITLE:
        message = _("The title has %(length)d characters, at most %(most)d are possible.")
        raise Refused(lines["title"], message % {"length": len(title), "most": MOST_TITLE})
    author = plain(values.get("author", ""), lines.get("author", 1), notes)
    if len(author) > MOST_BYLINE:
        message = _("The author has %(length)d characters, at most %(most)d are possible.")
        raise Refused(lines["author"], message % {"length": len(author), "most": MOST_BYLINE})
    image = on_one_line(values.get("image", "")) or on_one_line(values.get("thumb", ""))
    if image:
        alt = on_one_line(values.get("image-alt", ""))
        notes.add(Kind.IMAGE, lines.get("image") or lines["thumb"], f"{image} {alt}")
    return FrontMatter(
        title=title,
        description=plain(values.get("description", ""), lines.get("description", 1), notes),
        author=author,
        date=_date(values.get("date", ""), lines.get("date", 1), notes),
        translation_key=values.get("translationKey", "").strip(),
        draft=_flag(values.get("draft", ""), lines.get("draft", 1)),
        lines=lines,
    )


def _date(written: str, line: int, notes: Notes) -> datetime:
    written = written.strip()
    if not written:
        raise Refused(line, _("There is no date."))
    try:
        moment = parse_datetime(written)
        if moment is None:
            day = parse_date(written)
            moment = datetime(day.year, day.month, day.day) if day else None  # UTC is added below
    except ValueError:
        moment = None
    if moment is None:
        raise Refused(line, _("“%(date)s” is not a date such as 2025-11-21T09:30:00Z.") % {"date": written})
    if moment.tzinfo is None:
        notes.add(Kind.DATE, line, written)
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise Refused(
            line, _("“%(date)s” is not a date such as 2025-11-21T09:30:00Z.") % {"date": written}
        ) from None


def _flag(written: str, line: int) -> bool:
    written = written.strip().lower()
    if written in ("", "false", "no"):
        return False
    if written in ("true", "yes"):
        return True
    raise Refused(line, _("“draft” is “%(value)s”; it can be true or false.") % {"value": written})


def _mapping(yaml_text: str) -> tuple[dict[str, str], dict[str, int]]:
    """Values and lines by name. Lists and mappings become text; anchors and doubled names are refused."""
    try:
        # BaseLoader makes nothing of a scalar: a date, "no" and 1e3 stay what the author wrote.
        depth = 0
        for event in yaml.parse(yaml_text, yaml.BaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_NESTED:
                raise Refused(_line(event.start_mark), _("The front matter is nested too deeply."))
            if isinstance(event, yaml.AliasEvent):
                raise Refused(
                    _line(event.start_mark), _("YAML references are not read: write the value out.")
                )
        root = yaml.compose(yaml_text, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = _line(error.problem_mark)
        raise Refused(
            line, _("The front matter is not YAML: %(problem)s.") % {"problem": error.problem}
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Refused(1, _("The front matter is not YAML: %(problem)s.") % {"problem": error}) from error
    if not isinstance(root, yaml.MappingNode):
        raise Refused(1, _("The front matter is empty or no list of names and values."))
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for name_node, value_node in root.value:
        name, line = _text(name_node), _line(name_node.start_mark)
        if name in values:
            raise Refused(line, _("“%(name)s” stands twice in the front matter.") % {"name": name})
        values[name], lines[name] = _text(value_node), line
    return values, lines


def _line(mark: Any) -> int:
    # YAML counts from 0, and the line of dashes stands before it.
    return int(mark.line) + 2 if mark else 1


def _text(node: Any) -> str:
    if isinstance(node, yaml.ScalarNode):
        value = str(node.value)
        # "\ud83d\ude00" is one character to JSON's heirs and two halves to PyYAML.
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(_text(item) for item in node.value)
    return ", ".join(f"{_text(name)}: {_text(value)}" for name, value in node.value)
