"""`manage.py demo`: from nothing to a newsroom that answers, quick the second time, and gone with Ctrl-C."""

import http.client
import os
import re
import signal
import socket
import time
from pathlib import Path

import pytest

from home.demo.accounts import ACCOUNTS
from tests.processes import python, wait_for

pytestmark = pytest.mark.only_on("sqlite")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A machine where nothing has been started yet; the first test of the module that asks starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ours = {"VAR_DIR": str(tmp_path_factory.mktemp("machine")), "PORT": str(port), "DEMO": "yes"}
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SITE_URL"}}
    return kept | ours | {"DJANGO_SETTINGS_MODULE": "cms.settings"}


def status(environment: dict[str, str], path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", int(environment["PORT"]), timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def started(environment: dict[str, str], seconds: float) -> tuple[float, str]:
    """Start the demo, look at its doors, end it with Ctrl-C; the seconds to readiness, and what it printed."""
    log = Path(environment["VAR_DIR"]) / "demo.log"
    began = time.monotonic()
    with python("manage.py", "demo", environment=environment, log=log) as demo:
        wait_for(lambda: demo.poll() is not None or "Ctrl-C" in log.read_text(), seconds)
        took = time.monotonic() - began
        assert demo.poll() is None, log.read_text()
        for door in ("/healthz", "/readyz", "/", "/en/", "/fr/", "/admin/login/", "/api/v2/pages/"):
            assert status(environment, door) == 200, door
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(environment["PORT"]))) != 0
    return took, log.read_text()


def test_from_nothing_to_a_newsroom_and_quickly_again(environment: dict[str, str]) -> None:
    _, first = started(environment, 240)
    for word in ("Database", "Demo newsroom", "Static files"):
        assert re.search(rf"{word} .*\d s$", first, re.MULTILINE), first
    for account in ACCOUNTS:
        assert account.username in first
        assert account.password in first
    took, second = started(environment, 60)
    assert "Database" not in second
    assert "Demo newsroom …" not in second
    assert took <= 15, second


def test_a_port_in_use_is_named_before_anything_is_done(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = str(server.getsockname()[1])
        elsewhere = environment | {"PORT": port, "VAR_DIR": str(tmp_path)}
        with python("manage.py", "demo", environment=elsewhere) as demo:
            output = demo.communicate(timeout=30)[0]
    assert demo.returncode == 1
    assert f"Port {port} is taken" in output
    assert "Traceback" not in output
    assert not (tmp_path / "communique.sqlite3").exists()


def test_an_interrupted_start_says_that_the_next_one_goes_on(
    environment: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with python("manage.py", "demo", environment=environment | {"VAR_DIR": str(tmp_path)}, log=log) as demo:
        wait_for(lambda: "Database …." in log.read_text(), 60)
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 130
    assert "The next start goes on from here" in log.read_text()
    assert "Traceback" not in log.read_text()
