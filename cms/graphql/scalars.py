"""Scalars beside GraphQL's own. All but Long are texts, given as they are stored."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from graphql import (
    GraphQLBoolean,
    GraphQLError,
    GraphQLFloat,
    GraphQLInt,
    GraphQLScalarType,
    GraphQLString,
)

from cms.contract.values import Html, SiteAddress


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise GraphQLError("A text was expected.")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise GraphQLError("A whole number was expected.")
    return value


def _scalar(name: str, description: str, specified_by: str | None = None) -> GraphQLScalarType:
    return GraphQLScalarType(
        name, coerce_output_value=_text, description=description, specified_by_url=specified_by
    )


HTML = _scalar("Html", "Sanitised HTML. Its links lead to what is public, in the language of the text.")
DATE_TIME = _scalar(
    "DateTime",
    "A moment with its offset (RFC 3339): 2026-01-31T14:30:00+01:00.",
    "https://scalars.graphql.org/andimarek/date-time.html",
)
DATE = _scalar("Date", "A day: 2026-01-31.")
TIME = _scalar("Time", "A time of day without zone: 14:30:00.")
UUID_TEXT = _scalar("UUID", "A UUID (RFC 9562).", "https://www.rfc-editor.org/rfc/rfc9562")
LONG = GraphQLScalarType(
    "Long",
    coerce_output_value=_whole,
    description="A whole number that may be larger than Int holds (up to 2^53 exactly in JavaScript).",
)

# From the types of annotations to scalars.
SCALARS: dict[Any, GraphQLScalarType] = {
    str: GraphQLString,
    SiteAddress: GraphQLString,
    int: GraphQLInt,
    float: GraphQLFloat,
    Decimal: GraphQLFloat,
    bool: GraphQLBoolean,
    Html: HTML,
    datetime: DATE_TIME,
    date: DATE,
    time: TIME,
    UUID: UUID_TEXT,
}
# By the formats of JSON Schema that a text's annotation may name.
FORMATS = {"date-time": DATE_TIME, "date": DATE, "time": TIME, "uuid": UUID_TEXT}
