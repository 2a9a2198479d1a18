"""The account-splitting test: every prolific account is split in two, and each half asks for its partner.

It needs no labels, only texts by account, so it can be done on any lawful collection.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.linking.comparing.agreement import curve_weight
from schakel.linking.comparing.style import Profiles, nearest, profiles
from schakel.linking.copies.near_copies import near_copies
from schakel.linking.copies.shingles import Ints, shingle
from schakel.linking.evaluation.nearest_neighbour import by_letters, by_words
from schakel.linking.evaluation.pairs import Share
from schakel.linking.evaluation.splink_default import by_splink
from schakel.linking.weighing.likelihood_ratios import Forensic, forensic

_SAMPLES, _SEED = 1000, 20261124
_HABITS = "writing habits"  # the method that the others are held against
_ALIKE = 0.5  # Jaccard of word triples from which two texts of one account stay on one side

Hits = np.ndarray[Any, np.dtype[np.bool_]]
Ranks = Callable[[Sequence[Sequence[str]], Ints], Sequence[Ints] | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """How often the partner came first, among the first five, and among the first ten."""

    method: str
    at_1: Share
    at_5: Share
    at_10: Share


@dataclass(frozen=True, slots=True)
class Ahead:
    """How much oftener writing habits put the partner first than another method, on the same halves.

    The interval is that of the difference, from resampling accounts: most halves are right or wrong by both methods,
    so it is far narrower than the two intervals side by side suggest.
    """

    of: str
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Split:
    """The test on one collection: halves that asked, accounts they were sought among, and each method's answers.

    `missing` names methods whose library is not installed or that could not be trained on so few texts. `writing` tells how good the weights of writing
    habits are on pairs of halves: of one account, and of two.
    """

    how: str
    halves: int
    among: int
    methods: tuple[Asked, ...]
    missing: tuple[str, ...]
    writing: Forensic
    ahead: tuple[Ahead, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """All figures, for machines."""
        return asdict(self)


def split_accounts(
    corpus: Mapping[str, Sequence[str]],
    *,
    least: int = 10,
    seed: int = 1,
    copies_together: bool = False,
    baselines: bool = True,
) -> Split:
    """Splits every account with at least `least` different texts, and asks for the partner of each half.

    The halves are drawn by chance; with `copies_together` near copies among an account's texts stay on one
    side, so that the partner must be known by habit and not by a title that both halves hold. The partner is
    sought among all other halves and all accounts that were too small to split.
    """
    texts, partner = _halves(corpus, least, seed, copies_together)
    wanted = np.array(sorted(partner), np.int64)
    made = profiles(texts)
    answers = {_HABITS: nearest(made, wanted) if len(wanted) else []}
    others, missing = _other_methods(texts, wanted) if baselines and len(wanted) else ({}, ())
    answers |= others
    places = {name: _places(answer, wanted, partner) for name, answer in answers.items()}
    return Split(
        how="near copies together" if copies_together else "by chance",
        halves=len(wanted),
        among=max(len(texts) - 1, 0),
        methods=tuple(
            Asked(name, *(_share(where < first) for first in (1, 5, 10))) for name, where in places.items()
        ),
        missing=missing,
        writing=_writing(made, wanted, partner),
        ahead=tuple(
            _ahead(name, places[_HABITS] < 1, where < 1) for name, where in places.items() if name != _HABITS
        ),
    )


_BASELINES: dict[str, Ranks] = {
    "TF-IDF of words, nearest neighbour": by_words,
    "TF-IDF of letters, nearest neighbour": by_letters,
    "Splink, default settings": by_splink,
}


def _other_methods(
    texts: Sequence[Sequence[str]], wanted: Ints
) -> tuple[dict[str, list[Ints]], tuple[str, ...]]:
    """What other methods answer, and the names of those that cannot."""
    tried = {name: ranks(texts, wanted) for name, ranks in _BASELINES.items()}
    answers = {name: list(answer) for name, answer in tried.items() if answer is not None}
    return answers, tuple(name for name in tried if name not in answers)


def _halves(
    corpus: Mapping[str, Sequence[str]], least: int, seed: int, together: bool
) -> tuple[list[list[str]], dict[int, int]]:
    """The texts of every half and of every small account, and which half is whose partner."""
    chance, texts, partner = random.Random(seed), list[list[str]](), dict[int, int]()
    for account in sorted(corpus):
        own = sorted(set(corpus[account]))
        groups = _near_groups(own) if together else [[text] for text in own]
        if len(own) < least or len(groups) < 2:
            texts.append(own)
            continue
        chance.shuffle(groups)
        one, other = list[str](), list[str]()
        for group in groups:
            (one if len(one) <= len(other) else other).extend(group)
        partner[len(texts)], partner[len(texts) + 1] = len(texts) + 1, len(texts)
        texts += [sorted(one), sorted(other)]
    return texts, partner


def _near_groups(texts: list[str]) -> list[list[str]]:
    pairs = near_copies(shingle(pa.array(texts, pa.string())), _ALIKE)
    group = {number: [number] for number in range(len(texts))}
    for one, other in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        if group[one] is not group[other]:
            group[one] += group[other]
            for number in group[other]:
                group[number] = group[one]
    whole = {id(members): members for members in group.values()}
    return [[texts[number] for number in sorted(members)] for members in whole.values()]


def _places(answer: Sequence[Ints], wanted: Ints, partner: Mapping[int, int]) -> Ints:
    """At which place each half's partner came; past the end if it was not named."""
    out = []
    for half, order in zip(wanted.tolist(), answer, strict=True):
        at = np.flatnonzero(order == partner[half])
        out.append(int(at[0]) if len(at) else 1 << 30)
    return np.array(out, np.int64)


