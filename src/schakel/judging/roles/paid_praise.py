"""Who speaks for sellers: who praises more than once, and who seems paid for it, since its messages are praise and it never asks for what
others ask for.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from schakel.judging.role_words import role_words
from schakel.judging.roles.doings import Doings
from schakel.judging.roles.role_claims import SUREST, Chance, Claim, holds
from schakel.judging.roles.role_hints import Rates, likely, log_odds
from schakel.records.counted import counted

_ROUNDS = 20
_OFF = 2.0  # paid voices may be so many times as common, or as rare, and so may the praise of all others


class Voices(NamedTuple):
    """How praise goes here: the share of paid voices and of praise in what all others write, and the share of buyers who
    praise that were seen to ask first.
    """

    rates: Rates
    asks_first: float


def voices(people: Sequence[Doings]) -> Voices:
    """How praise goes in these data, found along with who is paid for it (expectation maximisation)."""
    words = role_words()
    limits, before = words["limits"], words["rates"]
    start, accounts, messages = before["praise"], float(before["accounts"]), float(before["messages"])
    praise = [doings for doings in people if doings.vouches]
    found = Voices(Rates(start["held"], start["slips"]), float(limits["asks_first"]))
    if not praise:
        return found
    for _ in range(_ROUNDS):
        paid = [_paid(doings, found) for doings in praise]
        voiced = list(zip(paid, praise, strict=True))
        held = (sum(paid) + start["held"] * accounts) / (praise[0].all_writers + accounts)
        honest = sum((1.0 - one) * doings.vouches for one, doings in voiced)
        written = praise[0].all_written - sum(one * doings.messages for one, doings in voiced)
        asked = sum((1.0 - one) * _asked(doings) for one, doings in voiced)
        known = limits["asks_known"]
        asks = (asked + limits["asks_first"] * known) / (len(praise) - sum(paid) + known)
        slips = (honest + start["slips"] * messages) / (max(written, 0.0) + messages)
        found = Voices(Rates(round(held, 9), round(slips, 9)), min(round(asks, 6), 0.99))
    return found


def voucher(doings: Doings, here: Voices, paid: Chance) -> Claim:
    """The role of who speaks for sellers: who praises twice or more, and in a fifth of all that it writes, or is paid for it (`paid`: how likely it is)."""
    praise = min(doings.vouches, doings.messages)
    once = role_words()["limits"]["only_praises"] if only_praises(doings) else (0.0, 0.0, 0.0)
    again = (
        one * part for one, part in zip(_twice(praise), _much_of_all(praise, doings.messages), strict=True)
    )
    likely, least, most = (max(three) for three in zip(again, paid, once, strict=True))
    detail = (
        f"{praise} of {counted(doings.messages, 'message')} praise sellers; of what others write {here.rates.slips:.0%} does. "
        f"{'It asks too' if _asked(doings) else 'It never asks'}; {here.asks_first:.0%} of the buyers who praise here ask. "
        f"That it is paid for it: {paid[0]:.0%}."
    )
    chance = min(likely, SUREST), min(least, SUREST), most
    return Claim("voucher", chance, detail, "people", "vouch_messages")


def only_praises(doings: Doings) -> bool:
    """Whether a quarter or more of the little that somebody writes is praise, and nothing of it asks for anything."""
    share = role_words()["limits"]["quarter"]
    return doings.vouches > 0 and doings.vouches > share * doings.messages and not _asked(doings)


def paid_praise(doings: Doings, here: Voices) -> Chance:
    """How likely somebody praises for pay; it is known by that alone (likely, least, most)."""
    rates, asks = here
    others = (
        here,
        Voices(Rates(rates.held / _OFF, rates.slips * _OFF), asks * 0.8),
        Voices(Rates(min(rates.held * _OFF, 0.9), rates.slips / _OFF), (1.0 + asks) / 2),
    )
    likely, least, most = (_paid(doings, one) for one in others)
    return likely, least, most


def _twice(praise: int) -> Chance:
    """That two of so many messages that read as praise are praise at least; each is with the chance `praise_read`."""
    read = role_words()["limits"]["praise_read"]
    right = (read, 1.5 * read - 0.5, (1.0 + read) / 2)  # half as often wrong again, and half as often
    likely, least, most = (
        1.0 - (1.0 - one) ** praise - praise * one * (1.0 - one) ** (praise - 1) for one in right
    )
    return likely, least, most


def _much_of_all(praise: int, messages: int) -> Chance:
    """That praise is at least `praises_share` of what somebody writes (Jeffreys); with the share itself half as large again, and half as large."""
    share = role_words()["limits"]["praises_share"]
    likely, least, most = (holds(praise, messages, one) for one in (share, 1.5 * share, share / 2))
    return likely, least, most


def _asked(doings: Doings) -> bool:
    return doings.asks + doings.hints > 0


def _paid(doings: Doings, here: Voices) -> float:
    """How likely it is that somebody praises for pay: by how much of what it writes is praise, and by whether it ever asked.

    A buyer asks first in `asks_first` of the cases; one praise alone is never held against anybody.
    """
    if doings.vouches < max(doings.warnings, role_words()["limits"]["praises_least"]):
        return 0.0
    return _chance(min(doings.vouches, doings.messages), doings.messages, _asked(doings), here)


@lru_cache(1 << 16)  # many have written and praised as much as others
def _chance(praise: int, messages: int, asked: bool, here: Voices) -> float:
    paid = role_words()["limits"]["asks_paid"]
    asking = log(paid / here.asks_first) if asked else log((1.0 - paid) / (1.0 - here.asks_first))
    return likely(log_odds(praise, messages, here.rates) + asking)
