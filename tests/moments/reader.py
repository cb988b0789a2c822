"""A reader: ``python -m tests.moments.reader SEED COMPARED EN:FR,EN:FR…``; prints its findings as JSON."""

import json
import random
import sys
import time
from collections import Counter
from typing import Any

import django

PATIENCE = 50  # times that a question is asked before the store has stood still from before to after


def main(seed: int, wanted: int, ids: list[tuple[int, int]]) -> dict[str, Any]:
    django.setup()
    from django.test import Client

    from cms.store.reading import version
    from tests.moments.direct import public_pages
    from tests.moments.questions import Question, questions

    client, chance = Client(), random.Random(seed)
    compared: Counter[str] = Counter()
    empty = moved = asked = 0
    faults: list[str] = []
    versions: set[str] = set()

    def answer_to(question: Question) -> Any:
        response = client.get(question.address)
        if response.status_code != 200:
            return response.status_code
        answer = response.json()
        if problem := question.alone(answer):
            faults.append(f"{question.name} {question.address}: {problem}")
        return question.got(answer)

    started = time.monotonic()
    while sum(compared.values()) < wanted and len(faults) < 20:
        question = questions(chance, ids)
        for _ in range(PATIENCE):
            before = version()
            answer = answer_to(question)
            pages = public_pages()
            asked += 1
            if version() == before:
                break
            moved += 1
        else:
            faults.append(f"the store has never stood still for {question.address}")
            continue
        versions.add(before)
        expected = question.expected(pages)
        compared[question.name] += 1
        empty += not pages
        if answer != expected:
            faults.append(f"{question.name} {question.address} at {before}: {answer} is not {expected}")
    return {
        "compared": compared,
        "asked": asked,
        "moved": moved,
        "empty": empty,
        "versions": len(versions),
        "seconds": time.monotonic() - started,
        "faults": faults[:20],
    }


if __name__ == "__main__":
    pairs = [(int(a), int(b)) for a, b in (pair.split(":") for pair in sys.argv[3].split(","))]
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), pairs)))
