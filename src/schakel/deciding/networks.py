"""Which sellers belong together in one network, so that a plan does not spend all its hours on one of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from schakel.records.ids import make_id


class Tie(NamedTuple):
    """Two sellers and how strongly they are tied."""

    one: str
    other: str
    strength: float


@dataclass(frozen=True, slots=True)
class Networks:
    """`network` names the network of each seller that has one, `tied` counts the sellers tied to each."""

    network: Mapping[str, str]
    tied: Mapping[str, int]


def networks(ties: Iterable[Tie], largest: int) -> Networks:
    """Sellers joined along their ties, the strongest first; two groups are not joined to more than `largest`.

    Single-linkage clustering (Florek et al., 1951) with a ceiling: without one, a chain of chance ties would make
    one network of a whole market. Every seller of a network is tied to at least one other of it.
    """
    parent: dict[str, str] = {}
    size: Counter[str] = Counter()
    tied: Counter[str] = Counter()
    for tie in sorted(ties, key=lambda t: (-t.strength, t.one, t.other)):
        tied.update((tie.one, tie.other))
        one, other = sorted((_root(parent, tie.one), _root(parent, tie.other)))
        together = max(size[one], 1) + max(size[other], 1)
        if one != other and together <= largest:
            parent[other] = one
            size[one] = together
    roots = {seller: _root(parent, seller) for seller in tied}
    members = Counter(roots.values())
    named = {seller: make_id("n", root) for seller, root in sorted(roots.items()) if members[root] > 1}
    return Networks(named, dict(sorted(tied.items())))


def _root(parent: dict[str, str], seller: str) -> str:
    while seller in parent:  # never longer than a network is large
        seller = parent[seller]
    return seller
