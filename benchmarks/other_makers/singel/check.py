"""Counts and figures on a written world: `python -m benchmarks.other_makers.singel.check DIR`."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from hashlib import md5
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np


def rows(path: Path) -> list[dict[str, str]]:
    """A truth table."""
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def flat(text: Any) -> str:
    """The text of a message as one string."""
    return text if isinstance(text, str) else "".join(p if isinstance(p, str) else p["text"] for p in text)


def load(root: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """All messages by chat and number."""
    out: dict[tuple[str, str], dict[str, Any]] = {}
    for path in sorted((root / "export").glob("*/result.json")):
        chat = json.loads(path.read_text(encoding="utf-8"))
        for msg in chat["messages"]:
            if msg["type"] == "message":
                out[str(chat["id"]), str(msg["id"])] = msg | {
                    "plain": flat(msg["text"]),
                    "folder": path.parent,
                }
    return out


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """Area under the curve, ties halved."""
    pos, neg = score[truth == 1], score[truth == 0]
    return float((pos[:, None] > neg[None, :]).mean() + 0.5 * (pos[:, None] == neg[None, :]).mean())


def logistic(x: np.ndarray, y: np.ndarray, steps: int = 400) -> np.ndarray:
    """Weights of a ridge logistic regression."""
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        w -= 0.5 * (x.T @ (p - y) / len(y) + 0.01 * w)
    return w


def crossed(x: np.ndarray, y: np.ndarray) -> float:
    """AUC over five folds."""
    x = np.column_stack([(x - x.mean(0)) / (x.std(0) + 1e-9), np.ones(len(x))])
    fold = np.arange(len(y)) % 5
    score = np.zeros(len(y))
    for k in range(5):
        score[fold == k] = x[fold == k] @ logistic(x[fold != k], y[fold != k])
    return auc(score, y)


def readings(root: Path) -> tuple[np.ndarray, np.ndarray]:
    """What a perfect reader counts for each seller: praise and blame by whom, answers, deals seen, stock talk, span."""
    msgs = load(root)
    truth = {(r["chat_tg_id"], r["tg_id"]): r["act"] for r in rows(root / "truth/messages.csv")}
    owner = {r["from_id"]: r["seller"] for r in rows(root / "truth/accounts.csv")}
    about = mentioned(msgs, owner)
    vouchers = Counter(m["from_id"] for k, m in msgs.items() if truth[k] == "vouch")
    others = Counter(m["from_id"] for k, m in msgs.items() if truth[k] != "vouch")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for key, msg in msgs.items():
        act, own = truth[key], owner.get(msg["from_id"], "")
        for s in about.get(key, ()):
            table[s][
                act
                if act != "vouch"
                else "vouch"
                if vouchers[msg["from_id"]] <= 2 * others[msg["from_id"]] + 1
                else "vouch_much"
            ] += 1
        if own:
            table[own][
                "offer" if act == "offer" else "reply" if "reply_to_message_id" in msg else "said"
            ] += 1
    names = rows(root / "truth/sellers.csv")
    cols = ("vouch", "vouch_much", "warning", "offer", "reply", "said")
    x = np.array([[np.log1p(table[r["seller"]][c]) for c in cols] for r in names])
    return x, np.array([r["truth"] == "ghost" for r in names], dtype=float)


def mentioned(
    msgs: dict[tuple[str, str], dict[str, Any]], owner: dict[str, str]
) -> dict[tuple[str, str], set[str]]:
    """Which sellers a message speaks of, by handle in its text or by what it answers."""
    handles: dict[str, str] = {}
    for msg in msgs.values():
        if owner.get(msg["from_id"]):
            handles.setdefault((msg["from"] or "").lower(), owner[msg["from_id"]])
            for part in msg["text_entities"]:
                if part["type"] == "mention" and len(msg["plain"]) > 25 and "reply_to_message_id" not in msg:
                    handles.setdefault(part["text"].lower(), owner[msg["from_id"]])
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, msg in msgs.items():
        for part in msg["text_entities"]:
            if part["type"] == "mention" and part["text"].lower() in handles:
                out[key].add(handles[part["text"].lower()])
        up = msgs.get((key[0], str(msg.get("reply_to_message_id"))))
        if up and not out[key]:
            out[key] |= {s for s in [owner.get(up["from_id"], "")] if s} | out.get(
                (key[0], str(up["id"])), set()
            )
    return out


def grams(name: str) -> set[str]:
    """Pieces of six letters of a name."""
    word = "".join(c for c in name.lower() if c.isalnum())
    return {word[i : i + 6] for i in range(len(word) - 5)}


def alike(a: set[str], b: set[str]) -> bool:
    """Two names with a long piece in common, generic tails aside."""
    return bool({g for g in a & b if g not in "officialstore"})


def shared(root: Path) -> tuple[float, int]:
    """Share of pairs of accounts of one seller with something visible in common."""
    msgs = load(root)
    owner = {r["from_id"]: r["seller"] for r in rows(root / "truth/accounts.csv")}
    marks: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for msg in msgs.values():
        if owner.get(msg["from_id"]) and "reply_to_message_id" not in msg:
            me = marks[msg["from_id"]]
            names[msg["from_id"]] |= grams(msg["from"] or "")
            for part in msg["text_entities"]:
                names[msg["from_id"]] |= grams(part["text"]) if part["type"] == "mention" else set()
            me |= {
                p["text"].lower()
                for p in msg["text_entities"]
                if p["type"] in ("mention", "phone", "email", "link")
            }
            me |= {
                line
                for line in msg["plain"].splitlines()
                if len(line) > 17 and sum(c.isdigit() for c in line) > 2
            }
            lines = msg["plain"].splitlines()
            me |= {a + "|" + b for a, b in pairwise(lines) if sum(c.isdigit() for c in a + b) > 3}
            me |= {w for w in msg["plain"].split() if len(w) > 7 and sum(c.isdigit() for c in w) > 4}
            if "photo" in msg:
                me.add(md5((msg["folder"] / msg["photo"]).read_bytes(), usedforsecurity=False).hexdigest())
    by: dict[str, list[str]] = defaultdict(list)
    for acc, s in owner.items():
        if s and acc in marks:
            by[s].append(acc)
    pairs = [(a, b) for group in by.values() for a, b in combinations(group, 2)]
    hit = sum(bool(marks[a] & marks[b]) or alike(names[a], names[b]) for a, b in pairs)
    return hit / max(1, len(pairs)), len(pairs)


def main() -> None:
    """Print the figures of a folder."""
    root = Path(sys.argv[1])
    msgs = load(root)
    truth = rows(root / "truth/messages.csv")
    accounts = rows(root / "truth/accounts.csv")
    keys = {(r["chat_tg_id"], r["tg_id"]) for r in truth}
    assert keys == set(msgs), "a message without a row"
    assert {m["from_id"] for m in msgs.values()} <= {r["from_id"] for r in accounts}, (
        "an account without a row"
    )
    sellers = rows(root / "truth/sellers.csv")
    per = Counter(r["seller"] for r in accounts if r["seller"])
    x, y = readings(root)
    hit, pairs = shared(root)
    acts = Counter(r["act"] for r in truth)
    uniq = len({m["plain"] for k, m in msgs.items()})
    roles = Counter(p for r in accounts for p in r["roles"].split("|"))
    more = np.mean([per[s["seller"]] > 1 for s in sellers])
    print(
        f"{root.name}: {len(msgs)} messages ({uniq} texts), {len(sellers)} sellers, {len(accounts)} accounts"
    )
    print(f"  ghosts {y.mean():.2f}, more than one account {more:.2f}")
    print(
        f"  AUC {crossed(x, y):.3f}, by warnings alone {auc(x[:, 2], y):.2f}; pairs that share {hit:.2f} of {pairs}"
    )
    print(f"  {dict(acts)}; {dict(roles)}")


if __name__ == "__main__":
    main()
