"""How Telegram is asked: pauses, limits, and its own words in plain ones, as the data file says."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Waiting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pauses and waits in seconds, and how often."""

    pause_seconds: float
    name_pause_seconds: float
    longest_wait_seconds: int
    waits: int
    answer_seconds: float
    again: int
    again_after_seconds: float


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much is asked at once, and at most."""

    page: int
    members_page: int
    members: int
    dialogs_page: int
    dialogs: int
    photo_bytes: int
    part_bytes: int
    chats: int
    threads: int


class Manners(msgspec.Struct, frozen=True):
    """All of it; `unreachable` and `ended` turn Telegram's words for errors into plain ones."""

    waiting: Waiting
    sizes: Sizes
    unreachable: dict[str, str]
    ended: dict[str, str]


@cache
def manners() -> Manners:
    """The manners of the data file."""
    raw = files(__package__).joinpath("manners.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), Manners)
