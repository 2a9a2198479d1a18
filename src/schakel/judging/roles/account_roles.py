"""Roles of accounts that offer nothing themselves: couriers, recruiters, money handlers, keepers, customers, vouchers."""

from collections.abc import Iterator
from typing import NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.role_words import role_words
from schakel.judging.roles.doings import Doings
from schakel.judging.roles.paid_praise import Voices, only_praises, paid_praise, voices, voucher
from schakel.judging.roles.riding import Riding, found_riding, rider
from schakel.judging.roles.role_claims import Chance, Claim, by_remarks, either, keeper, said
from schakel.judging.roles.role_hints import Hinted, hinted, recruiter
from schakel.records.counted import counted, counted_doing

_NONE: Chance = (0.0, 0.0, 0.0)


class _Here(NamedTuple):
    """What holds of all such accounts, and what single ones may have meant."""

    praise: Voices
    riding: Riding
    calls: dict[str, Hinted]
    requests: dict[str, Hinted]


def account_claims(facts: Facts) -> Iterator[tuple[int, str, Claim]]:
    """The claims about every such account, with its place in the facts and its name."""
    people = list(facts.rows("people", Doings))
    here = _Here(
        voices(people), found_riding(people), _by_account(facts, "recruit"), _by_account(facts, "request")
    )
    for row, doings in enumerate(people):
        for claim in _claims(doings, here):
            yield row, doings.account_id, claim


class _Rider(NamedTuple):
    account_id: str
    rides: int
    ads: int


def rider_claims(facts: Facts) -> Iterator[tuple[int, str, Claim]]:
    """The accounts of sellers that ride for another account of the same seller, as `account_claims` gives them."""
    for row, one in enumerate(facts.rows("riders", _Rider)):
        claim = said("courier", one.rides, "speak of riding", "riders", "ride_messages")
        detail = (
            f"{claim.detail} The account posts {counted(one.ads, 'ad')} itself, beside others of its seller."
        )
        yield row, one.account_id, claim._replace(detail=detail)


def _herds_mules(doings: Doings) -> bool:
    """Whether somebody's calls are for accounts, cards and hands for cash: who lives of such calls handles what comes in."""
    limits = role_words()["limits"]
    return bool(doings.mules >= max(limits["mules_least"], limits["mules"] * doings.calls))


def caller_claims(facts: Facts) -> Iterator[tuple[int, str, Claim]]:
    """The accounts of sellers with several that call for people, as `account_claims` gives them."""
    others = {doings.account_id for doings in facts.rows("people", Doings)}
    for one in hinted(facts, "recruit"):
        if one.hint.account_id is not None and one.hint.account_id not in others:
            yield one.row, one.hint.account_id, recruiter(one)


def _by_account(facts: Facts, act: str) -> dict[str, Hinted]:
    return {one.hint.account_id: one for one in hinted(facts, act) if one.hint.account_id is not None}


def _claims(doings: Doings, here: _Here) -> Iterator[Claim]:
    call = here.calls.get(doings.account_id)
    seeks = call is not None and call.chance[0] >= 0.5
    rides = rider(doings, here.riding)
    riding = (doings.rides + doings.answers) * (rides is not None and rides.chance[0] >= 0.5)
    working = doings.recruits * seeks + riding + doings.payments
    paid = paid_praise(doings, here.praise)
    if not working and (doings.vouches >= role_words()["limits"]["praises_least"] or only_praises(doings)):
        yield voucher(doings, here.praise, paid)
    if (paid[0] < 0.5 or working) and not doings.keeper:
        yield from _customer(doings, working, here.requests.get(doings.account_id))
    if call is not None:
        yield recruiter(call)
    if rides is not None:
        yield rides
    if _herds_mules(doings):
        yield said(
            "money-handler",
            doings.mules,
            "seek bank accounts, cards or hands for cash",
            "people",
            "mule_messages",
        )
    elif doings.payments:
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
        detail = f"{counted_doing(dealt, 'message', 'ask')} something of sellers or the group, or {'thanks or complains' if dealt == 1 else 'thank or complain'}."
        chance = either(by_remarks(dealt + 1), may)
        yield Claim("customer", chance, detail, "people", "buying_messages")
    elif hint:
        detail = (
            f"{counted(hint.hint.texts, 'distinct text')} of {counted(hint.hint.written, 'message')} may ask for something; none "
            "plainly names goods."
        )
        yield Claim("customer", may, detail, "people", "hint_messages")
