"""What the ways of two accounts weigh: when and where they post, what they sell for how much, how they write.

Each alone is a weak witness; together they weigh no more than the cap of the word list, so ways rank pairs and
settle doubt, but never link two accounts by themselves.
"""

from functools import partial

from schakel.linking.agreement import Observation, curve_weight
from schakel.linking.background import Background
from schakel.linking.habits import NOTHING, Habit
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason


def way_reasons(left: str, right: str, known: Background, *, copied: bool) -> list[Reason]:
    """The reasons from the ways of two accounts.

    Where an ad is copied its words, goods and places come along with it and say nothing.
    """
    reasons = known.once(("ways", left, right), (copied,), partial(_unscaled, left, right, known, copied))
    scaled = [_scaled(reason, known) for reason in reasons] if known.scales else reasons
    return _capped([reason for reason in scaled if reason.weight])


def _unscaled(left: str, right: str, known: Background, copied: bool) -> list[Reason]:
    habit = known.habits.get((left, right), NOTHING)
    reasons = _likeness("hours", habit.hours) + _likeness("chats", habit.chats)
    if not copied:
        reasons += _likeness("area", habit.area) + _writing(habit) + _goods(left, right, known)
    return reasons + _prices(habit)


WAYS = {
    "same_hours": "hours", "other_hours": "hours", "same_chats": "chats", "other_chats": "chats",
    "same_area": "area", "other_area": "area", "writes_alike": "writing", "writes_unlike": "writing",
    "same_prices": "prices", "other_prices": "prices", "same_goods": "goods", "other_goods": "goods",
}  # fmt: skip


def _scaled(reason: Reason, known: Background) -> Reason:
    scale = known.scales.get(WAYS[reason.rule], 1.0)
    if scale == 1.0:
        return reason
    detail = f"{reason.detail}; counts {scale:.1f} times in these data"
    return Reason(reason.rule, round(reason.weight * scale, 4), detail=detail, messages=reason.messages)


def _likeness(what: str, value: float | None) -> list[Reason]:
    if value is None:
        return []
    weight = curve_weight(f"same_{what}", value)
    return [Reason(f"same_{what}" if weight > 0 else f"other_{what}", weight, detail=f"{value:.2f}")]


def _writing(habit: Habit) -> list[Reason]:
    if not habit.writing:
        return []
    weight = curve_weight("writes_alike", habit.writing)
    rule = "writes_alike" if weight > 0 else "writes_unlike"
    return [Reason(rule, weight, detail=f"likeness {habit.writing:.0%}")]


def _prices(habit: Habit) -> list[Reason]:
    if habit.amounts < load_settings().blocks["ladder_lines"]:
        return []
    weight = curve_weight("same_prices", habit.same / habit.amounts)
    rule = "same_prices" if weight > 0 else "other_prices"
    return [Reason(rule, weight, detail=f"same for {habit.same} of {habit.amounts} amounts")]


def _goods(left: str, right: str, known: Background) -> list[Reason]:
    one, other = known.goods.get(left, frozenset()), known.goods.get(right, frozenset())
    if not one or not other:
        return []
    settings, common = load_settings(), sorted(one & other)
    if not common:
        detail = f"{', '.join(sorted(one))} / {', '.join(sorted(other))}"
        seen = Observation(left, right, "other_goods", detail)
    elif len(common) >= settings.blocks["goods_alike"] * len(one | other):
        seen = Observation(left, right, "same_goods", ", ".join(common))
    else:
        return []
    return [Reason(seen.rule, settings.rules[seen.rule].weight, detail=seen.detail)]


def _capped(reasons: list[Reason]) -> list[Reason]:
    """The same reasons, cut in proportion where together they would weigh more than ways may."""
    most, total = load_settings().cluster["ways_cap"], sum(reason.weight for reason in reasons)
    if abs(total) <= most:
        return reasons
    share = most / abs(total)
    return [Reason(r.rule, round(r.weight * share, 4), detail=r.detail, messages=r.messages) for r in reasons]
