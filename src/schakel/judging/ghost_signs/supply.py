"""Whether stock comes and goes, as it does in real trade."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted, counted_doing


class Supply(NamedTuple):
    """Signs of stock of one seller; `moved`: price lines that changed their price."""

    texts: int
    copies: int
    days: int
    stock_texts: int
    moved: int


def stock_never_changes(row: Supply, limits: Limits) -> Seen | None:
    """The same ad is posted on and on without sold out, new batch or other words; its absence: stock comes and goes."""
    if row.stock_texts:
        detail = f"{counted_doing(row.stock_texts, 'text', 'speak')} of stock that ran out or came in."
        return Seen(False, detail, "stock_messages", min(1.0 + (row.stock_texts - 1) / 4.0, 1.5))
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
