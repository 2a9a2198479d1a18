"""Who does what in the chain: roles of sellers, and of accounts that offer nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scipy.special import betainc

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.ghost_signs.sign import counted
from schakel.judging.trade import Presence, Trade
from schakel.judging.verbal_scale import role_sentence
from schakel.judging.word_data import data_file

_PRAISES = 4  # praises beyond which more say no more
_ROUNDS = 20
_ONCE = (0.65, 0.45, 0.85)  # one remark: likely, least, most
_ONE_TRADER = (0.4, 0.25, 0.6)  # one seller of trade amounts asks: traders buy from each other too


class Remarks(NamedTuple):
    """What a seller's own accounts say of riding, money and stock, in numbers of messages."""

    rides: int
    payments: int
    stores: int


class Upstream(NamedTuple):
    """How many other sellers ask a seller for goods or forward its ads; `traders` sell trade amounts themselves;
    `seen`: whether any ever asks.
    """

    traders: int
    sellers: int
    seen: bool


class Doings(NamedTuple):
    """What one account that offers nothing does, in numbers of messages."""

    account_id: str
    messages: int
    keeper: bool
    asks: int
    vouches: int
    warnings: int
    recruits: int
    answers: int
    rides: int
    payments: int
    stores: int


class _Claim(NamedTuple):
    role: str
    chance: tuple[float, float, float]
    detail: str
    step: str
    column: str


def role_findings(facts: Facts) -> list[Finding]:
    """The roles of every seller, and of every other account that has to do with the trade.

    The value is the probability that the role is held; subjects are sellers, or accounts (`account`) of people who
    offer nothing: couriers, recruiters, money handlers, keepers, customers, vouchers.
    """
    found = []
    trades, lives = facts.rows("trade", Trade), facts.rows("lives", Presence)
    rows = zip(
        trades, lives, facts.rows("own_remarks", Remarks), facts.rows("upstream", Upstream), strict=True
    )
    for seller_no, (trade, presence, remarks, upstream) in enumerate(rows):
        sources = list(_sources(trade, upstream))
        trading = _wholesale(trade, remarks, upstream, sources[0].chance[0] if sources else 0.0)
        for claim in (*trading, *_seller_claims(trade, presence, remarks), *sources):
            found.append(_finding(claim, seller_no, seller_no, None))
    people = list(facts.rows("people", Doings))
    asks_first = _asks_first(people)
    for row, doings in enumerate(people):
        for claim in _account_claims(doings, asks_first):
            found.append(_finding(claim, -1, row, ("account", doings.account_id)))
    return found


def holds(hits: int, of: int, share: float) -> float:
    """The probability that at least `share` of somebody's texts show something, after `hits` of `of` did (Jeffreys)."""
    return float(1.0 - betainc(hits + 0.5, of - hits + 0.5, share))


def _times(chance: tuple[float, float, float], worth: float) -> tuple[float, float, float]:
    return chance[0] * worth, chance[1] * worth, chance[2] * worth


def _part(hits: int, of: int, share: float) -> tuple[float, float, float]:
    """Likely, least, most: with the share itself half as large again, and half as large."""
    return holds(hits, of, share), holds(hits, of, min(share * 1.5, 0.9)), holds(hits, of, share / 2)


