"""The OpenAPI document: valid by others' judgement, kept as the declarations make it, complete, served like the rest."""

import re
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from cms.api.openapi import errors
from cms.api.openapi.document import document
from cms.contract import artefacts
from cms.contract.fields import public_fields
from cms.contract.publishable import registry
from tests.contract.asking import ROOT, kept


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_valid(language: str) -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(document(language)).iter_errors()] == []


def test_the_kept_files_are_what_the_declarations_make(tmp_path: Any, settings: Any) -> None:
    assert [one.path for one in artefacts.outdated(ROOT)] == [], "run make contract"
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    with pytest.raises(CommandError, match=r"openapi\.json"):
        call_command("contract", "--check")
    call_command("contract", verbosity=0)
    assert (tmp_path / "docs" / "openapi.json").read_bytes() == (ROOT / "docs" / "openapi.json").read_bytes()
    call_command("contract", "--check")


def test_every_public_field_of_every_type_is_in_it() -> None:
    schemas = kept()["components"]["schemas"]
    for name, model in registry.types.items():
        schema = schemas[name.rpartition(".")[2]]
        assert set(schema["properties"]) == {"id", "meta", "title", *public_fields(model)}, name
        assert set(schema["required"]) == set(schema["properties"]), name


def test_nothing_in_it_is_without_a_type() -> None:
    bare = [name for name, schema in _schemas(kept()["components"]["schemas"]) if not _says_what(schema)]
    assert bare == []


def _says_what(schema: dict[str, Any]) -> bool:
    return bool({"type", "$ref", "oneOf", "anyOf"} & set(schema))


def _schemas(properties: dict[str, Any], above: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name, schema in properties.items():
        found.append((f"{above}.{name}", schema))
        found += _schemas(schema.get("properties", {}), f"{above}.{name}")
        if "items" in schema:
            found += _schemas({"[]": schema["items"]}, f"{above}.{name}")
    return found


def test_blocks_are_told_apart_by_type() -> None:
    schemas = kept()["components"]["schemas"]
    body = schemas["BodyBlock"]
    assert body["discriminator"]["propertyName"] == "type"
    assert len(body["oneOf"]) == 11
    for block, ref in body["discriminator"]["mapping"].items():
        schema = schemas[ref.rpartition("/")[2]]
        assert schema["properties"]["type"]["const"] == block


def test_codes_are_enumerated_from_the_choices() -> None:
    schemas = kept()["components"]["schemas"]
    assert "press_release" in schemas["NewsReleasePage"]["properties"]["kind"]["enum"]
    assert schemas["HeadingValue"]["properties"]["level"]["enum"] == ["h2", "h3", "h4"]
    assert schemas["PressDocument"]["properties"]["language"]["enum"] == ["", "en", "fr", "mul"]
    assert "enum" not in schemas["EventPage"]["properties"]["time_zone"]


def test_every_kind_of_problem_is_in_it() -> None:
    sources = (ROOT / "cms" / "api").rglob("*.py")
    raised = {
        code
        for source in sources
        for code in re.findall(r"Problem\(\s*\d{3},\s*\"([a-z-]+)\"", source.read_text())
    }
    assert raised
    assert raised == set(errors.kinds())


def test_every_parameter_is_described_and_shows_its_error() -> None:
    for path, operations in kept()["paths"].items():
        operation = operations["get"]
        shown = operation["responses"]["400"]["content"]["application/problem+json"]["examples"]
        for parameter in operation["parameters"]:
            if "$ref" in parameter:
                continue
            assert "example" in parameter, (path, parameter)
            assert "schema" in parameter, (path, parameter)
            if parameter["in"] == "query":
                assert parameter["description"], (path, parameter)
                assert shown[parameter["name"]]["value"]["parameter"] == parameter["name"]


@pytest.mark.django_db
def test_it_is_served_without_a_query(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        response = client.get("/api/v2/openapi.json")
    assert response.status_code == 200
    assert response.json() == kept()
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Content-Language"] == "en"
    tag = response.headers["ETag"]
    assert client.get("/api/v2/openapi.json", headers={"If-None-Match": tag}).status_code == 304
    head = client.head("/api/v2/openapi.json")
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", tag)
    assert client.options("/api/v2/openapi.json").status_code == 204
    assert client.get("/api/v2/openapi.json?x=1").json()["type"].endswith("#unknown-parameter")
