"""Who does what in the chain: roles of sellers, and of accounts that offer nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schakel.judging.business.trade import Presence, Trade
from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.role_words import role_words
from schakel.judging.roles.account_roles import account_claims, caller_claims, rider_claims
from schakel.judging.roles.by_words import Held, by_words
from schakel.judging.roles.role_claims import SUREST, Chance, Claim, holds, keeper, said, times
from schakel.judging.roles.role_hints import hinted, recruiter
from schakel.judging.verbal_scale import role_sentence
from schakel.records.counted import counted, counted_doing

_ONE_TRADER = (0.4, 0.25, 0.6)  # one seller of trade amounts asks: traders buy from each other too
# From which share of traders that are asked for goods, or say what they are, it says most that another is not asked or does not say so.
_ASKED = 0.25
_SAY = 0.5


class Remarks(NamedTuple):
    """What a seller's own accounts say of riding, money and stock, in numbers of messages."""

    rides: int
    payments: int
    stores: int


class Upstream(NamedTuple):
    """How many other sellers ask a seller for goods or forward its ads; `traders` sell trade amounts themselves."""

    traders: int
    sellers: int


class Shown(NamedTuple):
    """How far the sellers of trade amounts here show who is a source: 1 where a quarter of them or more are asked for goods
    by other sellers (`asked`), or half say that they bring or make what they sell (`say`).
    """

    asked: float
    say: float


def role_findings(facts: Facts) -> list[Finding]:
    """The roles of every seller, and of every other account that has to do with the trade.

    The value is the probability that the role is held; subjects are sellers, or accounts (`account`) of people who
    offer nothing: couriers, recruiters, money handlers, keepers, customers, vouchers.
    """
    return [_finding(held) for held in by_words(facts, rule_claims(facts))]


def rule_claims(facts: Facts) -> list[Held]:
    """What word lists and acts say of every seller and account, each by itself."""
    found = []
    trades, above = list(facts.rows("trade", Trade)), list(facts.rows("upstream", Upstream))
    rows = zip(trades, facts.rows("lives", Presence), facts.rows("own_remarks", Remarks), above, strict=True)
    here = shown(trades, above)
    calls = {one.hint.seller_no: recruiter(one) for one in hinted(facts, "recruit")}
    for seller_no, (trade, presence, remarks, upstream) in enumerate(rows):
        sources = list(_sources(trade, upstream, here))
        own = [calls[seller_no]] if seller_no in calls else []
        trading = _wholesale(trade, remarks, upstream, sources[0].chance[0] if sources else 0.0)
        for claim in (*trading, *_seller_claims(trade, presence, remarks), *sources, *own):
            found.append(Held(claim, seller_no, seller_no))
    for row, name, claim in (*account_claims(facts), *rider_claims(facts), *caller_claims(facts)):
        found.append(Held(claim, -1, row, name))
    return found


def shown(trades: Sequence[Trade], above: Sequence[Upstream]) -> Shown:
    """How far those who sell trade amounts show in these data who is a source."""
    traders = [(trade, upstream) for trade, upstream in zip(trades, above, strict=True) if trade.trading]
    asked = sum(upstream.sellers > 0 for _, upstream in traders)
    say = sum(trade.backed > 0 for trade, _ in traders)
    of = max(len(traders), 1)
    return Shown(min(asked / (of * _ASKED), 1.0), min(say / (of * _SAY), 1.0))


def _part(hits: int, of: int, share: float) -> Chance:
    """Likely, least, most: with the share itself half as large again, and half as large."""
    likely, least, most = (holds(hits, of, part) for part in (share, min(share * 1.5, 0.9), share / 2))
    return min(likely, SUREST), min(least, SUREST), most


