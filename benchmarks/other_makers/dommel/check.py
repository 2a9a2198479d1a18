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
    truth, accs = read(d, "messages.csv"), read(d, "accounts.csv")
    sells = {r["seller"]: r["truth"] for r in read(d, "sellers.csv")}
    by = {a["from_id"]: a for a in accs}
    want = {(r["chat_tg_id"], r["tg_id"]): r for r in truth}
    assert len(want) == len(truth), "double ids"
    met = Met(want, by)
    for f in sorted((d / "export").glob("*/result.json")):
        met.chat(f)
    assert met.seen == set(want), (len(met.seen), len(want))
    assert set(met.who) == set(by)
    assert {a["seller"] for a in accs} - {""} == set(sells)
    check_words(truth, accs)
    tell_messages(d, truth, sells, met)
    tell_accounts(accs, sells, met.offers)
    tell_goods(truth)


def read(d, name):
    """The rows of a table of the truth."""
    with (d / "truth" / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def plain(text):
    """The text of a message without its entities."""
    return text if isinstance(text, str) else "".join(p if isinstance(p, str) else p["text"] for p in text)


class Met:
    """What the exports hold, counted while each message is held against the truth."""

    def __init__(self, want, by):
        self.want, self.by = want, by
        self.seen, self.photos, self.empty, self.replies = set(), 0, 0, 0
        self.who, self.texts, self.offers, self.kinds = Counter(), Counter(), Counter(), Counter()

    def chat(self, f):
        """One export: in order of time, no number twice."""
        j = json.loads(f.read_text(encoding="utf-8"))
        self.kinds[j["type"]] += 1
        last, ids = 0, set()
        for m in j["messages"]:
            assert int(m["date_unixtime"]) >= last
            assert m["id"] not in ids
            last = int(m["date_unixtime"])
            ids.add(m["id"])
            if m["type"] != "service":
                self.message(m, (str(j["id"]), str(m["id"])), ids, f.parent)

    def message(self, m, k, ids, folder):
        """One message: its reply, its picture and its text are whole."""
        self.seen.add(k)
        self.who[m["from_id"]] += 1
        if "reply_to_message_id" in m:
            self.replies += 1
            assert m["reply_to_message_id"] in ids
        if m.get("photo", "").startswith("photos/"):
            self.photos += 1
            assert (folder / m["photo"]).exists()
        t = plain(m["text"])
        assert not any(c in t for c in "\x01\x02\x03\x04\x05\x06{}"), t
        self.texts[t] += 1
        self.empty += not t
        if self.want[k]["act"] == "offer":
            self.offers[self.by[m["from_id"]]["seller"]] += 1


def check_words(truth, accs):
    """The truth has only acts, codes and roles that exist."""
    for r in truth:
        assert r["act"] in ("offer", "request", "vouch", "warning", "recruit", "none")
        assert set(values(r["commodities"])) <= CODES
        assert not r["commodities"] or r["act"] in ("offer", "request")
    for a in accs:
        assert set(values(a["roles"])) <= ROLES


def tell_messages(d, truth, sells, met):
    """Prints how many messages of which acts."""
    act, n, kinds = Counter(r["act"] for r in truth), len(truth), met.kinds
    ghost = sum(v == "ghost" for v in sells.values())
    print(
        f"{d}: {n} messages, {sum(kinds.values())} chats {dict(kinds)}, {len(sells)} sellers, {ghost / len(sells):.0%} ghost, photos {met.photos}"
    )
    print(
        "  acts",
        {k: f"{v / n:.1%}" for k, v in act.most_common()},
        "replies",
        f"{met.replies / n:.0%}",
        "no text",
        f"{met.empty / n:.1%}",
        "different texts",
        len(met.texts),
    )


def tell_accounts(accs, sells, offers):
    """Prints how many accounts a seller has, and which roles there are."""
    per = Counter(a["seller"] for a in accs if a["seller"])
    go = sum(v for k, v in offers.items() if sells.get(k) == "ghost")
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


def tell_goods(truth):
    """Prints what is offered."""
    print(
        "  goods",
        dict(
            Counter(x for r in truth if r["act"] == "offer" for x in values(r["commodities"])).most_common()
        ),
    )


if __name__ == "__main__":
    for x in sys.argv[1:]:
        check(x)
