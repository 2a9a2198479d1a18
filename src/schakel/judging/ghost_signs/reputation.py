"""What others say of the seller."""

from math import log2
from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted

_TOLD = 0.9  # what praise leaves of warnings, below which the reason says so


class Reputation(NamedTuple):
    """Witnesses of one seller; trust in thousandths of one full witness; how many people speak of so many ads here."""

    offers: int
    warners: int
    warner_trust: int
    vouchers: int
    voucher_trust: int
    hired: int
    grumblers: int
    grumbler_trust: int
    tell_well: int
    well_trust: int
    tell_ill: int
    ill_trust: int
    listers: int
    trusters: int
    warners_usual: float
    vouchers_usual: float


def independent_accounts_warn(row: Reputation, limits: Limits) -> Seen | None:
    """Other accounts warn that this seller takes money and does not deliver. Whoever sells much is complained of too, so they
    count against those who praise it.
    """
    if row.warners:
        trust = row.warner_trust / 1000
        left = 1.0 / (1.0 + (row.voucher_trust + row.well_trust) / 1000 / limits["praise_halves"])
        detail = f"{counted(row.warners, 'account')} warned, counted as {trust:.1f} independent witnesses."
        if left < _TOLD:
            detail += f" Praise by others takes off {1.0 - left:.0%}."
        return Seen(True, detail, "warnings", _strength(trust * left, limits))
    told = f"Nobody warns, over {counted(row.offers, 'ad')}"
    return _silence(told, row.warners_usual, limits)


def independent_accounts_vouch(row: Reputation, limits: Limits) -> Seen | None:
    """Other accounts say that this seller delivered."""
    if row.vouchers:
        trust = row.voucher_trust / 1000
        detail = f"{counted(row.vouchers, 'account')} vouched, counted as {trust:.1f} independent witnesses."
        return Seen(True, detail, "vouches", _strength(trust, limits))
    told = f"Nobody says to have received anything, over {counted(row.offers, 'ad')}"
    return _silence(told, row.vouchers_usual, limits)


def only_doubtful_accounts_vouch(row: Reputation, limits: Limits) -> Seen | None:
    """Those who vouch repeat one text, speak of this seller only and often, or are vouched for in return, or most of them live of
    praise.
    """
    if row.vouchers < limits["doubtful_vouches"]:
        return None
    mean = row.voucher_trust / 1000 / row.vouchers
    if mean > limits["doubtful_trust"] and row.hired < limits["doubtful_hired"] * row.vouchers:
        return None
    detail = f"{counted(row.vouchers, 'account')} vouched, trusted {mean:.0%} on average."
    return Seen(True, detail, "vouches")


def customers_grumble(row: Reputation, limits: Limits) -> Seen | None:
    """Customers complain mildly of what they received: a little late, a little light. Nobody buys such words, and they prove that
    something came.
    """
    if not row.grumblers:
        return None
    trust = row.grumbler_trust / 1000
    detail = (
        f"{counted(row.grumblers, 'account')} grumbled mildly, counted as {trust:.1f} independent witnesses."
    )
    return Seen(True, detail, "grumbles", _strength(trust, limits))


def listed_as_scammer(row: Reputation, limits: Limits) -> Seen | None:
    """Keepers of groups, or others who list several, name this seller as a scammer; its absence: they list it as trusted."""
    if row.listers == row.trusters:
        return None
    detail = (
        f"On lists of scammers by {counted(row.listers, 'account')}, "
        f"on lists of trusted sellers by {counted(row.trusters, 'account')}."
    )
    strength = _strength(abs(row.listers - row.trusters), limits)
    if row.listers > row.trusters:
        return Seen(True, detail, "scam_lists", strength)
    return Seen(False, detail, "trust_lists", strength)


def spoken_ill_of_when_asked(row: Reputation, limits: Limits) -> Seen | None:
    """Somebody asks whether this seller can be trusted, and others say no; its absence: they say yes."""
    if not (row.tell_well or row.tell_ill):
        return None
    detail = f"Asked about it, {counted(row.tell_ill, 'account')} spoke ill and {row.tell_well} well of it."
    more = (row.ill_trust - row.well_trust) / 1000
    return Seen(more > 0.0, detail, "told", _strength(abs(more), limits))


def _silence(told: str, usual: float, limits: Limits) -> Seen | None:
    """Silence tells more where others are spoken of much, and nothing where nobody ever speaks."""
    if usual < limits["silence_usual"]:
        return None
    return Seen(False, f"{told}; usual here would be {usual:.1f}.", "ads", _strength(usual, limits))


def _strength(trust: float, limits: Limits) -> float:
    # Each doubling of witnesses adds one weight: the tenth warning tells less than the first.
    return min(log2(1.0 + trust), limits["strength_most"])


SIGNS = tuple(
    Sign("reputation", Reputation, rule)
    for rule in (
        independent_accounts_warn,
        independent_accounts_vouch,
        only_doubtful_accounts_vouch,
        customers_grumble,
        listed_as_scammer,
        spoken_ill_of_when_asked,
    )
)
