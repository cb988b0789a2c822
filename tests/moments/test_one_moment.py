"""Nothing served is withdrawn, early or of one language alone, while writers write and the clock goes on."""

import json
import os
from contextlib import ExitStack

import pytest

from tests.moments.pairs import PAIRS, build
from tests.moments.questions import SORTS
from tests.processes import python

READS = int(os.environ.get("MOMENTS_READS", "1500"))
READERS = WRITERS = 2


def test_every_answer_is_one_moment_s_truth(
    process_environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    ids = build()
    pairs = ",".join(f"{english}:{french}" for english, french in ids)
    environment = process_environment | {"DJANGO_SETTINGS_MODULE": "tests.settings", "LOG_LEVEL": "ERROR"}
    with ExitStack() as stack:
        writers = []
        for number in range(WRITERS):
            share = ",".join(str(pair) for pair in range(number, PAIRS, WRITERS))
            writers.append(
                stack.enter_context(
                    python("-m", "tests.moments.writer", str(number), share, pairs, environment=environment)
                )
            )
        readers = [
            stack.enter_context(
                python(
                    "-m",
                    "tests.moments.reader",
                    str(number),
                    str(READS // READERS),
                    pairs,
                    environment=environment,
                )
            )
            for number in range(READERS)
        ]
        found = []
        for reader in readers:
            output, _ = reader.communicate(timeout=max(120, READS / 10))
            assert reader.returncode == 0, output
            found.append(json.loads(output.splitlines()[-1]))
        for writer in writers:
            assert writer.poll() is None, writer.communicate()[0]
    faults = [fault for one in found for fault in one["faults"]]
    assert not faults, "\n".join(faults)
    compared = sum(sum(one["compared"].values()) for one in found)
    versions = max(one["versions"] for one in found)
    with capsys.disabled():
        moved, seconds = sum(one["moved"] for one in found), max(one["seconds"] for one in found)
        print(f" {compared} answers, {versions} versions, {moved} asked again, {seconds:.0f} s ", end="")
    assert compared >= READS // READERS * READERS
    assert {name for one in found for name in one["compared"]} == {
        sort(_chance(), ids).name for sort in SORTS
    }
    # The store did change between and during the reads, or nothing has been proved.
    assert versions >= 10


def _chance() -> object:
    import random

    return random.Random(0)
