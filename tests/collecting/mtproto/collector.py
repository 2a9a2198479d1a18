"""Runs over the chats of a server on this machine, and what they wrote down."""

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.places import asked_for
from schakel.collecting.mtproto.run import Means, Outcome, collect_chats
from schakel.collecting.mtproto.sealed_login import Login
from schakel.collecting.mtproto.told_chats import Order, Wanted
from tests.collecting.mtproto.conftest import APP, CHANNEL, logged_in, market, soon
from tests.collecting.mtproto.loopback import Loopback

NOW = datetime(2026, 12, 2, 4, 0, tzinfo=UTC)


class Collector:
    """Runs over a server's chats into one folder, as the operator would day after day."""

    def __init__(self, server: Loopback, session: str, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.login = Login(session, *APP)
        self.slept: list[float] = []
        self.told: list[tuple[str, int, int]] = []
        self.now = NOW
        self.pause: Callable[[float], Awaitable[None]] = self._no_sleep

    async def _no_sleep(self, _: float) -> None:
        return None

    async def run(self, *names: str, until: date = date(2027, 1, 1), **wanted: Any) -> Outcome:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            await self.pause(seconds)

        self.server.asked.clear()
        self.now += timedelta(minutes=1)
        means = Means(manners(), lambda: self.now, sleep, report=lambda *said: self.told.append(said))
        order = Order([asked_for(name) for name in names], Wanted(**wanted), "A-1", until)
        return await collect_chats(order, self.login, means, self.folder)


def lines(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (outcome.folder / "requests.jsonl").read_text().splitlines()]


def objects(outcome: Outcome, chat: int = CHANNEL) -> list[dict[str, Any]]:
    path = outcome.folder / f"chat-{chat}.ndjson"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def numbers(outcome: Outcome, chat: int = CHANNEL) -> list[int]:
    return [one["id"] for one in objects(outcome, chat) if one["_"].startswith("Message")]


def collecting(
    key: RSAPrivateKey, folder: Path, work: Callable[[Loopback, Collector], Awaitable[None]], posts: int = 0
) -> None:
    async def within() -> None:
        async with await market(key) as server:
            for number in range(1, posts + 1):
                server.post(CHANNEL, f"bericht {number} 🌿")
            await work(server, Collector(server, await logged_in(server), folder))

    soon(within())
