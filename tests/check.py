"""Everything that can be said of the source without running it: ``python -m tests.check``. Writes nothing.

All checks run, so that one run names all that is to be mended.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent


def commands() -> dict[str, list[str]]:
    """What is checked, by name."""
    python, manage = sys.executable, [sys.executable, "manage.py"]
    return {
        "lint": [str(BIN / "ruff"), "check", "."],
        "format": [str(BIN / "ruff"), "format", "--check", "."],
        "types": [python, "-m", "mypy", "cms", "home", "news", "media_library", "search"],
        "imports": [str(BIN / "lint-imports"), "--no-cache", "--no-logo"],
        "system checks": [*manage, "check", "--fail-level", "WARNING"],
        "migrations": [*manage, "makemigrations", "--check", "--dry-run"],
        "translations": [*manage, "check_translations"],
    }


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory(prefix="communique-check-") as scratch:
        environment = os.environ | {"VAR_DIR": scratch, "DATABASE_URL": "", "LOG_LEVEL": "WARNING"}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1", "SITE_URL": "", "DEMO": ""}
        for name, command in commands().items():
            print(f"— {name}", flush=True)
            if subprocess.run(command, env=environment, check=False).returncode:
                failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
