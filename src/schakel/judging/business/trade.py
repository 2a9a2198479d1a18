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
    bulk = counted(trade.bulk, "tekst", "teksten")
    dutch = f"{bulk} met handelshoeveelheden, {trade.retail} met gebruikershoeveelheden."
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
        f"{counted(trade.copies, 'advertentie')} van {counted(trade.offers, 'tekst', 'teksten')} in "
        f"{counted(presence.chats, 'groep', 'groepen')}, door {counted(presence.accounts, 'account')}."
    )
    label = counted(presence.chats, "chat")
    yield Finding(seller_no, "reach", seen, seen, seen, label, detail, [ground], dutch)


def _dangers(seller_no: int, trade: Trade) -> Iterator[Finding]:
    found = (trade.weapon_texts, trade.fentanyl_texts, trade.minor_texts)
    for (label, column, english, dutch), texts in zip(_DANGERS, found, strict=True):
        if texts:
            doing, does = ((one if texts == 1 else many) for one, many in (english, dutch))
            detail = f"{counted(texts, 'distinct text')} {doing.format(weapons=trade.weapons)}."
            ground = Ground(label, 0.0, detail, "trade", column, seller_no)
            seen = float(texts)
            told = f"{counted(texts, 'verschillende tekst', 'verschillende teksten')} {does}."
            yield Finding(seller_no, "danger", seen, seen, seen, label, detail, [ground], told)


# Each danger with the column of its messages, and what one text and what several do, in English and Dutch.
_DANGERS = (
    (
        "weapons",
        "weapon_messages",
        ("offers {weapons}", "offer {weapons}"),
        ("biedt wapens aan", "bieden wapens aan"),
    ),
    (
        "fentanyl-class opioids",
        "fentanyl_messages",
        ("names opioids of the fentanyl class", "name opioids of the fentanyl class"),
        ("noemt opioïden van het fentanyltype", "noemen opioïden van het fentanyltype"),
    ),
    (
        "minors",
        "minor_messages",
        ("speaks to pupils or minors", "speak to pupils or minors"),
        ("spreekt scholieren of minderjarigen aan", "spreken scholieren of minderjarigen aan"),
    ),
)
