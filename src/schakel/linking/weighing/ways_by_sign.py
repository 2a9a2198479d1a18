"""What the ways of two accounts tell beside each kind of entry sign, in these data, without labels.

Who happens to bear a like name sells, in other towns, what chance would have; who takes an ad or a photo sells what it shows. So
how often goods, places, prices, writing, hours and chats agree on strangers is learned apart for each kind of sign by which a
pair is looked at, beginning from pairs drawn by lot; how often they agree on one seller's accounts is learned from all
kinds together and from pairs that are surely one by a contact, beginning from the word list. Both follow from each other by
expectation maximisation in the manner of Fellegi and Sunter (1969; Winkler 1988; Dempster, Laird and Rubin 1977). So does what the
kind of sign itself is worth here: where ways agree oftener than its odds would have it, more of such pairs are one seller.

What comes along with an ad or a price list is not counted, and pairs with a contact in common are left to `told_ways`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from schakel.linking.comparing.agreement import CONTACTS, Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.sign_names import PHOTO_OR_LIST
from schakel.linking.copies.shingles import Floats, Ints
from schakel.linking.weighing.entry_signs import most_step
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.scoring import beside
from schakel.linking.weighing.ways import (
    LEVELS,
    SIGN_ITSELF,
    WAYS,
    WAYS_TOLD,
    Beside,
    WaysHere,
    levels_of,
)
from schakel.linking.weights import load_settings

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_LEAST = 20  # pairs looked at, and pairs drawn by lot, below which nothing is learned
_STRANGERS_HELD = 30.0  # pairs that those drawn by lot are worth beside the strangers of one kind of sign
_SELLERS_HELD = 3.0  # pairs that the word list is worth beside the pairs of one seller
_STEP_HELD = 0.35  # log10: how far from the word list a kind of sign may usually be
_MOST_OF_A_WAY, _LEAST_STEP = 1.5, -1.2  # log10
_ROUNDS, _STEPS = 40, 3
_THOUGHT = np.array([2.0, 1.0, 1.0, 0.5, 0.5])  # pairs by level thought beside those drawn by lot
_LN10 = float(np.log(10))


@dataclass(frozen=True, slots=True)
class _Pairs:
    """By pair the kind of sign, the log10 odds of all but its ways, and whether it is surely one seller; by way and pair the level, -1 if not told."""

    kind: Ints
    odds: Floats
    sure: np.ndarray
    levels: Ints


@dataclass(frozen=True, slots=True)
class _Fitted:
    """By way how often each level is on one seller's accounts; by kind and way on strangers; by kind the step."""

    one: Floats
    two: Floats
    steps: Floats


def learn_ways_by_sign(
    links: Sequence[Link],
    told: Mapping[Pair, Sequence[Observation]],
    known: Background,
    same: frozenset[Pair],
) -> WaysHere:
    """By kind of entry sign, way and level the weight (log10) and why; nothing where too few pairs tell.

    `links` are the pairs as weighed so far, `told` is what was seen on each, `same` those that are surely one seller by a contact.
    """
    kinds, pairs = _looked_at(links, told, known, same)
    if min(len(pairs.kind), len(known.strangers)) < _LEAST or not kinds:
        return {}
    by_lot = _levels([levels_of(*pair, known, Beside(tied=False)) for pair in known.strangers])
    left = np.array([_left_to_rise(kind, known) for kind in kinds])
    return _named(kinds, _fit(pairs, by_lot, left))


def _left_to_rise(kind: str, known: Background) -> float:
    """How far (log10) the ways of such pairs may raise a kind of sign, beyond what contacts told of it.

    A photo hardly, since mostly its ad came along: goods and places then agree on strangers too, and where pairs are few nothing shows it.
    """
    left = max(most_step(kind) - known.signs.get(kind, (0.0, ""))[0], 0.0)
    return min(left, load_settings().cluster["photo_by_ways"]) if kind == PHOTO_OR_LIST else left


def _looked_at(
    links: Sequence[Link],
    told: Mapping[Pair, Sequence[Observation]],
    known: Background,
    same: frozenset[Pair],
) -> tuple[list[str], _Pairs]:
    """The kinds of sign, and the pairs looked at by one without a contact in common, with those surely one by a contact."""
    rows: list[tuple[str, float, bool, dict[str, int]]] = []
    for link in links:
        pair = (link.left, link.right)
        seen = list(told.get(pair, ()))
        tied = any(one.rule in _CONTACTS for one in seen)
        by = beside(*pair, seen, known, tied=tied)
        if pair in same:
            rows.append(("", 0.0, True, levels_of(*pair, known, Beside(tied=False))))
        elif by.sign is not None:
            levels = levels_of(*pair, known, by)
            rows.append((by.sign, _odds_without(link, levels), False, levels))
    kinds = sorted({kind for kind, *_ in rows if kind})
    number = {"": -1} | {kind: at for at, kind in enumerate(kinds)}
    return kinds, _Pairs(
        np.array([number[row[0]] for row in rows], np.int64),
        np.array([row[1] for row in rows], np.float64),
        np.array([row[2] for row in rows], np.bool_),
        _levels([row[3] for row in rows]),
    )


