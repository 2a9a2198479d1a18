"""Whether a person or a machine posts."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign


class Rhythm(NamedTuple):
    """The beat of one seller's posts: distinct minutes, days, share of equal gaps, hours left almost empty."""

    moments: int
    days: int
    repeated: float
    quiet_hours: int


def posts_like_a_clock(row: Rhythm, limits: Limits) -> Seen | None:
    """Posts follow each other at the same interval again and again, as a program posts."""
    if row.moments < limits["rhythm_moments"]:
        return None
    detail = f"{row.repeated:.0%} of the gaps between {row.moments} posts are within 5 % of the usual gap."
    if row.repeated >= limits["rhythm_repeated"]:
        return Seen(True, detail, "sample")
    return Seen(False, detail, "sample") if row.repeated <= limits["rhythm_loose"] else None


def posts_without_sleep(row: Rhythm, limits: Limits) -> Seen | None:
    """Posts come at all hours; no hours are left for sleep."""
    if row.moments < limits["rhythm_moments"] or row.days < limits["sleep_days"]:
        return None
    detail = f"{row.quiet_hours} hours of the day in a row are almost without posts, over {row.days} days."
    if row.quiet_hours == 0:
        return Seen(True, detail, "sample")
    return Seen(False, detail, "sample") if row.quiet_hours >= limits["sleep_quiet"] else None


SIGNS = tuple(Sign("rhythm", Rhythm, rule) for rule in (posts_like_a_clock, posts_without_sleep))
