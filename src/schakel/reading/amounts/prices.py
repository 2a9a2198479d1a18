"""Turns drafts into whole amounts and whole prices: totals, falling price ladders, prices in thousands."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.falling_prices import is_near, settle_falling
from schakel.reading.amounts.goods_words import Counted
from schakel.reading.amounts.lone_thresholds import settle_lone_threshold
from schakel.reading.amounts.measure_words import BareThousands, GramPrice, MeasureWords
from schakel.reading.amounts.shares import settle_shares
from schakel.reading.amounts.unit_by_price import settle_bare, settle_counts
from schakel.reading.word_data import data_file

_BASE = {"g": ("g", 1.0), "kg": ("g", 1000.0), "mg": ("g", 0.001), "ml": ("ml", 1.0), "l": ("ml", 1000.0)}
_WEIGHED = frozenset(_BASE)
_LIMITS = data_file("amount_limits.toml")["prices"]
_THOUSANDS_CURRENCIES = frozenset[str](_LIMITS["thousands_currencies"])
_BY_WEIGHT = frozenset({"g", "kg"})
_ROUBLES = frozenset[str](_LIMITS["roubles"])
_OWN_MONEY = frozenset[str](_LIMITS["own_money"])
_IN_PIECES = frozenset[str](_LIMITS["in_pieces"])
_NO_TABLETS = frozenset[str](_LIMITS["no_tablets"])
_NEVER_PACKED = frozenset[str](_LIMITS["never_packed"])
_ON_SHEETS: str = _LIMITS["on_sheets"]
_OWN_UNITS: dict[str, dict[str, str]] = _LIMITS["own_units"]
_A_SHEET: float = _LIMITS["a_sheet"]
_CONTAINERS = frozenset({"strip", "box", "pack", "small box", "carton"})
_LIQUID = frozenset({"ml", "l"})
_NOT_DRUNK = frozenset[str](_LIMITS["not_drunk"])
_IN_A_BOX = frozenset({"carton", "pack", "piece", "pill", "strip"})
_LUMPS = frozenset({"block", "box"})
_MOST_STOCK: int = _LIMITS["most_stock"]
_TEN = 10.0
_LEAST_IN_THOUSANDS: float = _LIMITS["least_in_thousands"]
_NO_COUNT = Counted()


def counted(lists: MeasureWords, commodity: str, product: str) -> Counted:
    """What a bare number, a "stuk" and a ready portion of this product are."""
    general = lists.counted.get(commodity, _NO_COUNT)
    special = lists.counted_product.get(product)
    if special is None:
        return general
    return Counted(special.bare, special.piece or general.piece, general.portion)


def _counted_here(lists: MeasureWords, language: str, commodity: str, product: str) -> Counted:
    """The same, in languages in which a piece of what is weighed is a gram."""
    ware = counted(lists, commodity, product)
    weighed = language in lists.piece_is_gram and ware.bare == "g"
    return Counted("g", "g", ware.portion) if weighed else ware


def settle(group: Sequence[Draft], lists: MeasureWords, language: str, commodity: str, product: str) -> None:
    """Settles the drafts of one product: units first, then prices for the whole amount."""
    ware = _counted_here(lists, language, commodity, product)
    carried, turned = "", False
    settle_counts(group, lists, language, commodity, ware)
    weighed = next((draft.unit for draft in group if draft.unit == "g"), "")
    for draft in group:
        if weighed and draft.unit == "count" and not (draft.quantity or 0.0).is_integer():
            draft.unit = weighed  # "0.5 - 2500, 1g - 4500"
        if draft.unit == "count":
            turned = settle_bare(draft, lists, commodity, ware, turned=turned) or turned
        carried = _settle_unit(draft, carried, _NO_COUNT if draft.thing else ware, commodity) or carried
        _settle_size(draft, lists, commodity)
        carried = "piece" if draft.thing and draft.unit == "piece" else carried
    bounds = None if language in _OWN_MONEY else lists.gram_price.get(commodity)
    settle_shares(group, bounds)
    if len(group) == 1:
        settle_lone_threshold(group, bounds)
    if any(draft.at for draft in group):
        _settle_at(group, bounds)
    if language == lists.bare_thousands.language and all(d.currency in _ROUBLES for d in group):
        for draft in group:
            _settle_bare_thousands(draft, lists.bare_thousands, commodity)
    _settle_ladder(group, lists.most_for_one.get(commodity, float("inf")))
    if commodity in lists.gram_price:
        for draft in group:
            _settle_thousands(draft, lists, commodity)


def _settle_ladder(group: Sequence[Draft], most: float) -> None:
    """Prices for the whole amount, from what is said of each and from the ladder as a whole."""
    if len(group) == 1:
        _settle_per(group[0])
        return
    _settle_swapped(group)
    asked = [draft.price for draft in group]
    for draft in group:
        _settle_per(draft)
    settle_falling(group, asked, most)


def _settle_unit(draft: Draft, carried: str, what: Counted, commodity: str) -> str:
    """Gives a draft its unit, and its quantity if only a price stands there; the unit for the lines that follow."""
    if draft.quantity is None and draft.price is not None:
        draft.quantity, draft.unit, draft.implied = 1.0, "count", True
    if draft.unit_of_name and (
        draft.unit == "count" or (draft.unit == "piece" and draft.unit_of_name == "ball")
    ):
        draft.unit = draft.unit_of_name
    if draft.quantity is None:
        return ""
    if (draft.quantity, draft.unit) == (0.25, "l"):
        draft.quantity, draft.unit = 250.0, "ml"  # "kwart liter 30"
    if commodity == _ON_SHEETS and draft.unit == "strip":
        draft.quantity, draft.unit = draft.quantity * _A_SHEET, "seal"  # "sheet 280"
    inherited = carried if _carries(carried, draft, what) else ""
    draft.unit = unit_of(draft.unit, what, commodity, inherited)
    if draft.per is not None:
        draft.per = (draft.per[0], unit_of(draft.per[1], what, commodity, draft.unit))
    return draft.unit


def _carries(unit: str, draft: Draft, what: Counted) -> bool:
    """Whether the unit of the line before holds for a number without one: not where a new thing is named."""
    if unit in _WEIGHED:
        return what.bare in _WEIGHED or not (draft.quantity or 0.0).is_integer()
    if unit == "piece" and draft.named:
        return what.bare == "piece"  # "carts 40, gelato 5 = 45"
    if unit == "pill" and draft.named and draft.implied:
        return what.bare == "pill"  # "dianabol 100 tabs 25, hgh pen 75"
    return not draft.named or unit not in _CONTAINERS


def repeats(draft: Draft, before: Draft) -> bool:
    """Cases such as "10 stuks 50 (5 per stuk)": the price of one that only explains the price before it."""
    if not (draft.from_per and draft.quantity == 1 and draft.line == before.line and before.quantity):
        return False
    if draft.price is None or before.price is None or draft.hit != before.hit or draft.unit != before.unit:
        return False
    return before.quantity > 1 and abs(draft.price * before.quantity - before.price) <= 0.02 * before.price


def is_size(draft: Draft, lists: MeasureWords, commodity: str, product: str) -> bool:
    """Cases such as "flessen 2kg, 1 voor 40": the weight without a price is the size of one piece."""
    bare = counted(lists, commodity, product).bare
    return draft.price is None and draft.unit in _WEIGHED and bare not in _WEIGHED


def amount_in_base(draft: Draft) -> tuple[float, str]:
    """The amount in g or ml, or in its own unit: by it "1 kg" and "1000 g" are the same."""
    return _in_base(draft.quantity or 0.0, draft.unit)


@lru_cache(maxsize=4096)  # asked of every line, and the same of most
def unit_of(written: str, what: Counted, commodity: str, inherited: str = "") -> str:
    """The unit of the data model for a unit word of a text."""
    if written == "count":
        return unit_of(inherited, what, commodity) if inherited else what.bare
    by_context = {
        "piece": what.piece,
        "thing": "piece",
        "tab": "seal" if commodity == "lsd" else "pill",
        "pack": what.portion or written,
        "ball": what.portion or written,
        "small box": "pack" if commodity == "tobacco-vapes" else "box",
    }
    if commodity in _NO_TABLETS:
        by_context |= {"pill": "piece", "tab": "piece", "ball": "piece"}
    if commodity in _IN_PIECES:
        by_context |= {"pill": "piece", "tab": "piece", "ball": "piece"}  # "geek bars", "100 shot cake"
    if commodity in _NEVER_PACKED:
        by_context |= dict.fromkeys(
            ("pack", "box", "small box", "strip", "block", "ball", "pill", "carton"), "piece"
        )  # "nike tech pak 60"
    if commodity == "tobacco-vapes":
        by_context |= {"seal": "carton", "block": "carton"}  # "carton" is French for a seal
    elif written == "carton":
        by_context["carton"] = "box"
    elif commodity == "fireworks":
        by_context["seal"] = "box"  # French "carton"
    elif commodity != "lsd":
        by_context["seal"] = what.piece
    by_context |= _OWN_UNITS.get(commodity, {})
    return by_context.get(written, written)


def _in_base(value: float, unit: str) -> tuple[float, str]:
    base, factor = _BASE.get(unit, (unit, 1.0))
    return value * factor, base


def _settle_at(group: Sequence[Draft], bounds: GramPrice | None) -> None:
    """Cases such as "10 à 3,50" is each; a list in which more at "à" costs more gives totals, as does a price too dear."""
    at = [d for d in group if d.at and d.price is not None and d.quantity]
    totals = {id(draft) for run in _rising_runs(at) if len(run) > 1 for draft in run}
    for draft in at:
        amount, base = _in_base(draft.quantity or 0.0, draft.unit)
        dear = (
            base == "g"
            and bounds is not None
            and (draft.price or 0) * (draft.quantity or 0) > bounds.high * amount
        )
        draft.each = draft.each or not (id(draft) in totals or dear)


def _rising_runs(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The drafts in runs in which more costs more: "3.5 @ 35, 7 @ 65", and apart "1 @ 80" of other goods."""
    runs: list[list[Draft]] = []
    for draft in drafts:
        last = runs[-1][-1] if runs else None
        if last is None or not (
            (draft.quantity or 0) > (last.quantity or 0) and (draft.price or 0) > (last.price or 0)
        ):
            runs.append([])
        runs[-1].append(draft)
    return runs


