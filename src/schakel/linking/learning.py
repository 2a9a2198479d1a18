"""What ways weigh in these data, learned without labels: how many times the usual weight each deserves.

Expectation maximisation in the manner of Fellegi and Sunter (1969; Winkler 1988): from the weights of the word list
each pair gets a probability of being one seller; so weighed, the pairs tell how often each level of a way is seen on
one seller's accounts (m) and on strangers (u); log10 of m by u against the word list's weight gives the way's scale,
which gives new probabilities, and so on until nothing moves. Contacts, names and copies keep their weights: a pair is only looked at because it shares one
of them, so the data cannot tell how often strangers share none. People's verdicts are left out: a word on two accounts
must not move any others.

Whether it helped is told without labels too: pairs that share a main contact nobody else has are surely one seller,
pairs with contacts of their own side by side surely are not, and the ways of both kinds were not used to say so. Where hardly
anybody gives a number, so that few pairs have contacts of their own, pairs drawn by lot take their place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from schakel.linking.comparing.agreement import CONTACTS, NAMES
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.lives import learn_lives
from schakel.linking.copies.shingles import Floats
from schakel.linking.resolving import Evidence
from schakel.linking.weighing.entry_signs import Sign, learn_signs, steps_of, with_contacts
from schakel.linking.weighing.kept_stock import learn_kept_stock
from schakel.linking.weighing.learned_against import Against, against_of, learn_against
from schakel.linking.weighing.likelihood_ratios import cllr
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.scoring import score
from schakel.linking.weighing.shared_contacts import Trust, learn_trust, shares_by_pair
from schakel.linking.weighing.told_moves import learn_moves
from schakel.linking.weighing.told_ways import Steps, learn_ways
from schakel.linking.weighing.ways import WAYS, way_reasons
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

# Only the ways that are told of every pair: the others say nothing where a contact or an ad is shared, and it is
# those pairs that are sure.
_NAMES = ("hours", "chats")
_ROUNDS = 20
_STILL = 0.005
_FIRM = 30.0  # pairs that the word list's scale of 1 is worth
_SPREAD = 0.1  # the square of a usual weight
_LEVELS = (-0.3, -0.05, 0.05, 0.3)  # log10: the levels of a way, by what the word list makes of it
_MOST = 2.0
_LEAST_PAIRS = 20  # of each kind, for the test on hidden contacts

_LIKE = frozenset(rule.__name__ for rule in NAMES)
_SURE = frozenset(rule.__name__ for rule in CONTACTS) - {"shares_link", "shares_invite"}


@dataclass(frozen=True, slots=True)
class Learned:
    """The scale of each way, and the cost (Cllr) of the ways' weights before and after on pairs with sure contacts.

    `sure` counts those pairs (one seller, two sellers); with too few of them nothing is said of the cost. `better`
    tells whether the scales should be used: only if the cost did not rise. `signs` tells what names and copies are
    worth in these data (see `entry_signs`), `trust` how far one shared contact is (see `shared_contacts`), `steps` how
    much more other areas, goods and prices speak against (see `told_ways`), `against` how much less other usernames,
    contacts and one second do (see `learned_against`), `lives` how much activity over the same days does (see `lives`),
    `moves` how much word of a move by the later account does (see `told_moves`), `kept` how much it tells how many of their ads
    or photos two accounts share (see `kept_stock`).
    """

    scales: dict[str, float]
    pairs: int
    sure: tuple[int, int]
    before: float | None
    after: float | None
    signs: dict[str, Sign] = field(default_factory=dict)
    trust: dict[str, Trust] = field(default_factory=dict)
    steps: Steps = field(default_factory=dict)
    against: dict[str, Against] = field(default_factory=dict)
    lives: dict[str, tuple[float, str]] = field(default_factory=dict)
    moves: dict[str, tuple[float, str]] = field(default_factory=dict)
    kept: dict[str, tuple[float, str]] = field(default_factory=dict)

    @property
    def better(self) -> bool:
        """Whether the learned scales are no worse than the word list's on pairs with sure contacts."""
        return self.before is not None and self.after is not None and self.after <= self.before


def learn(evidence: Evidence) -> Learned:
    """The scale of each way in these data, by expectation maximisation from the word list's weights."""
    return _learned(evidence)[0]


def _learned(
    evidence: Evidence,
) -> tuple[Learned, frozenset[Pair], frozenset[Pair], Mapping[Pair, float]]:
    """What was learned, the pairs that are surely one seller, and two, from which it was, and the share of each pair that shares a contact."""
    plain = evidence.known.with_learned({}, {}, {})
    steps = learn_ways(evidence.observations, plain)
    plain = plain.with_learned({}, {}, steps)
    links = score([one for one in evidence.observations if not one.rule.startswith("verdict_")], plain)
    ways = _way_weights([link.reasons for link in links])
    rest = np.array([link.log10_lr for link in links], np.float64) - ways.sum(axis=1)
    rounded = _scales(ways, rest)
    trust = learn_trust(evidence.observations, plain)
    shares = shares_by_pair(evidence.observations, plain, trust)
    same, apart = _sure(links, {pair for pair, share in shares.items() if share < 0.5})
    apart_ways = ways[apart] if len(apart) >= _LEAST_PAIRS else _by_lot(plain)
    before, after = _costs(ways[same], apart_ways, rounded)
    one, two = ({(links[row].left, links[row].right) for row in rows} for rows in (same, apart))
    reasons = {(link.left, link.right): link.reasons for link in links}
    named = {(seen.left, seen.right) for seen in evidence.observations if seen.rule in _LIKE}
    against = learn_against(reasons, plain, one, two)
    lives = learn_lives(plain, one, named)
    plain = plain.with_learned({}, {}, steps, against=against_of(against))
    kept = learn_kept_stock(links, plain, one, two)
    learned = Learned(
        scales=rounded,
        pairs=len(links),
        sure=(len(same), len(apart)),
        before=before,
        after=after,
        signs=learn_signs(evidence.observations, plain, one, two),
        trust=trust,
        steps=steps,
        against=against,
        lives=lives,
        kept=kept,
        moves=learn_moves(evidence.observations, one, two, 1 / with_contacts(plain)),
    )
    return learned, frozenset(one), frozenset(two), shares


