"""Whether somebody is at work behind the ads: who writes other things too, and mends what it posted."""

from math import log2
from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class AtWork(NamedTuple):
    """One seller's ads, its words beside them, and its ads that were changed after posting; `_usual`: as many as who posts so many
    ads has here.
    """

    ads: int
    talk: int
    mended: int
    talk_usual: float
    mended_usual: float


def writes_nothing_but_ads(row: AtWork, limits: Limits) -> Seen | None:
    """The seller posts ads and nothing else, where others also write that they are online, on their way or sold out; its absence: it
    writes such things.
    """
    if not row.ads:
        return None
    detail = f"{counted(row.talk, 'message')} of its own beside {counted(row.ads, 'ad')}."
    if not row.talk:
        return _silence(row.talk_usual, detail, "ad_messages", limits)
    share = row.talk / (row.talk + row.ads)
    if share >= limits["talk_share"]:
        return Seen(False, detail, "talk_messages")
    return Seen(False, detail, "talk_messages", 0.5) if share >= limits["talk_little"] else None


def never_mends_its_ads(row: AtWork, limits: Limits) -> Seen | None:
    """The seller never changes an ad that it posted, where others do, as prices and stock change; its absence: it does."""
    if not row.ads:
        return None
    detail = f"{row.mended} of {counted(row.ads, 'ad')} changed after posting."
    if not row.mended:
        return _silence(row.mended_usual, detail, "ad_messages", limits)
    return Seen(False, detail, "mended_messages") if row.mended >= limits["mended_share"] * row.ads else None


def _silence(usual: float, detail: str, shows: str, limits: Limits) -> Seen | None:
    """What is not seen tells more the more of it is usual, and nothing where nobody does it."""
    if usual < limits["silence_usual"]:
        return None
    return Seen(
        True,
        f"{detail[:-1]}; usual here would be {usual:.1f}.",
        shows,
        min(log2(1.0 + usual), limits["work_most"]),
    )


SIGNS = tuple(Sign("beside_ads", AtWork, rule) for rule in (writes_nothing_but_ads, never_mends_its_ads))
