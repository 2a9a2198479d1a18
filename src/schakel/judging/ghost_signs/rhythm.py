"""Whether a person or a machine posts."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class Rhythm(NamedTuple):
    """The beat of one seller's ads: distinct minutes, days of posting, share that keeps to a beat, and share in the
    quietest six hours of the day.
    """

    ads: int
    days: int
    regular: float
    quietest: float


def posts_like_a_clock(row: Rhythm, limits: Limits) -> Seen | None:
    """Ads follow each other at equal intervals or at the same minutes, as a program posts."""
    if row.ads < limits["rhythm_ads"]:
        return None
    detail = f"{row.regular:.0%} of {row.ads} posts keep to a beat."
    if row.regular >= limits["rhythm_regular"]:
        return Seen(True, detail, "sample")
    return Seen(False, detail, "sample") if row.regular <= limits["rhythm_loose"] else None


def posts_without_sleep(row: Rhythm, limits: Limits) -> Seen | None:
    """Ads come at all hours; no hours are left for sleep."""
    if row.ads < limits["sleep_ads"] or row.days < limits["sleep_days"]:
        return None
    detail = f"The quietest six hours of the day hold {row.quietest:.0%} of {counted(row.ads, 'post')}, over {counted(row.days, 'day')}."
    if row.quietest >= limits["sleepless_share"]:
        return Seen(True, detail, "sample")
    return Seen(False, detail, "sample") if row.quietest <= limits["sleep_share"] else None


SIGNS = tuple(Sign("rhythm", Rhythm, rule) for rule in (posts_like_a_clock, posts_without_sleep))
