"""What the life of the accounts shows."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted

_DAY = 86400


class Life(NamedTuple):
    """One seller's time in the data; moments in Unix seconds."""

    first_seen: int | None
    last_seen: int | None
    data_first: int | None
    data_last: int | None
    days_seen: int
    accounts: int
    names: int
    deleted: bool
    marked: bool
    newest: float | None  # account number against the highest seen, 0 to 1
    first_warned: int | None


def account_deleted(row: Life, limits: Limits) -> Seen | None:
    """An account of the seller is shown as deleted."""
    return Seen(True, "Telegram shows a deleted account.", "sample") if row.deleted else None


def marked_by_platform(row: Life, limits: Limits) -> Seen | None:
    """The platform itself marks an account of the seller as scam or fake."""
    return Seen(True, "Telegram marks an account as scam or fake.", "sample") if row.marked else None


def account_is_new(row: Life, limits: Limits) -> Seen | None:
    """All accounts of the seller were made lately: their numbers are among the highest; its absence: an old one."""
    if row.newest is None:
        return None
    detail = f"The oldest account is newer than {row.newest:.0%} of the accounts seen."
    if row.newest >= limits["account_new"]:
        return Seen(True, detail, "sample")
    return Seen(False, detail, "sample") if row.newest <= limits["account_old"] else None


def changes_names(row: Life, limits: Limits) -> Seen | None:
    """One account of the seller went by many names."""
    if row.names < limits["names_many"]:
        return None
    return Seen(True, f"One account went by {row.names} names.", "sample")


def short_life(row: Life, limits: Limits) -> Seen | None:
    """The seller appears and is gone within weeks, while the data goes on before and after, and had posted so often that
    this is no chance: who posts once has no life that could be short.
    """
    if row.first_seen is None or row.last_seen is None or row.data_first is None or row.data_last is None:
        return None
    days = (row.last_seen - row.first_seen) / _DAY
    edge = limits["edge_days"] * _DAY
    if days >= limits["long_days"]:
        return Seen(False, f"Seen over {counted(round(days), 'day')}.", "sample")
    inside = row.first_seen - row.data_first > edge and row.data_last - row.last_seen > edge
    time = (row.data_last - row.data_first) / _DAY
    short = min(limits["short_days"], limits["short_part"] * time)
    if days <= short and inside and time >= limits["span_days"] and _silent(row, limits["short_chance"]):
        return Seen(
            True, f"Seen over {counted(round(days), 'day')}, well within the time of the data.", "sample"
        )
    return None


def gone_after_warnings(row: Life, limits: Limits) -> Seen | None:
    """The seller falls silent soon after the first warning."""
    if row.first_warned is None or row.last_seen is None or row.data_last is None:
        return None
    days = (row.last_seen - row.first_warned) / _DAY
    left = (row.data_last - row.last_seen) / _DAY
    if (
        days <= limits["gone_days"]
        and left >= limits["stayed_days"]
        and _silent(row, limits["silent_chance"])
    ):
        detail = (
            f"Last message {counted(round(max(days, 0)), 'day')} after the first warning; the data goes on for "
            f"{counted(round(left), 'day')}."
        )
        return Seen(True, detail, "warnings")
    return None


def _silent(row: Life, chance: float) -> bool:
    """Whether the seller fell silent: had it gone on as seldom as before, all its days would hardly lie so early."""
    if row.first_seen is None or row.last_seen is None or row.data_last is None:
        return False
    seen, until = ((end - row.first_seen) / _DAY + 1.0 for end in (row.last_seen, row.data_last))
    return bool((seen / until) ** (row.days_seen - 1) < chance)


SIGNS = tuple(
    Sign("lives", Life, rule)
    for rule in (
        account_deleted,
        marked_by_platform,
        account_is_new,
        changes_names,
        short_life,
        gone_after_warnings,
    )
)
