"""Brings accounts together into sellers: by the whole evidence between groups, never through one weak link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log10

from schakel.linking.agreement import CONTACTS, COPIES, NAMES
from schakel.linking.scoring import Link
from schakel.linking.weights import load_settings

_FINE = 10_000  # evidence is summed in whole ten-thousandths, so that the order of adding cannot matter


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two accounts: one seller, or not. Later rulings (larger number) win."""

    number: int
    left: str
    right: str
    same: bool


_KINDS = (
    frozenset(rule.__name__ for rule in CONTACTS),
    frozenset(rule.__name__ for rule in NAMES),
    frozenset({"posts_same_ad"}),
    frozenset(rule.__name__ for rule in COPIES) - {"posts_same_ad"},
)  # all else is a fifth kind, a like name with nothing else a sixth
_TOLD = frozenset().union(*_KINDS) | {"announces_move", "forwards_other"}
_SHARED, _NAMED, _AD, _COPIED = range(4)  # the places of contacts, names, the same ad, and other copies
_TAKEN = frozenset({_NAMED, _AD, _COPIED, 5})  # what who pretends takes
_PRETENDED = {_NAMED, _COPIED}
_BARE = 5  # the place of bare names and price lists: strangers have them in any number
_NO_EVIDENCE = (0,) * 6


@dataclass(frozen=True, slots=True)
class _Between:
    """The evidence between two groups, in ten-thousandths: the best pair by kind of sign, and all that is against it.

    `pairs` counts those that speak for one seller; `doubt` sums what those lack that are sooner two sellers than one.
    """

    pro: tuple[int, ...] = _NO_EVIDENCE
    contra: int = 0
    pairs: int = 0
    doubt: int = 0

    def __add__(self, other: "_Between") -> "_Between":
        best = tuple(map(max, self.pro, other.pro))
        pairs, doubt = self.pairs + other.pairs, self.doubt + other.doubt
        return _Between(best, self.contra + other.contra, pairs, doubt)

    def worth(self, repeated: float, *, large: bool = False) -> int:
        """The best pair in full, the best pairs by other kinds of sign at their share, what speaks against it in full.

        One telephone or one ad in common with each account of a group is one sign, so it does not add up. A like name
        with nothing else never leads to a large group, since every name has namesakes, nor does a price list, since
        every supplier has resellers.
        """
        best = max(self.pro[:_BARE] if large else self.pro)
        if not best:
            return self.contra
        return best + round(repeated * (sum(self.pro) - best)) + self.contra

    def asked(self, claimed: int, settings: Mapping[str, float]) -> float:
        """The least that a large group asks: more where all evidence hangs together, and for each pair that fails to show.

        Who pretends to be a seller takes its name with its ads, photos and prices, so these are one kind here. A shop's
        or a courier's number, or a friend's name, ties one account of each of its customers, so it must tie most of a group.
        """
        kinds = {at for at, weight in enumerate(self.pro) if weight > 0}
        silent = 1 - self.pairs / claimed
        taken = kinds <= _TAKEN
        if silent > settings["most_silent_taken" if taken and kinds != {_COPIED} else "most_silent"]:
            return inf
        if not taken:
            least = settings["large_contact" if kinds == {_SHARED} else "large_more_kinds"]
        elif kinds >= _PRETENDED:
            least = settings["large_taken"]
        else:
            least = settings["large_copied" if kinds == {_COPIED} else "large_one_kind"]
        return least + settings["silent"] * silent + settings["doubt"] * self.doubt / _FINE / claimed


_NONE = _Between()


@dataclass(slots=True)
class _Groups:
    """Groups of accounts, the evidence between them, and which may not meet."""

    members: dict[str, list[str]]
    group_of: dict[str, str]
    between: dict[str, dict[str, _Between]] = field(default_factory=lambda: defaultdict(dict))
    barred: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def merge(self, one: str, other: str) -> str:
        """The group that holds both from now on; the smaller one is emptied into the larger."""
        keep, gone = (one, other) if self._weight(one) >= self._weight(other) else (other, one)
        for account in self.members[gone]:
            self.group_of[account] = keep
        self.members[keep] += self.members.pop(gone)
        for third, amount in self.between.pop(gone, {}).items():
            del self.between[third][gone]
            if third != keep:
                total = self.between[keep].get(third, _NONE) + amount
                self.between[keep][third] = self.between[third][keep] = total
        for third in self.barred.pop(gone, set()):
            self.barred[third].discard(gone)
            self.barred[third].add(keep)
            self.barred[keep].add(third)
        return keep

    def _weight(self, group: str) -> tuple[int, str]:
        return len(self.members[group]) + len(self.between.get(group, ())), group


def cluster(accounts: Iterable[str], links: Sequence[Link], rulings: Sequence[Ruling]) -> list[list[str]]:
    """The groups of accounts that are one seller each, sorted; every account is in exactly one.

    Strongest pairs first. Two groups merge when the evidence between them passes the threshold: the best pair
    in full, what pairs by other kinds of sign say at a share (a name or an ad that is like one account of a group is
    like all of them), what speaks against it in full. The more pairs a merge would claim, the more is asked, and most of a group of more
    than three accounts for which all evidence is of one kind. People's rulings go before all evidence.
    """
    ordered = sorted(set(accounts))
    groups = _Groups({a: [a] for a in ordered}, {a: a for a in ordered})
    _fill(groups, links)
    _apply(groups, rulings)
    settings = load_settings()
    hopeful = [link for link in links if settings.prior + link.log10_lr >= settings.cluster["threshold"]]
    hopeful.sort(key=lambda link: (-link.log10_lr, link.left, link.right))
    while hopeful:
        waiting = [link for link in hopeful if not _merged(groups, link)]
        if len(waiting) == len(hopeful):
            break
        hopeful = waiting
    ruled = {account for ruling in rulings for account in (ruling.left, ruling.right)}
    return sorted(_without_strays(list(groups.members.values()), links, ruled))


