"""What a reader who understands everything could tell from the truth side: are ghosts and aliases findable, neither too easily nor in vain?

`python -m benchmarks.other_makers.kroon.check --world W --seed S` prints the area under the curve of a small logistic regression on counts per seller (ten folds), and the share of
account pairs of one seller that show something in common in what was really posted.
"""

from __future__ import annotations

import argparse
from itertools import combinations

import numpy as np

from benchmarks.other_makers.kroon.core import Account, Post, Seller
from benchmarks.other_makers.kroon.identity import plain
from benchmarks.other_makers.kroon.market import Market
from benchmarks.other_makers.kroon.run import season
from benchmarks.other_makers.kroon.words import LANGS, bank
from benchmarks.other_makers.kroon.worlds import WORLDS


def prepay_marks() -> list[str]:
    """The first words of the lines that ask money first."""
    return [
        p.text.split("{")[0].strip().lower()[:14]
        for lang in LANGS
        for p in bank(lang, "prepay")
        if len(p.text.split("{")[0].strip()) > 6
    ]


NAMES = [
    "praise",
    "praisers",
    "warnings",
    "warners",
    "answers",
    "asked",
    "answered",
    "news",
    "old",
    "late",
    "impostor",
    "defence",
    "prepay",
    "copied",
    "crew",
    "ads",
    "talk",
]


class Tally:
    """Counts per seller as a perfect reader would have them."""

    def __init__(self, market: Market) -> None:
        """Count all posts in order of time."""
        self.at = {s.sid: i for i, s in enumerate(market.sellers)}
        self.table = np.zeros((len(self.at), len(NAMES)))
        self.firsts: dict[str, str] = {}
        self.marks = prepay_marks()
        self.people: dict[tuple[str, str], set[str]] = {}
        self.replied = {id(p.reply) for p in market.posts if p.reply is not None and p.why == "answer"}
        for post in sorted(market.posts, key=lambda p: p.when):
            self.count(post)
        for (sid, kind), who in self.people.items():
            self.table[self.at[sid], NAMES.index(kind)] = len(who)

    def add(self, seller: Seller | None, name: str, value: float = 1.0) -> None:
        """One more of a sign."""
        if seller is not None:
            self.table[self.at[seller.sid], NAMES.index(name)] += value

    def count(self, post: Post) -> None:
        """The signs in one post."""
        own, about = post.account.person.seller, post.about
        if post.act in ("vouch", "warning") and about is not None:
            name = "praise" if post.act == "vouch" else "warnings"
            self.add(about, "impostor" if post.why == "impostor" else name)
            self.people.setdefault((about.sid, "praisers" if name == "praise" else "warners"), set()).add(
                post.account.tg
            )
        if post.why in ("ask", "old"):
            self.add(about, "asked")
            self.add(about, "answered", float(id(post) in self.replied))
        if post.why in ("soldout", "restock", "pricecut"):
            self.add(own, "news")
        if post.why in ("answer", "defence", "late", "crew", "talk", "old"):
            self.add(
                about if post.why in ("late", "old") else own, {"answer": "answers"}.get(post.why, post.why)
            )
        if post.why == "ad" and own is not None:
            self.advert(post, own)

    def advert(self, post: Post, own: Seller) -> None:
        """The signs in one ad: money first, words seen before with another."""
        low = post.text.lower()
        self.add(own, "ads")
        self.add(own, "prepay", float(any(mark in low for mark in self.marks)))
        self.add(own, "copied", float(len(low) > 30 and self.firsts.setdefault(low[:60], own.sid) != own.sid))


def signs(market: Market) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """The table of signs, the truth and the names of the signs."""
    table = Tally(market).table
    column = {name: table[:, i] for i, name in enumerate(NAMES)}
    share = np.stack(
        [
            column["answered"] / (1 + column["asked"]),
            column["prepay"] / (1 + column["ads"]),
            column["copied"] / (1 + column["ads"]),
        ],
        axis=1,
    )
    kept = np.array([bool(s.accounts) for s in market.sellers])
    truth = np.array([not s.real for s in market.sellers], float)
    return (
        np.hstack([np.log1p(table), share])[kept],
        truth[kept],
        [*NAMES, "answer share", "prepay share", "copy share"],
    )


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """Area under the curve by ranks."""
    order = np.argsort(np.argsort(score)) + 1.0
    ones = truth.sum()
    return float((order[truth == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(truth) - ones)))


