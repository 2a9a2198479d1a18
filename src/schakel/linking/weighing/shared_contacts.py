"""How far one shared contact can be trusted in these data: is it a person's, or a shop's, a courier's, a group keeper's?

Two accounts with one telephone are mostly one seller; but where several sellers answer on one number, or all name the
keeper of their group, linking them makes one large seller that does not exist. Whether that happens here is told by how
the accounts trade: who is one seller keeps hours, places, prices and goods, colleagues do not. From the likelihood ratios of these ways alone follows
which share of the pairs with a contact in common is one seller (the mixing share of two known components, by
expectation maximisation; Dempster, Laird and Rubin 1977), and no single contact is taken to prove more than that share.
It is learned for each kind of contact, by how many accounts have it; what few pairs tell is held to what all pairs with a contact of as many accounts do.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np

from schakel.linking.comparing.agreement import NAMES, Observation, in_order
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.shared_ways import BESIDE, contacts_by_way, share_a_keeper, ways_of_sharing
from schakel.linking.weighing.ways import Beside, way_reasons
from schakel.linking.weighing.whose_contact import USUAL, Holders, Ratios, holders

_NAMES = frozenset(rule.__name__ for rule in NAMES)
_ADS = frozenset({"posts_same_ad", "posts_same_text"})
_PAIRS = 40.0  # how many pairs that knowledge is worth
_OTHERS = 10.0  # how many, for one kind of contact, what the other kinds tell is
_AS_USUAL_BESIDE = 0.5  # of what is usual, for a contact beside one of one's own: that is oftener a courier's
_LEAST = 10  # pairs, below which nothing is learned
_ROUNDS = 200
_MOST = 0.999


@dataclass(frozen=True, slots=True)
class Trust:
    """Pairs that share a contact in one way, and the share of them that trade as one seller does."""

    pairs: int
    share: float

    @property
    def told(self) -> str:
        """In words, for the reasons of a pair."""
        return f"of {self.pairs} such pairs about {self.share:.0%} trade as one seller"


def learn_trust(observations: Sequence[Observation], known: Background) -> dict[str, Trust]:
    """The share of one seller among pairs that share a contact in one way and no name, for each way of sharing."""
    ratios: dict[str, list[float]] = defaultdict(list)
    for pair, seen in _by_pair(observations):
        shared = ways_of_sharing(seen)
        if len(shared) == 1 and not any(one.rule in _NAMES for one in seen):
            ratios[shared[0]].append(_ratio(pair, seen, known))
    return {name: found for group in _bands(ratios).values() for name, found in _of_band(group).items()}


def _by_pair(observations: Sequence[Observation]) -> Iterator[tuple[Pair, list[Observation]]]:
    mine = [one for one in observations if not one.rule.startswith("verdict_")]
    for pair, group in groupby(sorted(mine, key=in_order), key=attrgetter("left", "right")):
        yield pair, list(group)


def _ratio(pair: Pair, seen: Sequence[Observation], known: Background) -> float:
    """The likelihood ratio of the ways of a pair, beside what it shares."""
    copied = any(one.rule in _ADS for one in seen)
    ways = way_reasons(*pair, known, Beside(copied=copied, kept=share_a_keeper(seen)))
    weight: float = 10.0 ** sum(reason.weight for reason in ways)
    return weight


def _bands(ratios: Mapping[str, Sequence[float]]) -> dict[str, dict[str, Sequence[float]]]:
    """The ways of sharing, those of contacts of as many accounts together."""
    bands: dict[str, dict[str, Sequence[float]]] = defaultdict(dict)
    for name in sorted(ratios):
        bands[name.rsplit(" of ", 1)[-1]][name] = ratios[name]
    return bands


def _of_band(group: Mapping[str, Sequence[float]]) -> dict[str, Trust]:
    if sum(map(len, group.values())) < _LEAST:
        return {}
    made = {}
    for name, found in group.items():
        others = np.array([ratio for other in group if other != name for ratio in group[other]])
        told = len(others) >= _LEAST
        usual = _share(others, USUAL, _PAIRS) if told else USUAL
        usual *= _AS_USUAL_BESIDE if BESIDE in name else 1.0
        share = _share(np.array(found), usual, _OTHERS if told else _PAIRS)
        made[name] = Trust(len(found), round(min(share, _MOST), 3))
    return made


def shares_by_pair(
    observations: Sequence[Observation], known: Background, trust: Mapping[str, Trust]
) -> dict[Pair, float]:
    """For each pair with a contact in common of which something was learned: the share of such pairs that is one seller.

    Who else gives the very same contact tells whose it is, for this pair too (see `whose_contact`). The pair itself is
    left out, since its own ways are weighed already; what pairs with like names tell is left out as well.
    """
    said: dict[str, dict[Pair, float]] = defaultdict(dict)
    shown: dict[Pair, list[tuple[str, str]]] = {}
    for pair, seen in _by_pair(observations):
        mine = contacts_by_way(seen)
        if not any(way in trust for way, _ in mine):
            continue
        shown[pair] = mine
        if any(one.rule in _NAMES for one in seen):
            continue
        ratio = float(np.log10(_ratio(pair, seen, known)))
        for way, contact in mine:
            if contact and way in trust:
                said[contact][pair] = ratio
    found = _holders(said, shown, trust)
    return {pair: round(share_of(told, told), 4) for pair, told in _told_of(shown, found, trust)}


def _holders(
    said: Mapping[str, Ratios], shown: Mapping[Pair, Sequence[tuple[str, str]]], trust: Mapping[str, Trust]
) -> Holders:
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for mine in shown.values():
        for way, contact in mine:
            ways[contact][way] += way in trust
    mostly = {contact: min(ways[contact], key=lambda way: (-ways[contact][way], way)) for contact in said}
    usual = {way: USUAL * (_AS_USUAL_BESIDE if BESIDE in way else 1.0) for way in trust}
    return holders(said, mostly, usual, {way: one.share for way, one in trust.items()})


def _told_of(
    shown: Mapping[Pair, Sequence[tuple[str, str]]], found: Holders, trust: Mapping[str, Trust]
) -> Iterator[tuple[Pair, dict[str, float]]]:
    """For each pair and contact the share: by its other holders, else by the way of sharing, else the usual one."""
    for pair, mine in shown.items():
        shares = {}
        for at, (way, contact) in enumerate(mine):
            by_holders = found.share(contact, way, pair) if contact else None
            known = trust[way].share if way in trust else USUAL
            shares[str(at)] = known if by_holders is None else by_holders
        yield pair, shares


def share_of(shared: Iterable[str], shares: Mapping[str, float]) -> float:
    """The share of one seller among pairs that share contacts in these ways: that not all of them are by chance."""
    return min(1 - float(np.prod([1 - shares.get(name, USUAL) for name in shared])), _MOST)


def _share(ratios: np.ndarray, usual: float, held: float) -> float:
    share = usual
    for _ in range(_ROUNDS):
        said = share * ratios / (share * ratios + 1 - share)
        share = float((said.sum() + usual * held) / (len(ratios) + held))
    return share
