"""What the ways of two accounts weigh: when and where they post, what they sell for how much, how they write.

Each alone is a weak witness; together they weigh no more than the cap of the word list, so ways rank pairs and
settle doubt, but never link two accounts by themselves.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from schakel.linking.comparing.agreement import curve_weight
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import NOTHING, Habit
from schakel.linking.comparing.manners import MANNERS
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

WAYS = {
    "same_hours": "hours", "other_hours": "hours", "same_chats": "chats", "other_chats": "chats",
    "same_area": "area", "other_area": "area", "writes_alike": "writing", "writes_unlike": "writing",
    "same_prices": "prices", "other_prices": "prices", "same_goods": "goods", "other_goods": "goods",
    "ads_worded_alike": "words", "ads_worded_unlike": "words", "same_payment": "payment", "other_payment": "payment", "photos_as_often": "photos", "photos_otherwise": "photos",
}  # fmt: skip
_ALIKE = (0.2, 0.5, 0.8, 0.95)  # the levels of a manner, by its likeness
_FOR_AND_AGAINST = {way: [rule for rule, of in WAYS.items() if of == way] for way in set(WAYS.values())}
LEARNED = ("area", "goods", "prices")  # of which each level's weight is learned (see `told_ways`)
WAYS_TOLD = ("goods", "area", "prices", "writing", *MANNERS)  # the same beside a kind of sign
# By kind of entry sign, way and level what it weighs in these data, and why; by SIGN_ITSELF what the sign does.
WaysHere = Mapping[tuple[str, str, int], tuple[float, str]]
SIGN_ITSELF = ""
_NOT_OF_AN_AD = frozenset(
    {"hours", "chats", "language", "photos"}
)  # what does not come along with a copied ad
_OF_WORDS = frozenset({"goods", "area", "writing"})  # what comes along with the wording of an ad
_OF_A_LIST = frozenset({"goods", "prices"})
BY_CHANCE = (
    " by chance"  # after the name of a way: what is learned of it for pairs without a contact in common
)
_BOUNDS = (-0.3, -0.05, 0.05, 0.3)  # log10: the levels of a way, by what the word list makes of it
LEVELS, NEUTRAL = len(_BOUNDS) + 1, len(_BOUNDS) // 2


def level_of(weight: float) -> int:
    """The level of a way, from the word list's weight."""
    return bisect_right(_BOUNDS, weight)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else a pair shares, since ways that come along with it say nothing more.

    With an ad (`copied`) come its words, goods and places, and those with ads worded alike (`worded`), with a price list (`listed`) goods and prices. Who names
    somebody whom many name (`kept`) posts in the groups of that keeper. With a contact (`tied`) may come a courier's town,
    but hardly the prices. `sign` is the kind of entry sign by which the pair is looked at, if no contact ties it.
    """

    copied: bool = False
    worded: bool = False
    listed: bool = False
    kept: bool = False
    tied: bool = True
    sign: str | None = None


def counts_beside(way: str, beside: Beside) -> bool:
    """Whether a way tells of both accounts, and did not come along with an ad or a price list in common."""
    if beside.copied:
        return way in _NOT_OF_AN_AD
    if beside.worded and way in _OF_WORDS:
        return False
    return not (beside.listed and way in _OF_A_LIST)


def levels_of(left: str, right: str, known: Background, beside: Beside) -> dict[str, int]:
    """By way the level of two accounts, as far as it did not come along with what they share."""
    habit = known.habits.get((left, right), NOTHING)
    usual = {WAYS[r.rule]: level_of(r.weight) for r in _usual_once(left, right, known, beside)}
    told = usual | {name: bisect_right(_ALIKE, value) for name, value in _manners(habit)}
    return {way: level for way, level in told.items() if counts_beside(way, beside)}


def _manners(habit: Habit) -> list[tuple[str, float]]:
    pairs = zip(MANNERS, habit.manners or (None,) * len(MANNERS), strict=True)
    return [(name, value) for name, value in pairs if value is not None]


def way_reasons(
    left: str, right: str, known: Background, beside: Beside = Beside(), *, whole: bool = False
) -> list[Reason]:
    """The reasons from the ways of two accounts; the `whole` ones are neither cut nor left out where they weigh nothing."""
    reasons = _usual_once(left, right, known, beside)
    if beside.sign is not None and known.ways_here:
        reasons = [_told_here(reason, known, beside) for reason in reasons]
        reasons += _manners_here(known.habits.get((left, right), NOTHING), known, beside)
    elif known.scales or known.steps:
        reasons = [_learned(reason, known, beside) for reason in reasons]
    return reasons if whole else _capped([reason for reason in reasons if reason.weight])


def _usual_once(left: str, right: str, known: Background, beside: Beside) -> list[Reason]:
    work = partial(_usual, left, right, known, beside)
    return known.once(("ways", left, right), (beside.copied, beside.worded, beside.kept, beside.tied), work)


def _usual(left: str, right: str, known: Background, beside: Beside) -> list[Reason]:
    habit = known.habits.get((left, right), NOTHING)
    reasons = _likeness("hours", habit.hours) + ([] if beside.kept else _likeness("chats", habit.chats))
    if not (beside.copied or beside.worded):
        reasons += _likeness("area", habit.area) + _writing(habit) + _goods(left, right, known)
    tied = beside.tied and not beside.copied
    reasons += _words(habit) if tied else []
    return reasons + _prices(habit, "same_prices_tied" if tied else "same_prices")


def _told_here(reason: Reason, known: Background, beside: Beside) -> Reason:
    """What a way weighs beside such a sign in these data; as learned of all pairs where that was not learned."""
    way = WAYS[reason.rule]
    found = known.ways_here.get((beside.sign or "", way, level_of(reason.weight)))
    if found is None or not counts_beside(way, beside):
        return _learned(reason, known, beside)
    weight, told = found
    rule = _FOR_AND_AGAINST[way][weight < 0]
    return Reason(rule, weight, detail=f"{reason.detail}; {told}", messages=reason.messages)


def _manners_here(habit: Habit, known: Background, beside: Beside) -> list[Reason]:
    """What manners of advertising tell beside such a sign in these data; nothing where that was not learned."""
    out = []
    for name, value in _manners(habit):
        found = known.ways_here.get((beside.sign or "", name, bisect_right(_ALIKE, value)))
        if found is not None and counts_beside(name, beside):
            weight, told = found
            out.append(
                Reason(_FOR_AND_AGAINST[name][weight < 0], weight, detail=f"likeness {value:.0%}; {told}")
            )
    return out


def _learned(reason: Reason, known: Background, beside: Beside) -> Reason:
    way = WAYS[reason.rule]
    step = _step(reason, way, known, beside) if way in LEARNED else 0.0
    scale = known.scales.get(way, 1.0)
    if not step and scale == 1.0:
        return reason
    told = "more than usual in these data" if step else f"counts {scale:.1f} times in these data"
    weight = round(reason.weight * scale + step, 4)
    rule = _FOR_AND_AGAINST[way][weight < 0]
    return Reason(rule, weight, detail=f"{reason.detail}; {told}", messages=reason.messages)


def _step(reason: Reason, way: str, known: Background, beside: Beside) -> float:
    steps = known.steps.get(way if beside.tied else way + BY_CHANCE)
    comes_along = (beside.copied or beside.listed) and way != "area"
    return (
        0.0
        if steps is None or comes_along or (beside.worded and way in _OF_WORDS)
        else steps[level_of(reason.weight)]
    )


def _likeness(what: str, value: float | None) -> list[Reason]:
    if value is None:
        return []
    weight = curve_weight(f"same_{what}", value)
    return [Reason(f"same_{what}" if weight > 0 else f"other_{what}", weight, detail=_as_likeness(value))]


def _as_likeness(value: float) -> str:
    """How much more alike than two accounts that know nothing of each other, of which the logarithm is 0 on average."""
    return f"{round(value, 2) + 0.0:.2f}, strangers about 0"


def _writing(habit: Habit) -> list[Reason]:
    if not habit.writing:
        return []
    weight = curve_weight("writes_alike", habit.writing)
    rule = "writes_alike" if weight > 0 else "writes_unlike"
    return [Reason(rule, weight, detail=f"likeness {habit.writing:.0%}")]


def _words(habit: Habit) -> list[Reason]:
    if habit.words is None:
        return []
    weight = curve_weight("ads_worded_alike", habit.words)
    detail = "a few words only" if habit.words < 0 else f"likeness {habit.words:.0%}"
    return [Reason("ads_worded_alike" if weight > 0 else "ads_worded_unlike", weight, detail=detail)]


def _prices(habit: Habit, curve: str) -> list[Reason]:
    if habit.amounts < load_settings().blocks["ladder_lines"]:
        return []
    weight = curve_weight(curve, habit.same / habit.amounts)
    rule = "same_prices" if weight > 0 else "other_prices"
    return [Reason(rule, weight, detail=f"same for {habit.same} of {habit.amounts} amounts")]


def _goods(left: str, right: str, known: Background) -> list[Reason]:
    one, other = known.goods.get(left, frozenset()), known.goods.get(right, frozenset())
    if not one or not other:
        return []
    settings, common = load_settings(), sorted(one & other)
    told = f"{', '.join(sorted(one))} / {', '.join(sorted(other))}"
    if not common:
        return [Reason("other_goods", settings.rules["other_goods"].weight, detail=told)]
    if len(common) >= settings.blocks["goods_alike"] * len(one | other):
        return [Reason("same_goods", settings.rules["same_goods"].weight, detail=", ".join(common))]
    return [Reason("same_goods", 0.0, detail=told)]


def _capped(reasons: list[Reason]) -> list[Reason]:
    """The same reasons, cut in proportion where together they would weigh more than ways may."""
    most, total = load_settings().cluster["ways_cap"], sum([reason.weight for reason in reasons])
    if abs(total) <= most:
        return reasons
    share = most / abs(total)
    return [Reason(r.rule, round(r.weight * share, 4), detail=r.detail, messages=r.messages) for r in reasons]
