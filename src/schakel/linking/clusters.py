"""Brings accounts together into sellers: by the whole evidence between groups, never through one weak link."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log10

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
_BARE = 5  # the place of bare names
_NO_EVIDENCE = (0,) * 6


@dataclass(frozen=True, slots=True)
class _Between:
    """The evidence between two groups, in ten-thousandths: the best pair by kind of sign, and all that is against it."""

    pro: tuple[int, ...] = _NO_EVIDENCE
    contra: int = 0

    def __add__(self, other: "_Between") -> "_Between":
        return _Between(tuple(map(max, self.pro, other.pro)), self.contra + other.contra)

    def worth(self, repeated: float, *, large: bool = False) -> int:
        """The best pair in full, the best pairs by other kinds of sign at their share, what speaks against it in full.

        One telephone or one ad in common with each account of a group is one sign, so it does not add up. A like name
        with nothing else never leads to a large group: every name has namesakes.
        """
        best = max(self.pro[:_BARE] if large else self.pro)
        if not best:
            return self.contra
        return best + round(repeated * (sum(self.pro) - best)) + self.contra

    def asked(self, groups: bool) -> str:
        """The name of the least that a large group asks: more where all evidence is of one kind, so hangs together."""
        kinds = [at for at, weight in enumerate(self.pro) if weight > 0]
        if len(kinds) > 1:
            return "groups_more_kinds" if groups else "large_more_kinds"
        if groups:
            return "groups_name" if kinds == [1] else "groups_one_kind"
        return "large_doubtful" if kinds in ([0], [3]) else "large_one_kind"


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
    return sorted(sorted(group) for group in groups.members.values())


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
        return _Between(contra=round(min(link.log10_lr, 0.0) * _FINE))
    told = [reason.rule for reason in link.reasons if reason.weight > 0 and reason.rule in _TOLD]
    kind = next((at for rule in told for at, rules in enumerate(_KINDS) if rule in rules), len(_KINDS))
    if told and all(rule in _KINDS[1] for rule in told) and not _named_twice(link):
        kind = _BARE
    return _Between(tuple(posterior if at == kind else 0 for at in range(len(_NO_EVIDENCE))))


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
    claimed = len(groups.members[one]) * len(groups.members[other])
    asked = settings["threshold"] + settings["chain_cost"] * log10(claimed)
    smaller, larger = sorted(len(groups.members[group]) for group in (one, other))
    large = smaller + larger > settings["large"]
    between = groups.between[one].get(other, _NONE)
    if large:
        asked = max(asked, settings[between.asked(groups=smaller > 1)])
    worth = between.worth(settings["repeated"], large=large)
    if worth < round(asked * _FINE):
        return False
    groups.merge(one, other)
    return True
