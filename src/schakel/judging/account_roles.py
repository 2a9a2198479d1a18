"""Roles of accounts that offer nothing themselves: couriers, recruiters, money handlers, keepers, customers, vouchers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.ghost_signs.sign import counted
from schakel.judging.role_claims import Chance, Claim, by_remarks, either, keeper, said
from schakel.judging.role_hints import Hinted, hinted, recruiter
from schakel.judging.role_words import role_words

_PRAISES = 4  # praises beyond which more say no more
_ROUNDS = 20
_NONE: Chance = (0.0, 0.0, 0.0)


class Doings(NamedTuple):
    """What one account that offers nothing does, in numbers of messages; `hints` are requests that name no goods plainly."""

    account_id: str
    messages: int
    keeper: bool
    asks: int
    hints: int
    vouches: int
    warnings: int
    recruits: int
    answers: int
    rides: int
    payments: int
    stores: int


class _Hints(NamedTuple):
    calls: dict[str, Hinted]
    requests: dict[str, Hinted]


def account_claims(facts: Facts) -> Iterator[tuple[int, str, Claim]]:
    """The claims about every such account, with its place in the facts and its name."""
    people = list(facts.rows("people", Doings))
    asks_first = _asks_first(people)
    hints = _Hints(_by_account(facts, "recruit"), _by_account(facts, "request"))
    for row, doings in enumerate(people):
        for claim in _claims(doings, asks_first, hints):
            yield row, doings.account_id, claim


def _by_account(facts: Facts, act: str) -> dict[str, Hinted]:
    return {one.hint.account_id: one for one in hinted(facts, act) if one.hint.account_id is not None}


def _claims(doings: Doings, asks_first: float, hints: _Hints) -> Iterator[Claim]:
    call = hints.calls.get(doings.account_id)
    seeks = call is not None and call.chance[0] >= 0.5
    working = doings.recruits * seeks + doings.rides + doings.payments + doings.answers
    paid = _paid_praise(doings, asks_first)
    if paid.chance[0] >= 0.5 and not working:
        yield paid
    elif not doings.keeper:
        yield from _customer(doings, working, hints.requests.get(doings.account_id))
    if call is not None:
        yield recruiter(call)
    if doings.rides + doings.answers > int(not doings.rides):
        told = "speak of riding, or answer for a seller"
        yield said("courier", doings.rides + doings.answers, told, "people", "ride_messages")
    if doings.payments:
        yield said("money-handler", doings.payments, "speak of handling money", "people", "money_messages")
    if doings.stores:
        yield said("storage", doings.stores, "speak of where stock lies", "people", "storage_messages")
    if doings.keeper:
        yield keeper("people")


def _customer(doings: Doings, working: int, hint: Hinted | None) -> Iterator[Claim]:
    """Who asks for goods of the trade, or asks, thanks or blames a seller; a question that names no goods is weighed."""
    dealt = doings.asks + doings.warnings + doings.vouches
    if dealt + doings.hints <= working:
        return
    may = hint.chance if hint else _NONE
    if dealt:
        detail = f"{counted(dealt, 'message')} ask sellers or the group, thank or complain."
        chance = either(by_remarks(dealt + 1), may)
        yield Claim("customer", chance, detail, "people", "buying_messages")
    elif hint:
        detail = (
            f"{counted(hint.hint.texts, 'distinct text')} of {counted(hint.hint.written, 'message')} may ask for something; none "
            "plainly names goods."
        )
        yield Claim("customer", may, detail, "people", "hint_messages")


def _asks_first(people: Sequence[Doings]) -> float:
    """The share of buyers that ask before they praise: those who praise here and asked, of all who praise but are not
    paid for it, which is found along with it (expectation maximisation).
    """
    limits = role_words()["limits"]
    praise = [doings for doings in people if doings.vouches]
    asked, known = sum(doings.asks + doings.hints > 0 for doings in praise), limits["asks_known"]
    share = float(limits["asks_first"])
    for _ in range(_ROUNDS):
        honest = sum(1.0 - _paid(doings, share) for doings in praise)
        share = round((asked + limits["asks_first"] * known) / (honest + known), 6)
    return min(share, 0.99)


def _paid(doings: Doings, asks_first: float) -> float:
    """How likely it is that somebody praises for pay: by how often, without ever having asked for anything.

    A buyer asks first in `asks_first` of the cases, so each praise without it is that much oftener paid than honest; one
    praise alone is never held against anybody.
    """
    limits = role_words()["limits"]
    if doings.asks or doings.hints or doings.vouches < max(doings.warnings, limits["praises_least"]):
        return 0.0
    paid = float(limits["paid_praise"])
    return paid / (paid + (1.0 - paid) * (1.0 - asks_first) ** min(doings.vouches, _PRAISES))


def _paid_praise(doings: Doings, asks_first: float) -> Claim:
    shares = (asks_first, asks_first * 0.8, (1.0 + asks_first) / 2)
    likely, least, most = (_paid(doings, share) for share in shares)
    detail = (
        f"{counted(doings.vouches, 'message')} praise sellers, and ask nobody anything; {asks_first:.0%} of the buyers who "
        "praise here ask first."
    )
    return Claim("voucher", (likely, least, most), detail, "people", "vouch_messages")