def _seller_claims(trade: Trade, presence: Presence, remarks: Remarks) -> Iterator[_Claim]:
    limits = data_file("role_words.toml", "role-words")["limits"]
    quarter = limits["quarter"]
    shares = (
        ("retailer", trade.retail, trade.scaled, quarter, "retail_messages", "offer user quantities"),
        ("recruiter", trade.recruits, trade.acts, quarter / 5, "recruit_messages", "seek people to work"),
        ("voucher", trade.vouches, trade.acts, limits["mostly"], "vouch_messages", "vouch for somebody"),
        ("customer", trade.requests, trade.acts, quarter, "request_messages", "ask for goods"),
    )
    # "On my way to Utrecht, 3 addresses left" reads as an offer of addresses. Who speaks of riding at least as often as it
    # posts ads rides, and what it seems to sell is as doubtful as a promise.
    rides = _rides(trade, remarks)
    worth = limits["promise"] if rides else 1.0
    for role, hits, of, share, column, doing in shares:
        if hits > 0:
            detail = f"{hits} of {counted(of, 'distinct text')} {doing}."
            yield _Claim(role, _times(_part(hits, of, share), worth), detail, "trade", column)
    own = trade.offers - trade.passed  # what is only passed on, others sell
    if own and not trade.scaled and not rides:
        detail = f"{counted(own, 'distinct text')} offer something, none names trade quantities."
        yield _Claim("retailer", (0.7, 0.5, 0.9), detail, "trade", "own_messages")
    if remarks.rides:  # who sells rides too now and then; that does not make a courier
        claim = _said("courier", remarks.rides, "speak of riding", "own_remarks", "ride_messages")
        yield claim._replace(chance=_times(claim.chance, 1.0 if rides else limits["promise"]))
    elif trade.courier:
        chance = _times(_part(trade.courier, own, quarter), limits["promise"])
        detail = f"{trade.courier} of {counted(own, 'distinct text')} promise delivery by courier."
        yield _Claim("courier", chance, detail, "trade", "courier_messages")
    if remarks.payments:
        yield _said(
            "money-handler", remarks.payments, "speak of handling money", "own_remarks", "money_messages"
        )
    if remarks.stores:
        yield _said("storage", remarks.stores, "speak of where stock lies", "own_remarks", "storage_messages")
    if presence.keeper:
        yield _keeper("own_remarks")


def _rides(trade: Trade, remarks: Remarks) -> bool:
    return remarks.rides > 0 and (not trade.scaled or remarks.rides >= trade.copies)


def _wholesale(trade: Trade, remarks: Remarks, upstream: Upstream, source: float) -> Iterator[_Claim]:
    """A wholesaler offers trade amounts in most of its texts. As far as it is a source (`source`), its large steps do not count,
    and nothing does if several who sell trade amounts ask it: a source is one too only if it also sells what shops buy.
    """
    if not trade.bulk:
        return
    limits = data_file("role_words.toml", "role-words")["limits"]
    most, beside = limits["mostly"], max(trade.bulk - trade.kilos, 0) if upstream.traders < 2 else 0
    as_trader, as_source = _part(trade.bulk, trade.scaled, most), _part(beside, trade.scaled, most)
    likely, least, top = (
        (1.0 - source) * one + source * other for one, other in zip(as_trader, as_source, strict=True)
    )
    chance = _times((likely, least, top), limits["promise"] if _rides(trade, remarks) else 1.0)
    detail = f"{trade.bulk} of {counted(trade.scaled, 'distinct text')} offer trade quantities."
    if source:
        detail += f" Large amounts only, as a source sells: {trade.kilos}."
    yield _Claim("wholesaler", chance, detail, "trade", "bulk_messages")


def _sources(trade: Trade, upstream: Upstream) -> Iterator[_Claim]:
    """A source offers large trade amounts only, and those who sell trade amounts themselves buy from it.

    Where no seller is ever seen to ask another, amounts alone must do; where some are, amounts alone are worth less. Two or
    more sellers of trade amounts who ask tell enough whatever the steps: what is much of one good is little of another.
    """
    if not trade.bulk or not (trade.kilos or upstream.traders):
        return
    limits = data_file("role_words.toml", "role-words")["limits"]
    chance = _part(trade.kilos, trade.scaled, 2 * limits["quarter"])
    detail = f"{trade.kilos} of {counted(trade.scaled, 'distinct text')} offer large trade amounts only."
    if upstream.seen:
        chance = _times(chance, 1.0 if upstream.traders and trade.kilos else limits["promise"])
        detail += (
            f" {counted(upstream.traders, 'seller')} of trade amounts asked for goods or passed on its ads."
        )
    asked = _asked(upstream.traders, trade.bulk / trade.scaled)
    likely, least, most = (max(pair) for pair in zip(chance, asked, strict=True))
    column = ("upstream", "asked_messages") if upstream.traders else ("trade", "kilo_messages")
    yield _Claim("supplier", (likely, least, most), detail, *column)


