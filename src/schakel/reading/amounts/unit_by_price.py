"""What a number without a unit counts, by the goods and by its price: grams, kilos, ready portions, tablets."""

from collections.abc import Sequence
from itertools import pairwise

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.goods_words import Counted
from schakel.reading.amounts.measure_words import GramPrice, MeasureWords
from schakel.reading.word_data import data_file

_EIGHTH = 3.5  # grams in an eighth of an ounce
EIGHTH = "eighth or portion"
_LIMITS = data_file("amount_limits.toml")["unit_by_price"]
_CHEAPEST_EIGHTH: float = _LIMITS["cheapest_eighth"]
_STABLE = frozenset[str](_LIMITS["stable"])
_THOUSANDS = frozenset[str](_LIMITS["thousands"])
_COUNTED = ("pill", "ball")
_FAR_TOO_DEAR: float = _LIMITS["far_too_dear"]
_KILO = 1000.0
_A_FEW: float = _LIMITS["a_few"]
_MAGAZINES = frozenset[str](_LIMITS["magazines"])
_ALIKE = tuple[float, ...](_LIMITS["alike"])
_MANY_PUFFS: float = _LIMITS["many_puffs"]
_PUFFS: float = _LIMITS["puffs"]
_CHEAPEST: float = _LIMITS["cheapest"]
_SAID_GRAMS = tuple[float, ...](_LIMITS["said_grams"])
_LEAST_IN_THOUSANDS: float = _LIMITS["least_in_thousands"]
_A_LIST = 2  # lines
_MOST_GRAMS: float = _LIMITS["most_grams"]
_LEAST_FOR_ONE: float = _LIMITS["least_for_one"]
_WITH_PESOS: str = _LIMITS["with_pesos"]


def settle_counts(
    group: Sequence[Draft], lists: MeasureWords, language: str, commodity: str, ware: Counted
) -> None:
    """Gives the drafts of one product the unit that their numbers and prices show, where none was written."""
    for draft in group:
        if draft.unit == EIGHTH or (draft.per is not None and draft.per[1] == EIGHTH):
            weighed = language == lists.eighth_ball_language and commodity in lists.eighth_ball
            _settle_eighth(draft, weighed and not _is_portion(draft))
        if draft.unit in ("count", "piece") and (draft.quantity or 0.0) >= lists.tablets_from.get(
            commodity, float("inf")
        ):
            draft.unit = "pill"
        _settle_sizes(draft, lists, commodity)
    if commodity in lists.same_content:
        _settle_same_content(group)
    if commodity in lists.weighed_by_fraction and ware.bare in _COUNTED:
        _settle_fractions(group)
    _settle_grams(group, language, ware)
    if language in _THOUSANDS or any(draft.currency not in _STABLE for draft in group):
        return
    for draft in group:
        _settle_portion(draft, lists.portion_price.get(commodity, 0.0))
    if commodity in lists.least_portion and ware.bare != "g":
        _settle_prices_first(group, lists.least_portion[commodity])
    if ware.bare == "g" and commodity in lists.gram_price and not _may_be_pesos(group, language):
        _settle_kilos(group, lists, commodity)


def _settle_grams(group: Sequence[Draft], language: str, ware: Counted) -> None:
    """Numbers of what is weighed that are grams and no price, or the price and no grams, in any money."""
    if ware.bare != "g":
        return
    for draft in group:
        _settle_part_of_gram(draft)
    if language in _THOUSANDS:
        _settle_thousands_first(group)


def _settle_part_of_gram(draft: Draft) -> None:
    """Cases such as "кокаин 0.5 прикоп", "coke 0,5": less than one without a currency is grams, no price."""
    said = draft.currency or draft.per is not None or draft.each or draft.at or draft.threshold
    if draft.quantity is None and draft.price is not None and 0.0 < draft.price < 1.0 and not said:
        draft.quantity, draft.unit, draft.price = draft.price, "g", None


def _is_portion(draft: Draft) -> bool:
    """Cases such as "one ball a tenner, 3 balls 25": no eighth of an ounce costs so little."""
    if draft.unit != EIGHTH or draft.price is None or draft.currency not in _STABLE:
        return False
    return draft.price / (draft.quantity or 1.0) < _CHEAPEST_EIGHTH


def _settle_eighth(draft: Draft, weighed: bool) -> None:
    """Cases such as "g 70, ball 220" of what is weighed; "rocks 10 a ball" is a portion."""
    if draft.unit == EIGHTH:
        draft.quantity = (draft.quantity or 1.0) * (_EIGHTH if weighed else 1.0)
        draft.unit = "g" if weighed else "ball"
    if draft.per is not None and draft.per[1] == EIGHTH:
        draft.per = (draft.per[0] * _EIGHTH, "g") if weighed else (draft.per[0], "ball")


