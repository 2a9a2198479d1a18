"""What one thing seen on two accounts weighs, and the strongest of several that are the same evidence."""

from functools import cache

from schakel.linking.comparing.agreement import RULES, Observation, in_order
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_USED_ONCE = "; the same evidence as another reason, counted once"


def strongest(seen: list[Observation]) -> list[Reason]:
    """The reasons, the strongest first; the others are the same evidence and weigh nothing."""
    if len(seen) < 2:
        return [as_reason(one) for one in seen]
    ordered = sorted(seen, key=lambda o: (-weigh(o), *in_order(o)))
    return [as_reason(o) if at == 0 else as_reason(o, 0.0, _USED_ONCE) for at, o in enumerate(ordered)]


def weigh(seen: Observation) -> float:
    """The word list's weight (log10), by how rare what is shared is."""
    if seen.value:
        return RULES[seen.rule](seen, load_settings().rules)
    return _weight_of(seen.rule, seen.users, seen.main)


@cache
def _weight_of(rule: str, users: int, main: bool) -> float:
    return RULES[rule](Observation("", "", rule, users=users, main=main), load_settings().rules)


def as_reason(seen: Observation, weight: float | None = None, why: str = "") -> Reason:
    """What was seen as a reason, of the word list's weight or another, with words why."""
    given = weigh(seen) if weight is None else weight
    return Reason(seen.rule, given, detail=seen.detail + why, messages=seen.messages[:5])
