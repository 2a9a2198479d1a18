"""Brings accounts together into sellers: by the whole evidence between groups, never through one weak link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log10

from schakel.linking.clustering.group_evidence import FINE, NOTHING, Between, of_pair
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two accounts: one seller, or not. Later rulings (larger number) win."""

    number: int
    left: str
    right: str
    same: bool


@dataclass(slots=True)
class _Groups:
    """Groups of accounts, the evidence between them, and which may not meet."""

    members: dict[str, list[str]]
    group_of: dict[str, str]
    between: dict[str, dict[str, Between]] = field(default_factory=lambda: defaultdict(dict))
    barred: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    reached: Set[str] = frozenset()

    def shown(self, one: str, other: str) -> int:
        """Of how many pairs of accounts between two groups both can be reached by a number, wallet or address."""
        return _count(self.reached, self.members[one]) * _count(self.reached, self.members[other])

    def merge(self, one: str, other: str) -> str:
        """The group that holds both from now on; the smaller one is emptied into the larger."""
        keep, gone = (one, other) if self._weight(one) >= self._weight(other) else (other, one)
        for account in self.members[gone]:
            self.group_of[account] = keep
        self.members[keep] += self.members.pop(gone)
        for third, amount in self.between.pop(gone, {}).items():
            del self.between[third][gone]
            if third != keep:
                total = self.between[keep].get(third, NOTHING) + amount
                self.between[keep][third] = self.between[third][keep] = total
        for third in self.barred.pop(gone, set()):
            self.barred[third].discard(gone)
            self.barred[third].add(keep)
            self.barred[keep].add(third)
        return keep

    def _weight(self, group: str) -> tuple[int, str]:
        return len(self.members[group]) + len(self.between.get(group, ())), group


def cluster(
    accounts: Iterable[str],
    links: Sequence[Link],
    rulings: Sequence[Ruling],
    *,
    others_told: bool = False,
    reached: Set[str] = frozenset(),
) -> list[list[str]]:
    """The groups of accounts that are one seller each, sorted; every account is in exactly one.

    Strongest pairs first. Two groups merge when the evidence between them passes the threshold: the best pair
    in full, what pairs by other kinds of sign say at a share (a name or an ad that is like one account of a group is
    like all of them), what speaks against it in full. The more pairs a merge would claim, the more is asked, and most of a group of more
    than three accounts for which all evidence is of one kind. People's rulings go before all evidence.
    `others_told` says whether the links tell which other sellers share copies with both accounts: only then a price list
    that nobody else has may lead into a large group. `reached` are the accounts that give a number, wallet or address:
    only pairs of them could show one in common.
    """
    ordered = sorted(set(accounts))
    groups = _Groups({a: [a] for a in ordered}, {a: a for a in ordered}, reached=reached)
    tied = {(link.left, link.right): of_pair(link, others_told=others_told) for link in links}
    _fill(groups, tied)
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
    return sorted(_without_strays(groups, tied, ruled))


def _count(reached: Set[str], accounts: Iterable[str]) -> int:
    return sum(account in reached for account in accounts)


_Tied = Mapping[tuple[str, str], Between]
_Ties = Mapping[str, Mapping[str, Between]]


def _without_strays(made: _Groups, tied: _Tied, ruled: set[str]) -> Iterator[list[str]]:
    most, groups = load_settings().cluster["large"], list(made.members.values())
    ties = _ties([group for group in groups if len(group) > most], tied)
    for group in groups:
        strays = _strays(group, ties, ruled, made.reached) if len(group) > most else []
        yield sorted(set(group).difference(strays))
        yield from ([stray] for stray in strays)


def _ties(large: Sequence[Sequence[str]], tied: _Tied) -> _Ties:
    """Of each account in a large group what is between it and other members."""
    group_of = {account: number for number, group in enumerate(large) for account in group}
    ties: dict[str, dict[str, Between]] = defaultdict(dict)
    for (left, right), between in tied.items():
        if left in group_of and group_of[left] == group_of.get(right):
            ties[left][right] = ties[right][left] = between
    return ties


def _strays(group: Sequence[str], ties: _Ties, ruled: set[str], reached: Set[str]) -> list[str]:
    """The accounts that were in before the rest came, and have little to do with most of them.

    A shop's number ties one account of a seller; when that seller's others come in, they show that it was a shop's.
    Who has least to do with the others goes first.
    """
    out: list[str] = []
    left, settings, size = set(group) - ruled, load_settings().cluster, len(group)
    while size > settings["large"]:
        borne = {
            one: sum((tie for a, tie in ties.get(one, {}).items() if a not in out), NOTHING) for one in left
        }
        others = _count(reached, set(group).difference(out)) - 1
        strays = [
            (sum(between.two), one)
            for one, between in borne.items()
            if between.pretended
            or between.lonely(size - 1, settings, others if one in reached else 0)
            or not between.borne_by_two(settings, called=between.called_alike(size - 1, settings))
        ]
        if not strays:
            break
        stray = min(strays)[1]
        out.append(stray)
        left.remove(stray)
        size -= 1
    return out


def _fill(groups: _Groups, tied: _Tied) -> None:
    for (left, right), amount in tied.items():
        if amount != NOTHING and left in groups.group_of and right in groups.group_of:
            groups.between[left][right] = groups.between[right][left] = amount


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
    between = groups.between[one].get(other, NOTHING)
    large, several = small + great > settings["large"], small > 1
    called = large and between.called_alike(small * great, settings)
    if between.pretended or (large and not between.borne_by_two(settings, several=several, called=called)):
        return False
    if large:
        shown = groups.shown(one, other)
        asked = max(asked, between.asked(small * great, settings, shown, several=several, called=called))
    if between.worth(settings["repeated"], large=large, called=called) / FINE < round(asked, 4):
        return False
    groups.merge(one, other)
    return True
