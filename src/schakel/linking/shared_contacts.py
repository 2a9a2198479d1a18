"""How far one shared contact can be trusted in these data: is it a person's, or a shop's, a courier's, an escrow's?

Two accounts with one telephone are mostly one seller; but where several sellers answer on one number, linking them
makes one large seller that does not exist. Whether that happens here is told by how the accounts trade: who is one
seller keeps hours, places, prices and goods, colleagues do not. From the likelihood ratios of these ways alone follows
which share of the pairs with a contact in common is one seller (the mixing share of two known components, by
expectation maximisation; Dempster, Laird and Rubin 1977), and no single contact is taken to prove more than that share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np

from schakel.linking.agreement import CONTACTS, NAMES, Observation, contact_sign, in_order
from schakel.linking.background import Background
from schakel.linking.ways import way_reasons

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_NAMES = frozenset(rule.__name__ for rule in NAMES)
_ADS = frozenset({"posts_same_ad", "posts_same_text"})
_USUAL, _PAIRS = 0.95, 40.0  # the usual share, and how many pairs that knowledge is worth
_LEAST = 10  # pairs, below which nothing is learned
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Trust:
    """Pairs with one contact in common, and the share of them that trade as one seller does."""

    pairs: int
    share: float

    @property
    def odds(self) -> float:
        """The log10 odds that such a pair is one seller."""
        return round(float(np.log10(self.share / (1 - self.share))), 2)

    @property
    def told(self) -> str:
        """In words, for the reasons of a pair."""
        return (
            f"of {self.pairs} pairs with such a contact in common about {self.share:.0%} trade as one seller"
        )


def learn_trust(observations: Sequence[Observation], known: Background) -> dict[str, Trust]:
    """The share of one seller among pairs that have one kind of contact in common, by how many accounts have it."""
    ratios: dict[str, list[float]] = {
        "a contact of two accounts": [],
        "a contact of three accounts or more": [],
    }
    mine = [one for one in observations if not one.rule.startswith("verdict_")]
    for (left, right), group in groupby(sorted(mine, key=in_order), key=attrgetter("left", "right")):
        seen = list(group)
        contacts = [one for one in seen if one.rule in _CONTACTS]
        name = contact_sign(contacts)
        if name is None or any(one.rule in _NAMES for one in seen):
            continue
        copied = any(one.rule in _ADS for one in seen)
        weight = sum(reason.weight for reason in way_reasons(left, right, known, copied=copied))
        ratios[name].append(10.0**weight)
    return {
        name: Trust(len(found), _share(np.array(found)))
        for name, found in ratios.items()
        if len(found) >= _LEAST
    }


def _share(ratios: np.ndarray) -> float:
    share = _USUAL
    for _ in range(_ROUNDS):
        said = share * ratios / (share * ratios + 1 - share)
        share = float((said.sum() + _USUAL * _PAIRS) / (len(ratios) + _PAIRS))
    return round(min(share, 0.999), 3)