def _share(hits: Hits) -> Share:
    """The share of hits, with the interval from resampling accounts (two halves each)."""
    if not len(hits):
        return Share(0.0, 0.0, 1.0)
    accounts = hits.reshape(-1, 2).mean(axis=1)
    kinds, times = np.unique(accounts, return_counts=True)
    drawn = np.random.default_rng(_SEED).multinomial(len(accounts), times / len(accounts), size=_SAMPLES)
    low, high = (float(end) for end in np.quantile(drawn @ kinds / len(accounts), (0.025, 0.975)))
    return Share(float(hits.mean()), low, high)


def _ahead(of: str, habits: Hits, other: Hits) -> Ahead:
    """The difference of two shares of hits on the same halves, with the interval from resampling accounts."""
    accounts = (habits.astype(np.float64) - other).reshape(-1, 2).mean(axis=1)
    kinds, times = np.unique(accounts, return_counts=True)
    drawn = np.random.default_rng(_SEED).multinomial(len(accounts), times / len(accounts), size=_SAMPLES)
    low, high = (float(end) for end in np.quantile(drawn @ kinds / len(accounts), (0.025, 0.975)))
    return Ahead(of, float(accounts.mean()), low, high)


def _writing(made: Profiles, wanted: Ints, partner: Mapping[int, int]) -> Forensic:
    """The weights of writing habits on all pairs of partners and on as many times ten pairs of strangers."""
    if not len(wanted):
        return forensic([], [], 0.0)
    first = [half for half in wanted.tolist() if half < partner[half]]
    chance = random.Random(_SEED)
    strangers = [
        (one, other)
        for one in first
        for other in (chance.choice(wanted.tolist()) for _ in range(10))
        if other not in (one, partner[one])
    ]
    pairs = [(one, partner[one]) for one in first] + strangers
    left, right = (np.array(side, np.int64) for side in zip(*pairs, strict=True))
    weights = [curve_weight("writes_alike", value) for value in made.alike(left, right).tolist()]
    truth = [True] * len(first) + [False] * len(strangers)
    return forensic(weights, truth, float(np.log10(len(first) / max(len(strangers), 1))))
