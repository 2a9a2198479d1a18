"""Findings of campaigns, chats and networks, and of how sellers grow: what is said of many ads taken together."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import exp, log, sqrt
from typing import NamedTuple

from scipy.special import ndtr

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.intervals import share_of
from schakel.judging.verbal_scale import chance_sentence, chance_term
from schakel.records.counted import counted

_STEP = "group_ads"
_DANGERS = (
    ("weapons", "weapons", "weapon_messages"),
    ("fentanyl", "fentanyl-class opioids", "fentanyl_messages"),
    ("minors", "minors", "minor_messages"),
)
_Z = 1.959964
_LEAST_GROWTH = 6  # ads, before growth is told


class Ads(NamedTuple):
    """Ads of one seller in one campaign, chat or network (or all its ads), by what is in them."""

    subject_kind: str
    subject_id: str
    seller_no: int
    ads: int
    accounts: int
    chats: int
    before: int
    after: int
    bulk: int
    retail: int
    weapons: int
    fentanyl: int
    minors: int


Chances = Mapping[int, tuple[float, float, float]]
Rows = list[tuple[int, Ads]]


def group_findings(facts: Facts, ghosts: Chances) -> list[Finding]:
    """Ghosts, scale, reach, growth and dangers of campaigns, chats and networks; growth of sellers.

    `ghosts` gives each seller's probability of being a ghost with its bounds.
    """
    found: list[Finding] = []
    rows = enumerate(facts.rows(_STEP, Ads))
    for (kind, subject), part in groupby(rows, key=lambda row: (row[1].subject_kind, row[1].subject_id)):
        if kind == "seller":
            for at, ads in part:
                found += _growth([(at, ads)], ads.seller_no, None)
            continue
        own, about = list(part), (kind, subject)
        found += _ghost(own, about, ghosts)
        found += _scale(own, about)
        found += _reach(own, about)
        found += _growth(own, -1, about)
        found += _dangers(own, about)
    return found


def _grounds(own: Rows, rule: str, count: str, column: str, noun: str) -> list[Ground]:
    """One reason for each of the three sellers that count most, with messages."""
    most = sorted(own, key=lambda row: (-getattr(row[1], count), row[0]))[:3] if len(own) > 1 else own
    return [
        Ground(rule, 0.0, f"{counted(getattr(ads, count), 'ad')} {noun} by one seller.", _STEP, column, at)
        for at, ads in most
        if getattr(ads, count)
    ]


def _ghost(own: Rows, about: tuple[str, str], ghosts: Chances) -> Iterator[Finding]:
    """The share of the ads that come from ghosts."""
    known = [(ads, ghosts[ads.seller_no]) for _, ads in own if ads.seller_no in ghosts]
    total = sum(ads.ads for ads, _ in known)
    if not total:
        return
    value, low, high = (sum(ads.ads * chance[end] for ads, chance in known) / total for end in range(3))
    detail = f"{counted(total, 'ad')} of {counted(len(known), 'seller')}, each with its own probability."
    grounds = [
        Ground("sellers", 0.0, detail),
        *_grounds(own, "ads-of-seller", "ads", "ad_messages", "posted"),
    ]
    one = f"a share of {value:.0%} of these ads comes from ghosts; that any one does is {chance_term(value)}"
    dutch = f"{value:.0%} van deze advertenties komt van spookverkopers; voor een ervan is dat {chance_term(value, 'nl')}"
    label = "ghost" if value >= 0.5 else "real"
    yield Finding(
        -1,
        "ghost",
        value,
        low,
        high,
        label,
        f"Expected: {one}.",
        grounds,
        f"Naar verwachting: {dutch}.",
        about,
    )


def _scale(own: Rows, about: tuple[str, str]) -> Iterator[Finding]:
    bulk, retail = (sum(getattr(ads, name) for _, ads in own) for name in ("bulk", "retail"))
    if not bulk and not retail:
        return
    label = "both" if bulk and retail else "bulk" if bulk else "retail"
    value, low, high = share_of(bulk, bulk + retail)
    grounds = _grounds(own, "bulk-quantities", "bulk", "bulk_messages", "with trade quantities")
    grounds += _grounds(own, "user-quantities", "retail", "retail_messages", "with user quantities")
    english = f"{counted(bulk, 'ad')} with trade quantities, {retail} with user quantities."
    dutch = f"{counted(bulk, 'advertentie')} met handelshoeveelheden, {retail} met gebruikershoeveelheden."
    yield Finding(-1, "scale", value, low, high, label, english, grounds, dutch, about)


def _reach(own: Rows, about: tuple[str, str]) -> Iterator[Finding]:
    ads, sellers = sum(row.ads for _, row in own), len(own)
    accounts = sum(row.accounts for _, row in own)
    seen = float(ads)  # counted, not estimated: no bounds
    english = f"{counted(ads, 'ad')} by {counted(accounts, 'account')} of {counted(sellers, 'seller')}."
    dutch = f"{counted(ads, 'advertentie')} van {counted(accounts, 'account')} van {counted(sellers, 'verkoper')}."
    grounds = _grounds(own, "ads-seen", "ads", "ad_messages", "posted")
    label = counted(sellers, "seller")
    yield Finding(-1, "reach", seen, seen, seen, label, english, grounds, dutch, about)


def _growth(own: Rows, seller_no: int, about: tuple[str, str] | None) -> Iterator[Finding]:
    """Ads in the second half of the time of the data for each in the first, with 95 % bounds of two Poisson counts."""
    before, after = (sum(getattr(ads, name) for _, ads in own) for name in ("before", "after"))
    if before + after < _LEAST_GROWTH:
        return
    value = (after + 0.5) / (before + 0.5)
    spread = _Z * sqrt(1 / (after + 0.5) + 1 / (before + 0.5))
    low, high = exp(log(value) - spread), exp(log(value) + spread)
    label = "grows" if low > 1 else "shrinks" if high < 1 else "steady"
    rises = float(ndtr(log(value) / spread * _Z))
    english, dutch = (
        chance_sentence("growth", rises, language, before=before, after=after) for language in ("en", "nl")
    )
    grounds = _grounds(own, "ads-over-time", "ads", "ad_messages", "posted")
    yield Finding(seller_no, "growth", value, low, high, label, english, grounds, dutch, about)


def _dangers(own: Rows, about: tuple[str, str]) -> Iterator[Finding]:
    for name, label, column in _DANGERS:
        ads = sum(getattr(row, name) for _, row in own)
        if ads:
            seen = float(ads)
            english, dutch = f"{counted(ads, 'ad')}: {label}.", f"{counted(ads, 'advertentie')}: {label}."
            grounds = _grounds(own, label, name, column, f"with {label}")
            yield Finding(-1, "danger", seen, seen, seen, label, english, grounds, dutch, about)