def _asked(traders: int, bulk: float) -> tuple[float, float, float]:
    """That a source is who so many sellers of trade amounts ask for goods; each further one makes it surer."""
    likely, least, most = (bulk * (1.0 - (1.0 - part) ** min(traders, 6)) for part in _ONE_TRADER)
    return likely, least, most


def _account_claims(doings: Doings, asks_first: float) -> Iterator[_Claim]:
    dealt = doings.asks + doings.warnings + doings.vouches
    working = doings.recruits + doings.rides + doings.payments + doings.answers
    paid = _paid_praise(doings, asks_first)
    if paid.chance[0] >= 0.5 and not working:
        yield paid
    elif dealt and not doings.keeper and dealt > working:
        detail = "ask sellers or the group, thank or complain"
        yield _said("customer", dealt + 1, detail, "people", "buying_messages", dealt)
    if doings.recruits:
        yield _said("recruiter", doings.recruits, "seek people to work", "people", "recruit_messages")
    if doings.rides + doings.answers > int(not doings.rides):
        told = "speak of riding, or answer for a seller"
        yield _said("courier", doings.rides + doings.answers, told, "people", "ride_messages")
    if doings.payments:
        yield _said("money-handler", doings.payments, "speak of handling money", "people", "money_messages")
    if doings.stores:
        yield _said("storage", doings.stores, "speak of where stock lies", "people", "storage_messages")
    if doings.keeper:
        yield _keeper("people")


def _asks_first(people: Sequence[Doings]) -> float:
    """The share of buyers that ask before they praise: those who praise here and asked, of all who praise but are not
    paid for it, which is found along with it (expectation maximisation).
    """
    limits = data_file("role_words.toml", "role-words")["limits"]
    praise = [doings for doings in people if doings.vouches]
    asked, known = sum(doings.asks > 0 for doings in praise), limits["asks_known"]
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
    limits = data_file("role_words.toml", "role-words")["limits"]
    if doings.asks or doings.vouches < max(doings.warnings, limits["praises_least"]):
        return 0.0
    paid = float(limits["paid_praise"])
    return paid / (paid + (1.0 - paid) * (1.0 - asks_first) ** min(doings.vouches, _PRAISES))


def _paid_praise(doings: Doings, asks_first: float) -> _Claim:
    shares = (asks_first, asks_first * 0.8, (1.0 + asks_first) / 2)
    likely, least, most = (_paid(doings, share) for share in shares)
    detail = (
        f"{counted(doings.vouches, 'message')} praise sellers, and ask nobody anything; {asks_first:.0%} of the buyers who "
        "praise here ask first."
    )
    return _Claim("voucher", (likely, least, most), detail, "people", "vouch_messages")


def _said(role: str, times: int, doing: str, step: str, column: str, shown: int = 0) -> _Claim:
    """A role by remarks: each further one makes it surer, as independent signs would."""
    likely, least, most = (1.0 - (1.0 - part) ** min(times, 6) for part in _ONCE)
    return _Claim(role, (likely, least, most), f"{counted(shown or times, 'message')} {doing}.", step, column)


def _keeper(step: str) -> _Claim:
    detail = "The account pinned, retitled or removed in a group, as only those who keep it can."
    return _Claim("group-keeper", (0.95, 0.8, 1.0), detail, step, "keeper_messages")


def _finding(claim: _Claim, seller_no: int, row: int, about: tuple[str, str] | None) -> Finding:
    value, low, high = claim.chance
    ground = Ground(claim.role, 0.0, claim.detail, claim.step, claim.column, row)
    english, dutch = (role_sentence(claim.role, value, language) for language in ("en", "nl"))
    return Finding(
        seller_no, "role", value, low, high, claim.role, english, [ground], words_nl=dutch, about=about
    )
