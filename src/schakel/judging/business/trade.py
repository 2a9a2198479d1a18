"""What sellers do: the scale of business, how far they reach, what is dangerous."""

from collections.abc import Iterator
from typing import NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.intervals import share_of
from schakel.records.counted import counted


class Trade(NamedTuple):
    """One seller's business in numbers of distinct texts; `copies` counts every posting, `passed` offers of other sellers
    that are only forwarded. `trading` texts sell trade amounts and no user's amounts of the same good, or say so in words (`told`);
    `sourced` ones say that the seller brings or makes the goods, `backed` by nothing less than large lots; `shopping` texts sell users' amounts; `sided` texts tell either.
    """

    acts: int
    offers: int
    passed: int
    requests: int
    vouches: int
    courier: int
    bulk: int
    retail: int
    kilos: int
    scaled: int
    trading: int
    told: int
    sourced: int
    backed: int
    shopping: int
    sided: int
    copies: int
    weapon_texts: int
    fentanyl_texts: int
    minor_texts: int
    weapons: str


class Presence(NamedTuple):
    """How much of one seller is seen, and where."""

    messages: int
    chats: int
    accounts: int
    keeper: bool


def trade_findings(facts: Facts) -> list[Finding]:
    """Scale, reach and dangers of every seller."""
    found: list[Finding] = []
    rows = zip(facts.rows("trade", Trade), facts.rows("lives", Presence), strict=True)
    for seller_no, (trade, presence) in enumerate(rows):
        found += _scale(seller_no, trade)
        found += _reach(seller_no, trade, presence)
        found += _dangers(seller_no, trade)
    return found


def _scale(seller_no: int, trade: Trade) -> Iterator[Finding]:
    scaled = trade.bulk + trade.retail
    if not scaled:
        return
    label = "both" if trade.bulk and trade.retail else "bulk" if trade.bulk else "retail"
    grounds = []
    if trade.bulk:
        detail = f"{counted(trade.bulk, 'text')} with trade quantities."
        grounds.append(Ground("bulk-quantities", 0.0, detail, "trade", "bulk_messages", seller_no))
    if trade.retail:
        detail = f"{counted(trade.retail, 'text')} with user quantities."
        grounds.append(Ground("user-quantities", 0.0, detail, "trade", "retail_messages", seller_no))
    dutch = f"{trade.bulk} teksten met handelshoeveelheden, {trade.retail} met gebruikershoeveelheden."
    words = " ".join(ground.detail for ground in grounds)
    value, low, high = share_of(trade.bulk, scaled)
    yield Finding(seller_no, "scale", value, low, high, label, words, grounds, dutch)


def _reach(seller_no: int, trade: Trade, presence: Presence) -> Iterator[Finding]:
    if not trade.offers:
        return
    detail = (
        f"{counted(trade.copies, 'ad')} of {counted(trade.offers, 'text')} in {counted(presence.chats, 'chat')}, "
        f"by {counted(presence.accounts, 'account')}."
    )
    ground = Ground("ads-seen", 0.0, detail, "trade", "offer_messages", seller_no)
    seen = float(trade.copies)  # counted, not estimated: no bounds
    dutch = (
        f"{trade.copies} advertenties van {trade.offers} teksten in {presence.chats} groepen, door "
        f"{presence.accounts} accounts."
    )
    label = counted(presence.chats, "chat")
    yield Finding(seller_no, "reach", seen, seen, seen, label, detail, [ground], dutch)


def _dangers(seller_no: int, trade: Trade) -> Iterator[Finding]:
    dangers = (
        ("weapons", trade.weapon_texts, "weapon_messages", f"offer {trade.weapons}", "bieden wapens aan"),
        (
            "fentanyl-class opioids",
            trade.fentanyl_texts,
            "fentanyl_messages",
            "name opioids of the fentanyl class",
            "noemen opioïden van het fentanyltype",
        ),
        (
            "minors",
            trade.minor_texts,
            "minor_messages",
            "speak to pupils or minors",
            "spreken scholieren of minderjarigen aan",
        ),
    )
    for label, texts, column, doing, dutch in dangers:
        if texts:
            detail = f"{counted(texts, 'distinct text')} {doing}."
            ground = Ground(label, 0.0, detail, "trade", column, seller_no)
            seen = float(texts)
            told = f"{texts} verschillende teksten {dutch}."
            yield Finding(seller_no, "danger", seen, seen, seen, label, detail, [ground], told)
