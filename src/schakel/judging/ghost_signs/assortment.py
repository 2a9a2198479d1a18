"""Whether one seller could have all that, everywhere."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class Assortment(NamedTuple):
    """What one seller offers and where it says to deliver."""

    texts: int
    kinds: int
    commodities: int
    kind_names: str
    provinces: int
    everywhere: bool


def offers_everything(row: Assortment, limits: Limits) -> Seen | None:
    """The seller offers everything at once: drugs, weapons, documents and cards."""
    if not row.commodities:
        return None
    detail = f"{counted(row.commodities, 'commodity', 'commodities')} of {counted(row.kinds, 'kind')}: {row.kind_names}."
    if row.kinds >= limits["everything_groups"] or row.commodities >= limits["everything_commodities"]:
        return Seen(True, detail, "goods_messages")
    if row.kinds == 1 and row.commodities <= limits["narrow_commodities"]:
        return Seen(False, detail, "goods_messages")
    return None


def delivers_everywhere(row: Assortment, limits: Limits) -> Seen | None:
    """The seller says to deliver all over the country or the world, or in provinces far apart."""
    if row.everywhere:
        return Seen(True, "The ads promise delivery everywhere.", "everywhere_messages")
    detail = f"Places in {counted(row.provinces, 'province')} named."
    if row.provinces >= limits["everywhere_provinces"]:
        return Seen(True, detail, "place_messages")
    if 0 < row.provinces <= limits["few_provinces"]:
        return Seen(False, detail, "place_messages")
    return None


SIGNS = tuple(Sign("assortment", Assortment, rule) for rule in (offers_everything, delivers_everywhere))
