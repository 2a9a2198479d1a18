"""How the site is asked: pauses, limits and the words that are no names, as the data file says."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


@dataclass(frozen=True, slots=True)
class Manners:
    """Pauses in seconds, limits in bytes and times, and what may be named; see `site.toml` for the reasons."""

    site: str
    pause: float
    connect: float
    silent: float
    answer: float
    again: int
    again_after: float
    longest_wait: float
    wait: float
    waits: int
    answer_bytes: int
    decoded_bytes: int
    photo_bytes: int
    most_names: int
    usual_pages: int
    most_pages: int
    not_chats: frozenset[str]
    photo_hosts: tuple[str, ...]


@cache
def manners() -> Manners:
    """The manners of the data file."""
    said = loads(files(__package__).joinpath("site.toml").read_text(encoding="utf-8"))
    return Manners(
        site=said["site"],
        most_names=said["sizes"]["names"],
        usual_pages=said["pages"]["usual"],
        most_pages=said["pages"]["most"],
        not_chats=frozenset(said["names"]["not_chats"]),
        photo_hosts=tuple(said["photos"]["hosts"]),
        **_waiting(said["waiting"]),
        **{name: said["sizes"][name] for name in ("answer_bytes", "decoded_bytes", "photo_bytes")},
    )


def _waiting(said: dict[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_seconds"): value for name, value in said.items()}