def _costs(same: Floats, apart: Floats, scales: Mapping[str, float]) -> tuple[float | None, float | None]:
    """The cost (Cllr) of the ways' weights on sure pairs, as the word list has them and with these scales."""
    if min(len(same), len(apart)) < _LEAST_PAIRS:
        return None, None
    used = np.concatenate([same, apart])
    truth = np.arange(len(used)) < len(same)
    final = np.array([scales[name] for name in _NAMES])
    return round(cllr(used.sum(axis=1), truth), 4), round(cllr(used @ final, truth), 4)


def _scales(ways: Floats, rest: Floats) -> dict[str, float]:
    """How much each way counts here, by expectation and maximisation over all pairs; `rest` is what else tells of them."""
    scales = np.ones(len(_NAMES))
    for _ in range(_ROUNDS):
        odds = rest + ways @ scales + load_settings().prior
        fitted = _fitted(ways, 1 / (1 + 10.0 ** -np.clip(odds, -15, 15)))
        moved, scales = float(np.abs(fitted - scales).max()), fitted
        if moved < _STILL:
            break
    return {name: round(float(value), 1) for name, value in zip(_NAMES, scales, strict=True)}


def _fitted(ways: Floats, probability: Floats) -> Floats:
    """The scale of each way: how log10 m/u over its levels goes with the word list's weight, held towards 1."""
    out = np.ones(len(_NAMES))
    same, apart = probability, 1 - probability
    for column in range(len(_NAMES)):
        told = ways[:, column] != 0
        values = ways[told, column]
        level = np.digitize(values, _LEVELS)
        seen = np.array([np.bincount(level, counts[told], len(_LEVELS) + 1) for counts in (same, apart)])
        usual = np.bincount(level, values, len(_LEVELS) + 1) / np.maximum(seen.sum(axis=0), 1e-9)
        shares = (seen + 1) / (seen + 1).sum(axis=1, keepdims=True)
        ratio = np.log10(shares[0] / shares[1])
        sure = seen[0] * seen[1] / np.maximum(seen.sum(axis=0), 1e-9)  # pairs that a level's ratio rests on
        top = float((sure * usual * ratio).sum()) + _FIRM * _SPREAD
        out[column] = np.clip(top / (float((sure * usual**2).sum()) + _FIRM * _SPREAD), 0.0, _MOST)
    return out


def _by_lot(known: Background) -> Floats:
    """What ways weigh on pairs drawn by lot: strangers all but for a few, where hardly any pair shows two sellers by contacts."""
    return _way_weights([way_reasons(left, right, known, whole=True) for left, right in known.strangers])


def _way_weights(told: Sequence[Sequence[Reason]]) -> Floats:
    """What each way weighs on each pair, before any cap would matter, from the reasons of the pair."""
    made = np.zeros((len(told), len(_NAMES)))
    place = {name: number for number, name in enumerate(_NAMES)}
    for row, reasons in enumerate(told):
        for reason in reasons:
            if WAYS.get(reason.rule) in place:
                made[row, place[WAYS[reason.rule]]] += reason.weight
    return made


def _sure(links: Sequence[Link], doubted: set[tuple[str, str]]) -> tuple[list[int], list[int]]:
    """The pairs that share a contact of weight, and those with contacts of their own side by side.

    Not those in doubt, whose contacts in common are such as strangers share oftener than not.
    """
    least = load_settings().cluster["incidental"] + 4
    same, apart = [], []
    for row, link in enumerate(links):
        rules = {reason.rule: reason.weight for reason in link.reasons}
        if max((rules[rule] for rule in _SURE if rule in rules), default=0.0) >= least:
            if (link.left, link.right) not in doubted:
                same.append(row)
        elif rules.get("own_other_contact"):
            apart.append(row)
    return same, apart


def with_learned(evidence: Evidence) -> Evidence:
    """The same evidence with what was learned: of names and copies, and of ways if that proved better on sure pairs."""
    learned, same, apart, shares = _learned(evidence)
    signs = steps_of(learned.signs)
    scales = learned.scales if learned.better else {}
    if not (
        signs
        or scales
        or learned.trust
        or learned.steps
        or learned.against
        or learned.lives
        or learned.moves
        or learned.kept
    ):
        return evidence
    trust = {name: found.told for name, found in learned.trust.items()}
    known = evidence.known.with_learned(
        scales,
        signs,
        learned.steps,
        trust,
        shares,
        against_of(learned.against) | learned.lives | learned.moves | learned.kept,
    )
    return replace(evidence, known=known, same=same, apart=apart)