def _settle_size(draft: Draft, lists: MeasureWords, commodity: str) -> None:
    """Cases such as "tank 2kg 35", "50g tobacco £13 pouch": the weight is the size of one, or of one pack."""
    if draft.price is None or draft.unit not in _WEIGHED:
        return
    if draft.per is not None and draft.per[1] in _CONTAINERS:
        draft.quantity, draft.unit = draft.per
        draft.per = None
    elif (
        commodity in lists.sized or (draft.thing and _is_its_size(draft, commodity))
    ) and not draft.from_per:
        draft.quantity, draft.unit, draft.per = 1.0, "piece", None


def _is_its_size(draft: Draft, commodity: str) -> bool:
    """Whether a weight is that of one thing; what is in a bottle or ampoule counts itself: "flesje G 100 ml 20"."""
    return draft.unit not in _LIQUID or commodity in _NOT_DRUNK


def _settle_per(draft: Draft) -> None:
    """The price of the whole amount from a price per unit."""
    if draft.price is None or draft.quantity is None:
        return
    if _is_stock(draft):
        draft.quantity, draft.per = 1.0, None
    elif (
        draft.per is not None and draft.per[1] in _BY_WEIGHT and draft.unit in _LUMPS and draft.quantity == 1
    ):
        draft.quantity, draft.unit = draft.per  # "plate of hash 2600 a kilo"
    elif draft.per is not None and draft.per[1] == "box" and draft.unit in _IN_A_BOX and not draft.threshold:
        draft.quantity, draft.unit = draft.per  # "dozen (50 sloffen), 1500 per doos"
    elif draft.per is not None:
        amount, base = _in_base(draft.quantity, draft.unit)
        step, step_base = _in_base(draft.per[0], draft.per[1])
        times = amount / step if base == step_base and step else draft.quantity / (draft.per[0] or 1.0)
        one_bottle = draft.unit in _LIQUID and draft.per == (1.0, "piece")  # "flesjes 10ml 40 per stuk"
        draft.price *= 1.0 if one_bottle else times
    elif _is_small_change(draft) or (
        draft.each and (draft.at or draft.unit not in _WEIGHED - {"kg"})
    ):  # "packs 3.5g £50 each": a pack
        draft.price *= draft.quantity


