"""How common something is, counted by sellers: what five accounts of one seller share is not common property."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schakel.linking.agreement import COPIES, Observation

_COPIES = frozenset(rule.__name__ for rule in COPIES)
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
        if one.rule in _COPIES and one.users > _SHARED:
            holders[one.rule, one.detail].update((one.left, one.right))
    fewer = {what: len(who) - len({group[account] for account in who}) for what, who in holders.items()}
    changed = {
        (one.left, one.right)
        for one in observations
        if one.users > _SHARED and fewer.get((one.rule, one.detail), 0)
    }
    found: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for one in observations:
        pair = (one.left, one.right)
        if pair in changed:
            less = fewer.get((one.rule, one.detail), 0)
            found[pair].append(replace(one, users=max(one.users - less, _SHARED)) if less else one)
    return found
