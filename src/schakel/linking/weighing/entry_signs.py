"""What a like name or a copied ad is worth in these data, learned from pairs whose contacts tell who is who.

In one market hardly anybody pretends to be another, in the next every good ad is stolen; the word list cannot know.
But where two accounts with like names or copied ads both give a number or wallet, that tells without labels whether
they are one: the same one, or each its own. So for each kind of entry sign the odds are moved to where they fit those
pairs (a logistic intercept, held to the word list by a prior; Platt 1999 with the slope left at 1), and pairs that show
no contact take the same step.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

import numpy as np

from schakel.linking.comparing.agreement import CONTACTS, HARDLY_CHANGED, Observation, in_order
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.lives import ACTIVE_TOGETHER
from schakel.linking.comparing.sign_names import (
    HARDLY_CHANGED_TOO,
    OTHERS_TOO,
    PHOTO_OR_LIST,
    WORDED_ALIKE,
    sign_of,
)
from schakel.linking.copies.shingles import Floats
from schakel.linking.weighing.kept_stock import KEPT
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.scoring import score
from schakel.linking.weights import load_settings

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_CHANGED = frozenset(rule.__name__ for rule in HARDLY_CHANGED)
_HIDDEN = _CONTACTS | KEPT | {"own_other_contact", "no_contact_in_common", ACTIVE_TOGETHER}
_LEAST = 8  # pairs whose contacts tell, below which nothing is learned of a sign
_LEAST_CHANGED = 1  # the same for hardly changed names
_HELD = 0.5  # log10: how far from the word list a market may usually be
# log10: rather too little than too much, since one seller's accounts show a contact in common oftener than strangers happen to show
# two. Names may rise further, since contacts of their own are no proof of two there, and so may a name with a photo: where
# contacts tell that such pairs are one seller, all 423 of them were on eight made-up markets of a third simulator.
_LEAST_STEP, _MOST_STEP, _MOST_OF_A_NAME, _MOST_OF_A_PHOTO = -1.2, 0.6, 0.8, 1.1
# A photo or price list that no other seller here shares may rise further: on made-up markets of three kinds .96 of those
# thought one seller with .5 were, on a fourth few rise at all. An ad does not: with 1.1 thieves who ask the same prices came to
# their victims on a third outside simulator; photos and lists that others have too made six false sellers of more than three
# on eight markets with 1.1, where three were, and names with 1.0 took .007 from the F1 of two of seven markets of our own kinds.
_MOST_OF_A_LIST = 0.9
# Who pretends takes the name and the ad and mostly gives no number, so contacts tell of sellers and hardly of imitators: on five worlds
# of an outside simulator 28 of 38 such pairs were one seller where 34 were expected with .8.
_MOST_OF_A_NAME_AND_AD = 0.4
_ROUNDS = 50
_NAME, _NAME_AND_AD, _NAME_AND_PHOTO = "a like name", "a like name and an ad", "a like name and a photo"
NAME_SIGNS = (_NAME, _NAME_AND_AD, _NAME_AND_PHOTO, HARDLY_CHANGED_TOO)
_TAKEN = ("a near copy", PHOTO_OR_LIST, WORDED_ALIKE)
COPY_SIGNS = ("the same ad", *_TAKEN, *(name + OTHERS_TOO for name in _TAKEN))  # where one is rare, all tell
_MOST = {
    **dict.fromkeys(NAME_SIGNS, _MOST_OF_A_NAME),
    _NAME_AND_AD: _MOST_OF_A_NAME_AND_AD,
    _NAME_AND_PHOTO: _MOST_OF_A_PHOTO,
    _TAKEN[1]: _MOST_OF_A_LIST,
}


def most_step(name: str) -> float:
    """The furthest (log10) that a kind of entry sign rises above the word list."""
    return _MOST.get(name, _MOST_STEP)


@dataclass(frozen=True, slots=True)
class Sign:
    """What was learned of one kind of entry sign: pairs that contacts tell, how many of them are one, the step (log10)."""

    pairs: int
    same: int
    step: float

    @property
    def told(self) -> str:
        """In words, for the reasons of a pair."""
        return f"of {self.pairs} such pairs whose contacts tell, {self.same} are one seller"


def learn_signs(
    observations: Sequence[Observation],
    known: Background,
    same: Set[Pair],
    apart: Set[Pair],
) -> dict[str, Sign]:
    """What each kind of entry sign is worth here, from pairs that are surely one (`same`) or two by their contacts."""
    told = same | apart
    changed = _hardly_changed(observations, known) - told
    mine = [
        one
        for one in observations
        if ((one.left, one.right) in told or (one.left, one.right) in changed)
        and not one.rule.startswith("verdict_")
    ]
    mine.sort(key=in_order)
    by_sign: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, seen in groupby(mine, key=attrgetter("left", "right")):
        name = sign_of(list(seen))
        if name is not None and (pair in told or name == HARDLY_CHANGED_TOO):
            by_sign[name].append(pair)
    plain = known.with_learned({}, {}, known.steps, against=known.against)
    hidden = {(link.left, link.right): link for link in score(mine, plain, _HIDDEN)}
    weighed = _Told(hidden, same, float(np.log10(with_contacts(known))))
    # an ad is copied by whoever likes it: there, contacts of their own are taken for proof of two
    own = dict.fromkeys(NAME_SIGNS, _own_all_the_same(known))
    copies = sorted(pair for name in COPY_SIGNS for pair in by_sign.get(name, ()))
    pooled = _sign(copies, weighed, 0.0, 0.0)
    pooled = pooled and _at_most(pooled, _MOST_STEP)
    return _each_sign(by_sign, weighed, own, pooled)


def _each_sign(
    by_sign: Mapping[str, Sequence[Pair]], weighed: "_Told", own: Mapping[str, float], pooled: Sign | None
) -> dict[str, Sign]:
    """What each kind of entry sign is worth; `pooled` is what all copies together are, where those of a rare kind begin."""
    out: dict[str, Sign] = {}
    with_ad: Sign | None = None  # held as a name is: where a like name and a photo begin
    for name in (*NAME_SIGNS, *COPY_SIGNS):
        before = (
            pooled if name in COPY_SIGNS else out.get(_NAME_AND_AD) if name == HARDLY_CHANGED_TOO else None
        )
        before = with_ad if name == _NAME_AND_PHOTO else before
        least = _LEAST_CHANGED if name == HARDLY_CHANGED_TOO else _LEAST
        start = before.step if before else 0.0
        made = _sign(by_sign.get(name, ()), weighed, own.get(name, 0.0), start, least)
        made = before if made is None else made
        if made is not None and name == _NAME_AND_AD:
            with_ad = _at_most(made, _MOST_OF_A_NAME)
        if made is not None:
            out[name] = _at_most(made, most_step(name))
    return out


def _hardly_changed(observations: Sequence[Observation], known: Background) -> set[Pair]:
    """The pairs with hardly changed names that both give numbers, wallets or addresses, and none in common.

    Who takes a name changes a letter or calls itself the real one, and seldom gives a number of the same kind at the same
    time as the other; so for such names a contact of another kind or time tells too.
    """
    pairs = {(one.left, one.right) for one in observations if one.rule in _CHANGED}
    return {pair for pair in pairs if _none_in_common(*pair, known)}


def _none_in_common(left: str, right: str, known: Background) -> bool:
    one, other = (
        {(kind, value) for kind, values in known.contacts.get(account, {}).items() for value in values}
        for account in (left, right)
    )
    shown = all(any(kind != "username" for kind, _ in given) for given in (one, other))
    return shown and one.isdisjoint(other)


def steps_of(signs: Mapping[str, Sign]) -> dict[str, tuple[float, str]]:
    """Of each kind of entry sign that is worth something else here: the step, and why."""
    return {name: (sign.step, sign.told) for name, sign in signs.items() if sign.step}


@dataclass(frozen=True, slots=True)
class _Told:
    """Pairs weighed without what contacts say, which of them contacts say are one, and how much oftener those are told."""

    hidden: Mapping[Pair, Link]
    same: Set[Pair]
    offset: float

    def odds(self, pairs: Sequence[Pair]) -> Floats:
        """The log10 odds of each pair before what its contacts say."""
        prior = load_settings().prior
        seen = (self.hidden[pair].log10_lr if pair in self.hidden else 0.0 for pair in pairs)
        return np.array([weight + prior - self.offset for weight in seen])


def _sign(pairs: Sequence[Pair], told: _Told, own: float, start: float, least: int = _LEAST) -> Sign | None:
    """What these pairs tell, beginning from a step taken before; None if they are too few."""
    if len(pairs) < least:
        return None
    truth = np.array([pair in told.same for pair in pairs])
    return Sign(len(pairs), int(truth.sum()), step_that_fits(told.odds(pairs), truth, own, start))


def _at_most(sign: Sign, most: float) -> Sign:
    return replace(sign, step=min(sign.step, most))


def with_contacts(known: Background) -> float:
    """The share of accounts that give a contact other than a username.

    One seller shows a pair of contacts that often; two strangers only as often as both do, so pairs of one seller
    are told oftener, by the inverse of this share.
    """
    shown = sum(bool(set(known.contacts.get(account, ())) - {"username"}) for account in known.active)
    return max(shown / max(len(known.active), 1), 0.1)


def _own_all_the_same(known: Background) -> float:
    """How often accounts of one seller that both give contacts give each its own, as learned, else by the word list."""
    rule = "own_other_contact"
    weight = known.against[rule][0] if rule in known.against else load_settings().rules[rule].weight
    return float(10.0**weight)


def step_that_fits(
    odds: Floats, truth: np.ndarray, own: float = 0.0, start: float = 0.0, held: float = _HELD
) -> float:
    """The step (log10) at which the odds fit what contacts tell, held to `start` by a normal prior; by Newton's method.

    Contacts of their own are a sign of two sellers, no proof: a share `own` of the pairs of one seller show them too. So
    such a pair counts as one seller by what remains likely of it (the expectation in Dempster, Laird and Rubin 1977).
    """
    base, begun, hold = odds * np.log(10), start * np.log(10), (held * np.log(10)) ** -2
    step = begun
    for _ in range(_ROUNDS):
        said = 1 / (1 + np.exp(-np.clip(base + step, -35, 35)))
        one = np.where(truth, 1.0, said * own / (said * own + 1 - said))
        slope = float((one - said).sum()) - hold * (step - begun)
        change = slope / (float((said * (1 - said)).sum()) + hold)
        step += float(np.clip(change, -1, 1))
        if abs(change) < 1e-6:
            break
    return round(float(np.clip(step / np.log(10), _LEAST_STEP, _MOST_OF_A_PHOTO)), 2)