def _is_small_change(draft: Draft) -> bool:
    """Cases such as "vanaf 100 stuks 80 ct": nobody sells ten of anything for less than one euro."""
    return (draft.price or 0.0) < 1.0 and (draft.quantity or 0.0) >= _TEN and draft.unit not in _WEIGHED


def _is_stock(draft: Draft) -> bool:
    """Cases such as "2x PS5, 280 elk", "3 sloffen, 40 per slof": so many are there, and the price is of one."""
    if not draft.aside or draft.threshold or draft.unit in _WEIGHED or (draft.quantity or 0) > _MOST_STOCK:
        return False
    return draft.each if draft.per is None else draft.per == (1.0, draft.unit)


def _settle_swapped(group: Sequence[Draft]) -> None:
    """Cases such as "100 a g, 450 for 5": by the price of one before it, the first number is the price."""
    for before, draft in pairwise(group):
        if (
            not before.from_per
            or before.quantity != 1
            or not before.price
            or before.unit != draft.unit
            or draft.per is not None
        ):
            continue
        if not draft.price or not draft.quantity or draft.quantity <= draft.price:
            continue
        if draft.each or draft.threshold:
            continue
        as_read, swapped = draft.price / draft.quantity, draft.quantity / draft.price
        if is_near(swapped, before.price) and not is_near(as_read, before.price):
            draft.quantity, draft.price = draft.price, draft.quantity


