"""The schema: made from the declarations, committed as text, valid, and without traps for natural queries."""

from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLObjectType, GraphQLString, validate_schema

from cms.contract.fields import public_fields
from cms.contract.meta import meta_types
from cms.contract.publishable import registry
from cms.graphql import names
from cms.graphql.checks import conflicts, declarations_make_a_schema
from cms.graphql.scalars import HTML
from cms.graphql.schema import schema, sdl
from cms.graphql.types import stored_at
from tests.processes import ROOT

COMMITTED = Path(ROOT) / "docs" / "schema.graphql"


def test_the_committed_schema_is_the_present_one() -> None:
    assert COMMITTED.read_text() == sdl(), "run: make contract"


def test_it_is_valid_and_without_conflicts() -> None:
    assert validate_schema(schema()) == []
    assert declarations_make_a_schema(None) == []


def test_every_declared_field_is_in_it_and_nothing_else() -> None:
    for public_type, model in registry.types.items():
        type_ = schema().get_type(names.of_type(public_type))
        assert isinstance(type_, GraphQLObjectType)
        declared = {(name,) for name in public_fields(model)} | {("id",), ("title",)}
        declared |= {("meta", name) for name in meta_types(model) if name != "languages"}
        assert {stored_at(field) for field in type_.fields.values() if stored_at(field)} == declared
        assert {name for name, field in type_.fields.items() if not stored_at(field)} <= {
            "languages",
            "items",
        }


def test_types_that_differ_in_a_field_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Any = schema()
    release, event = made.get_type("NewsReleasePage"), made.get_type("EventPage")
    monkeypatch.setitem(release.fields, "stand", GraphQLField(GraphQLString))
    monkeypatch.setitem(event.fields, "stand", GraphQLField(HTML))
    assert set(conflicts(made)) == {"EventPage.stand is Html, NewsReleasePage.stand is String."}


def test_blocks_that_share_a_name_can_stand_in_one_query() -> None:
    """``text`` is HTML in a paragraph and plain in a heading: the later gives way."""
    paragraph, heading = schema().get_type("RichTextBlock"), schema().get_type("HeadingBlock")
    assert isinstance(paragraph, GraphQLObjectType)
    assert isinstance(heading, GraphQLObjectType)
    assert str(paragraph.fields["text"].type) == "Html!"
    assert str(heading.fields["headingText"].type) == "String!"
    assert "text" not in heading.fields


def test_names() -> None:
    assert names.camel("hero_image") == "heroImage"
    assert names.of_block("rich_text") == "RichTextBlock"
    assert names.page_list("NewsReleasePage") == "newsReleases"
    assert names.page_list("NewsIndexPage") == "newsIndexes"
    assert names.plural("body") == "bodies"
    assert not names.is_enum_value("")
    assert not names.is_enum_value("true")
