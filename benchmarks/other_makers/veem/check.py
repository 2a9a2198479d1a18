"""The examiner's own check of a world, on the truth side: counts, completeness, how far ghosts and aliases can be told by perfect reading."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections import Counter
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from .__main__ import make
from .market import Market
from .worlds import WORLDS

COLUMNS = [
    "ads",
    "vouch",
    "vouch_known",
    "warn",
    "warn_known",
    "answers",
    "asked",
    "stock",
    "talk",
    "recruit",
    "accounts",
    "lines",
    "copy",
    "chats",
    "prepay",
    "yes",
    "no",
    "cheap",
]


def kept(market: Market) -> list[Any]:
    """Sellers that are seen."""
    seen = {post.who.tag for post in market.board.posts}
    for seller in market.sellers:
        seller.accounts = [account for account in seller.accounts if account.tag in seen]
    return [seller for seller in market.sellers if seller.accounts]


def features(market: Market, sellers: list[Any]) -> np.ndarray:
    """What a perfect reader counts per seller: ads, praise and warnings by kind of speaker, answers, stock news, reach, accounts."""
    place = {seller.key: i for i, seller in enumerate(sellers)}
    table = np.zeros((len(sellers), len(COLUMNS)))
    col = {name: i for i, name in enumerate(COLUMNS)}
    spoken = Counter(
        post.who.tag for post in market.board.posts if not post.about or post.act in ("request", "none")
    )
    for post in market.board.posts:
        own = place.get(post.who.seller) if post.who.seller else None
        about = place.get(post.about) if post.about else None
        if own is not None and post.about[:1] in ("+", "-"):
            table[own, col["yes" if post.about[0] == "+" else "no"]] += 1
        if own is not None:
            table[own, col["ads"]] += post.act == "offer"
            table[own, col["recruit"]] += post.act == "recruit"
            table[own, col["stock"]] += (
                post.act != "offer" and bool(post.about) and post.reply is None and post.act == "none"
            )
            table[own, col["answers"]] += post.act == "none" and post.reply is not None
            table[own, col["talk"]] += post.act == "none" and post.reply is None and not post.about
        elif about is not None and post.act in ("vouch", "warning"):
            known = spoken[post.who.tag] >= 3
            table[about, col["vouch" if post.act == "vouch" else "warn"]] += 1
            table[about, col["vouch_known" if post.act == "vouch" else "warn_known"]] += known
        if (
            post.reply is not None
            and post.reply.who.seller in place
            and post.reply.act == "offer"
            and post.act == "none"
        ):
            table[place[post.reply.who.seller], col["asked"]] += 1
    own_habits(sellers, table, col)
    return np.log1p(table)


def own_habits(sellers: list[Any], table: np.ndarray, col: dict[str, int]) -> None:
    """What is seen of the sellers themselves over all their accounts."""
    for i, seller in enumerate(sellers):
        table[i, col["cheap"]] = seller.cheap * 10
        table[i, col["accounts"]] = len(seller.accounts)
        table[i, col["chats"]] = len({chat for account in seller.accounts for chat in account.chats})
        table[i, col["copy"]] = any(
            variant >= 10 for a in seller.accounts if a.sheet for _, variant in a.sheet.photos
        )
        table[i, col["lines"]] = len(
            {line.commodity for a in seller.accounts if a.sheet for line in a.sheet.lines}
        )
        table[i, col["prepay"]] = any(a.sheet and a.sheet.pay for a in seller.accounts) and seller.prepay


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """Area under the ROC curve."""
    ranks = np.empty(len(score))
    for value in np.unique(score):
        ranks[score == value] = np.mean(np.flatnonzero(np.sort(score) == value)) + 1
    positive = truth.sum()
    return float((ranks[truth].sum() - positive * (positive + 1) / 2) / (positive * (len(truth) - positive)))


def logistic(train: np.ndarray, truth: np.ndarray, test: np.ndarray) -> np.ndarray:
    """Ridge logistic regression by Newton steps."""
    mean, spread = train.mean(0), train.std(0) + 1e-9
    x, z = (np.column_stack((np.ones(len(part)), (part - mean) / spread)) for part in (train, test))
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        hessian = (x * (chance * (1 - chance))[:, None]).T @ x + 2 * np.eye(x.shape[1])
        weights += np.linalg.solve(hessian, x.T @ (truth - chance) - 2 * weights)
    return z @ weights


def ghost_auc(market: Market, sellers: list[Any]) -> tuple[float, float]:
    """Cross-validated AUC of the counts, and of praise minus warnings alone."""
    table, truth = features(market, sellers), np.array([seller.ghost for seller in sellers])
    fold = np.arange(len(sellers)) % 10
    score = np.zeros(len(sellers))
    for k in range(10):
        score[fold == k] = logistic(table[fold != k], truth[fold != k], table[fold == k])
    return auc(score, truth), auc(table[:, 3] - table[:, 1], truth)


SIGNS = {
    "phone": re.compile(r"(?:\+|\b0)\d[\d -]{8,14}\d"),
    "handle": re.compile(r"@\w{4,}"),
    "wallet": re.compile(r"\bbc1\w{30,}|\bT\w{33}\b"),
    "session": re.compile(r"\b05[0-9a-f]{64}\b"),
}


def shown(market: Market) -> dict[str, dict[str, set[Any]]]:
    """What each account has shown in its own messages: numbers, names, wallets, pictures, whole ads and lines of ads."""
    table: dict[str, dict[str, set[Any]]] = {}
    for post in market.board.posts:
        if not post.who.seller:
            continue
        mine = table.setdefault(
            post.who.tag,
            {
                "photo": set(),
                "line": set(),
                "name": {plain(post.who.name)},
                **{sign: set() for sign in SIGNS},
            },
        )
        if post.photo:
            mine["photo"].add(post.photo[0])
        for sign, pattern in SIGNS.items():
            found = (
                {"".join(c for c in hit if c.isalnum())[-8:] for hit in pattern.findall(post.text)}
                if post.act == "offer"
                else set()
            )
            mine[sign] |= found
        mine["line"] |= (
            {
                line.lower()
                for line in post.text.split("\n")
                if len(line) > 9 and any(c.isdigit() for c in line)
            }
            if post.act == "offer"
            else set()
        )
        if post.who.handle:
            mine["handle"].add(post.who.handle.replace("_", "")[-8:])
    return table


def plain(name: str) -> str:
    """A shown name without fancy letters, marks and numbers."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).lower() if c.isalpha())