def _settle_bare_thousands(draft: Draft, rule: BareThousands, commodity: str) -> None:
    """Cases such as "грамм 6": six thousand roubles."""
    if draft.currency or commodity in rule.excepted:
        return
    grams = _in_base(draft.quantity or 0.0, draft.unit)
    grams = (1.0, grams[1]) if draft.each else grams  # "от 100 г по 700": of one
    low = grams[1] == "g" and draft.price is not None and draft.price < rule.least * grams[0]
    below = rule.below_dear if commodity in rule.dear else rule.below
    if draft.price and (draft.price < below or low):
        draft.price *= 1000


def _settle_thousands(draft: Draft, lists: MeasureWords, commodity: str) -> None:
    """Cases such as "22.5 per blok" is 22,500: only where the price as written is far too low and in thousands fits."""
    bounds = lists.gram_price.get(commodity)
    if bounds is None or not draft.price or not draft.quantity or draft.currency not in _THOUSANDS_CURRENCIES:
        return
    amount, base = _in_base(draft.quantity, draft.unit)
    if draft.unit == "block":
        amount, base = draft.quantity * bounds.block, "g"
    if base != "g" or amount < _LEAST_IN_THOUSANDS:
        return
    if draft.price / amount < bounds.low <= draft.price * 1000 / amount <= bounds.high:
        draft.price *= 1000
