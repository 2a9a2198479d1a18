"""The maker's own figures: counts, how well a perfect reader could tell ghosts, how many account pairs share something that shows.

`python -m kade.check [seed]` lives every world (without writing it) and prints one line each.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np

from .market import Market
from .people import Account, Seller
from .worlds import WORLDS


def features(m: Market) -> tuple[np.ndarray, np.ndarray]:
    """Per seller who posted: what a perfect reader would count."""
    said = Counter(x.by.uid for x in m.log if x.text)
    praise = Counter(x.by.uid for x in m.log if x.act == "vouch")
    rows: dict[str, list[float]] = defaultdict(lambda: [0.0] * 9)
    first: dict[int, str] = {}
    days: dict[str, set[int]] = defaultdict(set)
    for x in m.log:
        if x.about is not None:
            row = rows[x.about.owner.pid]
            hired = praise[x.by.uid] > 3 and praise[x.by.uid] > 0.6 * said[x.by.uid]
            row[
                {
                    "vouch": 1 if hired else 0,
                    "warning": 2 if x.sort in ("lines", "reply", "fake", "rob", "same") else 3,
                }.get(x.act, 4 if x.sort == "late" else 5)
            ] += 1
        if isinstance(x.by.owner, Seller):
            pid = x.by.owner.pid
            days[pid].add((x.when - m.zero) // 86_400)
            rows[pid][6] += x.act == "none"
            if x.photo is not None and x.photo < 900_000:
                rows[pid][7] += first.setdefault(x.photo, pid) != pid
    pids = [s.pid for s in m.sellers if s.pid in days]
    for pid in pids:
        rows[pid][8] = max(days[pid]) - min(days[pid])
    truth = {s.pid: not s.real for s in m.sellers}
    return np.log1p(np.array([rows[p] for p in pids])), np.array([truth[p] for p in pids], dtype=float)


def auc(score: np.ndarray, y: np.ndarray) -> float:
    """Area under the curve, ties halved."""
    pos, neg = score[y == 1], score[y == 0]
    return float((pos[:, None] > neg).mean() + (pos[:, None] == neg).mean() / 2)


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton steps."""
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        hess = x.T @ (x * (p * (1 - p))[:, None]) + np.eye(len(w))
        w -= np.linalg.solve(hess, x.T @ (p - y) + w)
    return w


def held_out(x: np.ndarray, y: np.ndarray) -> float:
    """AUC of five-fold held-out scores."""
    x = np.c_[(x - x.mean(0)) / (x.std(0) + 1e-9), np.ones(len(x))]
    fold = np.random.default_rng(0).permutation(len(y)) % 5
    score = np.zeros(len(y))
    for k in range(5):
        score[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k])
    return auc(score, y)


def shingles(acc: Account, texts: dict[int, set[str]]) -> set[str]:
    """Word triples of the account's ads, handles left out."""
    out: set[str] = set()
    for text in texts[acc.uid]:
        words = [w for w in text.split() if "@" not in w]
        out |= {" ".join(words[i : i + 4]) for i in range(len(words) - 3)}
    return out


def signs(
    a: Account, b: Account, tri: dict[int, set[str]], pics: dict[int, set[int]], told: set[int]
) -> bool:
    """Do two accounts share something that shows: contact, picture, text, name, handle, a word about the move?"""
    stem = min(len(a.username), len(b.username), 6)
    both = tri[a.uid] & tri[b.uid]
    return (
        bool(pics[a.uid] & pics[b.uid])
        or len(both) >= 6
        or a.name.lower()[:8] == b.name.lower()[:8]
        or (stem > 4 and a.username[:stem] == b.username[:stem])
        or bool({v for _, v in a.contacts} & {v for _, v in b.contacts})
        or (a.uid in told and a.prev is b)
        or (b.uid in told and b.prev is a)
    )


def pairs(m: Market) -> tuple[float, float]:
    """Share of sellers with more accounts that posted; share of their pairs that share a sign."""
    texts: dict[int, set[str]] = defaultdict(set)
    pics: dict[int, set[int]] = defaultdict(set)
    told: set[int] = set()
    for x in m.log:
        if x.act == "offer":
            texts[x.by.uid].add(x.text)
            if x.photo is not None and x.photo < 900_000:
                pics[x.by.uid].add(x.photo)
        if x.sort in ("again", "moved"):
            told.add(x.about.uid if x.about else x.by.uid)
    own = [[a for a in s.accounts if a.uid in texts] for s in m.sellers]
    own = [accs for accs in own if accs]
    tri = {a.uid: shingles(a, texts) for accs in own for a in accs}
    hits = [signs(a, b, tri, pics, told) for accs in own for a, b in combinations(accs, 2)]
    return sum(len(a) > 1 for a in own) / len(own), sum(hits) / max(1, len(hits))


def main(seed: int) -> None:
    """One line per world."""
    for name, world in WORLDS.items():
        m = Market(world, seed)
        m.run()
        x, y = features(m)
        several, shared = pairs(m)
        acts = Counter(r.act for r in m.log if r.text)
        bare = sum(not x[i, :6].any() for i in range(len(y))) / len(y)
        print(
            f"{name:11s} n={len(m.log)} sellers={len(y)} ghosts={y.mean():.2f} auc={held_out(x, y):.3f} several={several:.2f} shared={shared:.2f} untold={bare:.2f} {dict(acts)}",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
