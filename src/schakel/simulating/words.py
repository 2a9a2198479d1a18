"""The word lists of the simulator, read from the package and checked on reading."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from schakel.records.errors import SettingsError

T = TypeVar("T")
_META = ("version", "source", "reviewed")


class Season(msgspec.Struct, frozen=True):
    """Months in which a commodity sells more, and how much more."""

    months: list[int]
    factor: float


class Commodity(msgspec.Struct, frozen=True):
    """What is sold: its words per language and its ladders of quantities and prices (EUR)."""

    name: str
    share: float
    unit: str
    retail: list[tuple[float, float]]
    bulk: list[tuple[float, str, float]]
    emoji: list[str]
    words: dict[str, list[str]]
    season: Season | None = None


class Town(msgspec.Struct, frozen=True):
    """A town, what people call it, and the towns near it."""

    name: str
    province: str
    weight: float
    street: list[str]
    near: list[str]


class Disguise(msgspec.Struct, frozen=True):
    """Ways to hide a word and how common each is."""

    share: float
    homoglyph: dict[str, str]
    leet: dict[str, str]
    invisible: list[str]
    spacers: list[str]
    ways: dict[str, float]


class Chatter(msgspec.Struct, frozen=True):
    """Talk beside the trade in one language."""

    short: list[str]
    tails: list[str]
    templates: list[str]
    slots: dict[str, list[str]]


class People(msgspec.Struct, frozen=True):
    """Names."""

    first: list[str]
    last: list[str]
    nick: list[str]
    tail: list[str]
    chats: list[str]
    channels: list[str]


Phrases = dict[str, list[str]]


class AdWords(msgspec.Struct, frozen=True):
    """Phrases of advertisements in one language."""

    heads: list[str]
    bulk_heads: list[str]
    titles: list[str]
    rungs: list[str]
    inline: list[str]
    per: list[str]
    threshold: list[str]
    bulk_whole: list[str]
    bulk_threshold: list[str]
    block: list[str]
    named: list[str]
    several: list[str]
    delivery: list[str]
    post: list[str]
    cash: list[str]
    prepay: list[str]
    contacts: list[str]
    plain_contact: list[str]
    units: dict[str, list[str]]
    one: dict[str, str]
    money: list[str]
    special: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists and behaviour figures together."""

    goods: tuple[Commodity, ...]
    towns: tuple[Town, ...]
    ads: dict[str, AdWords]
    talk: dict[str, Phrases]
    chatter: dict[str, Chatter]
    people: People
    disguise: Disguise
    habits: dict[str, dict[str, Any]]


def _read(name: str, kind: type[T]) -> T:
    raw = files("schakel").joinpath(f"lexicons/simulator/{name}.toml").read_bytes()
    data = tomllib.loads(raw.decode("utf-8"))
    for key in _META:
        if key not in data:
            raise SettingsError(f"The word list simulator/{name}.toml lacks its {key}.", todo="Add it.")
        del data[key]
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as fault:
        raise SettingsError(f"The word list simulator/{name}.toml cannot be used: {fault}.") from fault


def adapted(words: Lexicon, ways: tuple[str, ...] = ()) -> Lexicon:
    """The same word lists with the behaviour of agents who know that they are watched; in some ways, or in all."""
    habits = {section: dict(figures) for section, figures in words.habits.items()}
    named = {path for way in ways for path in words.habits["ways_to_adapt"][way]}
    for path, figure in words.habits["adaptation"].items():
        section, name = path.split(".")
        if path in named or not ways:
            habits[section][name] = figure
    return replace(words, habits=habits)


@cache
def lexicon() -> Lexicon:
    """The word lists that come with the package."""
    return Lexicon(
        goods=tuple(_read("goods", dict[str, list[Commodity]])["commodity"]),
        towns=tuple(_read("places", dict[str, list[Town]])["town"]),
        ads=_read("adverts", dict[str, AdWords]),
        talk=_read("talk", dict[str, Phrases]),
        chatter=_read("chatter", dict[str, Chatter]),
        people=_read("people", People),
        disguise=_read("disguise", Disguise),
        habits=_read("behaviour", dict[str, dict[str, Any]]),
    )


@cache
def chain_words() -> dict[str, dict[str, Any]]:
    """Sizes, chances and phrases of chains."""
    return msgspec.toml.decode((files("schakel.lexicons.simulator") / "chains.toml").read_bytes())  # type: ignore[no-any-return]
