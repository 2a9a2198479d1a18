"""A claim that somebody holds a role, and what remarks are worth for one."""

from typing import NamedTuple

from scipy.special import betainc

from schakel.records.counted import counted

Chance = tuple[float, float, float]  # likely, least, most

# What all texts of a seller or an account show may still be misread alike: of retailers so sure 93 to 98 in 100 were right in outside
# markets (looked at).
SUREST = 0.95
_ONCE = (0.65, 0.45, 0.85)  # one remark
_CALLED = (0.85, 0.65, 0.95)  # one call for people in words of the trade
_MOST = 6  # remarks beyond which more say no more


class Claim(NamedTuple):
    """A role with its probability, the reason in words, and where its messages stand."""

    role: str
    chance: Chance
    detail: str
    step: str
    column: str
    row: int | None = None  # where not that of the seller or the account


def times(chance: Chance, worth: float) -> Chance:
    """A chance that counts for a part only."""
    return chance[0] * worth, chance[1] * worth, chance[2] * worth


def either(one: Chance, other: Chance) -> Chance:
    """That at least one of two independent signs holds."""
    likely, least, most = (1.0 - (1.0 - a) * (1.0 - b) for a, b in zip(one, other, strict=True))
    return likely, least, most


def by_remarks(number: int) -> Chance:
    """A role by remarks: each further one makes it surer, as independent signs would."""
    return _repeated(_ONCE, number)


def by_calls(number: int) -> Chance:
    """That somebody seeks people, after so many different calls in words of the trade."""
    return _repeated(_CALLED, number)


def said(role: str, number: int, doing: str, step: str, column: str) -> Claim:
    """A role by what somebody says of its work, in so many messages."""
    return Claim(role, by_remarks(number), f"{counted(number, 'message')} {doing}.", step, column)


def keeper(step: str) -> Claim:
    """The role of who keeps a group."""
    detail = "The account pinned, retitled or removed in a group, as only those who keep it can."
    return Claim("group-keeper", (0.95, 0.8, 1.0), detail, step, "keeper_messages")


def _repeated(once: Chance, number: int) -> Chance:
    likely, least, most = (1.0 - (1.0 - part) ** min(number, _MOST) for part in once)
    return likely, least, most


def holds(hits: int, of: int, share: float) -> float:
    """The probability that at least `share` of somebody's texts show something, after `hits` of `of` did (Jeffreys)."""
    return float(1.0 - betainc(hits + 0.5, of - hits + 0.5, share))
