"""Databases made once and copied for each run.

``migrated`` depends on migrations and the lock file; ``newsroom`` (sections and homes, as ``setup_site`` makes
them) on the source as well; ``demo`` (the demo newsroom, SQLite and its media files) on its texts too. A template
is made under a file lock, by the commands that an installation runs, under a name that tells what it was made from.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers import FOLDER, PREFIX, Server

ROOT = Path(__file__).resolve().parent.parent
APPS = ("cms", "home", "news", "media_library", "search")
# What reads the store and writes nothing: a change there makes no template stale.
_READERS = ("cms/api/", "cms/website/", "search/", "home/management/commands/demo.py")
# Seconds after which a template that no run has asked for is dropped.
_UNUSED = 3600


def _digest(*parts: str | Path) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
    return digest.hexdigest()[:16]


def _files(*patterns: str) -> list[Path]:
    found = {
        path for app in APPS for pattern in patterns for path in (ROOT / app).rglob(pattern) if path.is_file()
    }
    return sorted(path for path in found if "__pycache__" not in path.parts)


def template_name(kind: str) -> str:
    """The name under which the template of ``kind`` must stand for this very source."""
    migrations = _digest(ROOT / "requirements.lock", *_files("migrations/*.py"))
    if kind == "migrated":
        return f"{PREFIX}migrated_{migrations}"
    source = [path for path in _files("*.py") if not str(path.relative_to(ROOT)).startswith(_READERS)]
    if kind == "newsroom":
        source = [path for path in source if "demo" not in path.parts]
        return f"{PREFIX}newsroom_{_digest(migrations, *source)}"
    texts = [path for path in (ROOT / "home" / "demo").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return f"{PREFIX}demo_{_digest(migrations, *source, *sorted(texts))}"


@contextmanager
def _locked(server: Server) -> Iterator[None]:
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (FOLDER / f"{server.key}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def ensure(server: Server, kind: str) -> str:
    """The name of the template of ``kind``, made now if it does not exist."""
    name = template_name(kind)
    with _locked(server):
        (FOLDER / f"{server.key}-{name}.used").touch()
        if name not in server.names():
            _make(server, kind, name)
            _drop_unused(server)
    return name


def media_of(name: str) -> Path:
    """The folder of the media files that belong to a template."""
    return FOLDER / f"{name}.var" / "media"


def _make(server: Server, kind: str, name: str) -> None:
    half_made = f"{PREFIX}making_{kind}"
    before = {"newsroom": "migrated", "demo": "newsroom"}.get(kind)
    if before is None:
        server.create(half_made)
    else:
        template = template_name(before)
        if template not in server.names():
            (FOLDER / f"{server.key}-{template}.used").touch()
            _make(server, before, template)
        server.copy(template, half_made)
    var = FOLDER / f"{half_made}.var"
    shutil.rmtree(var, ignore_errors=True)
    environment = os.environ | {
        "DATABASE_URL": server.url(half_made),
        "VAR_DIR": str(var),
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "tests.template_steps", kind]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if made.returncode:
        raise RuntimeError(f"The test database {kind!r} could not be made:\n{made.stdout}\n{made.stderr}")
    if kind == "demo":
        final = FOLDER / f"{name}.var"
        shutil.rmtree(final, ignore_errors=True)
        var.rename(final)
    else:
        shutil.rmtree(var, ignore_errors=True)
    server.rename(half_made, name)


def _drop_unused(server: Server) -> None:
    for name in server.names():
        mark = FOLDER / f"{server.key}-{name}.used"
        is_template = not name.startswith((f"{PREFIX}making_", f"{PREFIX}run_"))
        if is_template and (not mark.exists() or time.time() - mark.stat().st_mtime > _UNUSED):
            server.drop(name)
            shutil.rmtree(FOLDER / f"{name}.var", ignore_errors=True)
            mark.unlink(missing_ok=True)


def drop_abandoned_runs(server: Server) -> None:
    """Drop the copies of runs that were killed: the name of a copy ends with its process's number."""
    for name in server.names():
        if name.startswith(f"{PREFIX}run_") and not _is_alive(int(name.rsplit("_", 1)[-1])):
            server.drop(name)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
