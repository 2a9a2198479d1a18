"""The facts of grounds and terms: on what basis data may be used, by whom, for what, and how long."""

from dataclasses import dataclass
from datetime import date

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a ground covers: acts, chats (id, number or title), commodities, sellers; `*` covers all of a kind."""

    acts: tuple[str, ...]
    chats: tuple[str, ...] = (EVERYTHING,)
    commodities: tuple[str, ...] = (EVERYTHING,)
    sellers: tuple[str, ...] = (EVERYTHING,)


@dataclass(frozen=True, slots=True)
class Ground:
    """A written authorisation: its basis in law, the officer who gave it, where it can be read, its scope and days."""

    ground_id: str
    basis: str
    officer: str
    reference: str
    scope: Scope
    valid_from: date
    valid_until: date
    entered_by: str = ""
    entered_at: str = ""
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """What somebody wants to do on a ground: the act, and the chats, commodities and seller it concerns."""

    act: str
    chats: frozenset[str] = frozenset()
    commodities: frozenset[str] = frozenset()
    seller: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose term is over: what it is, what is to be done (remove, destroy), since when, and by which term."""

    kind: str  # source, case
    what: str
    name: str
    action: str
    since: date
    basis: str
    term: str
    ground_id: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An export file that is held: sealed and in use, or removed from use and waiting for its destruction.

    `beside` names the files sealed with it (media and their manifest) that no other held export has.
    """

    sha256: str
    name: str
    bytes: int
    sealed_on: date
    authorisation: str
    removed_on: date | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found after something was removed or destroyed: sentences that can be checked again."""

    due: Due
    found: tuple[str, ...]
