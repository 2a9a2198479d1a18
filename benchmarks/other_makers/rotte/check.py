"""python -m benchmarks.other_makers.rotte.check DIR...: do truth and export agree, and what is in them?"""

import collections
import csv
import json
import sys
from pathlib import Path


def table(path):
    """The rows of a table of the truth."""
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def values(cell):
    """The values of a cell, which `|` separates."""
    return [x for x in cell.split("|") if x]


def flat(text):
    """The text of a message without its entities."""
    return text if isinstance(text, str) else "".join(t if isinstance(t, str) else t["text"] for t in text)


def check(d):
    """Holds truth and export of one market against each other and prints its shape."""
    msgs, froms = {}, set()
    chats = photos = missing = 0
    for f in sorted((d / "export").glob("*/result.json")):
        x = json.loads(f.read_text(encoding="utf-8"))
        chats += 1
        ids = set()
        for m in x["messages"]:
            assert m["id"] not in ids
            if m.get("reply_to_message_id"):
                assert m["reply_to_message_id"] in ids
            ids.add(m["id"])
            if m["type"] == "message":
                msgs[(str(x["id"]), str(m["id"]))] = m
                froms.add(m["from_id"])
                if m.get("photo"):
                    photos += 1
                    missing += not (f.parent / m["photo"]).exists()
    rows, acc = table(d / "truth/messages.csv"), table(d / "truth/accounts.csv")
    sel = {r["seller"]: r["truth"] for r in table(d / "truth/sellers.csv")}
    assert {(r["chat_tg_id"], r["tg_id"]) for r in rows} == set(msgs)
    assert len(rows) == len(msgs)
    assert {a["from_id"] for a in acc} == froms
    assert {a["seller"] for a in acc if a["seller"]} == set(sel)
    acts = collections.Counter(r["act"] for r in rows)
    n = len(rows)
    per = collections.Counter(collections.Counter(a["seller"] for a in acc if a["seller"]).values())
    roles = collections.Counter(x for a in acc for x in values(a["roles"]))
    com = collections.Counter(c for r in rows for c in values(r["commodities"]))
    ghost = sum(v == "ghost" for v in sel.values()) / len(sel)
    distinct = len({flat(m["text"]) for m in msgs.values()}) / n
    print(
        f"{d} {n} chats {chats} sellers {len(sel)} ghost {ghost:.2f} photos {photos} {missing} distinct {distinct:.2f}"
    )
    print("  ", {k: round(v / n, 3) for k, v in acts.most_common()}, "acc/seller", dict(sorted(per.items())))
    print("  ", dict(roles), "accounts", len(acc))
    print("  ", dict(com.most_common(40)))


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        check(Path(folder))
