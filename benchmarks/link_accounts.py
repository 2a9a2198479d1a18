"""100,000 accounts to sellers: seconds and memory of the linking steps on a made-up market written straight as tables.

python -m benchmarks.link_accounts --accounts 100000
"""

import argparse
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.linking.copies.campaigns import find_campaigns
from schakel.linking.network.contacts import map_contacts
from schakel.linking.sellers import link_sellers
from schakel.records import ids
from schakel.records.tables import SCHEMAS
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace

_START = datetime(2026, 1, 1, tzinfo=UTC)
_GOODS = ("cocaine", "cannabis", "mdma", "ketamine", "amphetamine", "designer-drugs", "ghb", "fireworks")
_TOWNS = 400
_WORDS = np.array([f"woord{number}" for number in range(3_000)])


def tables(accounts: int, seed: int = 1) -> dict[str, pa.Table]:
    """A market in which one holder in three has a second account: same phone, like name, or the same ad."""
    chance = np.random.default_rng(seed)
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("messages", "offers", "items", "selectors")
    }
    people: list[dict[str, Any]] = []
    holder: dict[str, Any] = {}
    for number in range(accounts):
        kind = int(chance.integers(0, 9)) if holder else 9
        if kind > 2:
            holder = _holder(chance, number)
        name = holder["name"] + (" 2" if kind == 1 else "") if kind != 0 else f"{_word(chance)} {number}"
        if kind == 0:
            holder = holder | {"words": _words(chance)}
        people.append({"account_id": ids.account_id("user", number), "account_tg_id": number, "name": name})
        _post(rows, chance, number, holder, shared=kind == 0)
    made = {name: pa.Table.from_pylist(lines, schema=SCHEMAS[name]) for name, lines in rows.items()}
    seen = {"kind": "user", "first_seen": _START, "last_seen": _START, "messages": 3, "chats": 1}
    return made | {
        "accounts": pa.Table.from_pylist([row | seen for row in people], schema=SCHEMAS["accounts"])
    }


def _word(chance: np.random.Generator) -> str:
    return str(chance.choice(_WORDS))


def _words(chance: np.random.Generator) -> str:
    return " ".join(chance.choice(_WORDS, size=int(chance.integers(6, 20))))


def _holder(chance: np.random.Generator, number: int) -> dict[str, Any]:
    base = int(chance.integers(3, 15)) * 5
    return {
        "name": f"{_word(chance)}{_word(chance)}{number % 97}",
        "phone": f"+316{number:08d}",
        "words": _words(chance),
        "good": _GOODS[int(chance.integers(0, len(_GOODS)))],
        "prices": [(1, base), (5, base * 4), (10, base * 7 + int(chance.integers(0, 4)) * 5)],
        "hour": int(chance.integers(0, 24)),
        "chat": int(chance.integers(0, 40)),
        "town": int(chance.zipf(1.4)) % _TOWNS,
    }


def _post(
    rows: dict[str, list[dict[str, Any]]],
    chance: np.random.Generator,
    number: int,
    holder: dict[str, Any],
    *,
    shared: bool,
) -> None:
    account = ids.account_id("user", number)
    phone = holder["phone"] if shared or number % 3 == 0 else f"+317{number:08d}"
    lines = ", ".join(f"{amount}g {price} euro" for amount, price in holder["prices"])
    text = f"{holder['words']} {holder['good']} {lines} bel {phone}"
    for time_of in range(3):
        tg_id = number * 3 + time_of
        chat = ids.chat_id("channel", holder["chat"], "")
        message = ids.message_id(chat, tg_id, text, None)
        sent = _START + timedelta(
            days=int(chance.integers(0, 300)), hours=holder["hour"], seconds=tg_id % 3600
        )
        common = {"message_id": message, "chat_id": chat, "account_id": account, "sent_at": sent}
        rows["messages"].append(common | {"tg_id": tg_id, "account_tg_id": number, "text": text})
        place = {"name": f"town{holder['town']}", "start": 0, "end": 1}
        rows["offers"].append(
            common | {"offer_id": message, "text_id": ids.text_id(text), "act": "offer", "places": [place]}
        )
        told = {"message_id": message, "text_id": ids.text_id(text)}
        start = len(text) - len(phone)
        rows["selectors"].append(
            told
            | {"account_id": account, "type": "phone", "value": phone, "act": "offer"}
            | {"start": start, "end": len(text)}
        )
        rows["items"] += [
            told
            | {"line": at, "commodity": holder["good"], "quantity": float(amount), "unit": "g"}
            | {"price": float(price), "currency": "EUR"}
            for at, (amount, price) in enumerate(holder["prices"])
        ]


def main() -> None:
    """Makes the market, links it and prints what it took."""
    parser = argparse.ArgumentParser(prog="benchmarks.link_accounts", description=__doc__)
    parser.add_argument("--accounts", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="schakel-bench-") as folder:
        engine = DuckDBEngine(create_workspace(Path(folder) / "workspace"), workers=Workers(1))
        for name, table in tables(options.accounts).items():
            engine.write(table, name)
        for step, work in (
            ("campaigns", lambda: find_campaigns(engine)),
            ("contacts", lambda: map_contacts(engine)),
            ("sellers", lambda: link_sellers(engine, [])),
        ):
            start, wall = time.process_time(), time.perf_counter()
            made = work()
            took = f"{time.process_time() - start:.1f} s of processor, {time.perf_counter() - wall:.1f} s by the clock"
            counts = ", ".join(f"{table.num_rows:,} {name}" for name, table in made.items())
            sys.stdout.write(f"{step}: {took}: {counts}\n")
            for name, table in made.items():
                engine.write(table, name)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{options.accounts:,} accounts; {peak:,.0f} MB at most\n")


if __name__ == "__main__":
    main()
