"""The hours in which sellers post and the area their trade names. The area is the trade's, never a person's."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from schakel.judging.business.hours import Hours, busiest
from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.intervals import share_of
from schakel.judging.verbal_scale import chance_sentence
from schakel.records.counted import counted

_MOST_POSTS = 0.75
_ENOUGH_MOMENTS = 10
_ENOUGH_SHARE = 0.5  # of the ads that name a place, before one municipality speaks for all


class Named(NamedTuple):
    """One place that a seller names: copies of its ads that name it."""

    seller_no: int
    province: str
    municipality: str | None
    copies: int


class NamedInGroup(NamedTuple):
    """One place named in a campaign, chat or network: ads that name it."""

    subject_kind: str
    subject_id: str
    province: str
    municipality: str | None
    copies: int


def hour_findings(hours: Hours) -> list[Finding]:
    """The stretch of the day that holds three quarters of a seller's posts, for sellers with ten posts or more."""
    first, length = busiest(hours.by_hour, _MOST_POSTS)
    found = []
    for seller_no, moments in enumerate(hours.moments.tolist()):
        if moments < _ENOUGH_MOMENTS:
            continue
        start, hold = int(first[seller_no]), int(length[seller_no])
        inside = sum(int(hours.by_hour[seller_no, (start + step) % 24]) for step in range(hold))
        label = f"{start:02d}:00-{(start + hold) % 24:02d}:00 {hours.zone}"
        detail = f"{inside} of {counted(moments, 'moment')} of posting lie in {label}."
        ground = Ground("hours-of-posting", 0.0, detail, "lives", "posts", seller_no)
        value, low, high = share_of(inside, moments)
        dutch = f"{inside} van {moments} momenten van plaatsen liggen in {label}."
        found.append(Finding(seller_no, "active-hours", value, low, high, label, detail, [ground], dutch))
    return found


def area_findings(facts: Facts) -> list[Finding]:
    """The municipality and province that most ads name for delivery or by landline number: of each seller, and of each
    campaign, chat and network.
    """
    found: list[Finding] = []
    own = enumerate(facts.rows("home_areas", Named))
    for seller_no, named in groupby(own, key=lambda row: row[1].seller_no):
        found += _home("home_areas", list(named), seller_no, None)
    of_groups = enumerate(facts.rows("group_areas", NamedInGroup))
    for about, places in groupby(of_groups, key=lambda row: (row[1].subject_kind, row[1].subject_id)):
        found += _home("group_areas", list(places), -1, about)
    return found


def _home(
    step: str,
    places: Sequence[tuple[int, Named | NamedInGroup]],
    seller_no: int,
    about: tuple[str, str] | None,
) -> Iterator[Finding]:
    total = sum(place.copies for _, place in places)
    provinces: dict[str, int] = {}
    for _, place in places:
        provinces[place.province] = provinces.get(place.province, 0) + place.copies
    province = max(sorted(provinces), key=lambda name: provinces[name])
    inside = sorted((-p.copies, p.municipality or "", row) for row, p in places if p.province == province)
    towns = [(name, -copies) for copies, name, _ in inside if name]
    town = towns[0][0] if towns and towns[0][1] >= _ENOUGH_SHARE * provinces[province] else ""
    label = f"{town}, {province}" if town else province
    grounds = [
        Ground(
            "place-named",
            0.0,
            f"{-copies} of {counted(total, 'mention')}: {name or province}.",
            step,
            "messages",
            row,
        )
        for copies, name, row in inside[:5]
    ]
    value, low, high = share_of(provinces[province], total)
    facts = {"inside": provinces[province], "total": total, "area": label}
    expected = (provinces[province] + 1) / (
        total + 2
    )  # of the next one, by the rule of succession (Laplace 1774)
    words, dutch = (chance_sentence("home-area", expected, language, **facts) for language in ("en", "nl"))
    yield Finding(seller_no, "home-area", value, low, high, label, words, grounds, dutch, about)
