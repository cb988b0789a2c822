"""What one request asks for: the arguments of its lists and look-ups, read before anything is fetched, and the number
of rows that it may come to."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from graphql import GraphQLError, is_list_type, is_non_null_type
from graphql.execution.values import VariableValues, get_argument_values

from cms.graphql.arguments import Given
from cms.graphql.criteria import Asked, List, feed_of, list_of, lookup_of
from cms.graphql.errors import BAD_INPUT, refused
from cms.graphql.limits import MOST_ROWS
from cms.graphql.plan import Plan
from cms.graphql.schema import Root
from cms.graphql.selections import Out, Selection

# What a list of references counts for: its length is known only when it is read.
REFERENCES: Final = 5


def asked(plan: Plan, variables: VariableValues, language: str) -> dict[int, Asked]:
    """What each list and look-up of the plan asks for, by the identity of its Out. Raises Refused."""
    reader = _Reader(variables, language, plan.rows_below)
    rows = sum(reader.of_root(out) for out in plan.root.outs if out.field is not None)
    if rows > MOST_ROWS:
        text = _(
            "A query is limited to %(most)d rows; this one may come to %(rows)d. Ask for fewer with “first”."
        )
        raise refused("ROW_LIMIT", text % {"most": MOST_ROWS, "rows": rows}, limit=MOST_ROWS, rows=rows)
    return reader.found


class _Reader:
    def __init__(self, variables: VariableValues, language: str, rows_below: dict[str, int]) -> None:
        self.variables = variables
        self.language = language
        self.rows_below = rows_below
        self.found: dict[int, Asked] = {}
        self.known: dict[int, int] = {}

    def of_root(self, out: Out) -> int:
        """The rows that a root field may come to."""
        root: Root = out.extensions["root"]
        given = self._given(out, (out.key,))
        if root.way == "changes":
            self.found[id(out)] = feed = feed_of(given)
            return feed.first
        if root.way == "one":
            self.found[id(out)] = lookup_of(root, given, self.language)
            return 1 + self._below_root(out)
        found = self._list(out, list_of(root, given, self.language), (out.key,))
        return found.first * (1 + self._below_root(out))

    def _below_root(self, out: Out) -> int:
        """The rows below one row of a root field: the same for every request where no list stands in it."""
        known = self.rows_below.get(out.key)
        if known is None:
            lists = len(self.found)
            known = self._below(out.below, (out.key,))
            if len(self.found) == lists:
                self.rows_below[out.key] = known
        return known

    def _list(self, out: Out, found: List, path: tuple[str, ...]) -> List:
        self.found[id(out)] = found
        (connection,) = out.below.values()
        for part in connection.outs:
            if "facets" in part.extensions:
                names = self._given(part, (*path, part.key)).values["names"]
                found.facets[part.key] = tuple(dict.fromkeys(names))
        return found

    def _given(self, out: Out, path: tuple[str, ...]) -> Given:
        node = out.details[0].node
        try:
            values = get_argument_values(out.definition, node, self.variables)
        except GraphQLError as error:
            raise refused(BAD_INPUT, error.message, nodes=[node], path=path) from None
        return Given(values, out.definition.args, [node], path)

    def _below(self, below: Mapping[str, Selection], path: tuple[str, ...]) -> int:
        """The rows below one row, for the type that may come to the most."""
        return max((self._of(selection, path) for selection in below.values()), default=0)

    def _of(self, selection: Selection, path: tuple[str, ...]) -> int:
        known = self.known.get(id(selection))
        if known is None:
            known = sum(self._out(out, (*path, out.key)) for out in selection.outs if out.field is not None)
            self.known[id(selection)] = known
        return known

    def _out(self, out: Out, path: tuple[str, ...]) -> int:
        if "about" in out.extensions:
            given = self._given(out, path)
            found = self._list(out, list_of(Root("list", ""), given, self.language), path)
            return found.first * (1 + self._below(out.below, path))
        if not out.below:
            return 0
        rows = self._below(out.below, path)
        if not any("item" in selection.type.extensions for selection in out.below.values()):
            return rows
        if out.extensions.get("given") == "node":  # the row of its edge, counted with the connection
            return rows
        return (REFERENCES if _is_list(out) else 1) * (1 + rows)


def _is_list(out: Out) -> bool:
    type_: Any = out.type
    return is_list_type(type_.of_type if is_non_null_type(type_) else type_)
