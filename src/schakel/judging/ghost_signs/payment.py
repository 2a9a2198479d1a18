"""How the seller wants to be paid."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted, counted_doing


class Payment(NamedTuple):
    """Copies of one seller's offers by their terms of payment, and the texts that want a login."""

    offers: int
    in_advance: int
    on_hand_over: int
    with_voucher: int
    with_login: int


def payment_in_advance(row: Payment, limits: Limits) -> Seen | None:
    """The seller wants the money before anything is handed over; its absence: cash or pick-up is offered."""
    if row.in_advance:
        both = " Other ads of the seller take cash or pick-up." if row.on_hand_over else ""
        detail = f"{row.in_advance} of {counted(row.offers, 'ad')} demand payment in advance.{both}"
        share = row.in_advance / (row.in_advance + row.on_hand_over)
        return Seen(True, detail, "advance_messages", share)
    if row.on_hand_over:
        detail = f"{row.on_hand_over} of {counted(row.offers, 'ad')} take cash or pick-up, none asks advance payment."
        return Seen(False, detail, "hand_over_messages")
    return None


def paid_with_vouchers(row: Payment, limits: Limits) -> Seen | None:
    """The seller takes prepaid voucher codes, which nobody can take back or trace."""
    if not row.with_voucher:
        return None
    detail = f"{row.with_voucher} of {counted(row.offers, 'ad')} take prepaid vouchers."
    return Seen(True, detail, "voucher_messages")


def wants_a_login_behind_a_link(row: Payment, limits: Limits) -> Seen | None:
    """The ads want a login, a registration or proof of who one is behind a link before anything is shown or sold, as those do who
    steal accounts.
    """
    if not row.with_login:
        return None
    return Seen(
        True, f"{counted_doing(row.with_login, 'text', 'want')} a login behind a link.", "login_messages"
    )


SIGNS = tuple(
    Sign("payment", Payment, rule)
    for rule in (payment_in_advance, paid_with_vouchers, wants_a_login_behind_a_link)
)
