"""python -m benchmarks.other_makers.eem.check DIR...: are truth and export each other's mirror, and what is in them?"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

ACTS = {"offer", "request", "vouch", "warning", "recruit", "none"}
ROLES = set(
    str.split("supplier wholesaler retailer courier recruiter group-keeper money-handler customer voucher")
)


def table(path):
    """The rows of a table of the truth."""
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def values(cell):
    """The values of a cell, which `|` separates."""
    return [x for x in cell.split("|") if x]


def flat(text):
    """The text of a message without its entities."""
    return text if isinstance(text, str) else "".join(x if isinstance(x, str) else x["text"] for x in text)


def check(d):
    """Holds truth and export of one market against each other and prints its shape."""
    truth, acts, comm = {}, Counter(), Counter()
    for row in table(d / "truth/messages.csv"):
        k = (int(row["chat_tg_id"]), int(row["tg_id"]))
        assert k not in truth, row
        assert row["act"] in ACTS, row
        truth[k] = row
        acts[row["act"]] += 1
        comm.update(values(row["commodities"]))
    acc = {r["from_id"]: r for r in table(d / "truth/accounts.csv")}
    sel = {r["seller"]: r["truth"] for r in table(d / "truth/sellers.csv")}
    seen, senders, chats, photos, texts = set(), Counter(), 0, 0, set()
    for f in sorted((d / "export").glob("*/result.json")):
        j = json.loads(f.read_text(encoding="utf-8"))
        chats += 1
        last = (0, 0)
        ids = {m["id"] for m in j["messages"]}
        for m in j["messages"]:
            assert (m["id"], int(m["date_unixtime"])) >= last, (f, m)
            assert m["id"] > last[0], (f, m)
            last = (m["id"], int(m["date_unixtime"]))
            if m["type"] == "service":
                continue
            seen.add((j["id"], m["id"]))
            senders[m["from_id"]] += 1
            assert m.get("reply_to_message_id", m["id"]) in ids
            if m.get("photo", "(").startswith("photos"):
                photos += 1
                assert (f.parent / m["photo"]).exists()
            t = flat(m["text"])
            assert not any(mark in t for mark in "{\x01"), t
            texts.add(t)
    assert seen == set(truth)
    assert set(senders) == set(acc)
    roles = Counter(x for a in acc.values() for x in values(a["roles"]))
    assert set(roles) <= ROLES
    assert {a["seller"] for a in acc.values()} - {""} == set(sel)
    per = Counter(Counter(a["seller"] for a in acc.values() if a["seller"]).values())
    ghosts = sum(v == "ghost" for v in sel.values()) / len(sel)
    n = len(truth)
    empty = sum(row["act"] == "offer" and not row["commodities"] for row in truth.values())
    print(
        f"{d.name}: messages {n} chats {chats} sellers {len(sel)} ghosts {ghosts:.0%} photos {photos} accounts {len(acc)} unique texts {len(texts)}"
    )
    print("  acts", {k: f"{v} ({v / n:.1%})" for k, v in acts.most_common()})
    print("  accounts a seller", dict(sorted(per.items())), "roles", dict(roles.most_common()))
    print("  commodities", dict(comm.most_common()), "empty offers", empty)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        check(Path(folder))
