"""Read a written world back: every message with text has its truth, every account too, replies and pictures are there.

`python -m benchmarks.other_makers.schie.verify DIR` prints counts and what is amiss.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from . import lexicon

ACTS = {"offer", "request", "vouch", "warning", "recruit", "none"}
ROLES = {
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
    "voucher",
}


def rows(path: Path) -> list[dict[str, str]]:
    """A truth table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def walk(out: Path) -> tuple[dict[tuple[str, str], str], set[str], Counter[str]]:
    """All messages of the exports: their keys with writers, all accounts, and what was found wrong."""
    messages: dict[tuple[str, str], str] = {}
    accounts: set[str] = set()
    count: Counter[str] = Counter()
    for file in sorted((out / "export").glob("*/result.json")):
        chat = json.loads(file.read_text("utf-8"))
        count["chats"] += 1
        ids = [row["id"] for row in chat["messages"]]
        count["ids repeated"] += len(ids) - len(set(ids))
        for row in chat["messages"]:
            accounts.add(row.get("from_id") or row["actor_id"])
            count["service"] += row["type"] == "service"
            count["dangling replies"] += (
                "reply_to_message_id" in row and row["reply_to_message_id"] not in ids
            )
            count["pictures missing"] += "photo" in row and not (file.parent / row["photo"]).exists()
            if row["type"] == "message":
                whole = "".join(part if isinstance(part, str) else part["text"] for part in row["text"])
                count["text differs"] += whole != "".join(part["text"] for part in row["text_entities"])
                messages[str(chat["id"]), str(row["id"])] = row["from_id"]
    return messages, accounts, count


def verify(out: Path) -> dict[str, object]:
    """Counts and differences between exports and truth."""
    messages, accounts, count = walk(out)
    truth = rows(out / "truth" / "messages.csv")
    people = rows(out / "truth" / "accounts.csv")
    sellers = {row["seller"]: row["truth"] for row in rows(out / "truth" / "sellers.csv")}
    owned = Counter(row["seller"] for row in people if row["seller"])
    known = set(lexicon.goods())
    return {
        "messages": len(messages),
        "truth missing": len(set(messages) ^ {(row["chat_tg_id"], row["tg_id"]) for row in truth}),
        "accounts": len(accounts),
        "accounts missing": len(accounts ^ {row["from_id"] for row in people}),
        "sellers": len(sellers),
        "sellers missing": len(set(owned) ^ set(sellers)),
        "ghost share": round(sum(value == "ghost" for value in sellers.values()) / len(sellers), 3),
        "more than one account": round(sum(value > 1 for value in owned.values()) / len(sellers), 3),
        "wrong words": sum(
            row["act"] not in ACTS or not set(filter(None, row["commodities"].split("|"))) <= known
            for row in truth
        ),
        "wrong roles": sum(not set(filter(None, row["roles"].split("|"))) <= ROLES for row in people),
        "acts": dict(Counter(row["act"] for row in truth)),
        "roles": dict(Counter(role for row in people for role in row["roles"].split("|"))),
        "commodities": len({good for row in truth for good in row["commodities"].split("|") if good}),
        **count,
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="schie.verify", description=__doc__)
    parser.add_argument("out", type=Path)
    print(verify(parser.parse_args().out))


if __name__ == "__main__":
    main()
