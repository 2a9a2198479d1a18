"""What names and copies are worth by people's own words: confirmed and refused pairs move the weight of their kind of sign, a little.

People decide on the pairs that are put before them, mostly the doubtful ones; so not the share of confirmed pairs counts, but whether
it is more or less than was said of these very pairs: the odds are moved to fit (a logistic intercept, held to none by a prior;
Platt 1999). A word on two accounts must not move others, so nothing moves before several words on one kind of sign agree, and
never further than a small step. Words taken back move nothing any more.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np

from schakel.linking.clustering.clusters import Ruling
from schakel.linking.comparing.agreement import CONTACTS, Observation, in_order
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.sign_names import sign_of
from schakel.linking.weighing.borne_out import borne_out
from schakel.linking.weighing.entry_signs import step_that_fits
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.rivals import with_rivals
from schakel.linking.weighing.scoring import score
from schakel.linking.weights import load_settings

_CONTACTS = frozenset(rule.__name__ for rule in CONTACTS)
_LEAST = 8  # pairs of one kind of sign that people decided on, below which nothing moves
_HELD = 0.2  # log10: how far a kind of sign may usually be from what was learned without people
_MOST = 0.3  # log10: the furthest it moves

Signs = Mapping[str, tuple[float, str]]


def with_words_of_people(
    signs: Signs,
    ruled: Sequence[Ruling],
    told: Sequence[Observation],
    known: Background,
    beside: Sequence[Link] = (),
) -> dict[str, tuple[float, str]]:
    """The steps of the kinds of sign with what people's words on pairs add to them; `told` is what was seen, without verdicts.

    `beside` are all pairs, among which rivals are counted: people's words are compared with what is said of a pair in the end.
    """
    last: dict[Pair, bool] = {(r.left, r.right): r.same for r in sorted(ruled, key=attrgetter("number"))}
    if len(last) < _LEAST:
        return dict(signs)
    seen = sorted((one for one in told if (one.left, one.right) in last), key=in_order)
    said_of = with_rivals(borne_out(score(seen, known)), borne_out(beside))
    odds = {(link.left, link.right): link.log10_lr for link in said_of}
    decided: dict[str, list[Pair]] = defaultdict(list)
    for pair, group in groupby(seen, key=attrgetter("left", "right")):
        shown = list(group)
        name = None if any(one.rule in _CONTACTS for one in shown) else sign_of(shown)
        if name is not None:
            decided[name].append(pair)
    out = dict(signs)
    for name, pairs in sorted(decided.items()):
        if len(pairs) >= _LEAST:
            said = np.array([odds[pair] for pair in pairs]) + load_settings().prior
            same = np.array([last[pair] for pair in pairs])
            step = float(np.clip(step_that_fits(said, same, held=_HELD), -_MOST, _MOST))
            if not step:
                continue
            before, why = out.get(name, (0.0, ""))
            words = f"of {len(pairs)} such pairs that people decided on, {int(same.sum())} are one seller"
            out[name] = round(before + step, 2), "; ".join(part for part in (why, words) if part)
    return out
