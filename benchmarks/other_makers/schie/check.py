"""Figures on a made world: how well a perfect reader tells ghosts, and how much aliases visibly share.

`python -m benchmarks.other_makers.schie.check --seed 1` prints one row per world. A perfect reader knows what each message does and about whom it
speaks, and which accounts are one seller; he does not know who is a ghost.
"""

from __future__ import annotations

import argparse
import difflib
from collections import Counter, defaultdict
from itertools import combinations, pairwise

import numpy as np

from .__main__ import simulate
from .market import Market
from .people import Account, Post, Seller
from .worlds import WORLDS

TAGS = ("answer", "apology", "denial", "soldout", "restock", "waiting", "legit")


def prepays(text: str) -> bool:
    """Whether an ad asks for money first."""
    low = text.lower()
    return any(
        word in low
        for word in (
            "vooraf",
            "eerst bet",
            "vorkasse",
            "erst zahlen",
            "pcs",
            "avant",
            "payment first",
            "upfront",
            "pay then",
            "adelantado",
            "primero pago",
            "предоплата",
            "önce",
            "paysafe",
        )
    )


def counts(market: Market) -> dict[str, dict[str, float]]:
    """Per seller what can be counted about him."""
    found: dict[str, dict[str, float]] = {seller.sid: defaultdict(float) for seller in market.sellers}
    heard: dict[tuple[str, str], set[int]] = defaultdict(set)
    photos: dict[int, set[str]] = defaultdict(set)
    for chat in market.chats:
        for post in chat.posts:
            if post.gone or post.service:
                continue
            _own(post, found, photos)
            about = post.about.seller.sid if post.about and post.about.seller else ""
            if about and post.act in ("vouch", "warning"):
                heard[about, post.act].add(post.who.uid)
                found[about][post.tag or post.act] += 1
            elif about and post.tag in TAGS:
                found[about][post.tag] += 1
    for (sid, act), writers in heard.items():
        found[sid][f"{act}_writers"] = len(writers)
    for owners in photos.values():
        for sid in owners:
            found[sid]["shared_photo"] += len(owners) > 1
    return found


def _own(post: Post, found: dict[str, dict[str, float]], photos: dict[int, set[str]]) -> None:
    """What a seller himself does in one message."""
    if post.who.seller is None:
        return
    row = found[post.who.seller.sid]
    row["posts"] += 1
    if post.act == "offer":
        row["offers"] += 1
        row["prepay"] += prepays(post.text)
        row["goods"] = max(row["goods"], len(post.goods))
    if post.tag in ("answer", "apology", "denial", "soldout", "restock"):
        row[f"own_{post.tag}"] += 1
    if post.photo and post.act == "offer":
        photos[post.photo[0]].add(post.who.seller.sid)


def table(market: Market) -> tuple[np.ndarray, np.ndarray]:
    """Numbers and truth."""
    found = counts(market)
    keys = sorted({key for row in found.values() for key in row})
    shown = [seller for seller in market.sellers if found[seller.sid].get("posts")]
    numbers = np.array(
        [[np.log1p(found[seller.sid].get(key, 0)) for key in keys] + _life(seller) for seller in shown]
    )
    return numbers, np.array([float(seller.ghost) for seller in shown])


def _life(seller: Seller) -> list[float]:
    """Price level as read from the ads, how many rooms, accounts and languages."""
    return [
        seller.level,
        np.log1p(len({chat.tg for account in seller.accounts for chat in account.chats})),
        float(len(seller.accounts)),
        float(seller.auto),
    ]


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 3.0) -> np.ndarray:
    """Ridge logistic regression by Newton steps."""
    w = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        pull = np.full(x.shape[1], ridge)
        pull[0] = 1e-6
        w -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + np.diag(pull), x.T @ (p - y) + pull * w)
    return w


def auc(score: np.ndarray, y: np.ndarray) -> float:
    """Chance that a ghost scores above a real one."""
    above = (score[y == 1][:, None] > score[y == 0][None]).mean()
    return float(above + 0.5 * (score[y == 1][:, None] == score[y == 0][None]).mean())