def _settle_puffs(draft: Draft) -> None:
    """Cases such as "elfbar 600 stk 5€", "razz bar 25k 18": so many puffs, though a word for pieces stands behind.

    Or the unit is that of the cartons before them.
    """
    if draft.at or draft.aside:
        return
    if _counts_puffs(draft) if draft.unit in ("piece", "pill") else _carries_cartons(draft):
        draft.quantity, draft.unit = 1.0, "piece"


def _settle_sizes(draft: Draft, lists: MeasureWords, commodity: str) -> None:
    """Cases such as "Amazon 100 → 50", "magazine 30 rnd £60", "Drum 50 g 6": the number is the size of one."""
    if draft.price is None or not draft.quantity or draft.per is not None or draft.each or draft.threshold:
        return
    if commodity in lists.puff_commodities:
        _settle_puffs(draft)
    low, high = lists.packed_weight.get(commodity, (1.0, 0.0))
    if draft.unit == "g" and low <= draft.quantity <= high:
        draft.quantity, draft.unit = 1.0, "pack"
    counted = draft.unit == "count" or (draft.unit in ("piece", "pill") and commodity in _MAGAZINES)
    if counted and draft.price < lists.told_by_size.get(commodity, 0.0) * draft.quantity:
        draft.quantity, draft.unit = 1.0, "piece"


def _settle_same_content(group: Sequence[Draft]) -> None:
    """Cases such as "enanthate 10 ml 40, tren 50": a vial of about the same price holds as much as the one before."""
    for before, draft in pairwise(group):
        alone = draft.quantity is None and draft.price is not None and draft.per is None and not draft.each
        told = before.unit == "ml" and before.quantity and before.price
        if alone and told and _ALIKE[0] <= (draft.price or 0.0) / (before.price or 1.0) <= _ALIKE[1]:
            draft.quantity, draft.unit = before.quantity, "ml"


def settle_vials(drafts: Sequence[Draft], lists: MeasureWords) -> None:
    """Cases such as "test 10 ml 28, any 3 vials 75": so many as the one whose content was told, at about its price."""
    told: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        ware = (draft.hit.term.concept, draft.hit.term.product) if draft.hit is not None else ("", "")
        one = told.get(ware)
        if ware[0] in lists.same_content and draft.unit == "ml" and draft.price and draft.quantity:
            told.setdefault(ware, draft)
        elif one is not None and draft.unit == "thing" and draft.price and draft.quantity:
            ratio = draft.price / draft.quantity / (one.price or 1.0)
            if _ALIKE[0] <= ratio <= 1.0:
                draft.quantity, draft.unit = draft.quantity * (one.quantity or 1.0), "ml"


def _settle_fractions(group: Sequence[Draft]) -> None:
    """Cases such as "0.2 = 15, 0.4 = 25, 3.5 = 160": a list with a number that is not whole tells grams."""
    bare = [draft for draft in group if draft.unit == "count" and draft.price is not None]
    if any(not (draft.quantity or 0.0).is_integer() for draft in bare):
        for draft in bare:
            draft.unit = "g"


def _settle_portion(draft: Draft, most: float) -> None:
    """Cases such as "dark, 1 for 10, 3 for 25": nobody asks so little for a gram."""
    quantity = 1.0 if draft.quantity is None else draft.quantity
    bare = draft.unit in ("", "count") and draft.per is None and quantity.is_integer() and quantity > 0
    if bare and draft.price is not None and draft.price <= most * (1.0 if draft.each else quantity):
        draft.implied = draft.implied or draft.quantity is None
        draft.quantity, draft.unit = quantity, "ball"


def _settle_prices_first(group: Sequence[Draft], least: float) -> None:
    """Cases such as "crack 10 = 1, 25 = 3": the prices stand before the numbers that they are for."""
    bare = [draft for draft in group if draft.price and draft.quantity and _is_plain(draft)]
    rises = all((a.price or 0.0) < (b.price or 0.0) for a, b in pairwise(bare))
    if len(bare) < _A_LIST or not rises or not all(_is_price_first(draft, least) for draft in bare):
        return
    for draft in bare:
        draft.quantity, draft.price = draft.price, draft.quantity


