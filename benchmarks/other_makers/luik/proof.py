"""Read a written world back and prove that export and truth agree.

`python -m luik.proof FOLDER...`
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path


def rows(path: Path) -> list[dict[str, str]]:
    """A table of the truth."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts_and_faults(folder: Path) -> tuple[set[tuple[str, str]], set[str], Counter[str]]:
    """Messages with text, accounts, and what is wrong in the export."""
    texts: set[tuple[str, str]] = set()
    accounts: set[str] = set()
    faults: Counter[str] = Counter()
    for path in sorted(folder.glob("export/*/result.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        ids, before = set(), 0
        for row in page["messages"]:
            faults["messages"] += 1
            faults["same id"] += row["id"] in ids
            faults["time goes back"] += int(row["date_unixtime"]) < before
            faults["reply to nothing"] += row.get("reply_to_message_id", row["id"]) not in ids | {row["id"]}
            before = int(row["date_unixtime"])
            ids.add(row["id"])
            accounts.add(row.get("from_id") or row["actor_id"])
            faults["no photo file"] += "photo" in row and not (path.parent / row["photo"]).is_file()
            if row["type"] == "message" and row["text"]:
                texts.add((str(page["id"]), str(row["id"])))
    return texts, accounts, faults


def prove(folder: Path) -> None:
    """Compare and print."""
    texts, accounts, faults = texts_and_faults(folder)
    told = {(row["chat_tg_id"], row["tg_id"]) for row in rows(folder / "truth/messages.csv")}
    people = rows(folder / "truth/accounts.csv")
    sellers = {row["seller"]: row["truth"] for row in rows(folder / "truth/sellers.csv")}
    named = {row["seller"] for row in people if row["seller"]}
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(folder.name, dict(faults), f"{size:.1f} MB")
    print("  texts without row", len(texts - told), "rows without text", len(told - texts))
    print(
        "  accounts without row",
        len(accounts - {row["from_id"] for row in people}),
        "sellers without truth",
        len(named ^ set(sellers)),
    )
    print(
        "  accounts",
        len(people),
        "sellers",
        len(sellers),
        dict(Counter(sellers.values())),
        dict(Counter(r for row in people for r in row["roles"].split("|"))),
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        prove(Path(name))
