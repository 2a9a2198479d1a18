"""The ghost judgement: the share of ghosts here times the named signs, family by family."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from schakel.judging.facts import Facts, turn
from schakel.judging.findings import MARKET, Finding, Ground
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghost_signs.sign import Seen
from schakel.judging.ghosts.label_model import Marks, Published, Told, probability
from schakel.judging.ghosts.voiced import NOTHING_VOICED, Voiced, said_of_all, says_something
from schakel.judging.ghosts.weighing import Weighed, weigh
from schakel.judging.verbal_scale import ghost_sentence
from schakel.judging.weights import GhostModel, Weight
from schakel.records.counted import counted
from schakel.records.facts import Verdict

_SHARED = " Counted for {:.0%}: other signs of its family tell partly the same."
_CONTRADICTED = " Counted for {:.0%}: in these data the other signs bear this kind out no further."
_CUSTOM = " Counted for {:.0%}: it is usual here among sellers for whom customers speak."
_CONTESTED = " All else goes against it: the bounds hold what follows if either is false."
_SPOKEN_OTHERWISE = " Of {} people say otherwise than all else: the bounds hold both."
_FOLLOWS = " The share follows that, loosely."
_NO_CUSTOM = " Warning is no custom here, so that tells nothing of the share."
_DOUBTED = 0.8  # what a family counts for, below which a reason says so
_NAMES = tuple((f"not:{sign.name}", sign.name) for sign in SIGNS)
_MOVED = 0.005  # log10: less than this is not worth a reason


class Evidence(NamedTuple):
    """One sign seen at one seller."""

    seller_no: int
    sign: int  # place in SIGNS
    seen: Seen


class Judged(NamedTuple):
    """The sellers that offer something, what was seen at each, and what follows from it.

    `shares` tells for how much each piece of evidence counts.
    """

    sellers: NDArray[np.int64]
    evidence: list[Evidence]
    shares: NDArray[np.float64]
    weighed: Weighed


def ghost_findings(
    facts: Facts, model: GhostModel, verdicts: Mapping[int, Sequence[Verdict]]
) -> list[Finding]:
    """One finding per seller that offers something, the probability that no real supply stands behind it; and one
    for the market, the share of ghosts in it.
    """
    offering = facts.table("reputation").column("offers").to_numpy() > 0
    if not offering.any():
        return []
    evidence, sellers = all_evidence(facts, model, offering), np.flatnonzero(offering)
    said = said_of_all(facts, offering)
    judged = judge_ghosts(evidence, sellers, model, verdicts, said)
    grounds: dict[int, list[Ground]] = {int(seller_no): [] for seller_no in judged.sellers}
    weighed = judged.weighed
    rows = zip(
        judged.evidence,
        weighed.learned.weights.tolist(),
        judged.shares.tolist(),
        weighed.contested,
        strict=True,
    )
    names, counts = sorted(model.families), weighed.standing.tolist()
    standing = [counts[names.index(model.signs[sign.name].family)] for sign in SIGNS]
    for one, weight, share, contested in rows:
        custom = float(weighed.customs[one.sign, int(one.seen.present)])
        ground = _ground(one, weight, share, standing[one.sign], custom)
        grounds[one.seller_no].append(
            ground._replace(detail=ground.detail + _CONTESTED) if contested else ground
        )
    for seller_no, words in verdicts.items():
        if seller_no in grounds:
            grounds[seller_no].append(_human_word(words, model.verdict))
    return [*_all_findings(judged, grounds), _market(judged, said, model)]


def judge_ghosts(
    evidence: list[Evidence],
    sellers: NDArray[np.int64],
    model: GhostModel,
    verdicts: Mapping[int, Sequence[Verdict]],
    of_all: Voiced = NOTHING_VOICED,
) -> Judged:
    """Weighs the evidence at these sellers against what is common in the data at hand."""
    place = {int(seller_no): at for at, seller_no in enumerate(sellers)}
    marks, shares = _marks(evidence, place, model)
    said = [
        (place[n], verdict_weight(words, model.verdict).value) for n, words in verdicts.items() if n in place
    ]
    told = Told(np.array([at for at, _ in said], np.int64), np.array([weight for _, weight in said]))
    return Judged(sellers, evidence, shares, weigh(marks, published_weights(model), model, told, of_all))


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


def published_weights(model: GhostModel) -> Published:
    """The published weights of all signs, in their order."""
    weights = [
        [weights.absent.value if weights.absent else 0.0, weights.present.value]
        for weights in (model.signs[sign.name] for sign in SIGNS)
    ]
    signs = [model.signs[sign.name] for sign in SIGNS]
    both = np.array([one.absent is not None for one in signs])
    words, said = np.array([one.words for one in signs]), np.array([one.words or one.terms for one in signs])
    custom = np.array([one.custom for one in signs])
    return Published(np.array(weights), both, words, said & both, custom)


def _marks(
    evidence: list[Evidence], place: Mapping[int, int], model: GhostModel
) -> tuple[Marks, NDArray[np.float64]]:
    """The evidence as arrays. Signs of one family and one direction are sorted by strength; the strongest counts in
    full, the others times the family's dependence; then the whole family is scaled down to its cap. So signs that
    share a cause cannot pile up as if they were independent.
    """
    names = sorted(model.families)
    seller = np.array([place[one.seller_no] for one in evidence], np.int64)
    sign = np.array([one.sign for one in evidence], np.int64)
    family = np.array([names.index(model.signs[sign.name].family) for sign in SIGNS])[sign]
    present = np.array([int(one.seen.present) for one in evidence], np.int64)
    strength = np.array([one.seen.strength for one in evidence], np.float64)
    value = published_weights(model).weights[sign, present] * strength
    shares = _shares(seller, sign, value, model)
    return Marks(len(place), seller, sign, family, present, strength * shares), shares


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


def _ground(one: Evidence, weight: float, share: float, standing: float, custom: float = 1.0) -> Ground:
    sign, seen = SIGNS[one.sign], one.seen
    rule = _NAMES[one.sign][seen.present]
    detail = seen.detail if share >= 0.995 else seen.detail + _SHARED.format(share)
    if standing < _DOUBTED:
        detail += _CONTRADICTED.format(standing)
    if custom < _DOUBTED:
        detail += _CUSTOM.format(custom)
    return Ground(rule, weight, detail, sign.facts, seen.shows, one.seller_no)


def verdict_weight(said: Sequence[Verdict], weight: Weight) -> Weight:
    """What the words of different people on one seller weigh together, up to two on one side."""
    count = sum(1 if verdict.answer == "ghost" else -1 for verdict in said)
    times = max(-2, min(2, count))
    low, high = sorted((weight.low * times, weight.high * times))
    return Weight(weight.value * times, low, high)


def _human_word(said: Sequence[Verdict], weight: Weight) -> Ground:
    together = verdict_weight(said, weight)
    rule = (
        "verdict-ghost" if together.value > 0 else "verdict-real" if together.value < 0 else "verdicts-differ"
    )
    # Who said it, when and why stands in the casebook; here it would make the table depend on more than the answer.
    answers = ", ".join(sorted(verdict.answer for verdict in said))
    return Ground(
        rule, together.value, f"Humans looked and found: {answers}. Who, when and why stands in the casebook."
    )


def _all_findings(judged: Judged, grounds: Mapping[int, list[Ground]]) -> list[Finding]:
    weighed, prior = judged.weighed, judged.weighed.learned.prior
    value, low, high = (probability(odds).tolist() for odds in (weighed.score, weighed.low, weighed.high))
    share = float(probability(np.array(prior)))
    start = Ground(
        "prior", prior, f"Before any sign: {share:.0%} of the sellers here, estimated from all of them."
    )
    return [
        Finding(
            int(n),
            "ghost",
            value[at],
            low[at],
            high[at],
            "ghost" if value[at] >= 0.5 else "real",
            ghost_sentence(float(weighed.score[at] - prior)),
            [start, *grounds[int(n)], *_moved(float(weighed.moved[at]))],
            words_nl=ghost_sentence(float(weighed.score[at] - prior), "nl"),
        )
        for at, n in enumerate(judged.sellers)
    ]


def _moved(weight: float) -> list[Ground]:
    """What it adds that ghosts and real sellers lie elsewhere here than the weights have it."""
    if abs(weight) < _MOVED:
        return []
    detail = "Where ghosts and real sellers lie in these data, seen from the totals of all sellers."
    return [Ground("groups-here", weight, detail)]


def _market(judged: Judged, said: Voiced, model: GhostModel) -> Finding:
    """The share of sellers that are ghosts, with the bounds of what is defensible and the chance of the count itself."""
    value, low, high = judged.weighed.share
    sellers = len(judged.sellers)
    ground = Ground(
        "label-model",
        0.0,
        f"Mean over {sellers} sellers; bounds of 90 % from all shares that the data bear out."
        + _otherwise(judged),
    )
    return Finding(
        -1,
        "ghost-share",
        value,
        low,
        high,
        f"{value:.0%}",
        f"Between {low:.0%} and {high:.0%} of {sellers} sellers here are ghosts.",
        [ground, _customers_word(said, model)],
        words_nl=f"Tussen {low:.0%} en {high:.0%} van {sellers} verkopers hier zijn spookverkopers.",
        about=MARKET,
    )


def _customers_word(said: Voiced, model: GhostModel) -> Ground:
    """What customers say of all sellers, counted, and whether the share follows it."""
    detail = (
        f"More ill than good is said of {counted(said.ill, 'seller')}, more good than ill of {said.well}."
    )
    follows = says_something(said, model)
    return Ground("customers-word", 0.0, detail + (_FOLLOWS if follows else _NO_CUSTOM))


def _otherwise(judged: Judged) -> str:
    """Of how many sellers people say otherwise than all else, which widens the bounds."""
    rows = zip(judged.evidence, judged.weighed.contested, strict=True)
    sellers = len({one.seller_no for one, contested in rows if contested})
    return _SPOKEN_OTHERWISE.format(counted(sellers, "seller")) if sellers else ""
