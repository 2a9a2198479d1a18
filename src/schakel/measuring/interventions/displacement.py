"""Where the trade went: who stayed, who went on elsewhere, who came back under another account, who was not seen again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from schakel.measuring.interventions.activity import Activity
from schakel.measuring.interventions.aim import Aim

_Z = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with 95 % bounds (Wilson, 1927), and to which chats they went, most first."""

    hits: int
    of: int
    value: float
    low: float
    high: float
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delay:
    """Days until those who came back did: the middle, the first and the last quarter."""

    value: float
    low: float
    high: float


def share(
    hits: int, of: int, where: Counter[str] | None = None, *, unsure: float = 0.0, doubted: float = 0.0
) -> Share:
    """The share; `unsure` more may belong to it and raise the upper bound, `doubted` of it may not and lower the other."""
    low, _, _ = _wilson(max(hits - doubted, 0.0), of)
    _, _, high = _wilson(min(hits + unsure, of), of)
    places = tuple(name for name, _ in (where or Counter()).most_common(5))
    return Share(hits, of, hits / of, low, high, places)


def from_chats(aim: Aim, before: int, after: int) -> dict[str, Share]:
    """Of the sellers of the target chats: stayed, new-name, moved, gone; and `other`: gone elsewhere in the same days."""
    seen = aim.seen
    ahead = seen.between(max(aim.began - before, 0), aim.began - 1)
    then = seen.between(aim.ended + 1, aim.ended + after)
    sellers = seen.advertising(aim.hit & ahead)
    stayed = seen.advertising(aim.hit & then) & sellers
    renamed = _renamed(aim, after) & sellers
    elsewhere = (seen.advertising(~aim.hit & then) & sellers) - stayed
    groups: dict[str, set[int]] = {
        "stayed": stayed - renamed,
        "new-name": renamed,
        "moved": elsewhere - renamed,
        "gone": sellers - stayed - elsewhere - renamed,
    }
    if not sellers:
        return {}
    told = {
        name: share(
            len(group), len(sellers), _where(seen, group, ~aim.hit & then) if name != "stayed" else None
        )
        for name, group in groups.items()
    }
    others = seen.advertising(~aim.hit & ahead) - sellers
    left = others - seen.advertising(then)
    return told | ({"other": share(len(left), len(others))} if others else {})


def came_back(
    aim: Aim, struck: frozenset[int], after: int, possible: Mapping[int, float]
) -> tuple[Share, Delay | None]:
    """Of the target sellers: who advertises again under an account that was not there before.

    `struck` are the accounts that were hit; `possible` gives for other accounts the probability that they are a
    target's: of those that were linked to one, and of those that were not.
    """
    seen = aim.seen
    targets = [n for n, name in enumerate(seen.sellers) if name in aim.targets]
    renamed = {n for n in _renamed(aim, after) if n in set(targets)}
    then = seen.between(aim.ended + 1, aim.ended + after)
    first = seen.first_ad
    fresh = (first > aim.began) & (first <= aim.ended + after)
    owner = _owner(seen)
    new = {
        account: chance for account, chance in possible.items() if fresh[account] and account not in struck
    }
    unsure = sum(chance for account, chance in new.items() if owner[account] not in renamed)
    doubted = 0.0
    for seller in sorted(renamed):
        own = [new.get(int(account), 1.0) for account in np.flatnonzero((owner == seller) & fresh)]
        doubted += 1 - max(own, default=1.0)
    found = share(
        len(renamed), max(len(targets), 1), _where(seen, renamed, then), unsure=unsure, doubted=doubted
    )
    days = []
    for seller in sorted(renamed):
        days.append(int(first[(owner == seller) & fresh].min()) - aim.began)
    if not days:
        return found, None
    low, value, high = (float(np.quantile(days, q)) for q in (0.25, 0.5, 0.75))
    return found, Delay(value, low, high)


def _renamed(aim: Aim, after: int) -> set[int]:
    """Sellers with an account whose first ad came after it, and that had another before."""
    seen = aim.seen
    first = seen.first_ad
    fresh = (first > aim.began) & (first <= aim.ended + after)
    pairs = np.unique(np.stack([seen.seller, seen.account]), axis=1)
    sellers, accounts = pairs[:, pairs[0] >= 0]
    new = set(sellers[fresh[accounts]].tolist())
    old = set(sellers[first[accounts] <= aim.began].tolist())
    return new & old


def _owner(seen: Activity) -> np.ndarray:
    """The seller of each account; -1 for none."""
    owner = np.full(len(seen.accounts), -1, dtype=np.int64)
    owner[seen.account[seen.account >= 0]] = seen.seller[seen.account >= 0]
    return owner


def _where(seen: Activity, sellers: set[int], rows: np.ndarray) -> Counter[str]:
    own = rows & np.isin(seen.seller, sorted(sellers)) & (seen.did["ads"] > 0)
    pairs = np.unique(np.stack([seen.chat[own], seen.seller[own]]), axis=1)
    return Counter(dict(sorted(Counter(seen.chats[n] for n in pairs[0].tolist()).items())))


def _wilson(hits: float, of: int) -> tuple[float, float, float]:
    value = hits / of
    middle = (value + _Z * _Z / (2 * of)) / (1 + _Z * _Z / of)
    half = _Z * sqrt(value * (1 - value) / of + _Z * _Z / (4 * of * of)) / (1 + _Z * _Z / of)
    return max(min(middle - half, value), 0.0), value, min(max(middle + half, value), 1.0)
