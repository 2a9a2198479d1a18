"""Which late signs a text can show at all: so that most texts that can be no act need not be read to the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

BRIEF = 90  # characters
PRICED = "goods at a price, no other word"
HARDLY_MORE = "goods at a price and hardly more"
_PRICED = ((), ("price",), ("price", "list of prices"), ("price", "list of prices", "long list of prices"))
_PLACES = ((), ("place named",), ("place named", "several places"))
_PLAIN, _AMBIGUOUS = "price of goods named by a plain word", "price of goods named by an ambiguous word"


@dataclass(frozen=True, slots=True)
class MayShow:
    """Whether goods are named (without any there are no items), by a plain word, in few words."""

    goods: bool = True
    plain: bool = True
    brief: bool = True


ANYTHING, NO_GOODS = MayShow(), MayShow(goods=False)


def late_together(may: MayShow) -> Iterator[tuple[str, ...]]:
    """All sets of late signs (see `act_signs.late_signs`) that may stand together."""
    for items, places in product(_of_items(may), _PLACES):
        yield (*items, *places)


def _of_items(may: MayShow) -> Iterator[tuple[str, ...]]:
    if not may.goods:
        yield ()
        return
    for priced, measured, bulk in product(_PRICED, (False, True), ((), ("trade amounts",))):
        amount: tuple[str, ...] = ()
        if measured:
            amount = ("amount",) if priced else ("amount", "amount without price")
        for goods, few in product(
            _prices_of_goods(may, bool(priced)), _few_words(may, measured, bool(priced))
        ):
            yield (*priced, *amount, *bulk, *goods, *few)


def _prices_of_goods(may: MayShow, priced: bool) -> Sequence[tuple[str, ...]]:
    if not priced:
        return ((),)
    named = ((), (_AMBIGUOUS,), (_PLAIN,)) if may.plain else ((), (_AMBIGUOUS,))
    brief = (PRICED, HARDLY_MORE)
    return (*named, *((*those, PRICED) for those in named), *((*those, *brief) for those in named))


def _few_words(may: MayShow, measured: bool, priced: bool) -> Sequence[tuple[str, ...]]:
    if not (may.brief and measured):
        return ((),)
    first = "amount of goods in few words"
    brief = (first, "amount of plain goods in few words") if may.plain else (first,)
    return ((), brief, (*brief, "offered in plain words")) if priced else ((), brief)