def shared(one: dict[str, set[Any]], two: dict[str, set[Any]]) -> set[str]:
    """What two accounts of a seller visibly share; two equal lines of a price list count, one may be chance."""
    return {sign for sign in one if len(one[sign] & two[sign]) > (1 if sign == "line" else 0)}


def report(name: str, seed: int) -> None:
    """Print the figures of one world."""
    market = make(name, seed)
    sellers = kept(market)
    acts = Counter(post.act for post in market.board.posts if post.text)
    texts = Counter(post.text for post in market.board.posts if post.text and post.act == "none")
    table = shown(market)
    pairs = [shared(table[a.tag], table[b.tag]) for s in sellers for a, b in combinations(s.accounts, 2)]
    signs = Counter(sign for pair in pairs for sign in pair)
    several = sum(len(s.accounts) > 1 for s in sellers) / len(sellers)
    full, plain_auc = ghost_auc(market, sellers)
    roles = Counter(role for a in market.accounts for role in a.roles)
    truth = np.array([s.ghost for s in sellers])
    praised = np.array([s.praised > 0 for s in sellers])
    warned = np.array([s.warned > 0 for s in sellers])
    print(
        f"{name} {seed}: messages {sum(acts.values())} {dict(acts)} sellers {len(sellers)} ghosts {truth.mean():.2f} several {several:.2f}"
    )
    print(
        f"   auc {full:.3f} praise-warn {plain_auc:.3f} praised real/ghost {praised[~truth].mean():.2f}/{praised[truth].mean():.2f}",
        end=" ",
    )
    print(
        f"warned {warned[~truth].mean():.2f}/{warned[truth].mean():.2f} pairs {len(pairs)} visible {np.mean([bool(p) for p in pairs]):.2f}"
    )
    print(
        f"   signs {dict(sorted(signs.items()))} distinct chatter {len(texts)}/{acts['none']} roles {dict(roles)}"
    )
    others = [a for s in sellers for a in s.accounts if a.tag in table]
    random.Random(1).shuffle(others)
    strange = [shared(table[a.tag], table[b.tag]) for a, b in pairwise(others) if a.seller != b.seller]
    print(f"   strangers sharing something {np.mean([bool(p) for p in strange]):.3f}")


if __name__ == "__main__":
    for world in sys.argv[1:] or WORLDS:
        report(world, 1)
        report(world, 2)