def fit(rows: np.ndarray, truth: np.ndarray, weight: float = 2.0) -> np.ndarray:
    """Logistic regression with a ridge, by Newton's steps."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    beta = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (truth - p) - weight * beta
        beta += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + weight * np.eye(x.shape[1]), gradient)
    return beta


def folded(rows: np.ndarray, truth: np.ndarray) -> float:
    """Area under the curve when each tenth is judged by the other nine."""
    rows = (rows - rows.mean(0)) / (rows.std(0) + 1e-9)
    score = np.zeros(len(rows))
    fold = np.random.default_rng(0).permutation(len(rows)) % 10
    for k in range(10):
        beta = fit(rows[fold != k], truth[fold != k])
        score[fold == k] = np.hstack([rows[fold == k], np.ones((int((fold == k).sum()), 1))]) @ beta
    return auc(score, truth)


def shown_by(market: Market) -> dict[str, set[str]]:
    """What each account really showed: numbers, handles, wallets, photos, name, username, ad wording, price lines, mentions."""
    out: dict[str, set[str]] = {}
    for post in market.posts:
        account = post.account
        if account.person.seller is None or post.why == "crew":
            continue
        have = out.setdefault(account.tg, set())
        have |= facts(account, post)
    return out


def facts(account: Account, post: Post) -> set[str]:
    """The marks in one post."""
    have = {
        f"hard {mark}"
        for mark in (account.phone, account.wallet, account.handle)
        if mark and mark.lower() in post.text.lower()
    }
    if post.photo:
        have.add(f"photo {post.photo[0]}")
    if not (account.nameless and account.died):
        have.add(f"name {plain(account.name)[:6]}")
    have |= {f"user {plain(word)[:6]}" for word in post.text.lower().split() if word.startswith("@")}
    if post.why == "ad":
        have |= {f"text {row.strip()[:60].lower()}" for row in post.text.split("\n") if len(row.strip()) > 24}
    return have


def pairs(market: Market) -> tuple[float, float, int]:
    """Share of account pairs of one seller with a mark in common: any, and a hard one (number, wallet, photo, name, username)."""
    shown = shown_by(market)
    every = hard = some = 0
    for seller in market.sellers:
        have = [a.tg for a in seller.accounts if a.tg in shown]
        for a, b in combinations(have, 2):
            common = shown[a] & shown[b]
            every += 1
            some += bool(common)
            hard += any(not mark.startswith("text") for mark in common)
    return some / max(1, every), hard / max(1, every), every


def strangers(market: Market, draws: int = 4000) -> float:
    """Share of pairs of accounts of different sellers that show a hard mark in common all the same."""
    shown = shown_by(market)
    owner = {a.tg: s.sid for s in market.sellers for a in s.accounts if a.tg in shown}
    rng = np.random.default_rng(1)
    names = sorted(owner)
    hits = count = 0
    while count < draws:
        a, b = (names[i] for i in rng.integers(0, len(names), 2))
        if owner[a] != owner[b]:
            count += 1
            hits += any(not mark.startswith("text") for mark in shown[a] & shown[b])
    return hits / draws


def main() -> None:
    """Print the figures of one market."""
    parser = argparse.ArgumentParser(prog="kroon.check")
    parser.add_argument("--world", choices=list(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    market = season(options.world, options.seed)
    rows, truth, names = signs(market)
    some, hard, every = pairs(market)
    several = [sum(not a.channel for a in s.accounts) > 1 for s in market.sellers if s.accounts]
    print(
        f"{options.world} {options.seed}: messages {len(market.posts)} ghosts {truth.mean():.2f} AUC {folded(rows, truth):.3f}"
        f" pairs {every} any {some:.2f} hard {hard:.2f} strangers {strangers(market):.3f} several accounts {np.mean(several):.2f}"
    )
    print("  single:", " ".join(f"{n} {auc(rows[:, i], truth):.2f}" for i, n in enumerate(names)))


if __name__ == "__main__":
    main()
