"""What the guard goes by: the list of what may go out, and what each request of the protocol does to others."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from schakel.records.errors import SettingsError

Purpose = Literal["collect", "login", "logout"]
PURPOSES: tuple[Purpose, ...] = ("collect", "login", "logout")
# Of a request in these groups others see nothing; one that is `visible` to them can never be allowed.
_UNSEEN = ("invisible-read", "account-other")


@dataclass(frozen=True, slots=True)
class Known:
    """A request of the protocol: its name, the number that its bytes begin with, what it does to others, and why we think so."""

    name: str
    number: int
    effect: str
    why: str


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an argument of a request that may go out must be like; exactly one of the four is given."""

    request: str
    argument: str
    why: str
    absent: bool = False
    bare: bool = False
    kinds: list[str] = []
    equals: bool | int | str | None = None

    def in_words(self) -> str:
        """What must hold, as a person reads it."""
        if self.kinds:
            return f"{self.argument} only as {' or '.join(self.kinds)}"
        if self.absent or self.bare:
            return f"{self.argument} only {'left out' if self.absent else 'empty'}"
        value = str(self.equals).lower() if isinstance(self.equals, bool) else self.equals
        return f"{self.argument} only {value}"


class Requests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of the requests that may go out: before there is a key, always, around others, and by purpose."""

    handshake: list[str]
    always: list[str]
    wrappers: list[str]
    login: list[str]
    logout: list[str]
    collect: list[str]


class Allowlist(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list as it stands in allowlist.toml."""

    version: str
    layer: int
    review_before: str
    source: str
    largest_request: int
    service: dict[str, str]
    requests: Requests
    inside: dict[str, str]
    names: dict[str, str]
    conditions: list[Condition]
    log: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Rules:
    """The list, and all requests of the protocol by the number that they begin with."""

    allow: Allowlist
    known: Mapping[int, Known]

    def may(self, name: str, purpose: Purpose) -> bool:
        """Whether a request may go out by itself for a purpose."""
        return name in getattr(self.allow.requests, purpose)

    def conditions(self, name: str) -> list[Condition]:
        """What the arguments of a request must be like."""
        return [one for one in self.allow.conditions if one.request == name]

    def when(self, name: str) -> tuple[str, ...]:
        """For which purposes, or in which place, a request may go out; empty if it never may."""
        groups = msgspec.structs.asdict(self.allow.requests)
        return tuple(group for group, names in groups.items() if name in names)


@cache
def read_rules() -> Rules:
    """The rules that come with this version; SettingsError if they contradict themselves."""
    place = files(__package__)
    raw = tomllib.loads(place.joinpath("allowlist.toml").read_text(encoding="utf-8"))
    lines = place.joinpath("requests.csv").read_text(encoding="utf-8").splitlines()
    return checked(msgspec.convert(raw, Allowlist), list(csv.DictReader(lines)))


def checked(allow: Allowlist, rows: Sequence[Mapping[str, Any]]) -> Rules:
    """Rules of a list and the rows of requests; SettingsError if the list lets out what others see, or what nobody knows."""
    known = [Known(row["request"], int(row["constructor_id"], 16), row["effect"], row["why"]) for row in rows]
    effects = {one.name: one.effect for one in known}
    groups = msgspec.structs.asdict(allow.requests)
    for name in [name for names in groups.values() for name in names]:
        if effects.get(name) not in _UNSEEN:
            _wrong(
                f"lets out {name}, which others can see"
                if name in effects
                else f"names {name}, which is no request"
            )
    for one in allow.conditions:
        if one.request not in effects or not (one.absent or one.bare or one.kinds or one.equals is not None):
            _wrong(f"has a condition on {one.request} that cannot be held to")
    if len({one.number for one in known}) != len(known):
        _wrong("has two requests with one number")
    return Rules(allow, {one.number: one for one in known})


def _wrong(what: str) -> None:
    raise SettingsError(
        f"The list of what may go out to Telegram {what}.",
        means="The guard does not start with such a list, so nothing was sent.",
        todo="Put back allowlist.toml and requests.csv of this version.",
    )
