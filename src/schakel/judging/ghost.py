"""The ghost judgement: prior odds times the named signs, family by family."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from schakel.judging.facts import Facts, turn
from schakel.judging.findings import Finding, Ground
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghost_signs.sign import Seen
from schakel.judging.verbal_scale import ghost_sentence
from schakel.judging.weights import GhostModel, SignWeights, Weight
from schakel.records.facts import Verdict

_SHARED = " Counted for {:.0%}: other signs of its family tell partly the same."


class Evidence(NamedTuple):
    """One sign seen at one seller."""

    seller_no: int
    sign: int  # place in SIGNS
    seen: Seen


class Weighed(NamedTuple):
    """Evidence with weights: one row of (value, low, high) each, after signs of one family are weighed together."""

    evidence: list[Evidence]
    weights: NDArray[np.float64]
    shares: NDArray[np.float64]


def ghost_findings(facts: Facts, model: GhostModel, verdicts: Mapping[int, Verdict]) -> list[Finding]:
    """One finding per seller that offers something: the probability that no real supply stands behind it."""
    offering = facts.table("reputation").column("offers").to_numpy() > 0
    weighed = weigh(all_evidence(facts, model, offering), model)
    grounds: dict[int, list[Ground]] = {int(seller_no): [] for seller_no in np.flatnonzero(offering)}
    rows = zip(weighed.evidence, weighed.weights[:, 0].tolist(), weighed.shares.tolist(), strict=True)
    for one, weight, share in rows:
        grounds[one.seller_no].append(_ground(one, weight, share))
    owners = np.array([one.seller_no for one in weighed.evidence], np.int64)
    sums = _sums(owners, weighed.weights, len(offering))
    words = {n: verdict for n, verdict in verdicts.items() if n in grounds}
    for seller_no, verdict in words.items():
        weight, ground = _human_word(verdict, model.verdict)
        sums[seller_no] += [weight.value, (weight.value - weight.low) ** 2, (weight.high - weight.value) ** 2]
        grounds[seller_no].append(ground)
    return _all_findings(grounds, sums, model)


def all_evidence(facts: Facts, model: GhostModel, offering: NDArray[np.bool_]) -> list[Evidence]:
    """What every rule saw at every seller that offers something, by seller and then in the order of the rules."""
    wanted = np.flatnonzero(offering).tolist()
    families: dict[tuple[str, type[Any]], list[int]] = {}
    for place in sorted(range(len(SIGNS)), key=lambda place: turn(SIGNS[place].facts)):
        families.setdefault((SIGNS[place].facts, SIGNS[place].row), []).append(place)
    found: list[Evidence] = []
    for (step, row), places in families.items():
        rows = list(facts.rows(step, row))
        for place in places:
            found += _seen(place, [(seller_no, rows[seller_no]) for seller_no in wanted], model)
    return sorted(found, key=lambda one: (one.seller_no, one.sign))


def _seen(place: int, rows: list[tuple[int, Any]], model: GhostModel) -> Iterator[Evidence]:
    rule, limits = SIGNS[place].rule, model.limits
    only_present = model.signs[SIGNS[place].name].absent is None
    for seller_no, row in rows:
        seen = rule(row, limits)
        if seen is not None and seen.strength and (seen.present or not only_present):
            yield Evidence(seller_no, place, seen)


def weigh(evidence: list[Evidence], model: GhostModel) -> Weighed:
    """The weight of each piece of evidence, given the other signs of its family at the same seller.

    Signs of one family and one direction are sorted by strength; the strongest counts in full, the others times
    the family's dependence; then the whole family is scaled down to its cap. So signs that share a cause cannot
    pile up as if they were independent.
    """
    if not evidence:
        return Weighed([], np.zeros((0, 3)), np.zeros(0))
    table = np.array([_both(model.signs[sign.name]) for sign in SIGNS])
    sign = np.array([one.sign for one in evidence])
    present = np.array([int(one.seen.present) for one in evidence])
    strength = np.array([one.seen.strength for one in evidence])
    weights = table[sign, present] * strength[:, None]
    shares = _shares(np.array([one.seller_no for one in evidence]), sign, weights[:, 0], model)
    return Weighed(evidence, weights * shares[:, None], shares)


def _both(weights: SignWeights) -> list[list[float]]:
    absent = weights.absent or Weight(0.0, 0.0, 0.0)
    return [[w.value, w.low, w.high] for w in (absent, weights.present)]


def _shares(
    seller: NDArray[np.int64], sign: NDArray[np.int64], value: NDArray[np.float64], model: GhostModel
) -> NDArray[np.float64]:
    names = sorted(model.families)
    family = np.array([names.index(model.signs[one.name].family) for one in SIGNS])[sign]
    group = seller * len(names) + family
    order = np.lexsort((sign, -np.abs(value), value < 0, group))
    side = group[order] * 2 + (value[order] < 0)
    strongest = np.concatenate([[True], side[1:] != side[:-1]])
    dependence = np.array([model.families[name].dependence for name in names])
    share = np.empty(len(value))
    share[order] = np.where(strongest, 1.0, dependence[family[order]])
    groups, member = np.unique(group, return_inverse=True)
    total = np.abs(np.bincount(member, weights=value * share, minlength=len(groups)))
    cap = np.array([model.families[name].cap for name in names])[groups % len(names)]
    return np.asarray(share * np.minimum(1.0, cap / np.maximum(total, 1e-9))[member])


def _sums(owner: NDArray[np.int64], weights: NDArray[np.float64], sellers: int) -> NDArray[np.float64]:
    value, low, high = weights.T
    columns = (value, (value - low) ** 2, (high - value) ** 2)
    return np.stack([np.bincount(owner, weights=c, minlength=sellers) for c in columns], axis=1)


_NAMES = tuple((f"not:{sign.name}", sign.name) for sign in SIGNS)


def _ground(one: Evidence, weight: float, share: float) -> Ground:
    sign, seen = SIGNS[one.sign], one.seen
    rule = _NAMES[one.sign][seen.present]
    detail = seen.detail if share >= 0.995 else seen.detail + _SHARED.format(share)
    return Ground(rule, weight, detail, sign.facts, seen.shows, one.seller_no)


def _human_word(verdict: Verdict, weight: Weight) -> tuple[Weight, Ground]:
    if verdict.answer == "real":
        weight = Weight(-weight.value, -weight.high, -weight.low)
    # Who said it, when and why stands in the casebook; here it would make the table depend on more than the answer.
    detail = f"A human looked and found: {verdict.answer}. Who, when and why stands in the casebook."
    return weight, Ground(f"verdict-{verdict.answer}", weight.value, detail)


def _all_findings(
    grounds: Mapping[int, list[Ground]], sums: NDArray[np.float64], model: GhostModel
) -> list[Finding]:
    prior = Ground(
        "prior",
        model.prior.value,
        f"Before any sign: {model.prior_share:.0%} of sellers taken to be ghosts; a setting, not a measurement.",
    )
    odds = sums[:, 0] + model.prior.value
    below = np.sqrt(sums[:, 1] + (model.prior.value - model.prior.low) ** 2)
    above = np.sqrt(sums[:, 2] + (model.prior.high - model.prior.value) ** 2)
    value, low, high = (probability(x).tolist() for x in (odds, odds - below, odds + above))
    return [
        Finding(
            n,
            "ghost",
            value[n],
            low[n],
            high[n],
            "ghost" if value[n] >= 0.5 else "real",
            ghost_sentence(float(sums[n, 0])),
            [prior, *grounds[n]],
        )
        for n in grounds
    ]


def probability(log10_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability that belongs to log10 odds."""
    return np.asarray(1.0 / (1.0 + 10.0 ** -np.clip(log10_odds, -99.0, 99.0)))