def separable(market: Market) -> float:
    """Ten-fold AUC of a logistic regression on the counts."""
    x, y = table(market)
    x = (x - x.mean(0)) / (x.std(0) + 1e-9)
    x = np.hstack([np.ones((len(x), 1)), x])
    order = np.random.default_rng(0).permutation(len(y))
    score = np.zeros(len(y))
    for fold in range(10):
        test = order[fold::10]
        train = np.setdiff1d(order, test)
        score[test] = x[test] @ fit(x[train], y[train])
    return auc(score, y)


def shares(one: Account, two: Account, texts: dict[int, list[str]], photos: dict[int, set[int]]) -> set[str]:
    """What two accounts visibly have in common."""
    a, b = " ".join(texts[one.uid]), " ".join(texts[two.uid])
    squeezed = a.replace(" ", "").replace("-", ""), b.replace(" ", "").replace("-", "")
    out: set[str] = set()
    if one.phone == two.phone and all(one.phone[-6:] in text for text in squeezed):
        out.add("phone")
    if any(
        value == other and value in a and value in b
        for value, other in ((one.wallet, two.wallet), (one.handle, two.handle))
    ):
        out.add("selector")
    if f"@{two.username}" in a or f"@{one.username}" in b or (one.name in b and len(one.name) > 5):
        out.add("mention")
    if photos[one.uid] & photos[two.uid]:
        out.add("photo")
    if difflib.SequenceMatcher(None, one.username, two.username).ratio() > 0.75 and (
        one.username in a and two.username in b
    ):
        out.add("username")
    if difflib.SequenceMatcher(None, one.name.lower(), two.name.lower()).ratio() > 0.7:
        out.add("name")
    if {row[:40] for row in texts[one.uid]} & {row[:40] for row in texts[two.uid]}:
        out.add("text")
    return out


def pairs(market: Market) -> tuple[float, float, Counter[str]]:
    """Share of alias pairs with something visible in common; the same of random pairs; by what."""
    texts: dict[int, list[str]] = defaultdict(list)
    photos: dict[int, set[int]] = defaultdict(set)
    for chat in market.chats:
        for post in chat.posts:
            if post.who.seller and not post.service and not post.gone:
                texts[post.who.uid].append(post.text)
                if post.photo:
                    photos[post.who.uid].add(post.photo[0])
    groups: dict[str, list[Account]] = defaultdict(list)
    for account in market.accounts:
        if account.seller and texts[account.uid]:
            groups[account.seller.sid].append(account)
    true = [
        shares(one, two, texts, photos) for group in groups.values() for one, two in combinations(group, 2)
    ]
    heads = [group[0] for group in groups.values()]
    other = [shares(one, two, texts, photos) for one, two in pairwise(heads)]
    return (
        sum(map(bool, true)) / max(1, len(true)),
        sum(map(bool, other)) / max(1, len(other)),
        Counter(key for row in true for key in row),
    )


def report(market: Market) -> str:
    """One row of figures."""
    posts = [post for chat in market.chats for post in chat.posts if not post.gone and not post.service]
    acts = Counter(post.act for post in posts)
    talkers = {post.who.uid for post in posts}
    own = Counter(
        account.seller.sid for account in market.accounts if account.seller and account.uid in talkers
    )
    same, chance, what = pairs(market)
    many = sum(value > 1 for value in own.values()) / len(own)
    ghosts = sum(seller.ghost for seller in market.sellers if seller.sid in own) / len(own)
    repeat = len({post.text for post in posts}) / len(posts)
    head = f"{market.world.name}: {len(posts)} {dict(acts)} sellers {len(own)} ghosts {ghosts:.2f} multi {many:.2f}"
    return f"{head} auc {separable(market):.3f} pairs {same:.2f} (chance {chance:.2f}) unique {repeat:.2f} {dict(what)}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="schie.check", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--world", choices=sorted(WORLDS), nargs="*", default=list(WORLDS))
    given = parser.parse_args()
    for name in given.world:
        print(report(simulate(name, given.seed)), flush=True)


if __name__ == "__main__":
    main()
