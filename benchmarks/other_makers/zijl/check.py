"""The examiner's own figures: python -m zijl.check. Counts, how far ghosts can be told by perfect reading, what accounts of one seller share."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from .people import Account, Msg, Seller, World
from .run import simulate
from .worlds import WORLDS


def features(s: Seller, msgs: list[Msg], owners: dict[str, list[str]]) -> list[float]:
    """What a reader with perfect understanding counts for one seller."""
    k = Counter(m.act if m.act in ("vouch", "warning") else m.kind for m in msgs)
    ads = [m for m in msgs if m.kind in ("ad", "line") and m.acc.seller is s]
    days = len({m.t // 86400 for m in ads}) or 1
    signs = [x for a in {m.acc.uid: m.acc for m in ads}.values() for x in a.signs if x.startswith("photo:")]
    borrowed = sum(len(owners[x]) > 1 for x in signs)
    praisers = len({m.acc.person.pid for m in msgs if m.act == "vouch"})
    warners = len({m.acc.person.pid for m in msgs if m.act == "warning"})
    return [
        np.log1p(praisers),
        np.log1p(k["vouch"]),
        np.log1p(warners),
        np.log1p(k["warning"]),
        np.log1p(k["answer"]),
        np.log1p(k["late"]),
        np.log1p(k["qask"] + k["want"]),
        np.log1p(len(ads)),
        len(ads) / days,
        len({m.chat.cid for m in ads}),
        np.log1p(k["soldout"]),
        np.log1p(s.repriced),
        s.factor,
        float(s.prepay),
        float(s.roams),
        len(s.menu),
        float(borrowed > 0),
        np.log1p(k["deny"]),
        float(len({m.acc.uid for m in ads})),
    ]


def auc(score: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Chance that a ghost scores above a real seller."""
    d = score[y == 1][:, None] - score[y == 0][None, :]
    return float((d > 0).mean() + 0.5 * (d == 0).mean())


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton steps."""
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        h = x.T @ (x * (p * (1 - p))[:, None]) + 2.0 * np.eye(x.shape[1])
        w += np.linalg.solve(h, x.T @ (y - p) - 2.0 * w)
    return w


def ghost_auc(world: World) -> tuple[float, float]:
    """Cross-validated AUC with all counts, and with praise and warnings alone."""
    owners: dict[str, list[str]] = {}
    for a in world.accounts:
        for sign in a.signs:
            if a.seller and a.seller.sid not in owners.setdefault(sign, []):
                owners[sign].append(a.seller.sid)
    by: dict[str, list[Msg]] = {s.sid: [] for s in world.sellers}
    for m in world.log:
        if m.about:
            by[m.about.sid].append(m)
    keep = [s for s in world.sellers if any(m.kind == "ad" for m in by[s.sid])]
    x = np.array([features(s, by[s.sid], owners) for s in keep])
    y = np.array([float(s.ghost) for s in keep])
    x = np.c_[(x - x.mean(0)) / (x.std(0) + 1e-9), np.ones(len(x))]
    fold, out, talk = np.arange(len(y)) % 5, np.zeros(len(y)), np.zeros(len(y))
    some = [0, 1, 2, 3, x.shape[1] - 1]
    for f in range(5):
        out[fold == f] = x[fold == f] @ fit(x[fold != f], y[fold != f])
        talk[fold == f] = x[fold == f][:, some] @ fit(x[fold != f][:, some], y[fold != f])
    return auc(out, y), auc(talk, y)


def kernel(acc: Account) -> str:
    """The first letters of a username, which kindred usernames share."""
    return acc.username[:6]


def shares(a: Account, b: Account) -> bool:
    """Whether two accounts have shown something in common."""
    if set(a.signs) & set(b.signs):
        return True
    if a.name == b.name or (len(a.name) > 3 and b.name.startswith(a.name)):
        return True
    return bool(a.username and b.username and kernel(a) == kernel(b))


def alias_share(world: World) -> tuple[float, float, int]:
    """Share of sellers with more accounts, share of their pairs with something visible in common, number of pairs."""
    seen = {m.acc.uid for m in world.log if not m.service}
    groups: dict[str, list[Account]] = {}
    for a in world.accounts:
        if a.seller and a.uid in seen:
            groups.setdefault(a.seller.sid, []).append(a)
    pairs = [p for g in groups.values() for p in combinations(g, 2)]
    return (
        sum(len(g) > 1 for g in groups.values()) / len(groups),
        sum(shares(a, b) for a, b in pairs) / max(1, len(pairs)),
        len(pairs),
    )


def report(name: str, seed: int) -> str:
    """One line of figures."""
    world = simulate(name, seed)
    msgs = [m for m in world.log if not m.service]
    acts = Counter(m.act for m in msgs)
    full, talk = ghost_auc(world)
    multi, vis, n = alias_share(world)
    gone = {m.acc.seller.sid for m in msgs if m.acc.seller and m.act == "offer"}
    share = ", ".join(f"{a} {acts[a]}" for a in ("offer", "request", "vouch", "warning", "recruit", "none"))
    return (
        f"{name} seed {seed}: {len(msgs)} messages ({share}); {len(gone)} sellers; AUC {full:.2f}, praise and warnings alone {talk:.2f}; "
        f"more accounts {multi:.2f}; pairs with something shared {vis:.2f} of {n}"
    )


if __name__ == "__main__":
    for world_name in WORLDS:
        for s in (1, 2):
            print(report(world_name, s), flush=True)
