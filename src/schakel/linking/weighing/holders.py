"""How common something is, counted by sellers: what five accounts of one seller share is not common property."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schakel.linking.comparing.agreement import COPIES, HARDLY_CHANGED, NAMES, Observation

_COPIES = frozenset(rule.__name__ for rule in COPIES)
# who pretends changes a letter: such names stay as common as they are
_NAMES = frozenset(rule.__name__ for rule in NAMES if rule not in HARDLY_CHANGED)
_SHARED = 2  # what two accounts share counts in full


def counted_by_seller(
    observations: Sequence[Observation], groups: Sequence[Sequence[str]]
) -> dict[tuple[str, str], list[Observation]]:
    """The observations of every pair on which something weighs more once accounts of one seller count as one.

    An ad, photo or price list weighs less the more accounts have it, since good ads are copied. That counted by accounts
    holds it against a seller that it has many. `groups` are the sellers as they stand when counted by accounts.
    """
    group = {account: place for place, some in enumerate(groups) for account in some}
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in observations:
        if one.users > _SHARED:
            for what in _had(one):
                holders[what].update((one.left, one.right))
    fewer = {what: len(who) - len({group[account] for account in who}) for what, who in holders.items()}
    less = {
        one: max((fewer.get(what, 0) for what in _had(one)), default=0)
        for one in observations
        if one.users > _SHARED
    }
    changed = {(one.left, one.right) for one, many in less.items() if many}
    found: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for one in observations:
        if (one.left, one.right) in changed:
            many = less.get(one, 0)
            found[one.left, one.right].append(
                replace(one, users=max(one.users - many, _SHARED)) if many else one
            )
    return found


def _had(one: Observation) -> tuple[tuple[str, str], ...]:
    """What is shared, as far as it is counted: the copy itself, or of a name the names that are like each account's."""
    if one.rule in _COPIES:
        return ((one.rule, one.detail),)
    return (("like", one.left), ("like", one.right)) if one.rule in _NAMES else ()
