"""A day of changes at random, with both sides killed again and again: the copy is what a fresh crawl brings.

``REPLAY_CHANGES`` says how many changes (40), ``REPLAY_SEED`` which day.
"""

import os
import random
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from django.test import Client

from cms.store.clock import now
from cms.store.following import follow
from cms.store.models import Instant, Mark
from tests.changes.consumer import Consumer, keep, load
from tests.processes import python
from tests.store.world import World, differences

CHANGES = int(os.environ.get("REPLAY_CHANGES", "40"))
SEED = int(os.environ.get("REPLAY_SEED", "20260131"))
LONGEST = 60 + 3 * CHANGES  # seconds


class Side:
    """A process that is killed when it has got on by so much, and started again."""

    def __init__(
        self, chance: random.Random, arguments: list[str], environment: dict[str, str], log: Path
    ) -> None:
        self.chance, self.arguments, self.environment, self.log = chance, arguments, environment, log
        self.kills = 0
        self.patience = 0
        self._stack = ExitStack()
        self.process: subprocess.Popen[str] | None = None

    def start(self, progress: int, step: int) -> None:
        self._stack = ExitStack()
        self.process = self._stack.enter_context(
            python(*self.arguments, environment=self.environment, log=self.log)
        )
        self.patience = progress + self.chance.randint(1, step)

    def kill_when_due(self, progress: int, step: int) -> None:
        """Kill it if it has got on far enough, at whatever it is doing some milliseconds later."""
        assert self.process is not None
        ended = self.process.poll()
        assert ended in (None, 0), self.log.read_text()
        if ended is None and progress >= self.patience:
            time.sleep(self.chance.uniform(0, 0.3))
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.kills += 1
        if self.process.poll() not in (None, 0):
            self.stop()
            self.start(progress, step)

    def stop(self) -> None:
        self._stack.close()


def test_the_copy_is_what_a_fresh_crawl_brings(
    world: World, consumer: Consumer, process_environment: dict[str, str], tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    copy, done = tmp_path / "copy.json", tmp_path / "done"
    keep(consumer, copy)
    done.touch()
    writer = Side(
        chance, ["-m", "tests.changes.writer", str(SEED), str(CHANGES), str(done)], process_environment,
        tmp_path / "writer.log",
    )  # fmt: skip
    reader = Side(
        chance,
        ["-m", "tests.changes.consumer", str(copy), "50"],
        process_environment,
        tmp_path / "reader.log",
    )
    # About a dozen kills of the newsroom in a long day, two or three in a short one; of the consumer more.
    often = max(CHANGES // 12, 15)
    saves, seen, begun = 0, copy.stat().st_mtime_ns, time.monotonic()
    writer.start(0, often)
    reader.start(0, often)
    try:
        while done.stat().st_size < CHANGES:
            assert time.monotonic() - begun < LONGEST, writer.log.read_text()
            time.sleep(0.02)
            writer.kill_when_due(done.stat().st_size, often)
            saves, seen = saves + (copy.stat().st_mtime_ns != seen), copy.stat().st_mtime_ns
            reader.kill_when_due(saves, often)
        # As short as a day may be, each side has died once.
        for side in (writer, reader):
            if not side.kills and side.process is not None and side.process.poll() is None:
                side.process.send_signal(signal.SIGKILL)
                side.process.wait()
                side.kills += 1
    finally:
        writer.stop()
        reader.stop()
    last = Instant.objects.order_by("-at").first()
    while last is not None and now() <= last.at and (last.at - now()).total_seconds() < 10:
        time.sleep(0.1)
    # What could not be rendered while the other side held the embedded database waits for another try.
    postponed = Mark.objects.exclude(retry_at=None).count()
    Mark.objects.update(retry_at=None)
    follow()
    assert not Mark.objects.exists()
    assert differences() == [], f"{postponed} marks were postponed"
    held = load(copy, Client())
    held.catch_up()
    print(
        f"{CHANGES} changes, newsroom killed {writer.kills} times, consumer {reader.kills} times,"
        f" {postponed} marks postponed, {len(held.state)} items held, {time.monotonic() - begun:.0f} s"
    )
    assert held.differences() == []
    assert writer.kills + reader.kills >= 2