def _odds_without(link: Link, ways: Mapping[str, int]) -> float:
    """The log10 odds of a pair but for what these ways weigh."""
    weighed = sum(reason.weight for reason in link.reasons if WAYS.get(reason.rule) in ways)
    return link.log10_lr - weighed + load_settings().prior


def _levels(told: Sequence[Mapping[str, int]]) -> Ints:
    return np.array([[levels.get(way, -1) for levels in told] for way in WAYS_TOLD], np.int64)


def _fit(pairs: _Pairs, by_lot: Ints, most: Floats) -> _Fitted:
    """How often each level is seen on one seller's accounts and on strangers beside each kind, and the steps, by expectation and maximisation."""
    lot = np.array([np.bincount(row[row >= 0], minlength=LEVELS) + _THOUGHT for row in by_lot])
    lot /= lot.sum(axis=1, keepdims=True)
    usual = [load_settings().ways[way] for way in WAYS_TOLD]
    begun = lot * 10.0 ** np.array(usual)
    begun /= begun.sum(axis=1, keepdims=True)
    fitted = _Fitted(begun, np.repeat(lot[None], len(most), axis=0), np.zeros(len(most)))
    for _ in range(_ROUNDS):
        said = _said(pairs, fitted)
        one = _shares(pairs.levels, said, begun, _SELLERS_HELD)
        two = [
            _shares(pairs.levels[:, mine], 1 - said[mine], lot, _STRANGERS_HELD)
            for mine in (pairs.kind == kind for kind in range(len(most)))
        ]
        fitted = _Fitted(one, np.array(two), _steps(pairs, said, fitted.steps, most))
    return fitted


def _said(pairs: _Pairs, fitted: _Fitted) -> Floats:
    """The probability of each pair, of one seller."""
    odds, weights = pairs.odds + fitted.steps[pairs.kind], _weights(fitted)
    for way, levels in enumerate(pairs.levels):
        told = (levels >= 0) & ~pairs.sure
        odds[told] += weights[pairs.kind[told], way, levels[told]]
    return np.where(pairs.sure, 1.0, _probability(odds))


def _weights(fitted: _Fitted) -> Floats:
    return np.clip(np.log10(fitted.one[None] / fitted.two), -_MOST_OF_A_WAY, _MOST_OF_A_WAY)


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + 10.0 ** -np.clip(odds, -15, 15)))


def _shares(levels: Ints, weights: Floats, held_to: Floats, held: float) -> Floats:
    rows = [
        np.bincount(own[own >= 0], weights[own >= 0], LEVELS) + held * usual
        for own, usual in zip(levels, held_to, strict=True)
    ]
    return np.array([row / row.sum() for row in rows])


def _steps(pairs: _Pairs, said: Floats, before: Floats, most: Floats) -> Floats:
    """By kind of sign the step at which its odds, ways aside, fit what was said of its pairs; held to nothing (Newton's method)."""
    steps = before.copy()
    for kind in range(len(steps)):
        mine = pairs.kind == kind
        for _ in range(_STEPS):
            now = _probability(pairs.odds[mine] + steps[kind])
            slope = float((said[mine] - now).sum()) * _LN10 - steps[kind] / _STEP_HELD**2
            bend = float((now * (1 - now)).sum()) * _LN10**2 + _STEP_HELD**-2
            steps[kind] += float(np.clip(slope / bend, -0.5, 0.5))
        steps[kind] = float(np.clip(steps[kind], _LEAST_STEP, most[kind]))
    return steps


def _named(kinds: Sequence[str], fitted: _Fitted) -> WaysHere:
    weights, out = np.round(_weights(fitted), 2), dict[tuple[str, str, int], tuple[float, str]]()
    for at, kind in enumerate(kinds):
        out[kind, SIGN_ITSELF, 0] = round(float(fitted.steps[at]), 2), "by the ways of such pairs here"
        for row, way in enumerate(WAYS_TOLD):
            for level in range(LEVELS):
                told = f"here {fitted.one[row, level]:.0%} of pairs of one seller, {fitted.two[at, row, level]:.0%} of strangers"
                out[kind, way, level] = float(weights[at, row, level]), told
    return out
