"""Media files: whole, in a range, and never anything outside their folder."""

from pathlib import Path

import pytest
from django.test import Client

from cms.contract.files import signed_address


@pytest.fixture
def file(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    path = tmp_path / "media" / "videos" / "0123.mp4"
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(range(100)))
    (tmp_path / "secret.txt").write_text("secret")
    (path.parent / "link.mp4").symlink_to(tmp_path / "secret.txt")
    return path


def body(response: object) -> bytes:
    return b"".join(response.streaming_content)


def test_whole(client: Client, file: Path) -> None:
    response = client.get(signed_address("videos/0123.mp4"))
    assert (response.status_code, body(response)) == (200, bytes(range(100)))
    assert response["Content-Type"] == "video/mp4"
    assert response["Accept-Ranges"] == "bytes"
    assert (
        client.get(signed_address("videos/0123.mp4"), headers={"If-None-Match": response["ETag"]}).status_code
        == 304
    )


@pytest.mark.parametrize(
    ("wanted", "given", "header"),
    [
        ("bytes=0-9", range(10), "bytes 0-9/100"),
        ("bytes=90-", range(90, 100), "bytes 90-99/100"),
        ("bytes=-5", range(95, 100), "bytes 95-99/100"),
        ("bytes=50-1000", range(50, 100), "bytes 50-99/100"),
    ],
)
def test_range(client: Client, file: Path, wanted: str, given: range, header: str) -> None:
    response = client.get(signed_address("videos/0123.mp4"), headers={"Range": wanted})
    assert (response.status_code, body(response), response["Content-Range"]) == (206, bytes(given), header)


def test_range_beyond_the_end(client: Client, file: Path) -> None:
    response = client.get(signed_address("videos/0123.mp4"), headers={"Range": "bytes=100-"})
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "videos/link.mp4",
        "videos",
        "/etc/passwd",
        "a%00b",
        "x" * 5000,
    ],
)
@pytest.mark.django_db
def test_nothing_outside(client: Client, file: Path, path: str) -> None:
    assert client.get(f"/media/{path}").status_code in {400, 404}
    # Not even to a signature.
    assert client.get(signed_address(path)).status_code in {400, 404}


@pytest.mark.parametrize("state", ["etag", "date", "another"])
def test_a_part_of_another_state_is_not_given(client: Client, file: Path, state: str) -> None:
    address = signed_address("videos/0123.mp4")
    whole = client.get(address)
    known = {"etag": whole["ETag"], "date": whole["Last-Modified"], "another": '"0-0"'}[state]
    answer = client.get(address, headers={"Range": "bytes=0-9", "If-Range": known})
    assert answer.status_code == (200 if state == "another" else 206)
