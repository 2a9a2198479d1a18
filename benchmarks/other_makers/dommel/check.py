"""python -m benchmarks.other_makers.dommel.check DIR...: do export and truth agree, and what does the world look like?"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from .goods import GOODS

CODES = {g.code for g in GOODS.values()}
ROLES = set(
    str.split("supplier wholesaler retailer courier recruiter group-keeper money-handler customer voucher")
)


def values(cell):
    """The values of a cell, which `|` separates."""
    return [x for x in cell.split("|") if x]


def check(d):
    """Holds truth and export of one market against each other and prints its shape."""
    d = Path(d)

    def read(name):
        with (d / "truth" / name).open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))

    truth, accs, sells = (
        read("messages.csv"),
        read("accounts.csv"),
        {r["seller"]: r["truth"] for r in read("sellers.csv")},
    )
    by = {a["from_id"]: a for a in accs}
    want = {(r["chat_tg_id"], r["tg_id"]): r for r in truth}
    assert len(want) == len(truth), "double ids"
    seen, who, photos, texts, empty, replies = set(), Counter(), 0, Counter(), 0, 0
    offers, kinds = Counter(), Counter()
    for f in sorted((d / "export").glob("*/result.json")):
        j = json.loads(f.read_text(encoding="utf-8"))
        kinds[j["type"]] += 1
        last, ids = 0, set()
        for m in j["messages"]:
            assert int(m["date_unixtime"]) >= last
            assert m["id"] not in ids
            last = int(m["date_unixtime"])
            ids.add(m["id"])
            if m["type"] == "service":
                continue
            k = (str(j["id"]), str(m["id"]))
            seen.add(k)
            who[m["from_id"]] += 1
            if "reply_to_message_id" in m:
                replies += 1
                assert m["reply_to_message_id"] in ids
            if m.get("photo", "").startswith("photos/"):
                photos += 1
                assert (f.parent / m["photo"]).exists()
            t = (
                m["text"]
                if isinstance(m["text"], str)
                else "".join(p if isinstance(p, str) else p["text"] for p in m["text"])
            )
            assert not any(c in t for c in "\x01\x02\x03\x04\x05\x06{}"), t
            texts[t] += 1
            empty += not t
            if want[k]["act"] == "offer":
                offers[by[m["from_id"]]["seller"]] += 1
    assert seen == set(want), (len(seen), len(want))
    assert set(who) == set(by)
    assert {a["seller"] for a in accs} - {""} == set(sells)
    for r in truth:
        assert r["act"] in ("offer", "request", "vouch", "warning", "recruit", "none")
        assert set(values(r["commodities"])) <= CODES
        assert not r["commodities"] or r["act"] in ("offer", "request")
    for a in accs:
        assert set(values(a["roles"])) <= ROLES
    act = Counter(r["act"] for r in truth)
    n = len(truth)
    per = Counter(a["seller"] for a in accs if a["seller"])
    ghost = sum(v == "ghost" for v in sells.values())
    go = sum(v for k, v in offers.items() if sells.get(k) == "ghost")
    print(
        f"{d}: {n} messages, {sum(kinds.values())} chats {dict(kinds)}, {len(sells)} sellers, {ghost / len(sells):.0%} ghost, photos {photos}"
    )
    print(
        "  acts",
        {k: f"{v / n:.1%}" for k, v in act.most_common()},
        "replies",
        f"{replies / n:.0%}",
        "no text",
        f"{empty / n:.1%}",
        "different texts",
        len(texts),
    )
    print(
        "  accounts",
        len(accs),
        "per seller",
        dict(sorted(Counter(per.values()).items())),
        f"offers by ghosts {go / max(1, sum(offers.values())):.0%}",
        "sellers without offer",
        sum(1 for s in sells if not offers[s]),
    )
    print("  roles", dict(Counter(x for a in accs for x in values(a["roles"])).most_common()))
    print(
        "  goods",
        dict(
            Counter(x for r in truth if r["act"] == "offer" for x in values(r["commodities"])).most_common()
        ),
    )


if __name__ == "__main__":
    for x in sys.argv[1:]:
        check(x)