def _settle_thousands_first(group: Sequence[Draft]) -> None:
    """Cases such as "бошки 1500/1, 4000/3, 6000/5": roubles or liras before the grams that they are for."""
    bare = [draft for draft in group if draft.price and draft.quantity and _is_plain(draft)]
    few = all((draft.price or 0.0) <= _MOST_GRAMS for draft in bare)
    dear = all((draft.quantity or 0.0) >= _LEAST_FOR_ONE * (draft.price or 0.0) for draft in bare)
    if not bare or len(bare) != len(group) or not few or not dear:
        return
    for draft in bare:
        draft.quantity, draft.price = draft.price, draft.quantity


def _is_plain(draft: Draft) -> bool:
    said = draft.each or draft.at or draft.threshold or bool(draft.currency)
    return draft.unit == "count" and draft.per is None and not said


def _is_price_first(draft: Draft, least: float) -> bool:
    """Whether the second number is a few whole ones, and one of the first would cost too little."""
    quantity, price = draft.quantity or 0.0, draft.price or 0.0
    return price.is_integer() and price <= _A_FEW and price < least * quantity <= quantity**2 / price


def _may_be_pesos(group: Sequence[Draft], language: str) -> bool:
    return language == _WITH_PESOS and not any(draft.currency for draft in group)


def _settle_kilos(group: Sequence[Draft], lists: MeasureWords, commodity: str) -> None:
    """Cases such as "half 9k, heel 17k", "1 = 9.500, 5 = 42.000": what no gram costs and a kilo does."""
    bounds = lists.gram_price[commodity]
    bare = [draft for draft in group if draft.unit in ("", "count") and draft.per is None and draft.price]
    for draft in bare:
        price = (draft.price or 0.0) / (draft.quantity or 1.0)
        few = (draft.quantity or 1.0) <= _A_FEW
        if few and price > _FAR_TOO_DEAR * bounds.high and bounds.low <= price / _KILO <= bounds.high:
            break
    else:
        return
    for draft in bare:
        draft.implied = draft.implied or draft.quantity is None
        draft.quantity, draft.unit = draft.quantity or 1.0, "kg"


def settle_bare(
    draft: Draft, lists: MeasureWords, commodity: str, ware: Counted, *, turned: bool = False
) -> bool:
    """What a number without any unit cannot be at its price: so many vapes, so many grams.

    Says whether the number was the price and the price the grams; `turned` that it was so in a line before.
    """
    if commodity in lists.puff_commodities and _counts_puffs(draft):
        draft.quantity, draft.unit = 1.0, "piece"  # "vapes 9000 puffs 10, 15000 12"
    if commodity in lists.gram_price and ware.bare == "g":
        return _settle_reversed(draft, lists.gram_price[commodity], turned)
    return False


def without_puffs(drafts: Sequence[Draft], lists: MeasureWords) -> list[Draft]:
    """The lines of an offer without the thousands of puffs of a heading ("Vapes 12k"), where prices follow."""
    puffs = [draft for draft in drafts if _heads_with_puffs(draft, lists)]
    if not puffs or not any(draft.price for draft in drafts if draft not in puffs):
        return list(drafts)
    return [draft for draft in drafts if draft not in puffs]


def _heads_with_puffs(draft: Draft, lists: MeasureWords) -> bool:
    ware = draft.hit.term.concept if draft.hit is not None else ""
    thousands = (draft.price or 0.0) >= _MANY_PUFFS and (draft.price or 0.0) % _PUFFS == 0.0
    return ware in lists.puff_commodities and thousands and draft.quantity is None and not draft.currency


def _counts_puffs(draft: Draft) -> bool:
    """Whether a number of thousands says how long one lasts: so many cost more."""
    many = (draft.quantity or 0.0) >= _PUFFS
    return many and draft.price is not None and draft.price < (draft.quantity or 0.0) * _CHEAPEST


def _carries_cartons(draft: Draft) -> bool:
    """Whether thousands of cartons would cost less than one unit of money each: the unit is that of the line before."""
    carton = draft.unit in ("block", "carton") and draft.price is not None
    return carton and (draft.quantity or 0.0) >= _PUFFS and (draft.price or 0.0) < (draft.quantity or 0.0)


def _settle_reversed(draft: Draft, usual: GramPrice, turned: bool) -> bool:
    """Cases such as "55 voor een half", "85 for five": what no gram costs is the price, and the small number the grams."""
    if not draft.price or not draft.quantity or draft.per is not None or draft.threshold:
        return False
    if draft.price / draft.quantity >= usual.low:
        return False
    if draft.quantity >= _LEAST_IN_THOUSANDS and draft.price not in _SAID_GRAMS and not turned:
        return False
    if usual.low <= draft.quantity / draft.price <= usual.high:
        draft.quantity, draft.price = draft.price, draft.quantity
        draft.at = draft.each = False
        return True
    return False
