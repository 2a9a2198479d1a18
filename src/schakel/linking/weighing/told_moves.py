"""What word of a move by the later account weighs in these data, where the earlier one advertises no more.

Who goes on says so, and who pretends says so too; which it is, contacts tell of some such pairs: the same one, or each its
own. The share of those that are one seller, held to the word list by some pairs thought beside them, gives the odds.
"""

from collections.abc import Sequence, Set
from math import log10

from schakel.linking.comparing.agreement import Observation, takes_over
from schakel.linking.comparing.habits import Pair
from schakel.linking.weights import load_settings

_BESIDE = 10.0  # pairs thought beside those counted, of which as many are one seller as the word list has it
_MOST = 1.2  # log10: the most that is added

TAKES_OVER = takes_over.__name__


def learn_moves(
    observations: Sequence[Observation], same: Set[Pair], apart: Set[Pair], told_oftener: float
) -> dict[str, tuple[float, str]]:
    """The weight (log10) of a move told by the later account, and why; nothing where no contact tells or it adds nothing.

    `same` and `apart` are the pairs that are surely one seller, or two. Pairs of one seller are `told_oftener` than pairs of two.
    """
    pairs = {(one.left, one.right) for one in observations if one.rule == TAKES_OVER}
    one, two = len(pairs & same), len(pairs & apart)
    settings = load_settings()
    usual = settings.rules[TAKES_OVER].weight
    share = 1 / (1 + 10.0 ** -(settings.prior + usual))
    odds = (one / told_oftener + _BESIDE * share) / (two + _BESIDE * (1 - share))
    weight = round(min(log10(odds) - settings.prior, usual + _MOST), 2)
    if weight <= usual:
        return {}
    return {TAKES_OVER: (weight, f"of {one + two} such pairs whose contacts tell, {one} are one seller")}