_Ties = Mapping[str, Mapping[str, _Between]]


def _without_strays(
    groups: Sequence[Sequence[str]], links: Sequence[Link], ruled: set[str]
) -> Iterator[list[str]]:
    most = load_settings().cluster["large"]
    ties = _ties([group for group in groups if len(group) > most], links)
    for group in groups:
        strays = _strays(group, ties, ruled) if len(group) > most else []
        yield sorted(set(group).difference(strays))
        yield from ([stray] for stray in strays)


def _ties(large: Sequence[Sequence[str]], links: Sequence[Link]) -> _Ties:
    """Of each account in a large group the members that something speaks for, and what."""
    group_of = {account: number for number, group in enumerate(large) for account in group}
    ties: dict[str, dict[str, _Between]] = defaultdict(dict)
    for link in links:
        if link.left in group_of and group_of[link.left] == group_of.get(link.right):
            worth = _worth(link)
            if worth.pro != _NO_EVIDENCE:
                ties[link.left][link.right] = ties[link.right][link.left] = worth
    return ties


def _strays(group: Sequence[str], ties: _Ties, ruled: set[str]) -> list[str]:
    """The accounts that were in before the rest came, and have nothing to do with most of them.

    A shop's number ties one account of a seller; when that seller's others come in, they show that it was a shop's.
    """
    left, out = set(group) - ruled, []
    settings, size = load_settings().cluster, len(group)
    most, taken = settings["most_silent"], settings["most_silent_taken"]
    while size > settings["large"]:
        known = {one: [ties[one][a] for a in ties.get(one, ()) if a not in out] for one in left}
        strays = [
            (len(found), one)
            for one, found in known.items()
            if 1 - len(found) / (size - 1) > (taken if all(map(_taken, found)) else most)
            and not any(between.pro[_AD] for between in found)
        ]
        if not strays:
            break
        stray = min(strays)[1]
        out.append(stray)
        left.remove(stray)
        size -= 1
    return out


def _taken(between: _Between) -> bool:
    return {at for at, weight in enumerate(between.pro) if weight > 0} <= _TAKEN


def _fill(groups: _Groups, links: Sequence[Link]) -> None:
    for link in links:
        amount = _worth(link)
        if amount != _NONE and link.left in groups.group_of and link.right in groups.group_of:
            total = groups.between[link.left].get(link.right, _NONE) + amount
            groups.between[link.left][link.right] = groups.between[link.right][link.left] = total


def _worth(link: Link) -> _Between:
    """What a pair adds between its groups: its posterior if that is for, its full weight if that is against."""
    posterior = round((load_settings().prior + link.log10_lr) * _FINE)
    if posterior <= 0:
        against = round(min(link.log10_lr, 0.0) * _FINE)
        return _Between(contra=against, doubt=-posterior)
    rules = {reason.rule for reason in link.reasons}
    counted = _TOLD - _KINDS[_SHARED] if "common_property" in rules else _TOLD
    told = [reason.rule for reason in link.reasons if reason.weight > 0 and reason.rule in counted]
    kind = next((at for rule in told for at, rules in enumerate(_KINDS) if rule in rules), len(_KINDS))
    if set(told) == {"same_price_ladder"} or (
        told and _KINDS[_NAMED].issuperset(told) and not _named_twice(link)
    ):
        kind = _BARE
    return _Between(tuple(posterior if at == kind else 0 for at in range(len(_NO_EVIDENCE))), pairs=1)


def _named_twice(link: Link) -> bool:
    """Name and username are chosen apart, so where both are alike it is more than a namesake."""
    return any(reason.rule == "names_alike_twice" for reason in link.reasons)


def _apply(groups: _Groups, rulings: Sequence[Ruling]) -> None:
    for ruling in sorted(rulings, key=lambda r: -r.number):
        one, other = groups.group_of.get(ruling.left), groups.group_of.get(ruling.right)
        if one is None or other is None or one == other:
            continue
        if not ruling.same:
            groups.barred[one].add(other)
            groups.barred[other].add(one)
        elif other not in groups.barred[one]:
            groups.merge(one, other)


def _merged(groups: _Groups, link: Link) -> bool:
    """Whether the two accounts of a link are in one group now."""
    one, other = groups.group_of[link.left], groups.group_of[link.right]
    if one == other:
        return True
    if other in groups.barred[one]:
        return False
    settings = load_settings().cluster
    small, great = sorted(len(groups.members[group]) for group in (one, other))
    asked = settings["threshold"] + settings["chain_cost"] * log10(small * great)
    between = groups.between[one].get(other, _NONE)
    large = small + great > settings["large"]
    if large:
        asked = max(asked, between.asked(small * great, settings))
    if between.worth(settings["repeated"], large=large) / _FINE < round(asked, 4):
        return False
    groups.merge(one, other)
    return True
