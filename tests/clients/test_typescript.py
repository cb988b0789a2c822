"""TypeScript types made from the kept document compile strictly, and typed calls read what the demo really says."""

import json
import os
import shutil
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.node import installed, node, run

HERE = Path(__file__).parent / "typescript"
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with its packages, and ``contract.d.ts`` generated from the document."""
    if node() is None:
        pytest.skip("no Node with npm was found")
    try:
        modules = installed(HERE)
    except RuntimeError as error:
        pytest.skip(f"npm could not install the lock file's packages: {error}")
    folder = tmp_path_factory.mktemp("typescript")
    for file in HERE.glob("*.*"):
        shutil.copy(file, folder)
    (folder / "node_modules").symlink_to(modules)
    generator = modules / "openapi-typescript" / "bin" / "cli.js"
    run(generator, str(DOCUMENT), "-o", str(folder / "contract.d.ts"), modules=modules)
    return folder


def compiled(project: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [str(node()), "node_modules/typescript/bin/tsc", "-p", ".", *options]
    return subprocess.run(
        command, cwd=project, capture_output=True, text=True, timeout=240, check=False, env=dict(os.environ)
    )


def test_they_compile_strictly(project: Path) -> None:
    options = json.loads((HERE / "tsconfig.json").read_text())["compilerOptions"]
    for name in ("strict", "noUncheckedIndexedAccess", "exactOptionalPropertyTypes", "noEmit"):
        assert options[name] is True
    made = compiled(project)
    assert made.returncode == 0, made.stdout


def test_a_document_that_says_less_does_not_compile(project: Path) -> None:
    contract = project / "contract.d.ts"
    before = contract.read_text()
    try:
        contract.write_text(before.replace('            type: "heading";', "            type: string;"))
        assert contract.read_text() != before
        assert compiled(project).returncode != 0
    finally:
        contract.write_text(before)


def test_calls_read_what_the_demo_says(project: Path, demo_url: str) -> None:
    assert (HERE / "calls.ts").read_text().count("await ") > 20
    made = compiled(project, "--noEmit", "false", "--outDir", "made")
    assert made.returncode == 0, made.stdout
    (project / "made" / "package.json").write_text('{"type": "module"}')
    printed = run(project / "made" / "calls.js", demo_url, modules=project / "node_modules")
    read: dict[str, Any] = json.loads(printed)

    def get(address: str) -> Any:
        with urllib.request.urlopen(f"{demo_url}/api/v2/{address}") as answer:
            return json.load(answer)

    listed = get("pages/?limit=5")
    assert read["total"] == listed["meta"]["total_count"] > 10
    assert read["titles"] == [
        f"{item['id']} {item['title']} {item['meta']['locale']}" for item in listed["items"]
    ]
    first = get("pages/?locale=fr&type=news.NewsReleasePage&limit=3")["items"][0]
    release = get(f"pages/{first['id']}/")
    assert read["french"][0] == read["release"]["kind"] == release["kind"]
    assert read["release"]["blocks"] == [block["type"] for block in release["body"]]
    assert read["release"]["blocks"]
    assert len(read["release"]["words"]) == len(release["body"])
    assert read["release"]["topics"] == [topic["title"] for topic in release["topics"]]
    assert read["translation"] == release["meta"]["translations"][0]["title"]
    assert read["translations"] == [one["id"] for one in release["meta"]["translations"]]
    assert read["above"] == get(f"pages/{release['meta']['parent']['id']}/")["lead"]
    assert read["statements"]
    assert read["missing"] == "not-found"
    assert read["event"]["slots"]
    assert read["sections"]
    assert read["find"] == [302, f"/api/v2/pages/{release['id']}/"]
    assert read["find_both"] == 400
    image = get("images/?locale=fr&limit=1&fields=*")["items"][0]
    assert read["image"][:2] == [image["alt"], image["credit"]]
    assert read["document"][1] > 0
    assert read["document"][3] == "fr"
    assert read["video"][0] in ("free", "credit", "no_archive", "restricted")
    topic = get("topics/?locale=fr&order=title&fields=*")["items"][0]
    assert read["topic"] == [topic["title"], topic["description"], topic["meta"]["translation_key"]]
    assert read["person"][0]
    assert read["place"][0]
    assert read["kept"] == 304
    assert read["wrong"] == ["limit", "1000", 1]


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text())
    assert all(
        "resolved" not in package and (name == "" or package["integrity"])
        for name, package in lock["packages"].items()
    )
