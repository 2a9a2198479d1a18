"""Whether stock comes and goes, as it does in real trade."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted, counted_doing


class Supply(NamedTuple):
    """Signs of stock of one seller: its messages and passing ads with news of stock, and the days of the former; `moved`: price lines
    that changed their price.
    """

    texts: int
    copies: int
    days: int
    stock_notices: int
    stock_ads: int
    stock_days: int
    moved: int


def stock_never_changes(row: Supply, limits: Limits) -> Seen | None:
    """The same ad is posted on and on without sold out, new batch or other words; its absence: stock comes and goes. One such line
    is cheap, and in an ad it is mostly copied or praise: what tells is news of stock on several days.
    """
    told = row.stock_notices + row.stock_ads
    if told:
        detail = f"{counted_doing(told, 'text', 'speak')} of stock that ran out or came in"
        detail += f", {row.stock_ads} of them ads; messages of its own on {counted(row.stock_days, 'day')}."
        strength = limits["stock_day"] * row.stock_days + limits["stock_ad"] * row.stock_ads
        return Seen(False, detail, "stock_messages", min(strength, limits["stock_most"]))
    if (
        row.copies >= limits["same_text_copies"]
        and row.days >= limits["same_text_days"]
        and row.copies >= limits["same_text_copies"] * row.texts
    ):
        detail = (
            f"{counted(row.copies, 'ad')} in {counted(row.days, 'day')} with {counted(row.texts, 'text')}."
        )
        return Seen(True, detail, "offer_messages")
    return None


def prices_move(row: Supply, limits: Limits) -> Seen | None:
    """The price of the same amount of the same goods moves over time, as it does where there is stock to sell."""
    if not row.moved:
        return None
    return Seen(True, f"The price of {counted(row.moved, 'line')} moved.", "moved_messages")


SIGNS = tuple(Sign("supply", Supply, rule) for rule in (stock_never_changes, prices_move))
