"""Whose a contact is: one seller's, or one that strangers share, by how each of its holders trades with the others.

That two accounts give one number says little where a rider's or a shop's numbers are common. But who else gives the very same number tells: a
seller's accounts all trade alike, a rider's customers do not, and an heir among a crew trades otherwise than each of its
accounts. So a contact is taken to be one seller's or shared (a mixture of two components, by expectation maximisation; Dempster, Laird
and Rubin 1977), and for a pair both accounts are asked how they go with the contact's other holders; the less convincing counts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from schakel.linking.comparing.habits import Pair
from schakel.linking.copies.shingles import Floats

Ratios = Mapping[Pair, float]  # of the pairs that give one contact: log10 of what their ways tell

USUAL = 0.95  # the share where nothing was learned
_CONTACTS = 5.0  # contacts that what is usual is worth
_MIXED = 0.1  # the most that is thought of how many pairs of a shared contact are one seller all the same
_MOST = 0.96  # an heir or the next owner of a number trades as the seller did now and then
_CUT = 1.5  # log10: no single pair tells more than this
_TOLD = 1.5  # how many pairs' worth one other holder tells; each further one less, since they hang together (square root)
_ROUNDS = 60
# Means over the pairs of a contact (log10). On fifteen made-up markets of five kinds: one seller's contacts 1.0 to 1.4, on one
# kind .3 (there goods and towns change with every account), shared ones -.5 to -1.6.
_ONE, _SHARED = 0.9, -1.1
_BETWEEN, _WITHIN = 0.4, 0.8  # spread of these means between contacts, and of the pairs of one contact
_APART = 0.8  # the least that the means of both kinds are apart
_LEAST = 3  # pairs from which a contact helps to learn the means


@dataclass(frozen=True, slots=True)
class Holders:
    """By contact and account what its ways tell with each other holder (natural log); by way of sharing what is usual.

    `own` is the share of such contacts that are one seller's, `mixed` the share of pairs of the other contacts that are
    one seller all the same.
    """

    told: Mapping[str, Mapping[str, Mapping[str, float]]]
    own: Mapping[str, float]
    mixed: Mapping[str, float]

    def share(self, contact: str, way: str, pair: Pair) -> float | None:
        """Of pairs of holders like this one what share is one seller; None if nobody else tells. The pair itself is left out."""
        one, other = pair
        holders = self.told.get(contact, {})
        sides = [
            np.array([told for third, told in sorted(holders.get(a, {}).items()) if third != b])
            for a, b in ((one, other), (other, one))
        ]
        heard = [side for side in sides if len(side)]
        if not heard or way not in self.own:
            return None
        own, mixed = self.own[way], self.mixed[way]
        same = min(_one_sellers(side, _TOLD / len(side) ** 0.5, own, mixed) for side in heard)
        beside = np.concatenate(heard)
        local = (float(_same(beside, mixed).sum()) + mixed * 2 * _CONTACTS) / (len(beside) + 2 * _CONTACTS)
        return same * _MOST + (1 - same) * local


def holders(
    ratios: Mapping[str, Ratios],
    ways: Mapping[str, str],
    usual: Mapping[str, float],
    shared: Mapping[str, float],
) -> Holders:
    """What the holders of each contact tell of each other.

    `ways` says in which way each contact is mostly shared; `usual`, by way, which share of such contacts is one seller's
    where nothing was learned, and `shared` which share of all pairs with one is one seller.
    """
    names = sorted(ratios)
    pairs = {name: np.array([told for _, told in sorted(ratios[name].items())]) for name in names}
    middle = _middle([pairs[name] for name in names if len(pairs[name]) >= _LEAST])
    told: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for name in names:
        for (one, other), value in sorted(ratios[name].items()):
            told[name][one][other] = told[name][other][one] = float(_moved(value, middle))
    mixed = {way: min(_MIXED, share) for way, share in shared.items()}
    own = {
        way: _own(
            [_moved(pairs[name], middle) for name in names if ways[name] == way], usual[way], mixed[way]
        )
        for way in usual
    }
    return Holders(told, own, mixed)


def _moved(ratio: Floats | float, middle: float) -> Floats:
    """The natural log of what ways tell, from the middle between both kinds of contact."""
    return np.asarray(np.clip(np.asarray(ratio) - middle, -_CUT, _CUT) * np.log(10))


def _own(contacts: Sequence[Floats], usual: float, mixed: float) -> float:
    """The share of these contacts that are one seller's."""
    share = usual
    for _ in range(_ROUNDS):
        said = sum(_one_sellers(told, 2 / (1 + _many(told)), share, mixed) for told in contacts)
        before, share = share, (said + usual * _CONTACTS) / (len(contacts) + _CONTACTS)
        if abs(share - before) < 1e-4:
            break
    return share


def _many(told: Floats) -> float:
    """Of how many accounts these are the pairs, one less."""
    return float(np.sqrt(1 + 8 * len(told)) - 1) / 2


def _one_sellers(told: Floats, each: float, own: float, mixed: float) -> float:
    """The probability that a contact is one seller's, from what its pairs tell, of which `each` counts for so much."""
    ratio = each * float((told - np.log(1 - mixed + mixed * np.exp(told))).sum())
    return float(1 / (1 + (1 - own) / own * np.exp(-np.clip(ratio, -30, 30))))


def _same(told: Floats, mixed: float) -> Floats:
    odds = mixed / (1 - mixed) * np.exp(told)
    return np.asarray(odds / (1 + odds))


def _middle(contacts: Sequence[Floats]) -> float:
    """The middle between the means of one seller's contacts and of shared ones, by expectation maximisation; 0 at most.

    Where sellers change their goods and towns with every account, one seller's contacts look less alike than usual.
    """
    means = np.array([told.mean() for told in contacts])
    spread = _BETWEEN**2 + _WITHIN**2 / np.array([max(_many(told), 1.0) for told in contacts])
    one, shared, own = _ONE, _SHARED, USUAL
    for _ in range(_ROUNDS):
        held = np.clip(means, shared, one)  # who is beyond a mean is no less of its kind
        ratio = ((held - shared) ** 2 - (held - one) ** 2) / (2 * spread)
        said = 1 / (1 + (1 - own) / own * np.exp(-ratio))
        before, one = one, (float(said @ means) + _ONE * _CONTACTS) / (float(said.sum()) + _CONTACTS)
        shared = (float((1 - said) @ means) + _SHARED * _CONTACTS) / (float((1 - said).sum()) + _CONTACTS)
        shared = min(shared, one - _APART)
        own = (float(said.sum()) + USUAL * _CONTACTS) / (len(means) + _CONTACTS)
        if abs(one - before) < 1e-4:
            break
    return min((one + shared) / 2, 0.0)