def _seller_claims(trade: Trade, presence: Presence, remarks: Remarks) -> Iterator[Claim]:
    limits = role_words()["limits"]
    quarter = limits["quarter"]
    shares = (
        ("retailer", trade.shopping, trade.sided, quarter, "shopping_messages", "offer user quantities"),
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
            yield Claim(role, times(_part(hits, of, share), worth), detail, "trade", column)
    own = trade.offers - trade.passed  # what is only passed on, others sell
    if own and not trade.sided and not rides:
        detail = f"{counted_doing(own, 'distinct text', 'offer')} something, none names trade quantities."
        yield Claim("retailer", (0.7, 0.5, 0.9), detail, "trade", "own_messages")
    if remarks.rides:  # who sells rides too now and then; that does not make a courier
        claim = said("courier", remarks.rides, "speak of riding", "own_remarks", "ride_messages")
        yield claim._replace(chance=times(claim.chance, 1.0 if rides else limits["promise"]))
    elif trade.courier:
        chance = times(_part(trade.courier, own, quarter), limits["promise"])
        detail = f"{trade.courier} of {counted(own, 'distinct text')} promise delivery by courier."
        yield Claim("courier", chance, detail, "trade", "courier_messages")
    if remarks.payments:
        yield said(
            "money-handler", remarks.payments, "speak of handling money", "own_remarks", "money_messages"
        )
    if remarks.stores:
        yield said("storage", remarks.stores, "speak of where stock lies", "own_remarks", "storage_messages")
    if presence.keeper:
        yield keeper("own_remarks")


def _rides(trade: Trade, remarks: Remarks) -> bool:
    """Whether somebody speaks of riding as often as it posts ads; where no ad names an amount (words of riding may read as
    ads), a quarter as often.
    """
    worth = 1.0 if trade.sided else role_words()["limits"]["quarter"]
    return remarks.rides > 0 and remarks.rides >= worth * trade.copies


def _wholesale(trade: Trade, remarks: Remarks, upstream: Upstream, source: float) -> Iterator[Claim]:
    """A wholesaler offers trade amounts in half of its texts or more, without users' amounts of the same good, or says in a quarter of them
    that it sells to those who sell on. Texts that tell no amount weigh a little. As far as it is a source (`source`), its large steps do
    not count, and nothing does if several who sell trade amounts ask it: a source is one too only if it also sells what shops buy.
    """
    if not (trade.trading or trade.bulk):
        return
    limits = role_words()["limits"]
    most = limits["wholesale"]
    large = max(trade.kilos, trade.backed)
    beside = max(trade.trading - large, 0) if upstream.traders < 2 else 0
    of = trade.sided + limits["unsided"] * max(trade.offers - trade.passed - trade.sided, 0)
    as_trader, as_source = _part(trade.trading, of, most), _part(beside, of, most)
    likely, least, top = (
        (1.0 - source) * one + source * other for one, other in zip(as_trader, as_source, strict=True)
    )
    told = (
        times(_part(trade.told, trade.sided, limits["quarter"]), 1.0 - source)
        if trade.told
        else (0.0, 0.0, 0.0)
    )
    likely, least, top = (max(two) for two in zip((likely, least, top), told, strict=True))
    chance = times((likely, least, top), limits["promise"] if _rides(trade, remarks) else 1.0)
    detail = f"{trade.trading} of {counted(trade.sided, 'distinct text')} offer trade quantities, and not from users' amounts on."
    if trade.told:
        detail += f" {counted_doing(trade.told, 'distinct text', 'say')} to be for those who sell on."
    if source:
        detail += f" As a source sells: {large}."
    column = "trading_messages" if trade.trading else "bulk_messages"
    yield Claim("wholesaler", chance, detail, "trade", column)


def _sources(trade: Trade, upstream: Upstream, here: Shown) -> Iterator[Claim]:
    """A source offers large trade amounts only, and those who sell trade amounts themselves buy from it; or it says that it
    brings or makes what it sells to those who sell on.

    Amounts alone tell little: most who name large lots only are wholesalers, the more so where sellers of trade amounts are asked, or say that
    they are the source (`here`).
    Two or more sellers of trade amounts who ask tell enough whatever the steps: what is much of one good is
    little of another.
    """
    if not trade.trading or not (trade.kilos or upstream.traders or trade.sourced):
        return
    limits = role_words()["limits"]
    chance = _part(trade.kilos, trade.sided, limits["lots"])
    of = counted(trade.sided, "distinct text")
    detail = f"{trade.kilos} of {of} offer large trade amounts only."
    if trade.shopping:  # who brings kilos in sells no grams; one such text of many may be misread
        chance = times(chance, 1.0 - holds(trade.shopping, trade.sided, limits["quarter"] / 2))
    if not (upstream.traders and trade.kilos):
        chance = times(chance, limits["large_alone"] * (1.0 - (1.0 - limits["promise"]) * max(here)))
    if here.asked:
        detail += (
            f" {counted(upstream.traders, 'seller')} of trade amounts asked for goods or passed on its ads."
        )
    column = ("upstream", "asked_messages") if upstream.traders else ("trade", "kilo_messages")
    chances = [chance, _asked(upstream.traders, trade.trading / trade.sided)]
    if trade.sourced:
        worth = limits["word"] if 2 * trade.backed >= trade.sourced else limits["unbacked"]
        chances.append(times(_part(trade.sourced, trade.sided, limits["quarter"]), worth))
        detail += f" {trade.sourced} of {of} say that it brings or makes the goods."
        column = ("trade", "source_messages")
    likely, least, most = (max(group) for group in zip(*chances, strict=True))
    yield Claim("supplier", (likely, least, most), detail, *column)


def _asked(traders: int, bulk: float) -> Chance:
    """That a source is who so many sellers of trade amounts ask for goods; each further one makes it surer."""
    likely, least, most = (bulk * (1.0 - (1.0 - part) ** min(traders, 6)) for part in _ONE_TRADER)
    return likely, least, most


def _finding(held: Held) -> Finding:
    claim = held.claim
    value, low, high = claim.chance
    place = held.row if claim.row is None else claim.row
    grounds = [Ground(claim.role, 0.0, claim.detail, claim.step, claim.column, place)]
    if held.lines is not None:
        grounds.append(held.lines)
    english, dutch = (role_sentence(claim.role, value, language) for language in ("en", "nl"))
    about = None if held.account is None else ("account", held.account)
    return Finding(
        held.seller_no, "role", value, low, high, claim.role, english, grounds, words_nl=dutch, about=about
    )
