"""Somebody who keeps a copy of all that is public, by the interface alone: crawls once, then follows the changes.

As a process, which may be killed anywhere: python -m tests.changes.consumer FILE LIMIT
"""

import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django
from django.http import HttpResponse
from django.test import Client

NAMES = ("pages", "images", "documents", "videos", "topics", "people", "places", "redirects")
State = dict[str, Any]  # "type id locale" to the whole answer


@dataclass
class Consumer:
    """``state`` and ``since`` are what it would keep on disk, written together."""

    client: Client
    state: State = field(default_factory=dict)
    since: str = ""
    # Of the last reading: what was named, in order.
    named: list[dict[str, Any]] = field(default_factory=list)

    def start(self) -> None:
        """Learn from where on to ask, then crawl."""
        self.since = self.ask("/api/v2/changes/").json()["meta"]["next"]
        self.state = crawl(self.client)

    def ask(self, address: str) -> HttpResponse:
        response = self.client.get(address)
        assert response.status_code in (200, 404), (address, response.content)
        return response

    def step(self, limit: int = 1000) -> bool:
        """Follow one answer of the feed. Returns whether there is more."""
        body = self.ask(f"/api/v2/changes/?since={self.since}&limit={limit}").json()
        changed: State = {}
        for item in body["items"]:
            self.named.append(item)
            key = f"{item['meta']['type']} {item['id']} {item['meta']['locale']}"
            changed[key] = None
            if item["change"] == "changed":
                answer = self.ask(local(item["meta"]["detail_url"]))
                changed[key] = answer.json() if answer.status_code == 200 else None
        # Only now are both written: whoever dies before this asks again from the same place.
        self.state = {key: value for key, value in (self.state | changed).items() if value is not None}
        self.since = body["meta"]["next"]
        return bool(body["meta"]["more"])

    def catch_up(self, limit: int = 1000) -> None:
        """Follow until there is no more."""
        self.named = []
        for _answer in range(10_000):
            if not self.step(limit):
                return
        raise AssertionError("The feed does not end.")

    def differences(self) -> list[str]:
        """What a fresh crawl says otherwise."""
        return compared(self.state, crawl(self.client))


def compared(held: State, fresh: State) -> list[str]:
    return [
        f"{key}: {json.dumps(held.get(key), ensure_ascii=False)} instead of {json.dumps(fresh.get(key), ensure_ascii=False)}"
        for key in sorted(held.keys() | fresh.keys())
        if held.get(key) != fresh.get(key)
    ]


def local(address: str) -> str:
    """The path and query of an address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def crawl(client: Client) -> State:
    """All that is public, whole, by key."""
    found: State = {}
    for collection in NAMES:
        for locale in ("en", "fr"):
            offset = 0
            while True:
                address = f"/api/v2/{collection}/?locale={locale}&limit=100&offset={offset}&order=id"
                page = client.get(address).json()["items"]
                for stub in page:
                    answer = client.get(local(stub["meta"]["detail_url"]))
                    if answer.status_code == 200:  # withdrawn meanwhile, otherwise
                        found[f"{stub['meta']['type']} {stub['id']} {stub['meta']['locale']}"] = answer.json()
                offset += 100
                if len(page) < 100:
                    break
    return found


def load(file: Path, client: Client) -> Consumer:
    """The consumer as it was last written down."""
    kept = json.loads(file.read_text())
    return Consumer(client, kept["state"], kept["since"])


def keep(consumer: Consumer, file: Path) -> None:
    """Write it down, wholly or not at all."""
    draft = file.with_suffix(".new")
    draft.write_text(json.dumps({"state": consumer.state, "since": consumer.since}))
    draft.replace(file)


def follow_forever(file: Path, client: Client, limit: int) -> None:
    """Follow the feed until somebody ends this process."""
    consumer = load(file, client)
    while True:
        before = consumer.since
        more = consumer.step(limit)
        if consumer.since != before:
            keep(consumer, file)
        if not more:
            time.sleep(0.2)


if __name__ == "__main__":
    django.setup()
    follow_forever(Path(sys.argv[1]), Client(SERVER_NAME="localhost"), int(sys.argv[2]))
