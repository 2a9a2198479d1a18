"""Who else has it: other sellers that share ads, photos or price lists with both accounts of a pair.

Customers of one supplier paste its sheet of the week, and in any one week few of them did, so that each sheet by itself
looks rare. But over the weeks all of them share something with each other, while the accounts of one seller share their
ads with nobody else. So a pair is told how many other sellers share some copy, whichever it is, with both of its accounts
(the common neighbours of a graph, Liben-Nowell and Kleinberg 2007; here they speak against a link, since only strangers
stand between two customers).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schakel.linking.comparing.agreement import COPIES, OTHERS_SHARE_TOO, Observation
from schakel.linking.comparing.habits import Pair

_COPIES = frozenset(rule.__name__ for rule in COPIES)


def others_beside(observations: Sequence[Observation], groups: Sequence[Sequence[str]]) -> list[Observation]:
    """For each pair with a copy in common how many other sellers share a copy with both accounts, if any do.

    `groups` are the sellers as far as they are known: the accounts of one seller count once, those of the pair's own
    sellers not at all.
    """
    group = {account: place for place, some in enumerate(groups) for account in some}
    beside: dict[str, set[str]] = defaultdict(set)
    pairs: set[Pair] = set()
    for one in observations:
        if one.rule in _COPIES:
            pairs.add((one.left, one.right))
            beside[one.left].add(one.right)
            beside[one.right].add(one.left)
    return [
        Observation(left, right, OTHERS_SHARE_TOO, f"sellers: {many}", many)
        for left, right in sorted(pairs)
        if (many := _others(left, right, beside, group))
    ]


def _others(left: str, right: str, beside: Mapping[str, set[str]], group: Mapping[str, int]) -> int:
    both = beside[left] & beside[right]
    return len({group[account] for account in both} - {group[left], group[right]}) if both else 0
