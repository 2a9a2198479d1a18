"""Our own counts on the truth side: how many of what, how separable ghosts are for a perfect reader, and what aliases share.

`python -m luik.check --world W --seed S`
"""

import argparse
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np

from .market import Market
from .people import Account, Post
from .run import live
from .worlds import WORLDS

KINDS = (
    "vouched",
    "vouched-plain",
    "warned",
    "answer",
    "question",
    "hunt",
    "reply-offer",
    "missed",
    "soldout",
    "restock",
    "closed",
    "late",
    "complaint",
    "disown",
    "dispute",
)
RENAME = {
    "small.missed": "missed",
    "small.soldout": "soldout",
    "small.closed": "closed",
    "small.late": "late",
    "small.complain_q": "complaint",
}


def who_said(market: Market) -> dict[tuple[str, str], set[str]]:
    """For each seller and kind, the distinct people or moments."""
    asked = {p.who.from_id for p in market.posts if p.act == "request"}
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for post in market.posts:
        for key in post.about.split("|") if post.about else ():
            if post.act == "vouch":
                out[key, "vouched" if post.who.from_id in asked else "vouched-plain"].add(post.who.from_id)
            elif post.act == "warning":
                out[key, "disown" if post.kind == "disown" else "warned"].add(post.who.from_id)
            else:
                out[key, RENAME.get(post.kind, post.kind)].add(f"{post.chat.tg_id}:{post.number}")
    return out


def fair_praise(market: Market) -> Counter[str]:
    """Praise, where a mouth that praises many counts little."""
    mouths: dict[str, set[str]] = defaultdict(set)
    for post in market.posts:
        if post.act == "vouch" and post.kind != "whitelist" and post.about:
            mouths[post.who.from_id].add(post.about)
    out: Counter[str] = Counter()
    for praised in mouths.values():
        for key in praised:
            out[key] += 1 / len(praised) ** 1.5
    return out


def speed(market: Market) -> dict[str, list[float]]:
    """Minutes between question and answer, per seller."""
    out: dict[str, list[float]] = defaultdict(list)
    for post in market.posts:
        if post.kind in ("answer", "hunt", "reply-offer") and post.reply:
            out[post.about].append((post.time - post.reply.time) / 60)
    return out


def first_seen(market: Market) -> dict[str, tuple[float, float]]:
    """Per seller, the share of photos and of texts that somebody else showed before him."""
    photo: dict[int, str] = {}
    frame: dict[str, str] = {}
    tally: dict[str, list[list[int]]] = defaultdict(lambda: [[], []])
    for post in sorted((p for p in market.posts if p.kind == "ad"), key=lambda p: p.time):
        if post.photo:
            tally[post.about][0].append(photo.setdefault(post.photo[0], post.about) != post.about)
        if "\n" in post.text:
            tally[post.about][1].append(frame.setdefault(strip(post.text), post.about) != post.about)
    return {
        key: (float(np.mean(a)) if a else 0.0, float(np.mean(b)) if b else 0.0)
        for key, (a, b) in tally.items()
    }


def features(market: Market) -> tuple[np.ndarray, np.ndarray]:
    """One row of counts for each seller who shows."""
    said = who_said(market)
    ads: dict[str, list[Post]] = defaultdict(list)
    for post in market.posts:
        if post.kind == "ad":
            ads[post.about].append(post)
    rows, truth = [], []
    fair, pace, copies = fair_praise(market), speed(market), first_seen(market)
    for seller in market.sellers:
        mine = ads.get(seller.key, [])
        if not mine:
            continue
        counts = [np.log1p(len(said[seller.key, kind])) for kind in KINDS]
        days = {p.time // 86400 for p in mine}
        texts = len({p.text for p in mine}) / len(mine)
        share = len(said[seller.key, "answer"]) / (1 + len(said[seller.key, "question"]))
        extra = [
            np.log1p(fair[seller.key]),
            np.log1p(float(np.median(pace.get(seller.key, [60.0])))),
            *copies.get(seller.key, (0.0, 0.0)),
        ]
        rows.append(
            [
                *extra,
                *counts,
                np.log1p(len(mine)),
                np.log1p(len(days)),
                texts,
                share,
                float(seller.advance and seller.open_terms),
                len(seller.accounts),
            ]
        )
        truth.append(bool(seller.ghost))
    return np.array(rows, float), np.array(truth, float)


def logistic(x: np.ndarray, y: np.ndarray, steps: int = 400) -> np.ndarray:
    """Ridge logistic regression by Newton steps."""
    w = np.zeros(x.shape[1])
    for _ in range(min(steps, 30)):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - 1.0 * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(w))
        w += np.linalg.solve(curve, slope)
    return w


