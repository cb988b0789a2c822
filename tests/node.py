"""Node, where it is found, and packages from a lock file, installed once outside the tree."""

import fcntl
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from tests.servers import FOLDER


def node() -> str | None:
    """The path of Node, when npm is there too."""
    return shutil.which("node") if shutil.which("npm") else None


def installed(folder: Path) -> Path:
    """``node_modules`` as the lock file in ``folder`` says, with no script of any package run.

    Raises RuntimeError with npm's words when the packages cannot be had.
    """
    lock = folder / "package-lock.json"
    target = FOLDER / f"npm-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    with target.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not (target / "whole").exists():
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            for name in ("package.json", "package-lock.json"):
                shutil.copy(folder / name, target)
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            made = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)
            if made.returncode:
                raise RuntimeError(made.stderr.strip())
            (target / "whole").touch()
    return target / "node_modules"


def run(script: Path, *arguments: str, modules: Path, seconds: float = 60) -> str:
    """What a script prints. Its packages come from ``modules``. Fails with what it says of its failure."""
    made = subprocess.run(
        [str(node()), str(script), *arguments],
        env=os.environ | {"NODE_PATH": str(modules)},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return made.stdout
