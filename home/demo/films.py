"""The short silent films of the demo, drawn frame by frame and encoded once.

``python -m home.demo.films`` makes them again; it needs ffmpeg, which the newsroom itself does not.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from home.demo.pictures.canvas import (
    FINE,
)
from home.demo.pictures.frames import FILMS, HIGH, WIDE

RATE = 12  # frames a second
SECONDS = 20
FOLDER = Path(__file__).parent / "files"


def encode(key: str) -> Path:
    """Draw and encode one film; returns where it is."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        raise SystemExit("ffmpeg is needed to make the films again.")
    target = FOLDER / f"{key}.mp4"
    command = [
        *(ffmpeg, "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{HIGH}"),
        *("-r", str(RATE), "-i", "-", "-an", "-c:v", "libx264", "-preset", "veryslow", "-crf", "33"),
        *(
            "-tune",
            "animation",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "120",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
        ),
        *("-movflags", "+faststart", str(target)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603  # a fixed command
        assert process.stdin is not None  # noqa: S101  # for the type checker: it was asked for
        for frame in range(SECONDS * RATE):
            process.stdin.write(FILMS[key](frame / RATE).image.reduce(FINE).tobytes())
        process.stdin.close()
    if process.returncode:
        raise SystemExit(f"ffmpeg failed on {key}.")
    return target


if __name__ == "__main__":
    for name in sys.argv[1:] or FILMS:
        made = encode(name)
        print(f"{made.name}: {made.stat().st_size // 1000} kB")