def auc(score: np.ndarray, y: np.ndarray) -> float:
    """Chance that a ghost scores above a real seller."""
    order = score.argsort().argsort() + 1
    ones = y.sum()
    return float((order[y == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(y) - ones)))


def separable(market: Market) -> float:
    """Cross-validated AUC of the counts."""
    x, y = features(market)
    x = np.c_[(x - x.mean(0)) / (x.std(0) + 1e-9), np.ones(len(x))]
    fold = np.random.default_rng(1).integers(0, 8, len(y))
    score = np.zeros(len(y))
    for part in range(8):
        score[fold == part] = x[fold == part] @ logistic(x[fold != part], y[fold != part])
    return auc(score, y)


def shared(one: Account, two: Account, posts: dict[str, list[Post]], seen: set[str]) -> list[str]:
    """What two accounts have visibly in common."""
    out, a, b = [], one.signs, two.signs
    text = [{p.text for p in posts[x.from_id] if p.kind == "ad" and p.text} for x in (one, two)]
    joined = ["\n".join(p.text for p in posts[x.from_id]) for x in (one, two)]
    for kind in ("phone", "app", "wallet", "mail", "handle"):
        value = getattr(a, kind)
        bare = value[-7:] if kind == "phone" else value
        if value and value == getattr(b, kind) and all(bare in page for page in joined):
            out.append(kind)
    if f"@{a.handle}" in joined[1] or f"@{b.handle}" in joined[0]:
        out.append("mention")
    photos = [{p.photo[0] for p in posts[x.from_id] if p.photo} for x in (one, two)]
    out += ["photo"] if {n for n in photos[0] & photos[1] if n > 20_000} else []
    frames = [{strip(t) for t in some} for some in text]
    out += ["text"] if frames[0] & frames[1] else []
    handles = all(f"@{x.handle}" in seen for x in (a, b)) and a.handle[:5].lower() == b.handle[:5].lower()
    if handles or (not one.deleted and not two.deleted and one.name[:6].lower() == two.name[:6].lower()):
        out.append("name")
    origin = [{p.forwarded for p in posts[x.from_id] if p.forwarded} for x in (one, two)]
    out += ["forward"] if one.name in origin[1] or two.name in origin[0] or origin[0] & origin[1] else []
    return out


def strip(text: str) -> str:
    """An ad without contacts and figures."""
    return " ".join(word for word in text.split() if not any(c.isdigit() or c == "@" for c in word))


def aliases(market: Market) -> tuple[float, float, Counter[str]]:
    """Share of sellers with several accounts, share of their pairs that show something, and what."""
    posts: dict[str, list[Post]] = defaultdict(list)
    for post in market.posts:
        posts[post.who.from_id].append(post)
    several = pairs = good = 0
    mentioned = {
        word.strip(".,:!?") for post in market.posts for word in post.text.split() if word.startswith("@")
    }
    kinds: Counter[str] = Counter()
    for seller in market.sellers:
        seen = [a for a in seller.accounts if posts[a.from_id]]
        several += len(seen) > 1
        for one, two in combinations(seen, 2):
            found = shared(one, two, posts, mentioned)
            pairs, good = pairs + 1, good + bool(found)
            kinds.update(found or ["nothing"])
    return several / len(market.sellers), good / max(1, pairs), kinds


def main() -> None:
    """Print the figures of one world."""
    parser = argparse.ArgumentParser(prog="luik.check")
    parser.add_argument("--world", choices=sorted(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    market = live(args.world, args.seed)
    acts = Counter(p.act for p in market.posts if p.text and not p.service)
    ghosts = [s for s in market.sellers if s.ghost]
    said = who_said(market)
    print(
        args.world,
        args.seed,
        "posts",
        len(market.posts),
        dict(acts),
        "photos",
        sum(bool(p.photo) for p in market.posts),
    )
    for kind in KINDS:
        mean = [
            np.mean([len(said[s.key, kind]) for s in market.sellers if bool(s.ghost) == flag])
            for flag in (False, True)
        ]
        any_of = [
            np.mean([len(said[s.key, kind]) > 0 for s in market.sellers if bool(s.ghost) == flag])
            for flag in (False, True)
        ]
        print(f"  {kind:14s} real {mean[0]:6.2f} ({any_of[0]:.2f})  ghost {mean[1]:6.2f} ({any_of[1]:.2f})")
    several, share, kinds = aliases(market)
    print(
        f"  ghost share {len(ghosts) / len(market.sellers):.2f}  AUC {separable(market):.3f}  several accounts {several:.2f}  pairs sharing {share:.2f}",
        dict(kinds),
    )
    print(
        "  commodities",
        len({g for p in market.posts for g in p.goods}),
        "unique ad texts",
        len({p.text for p in market.posts if p.kind == "ad"}),
    )


if __name__ == "__main__":
    main()
