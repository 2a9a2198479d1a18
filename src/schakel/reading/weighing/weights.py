"""The fitted weights of evidence and the limits of acts, as shipped in `lexicons`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

ACTS = ("offer", "request", "vouch", "warning", "recruit")
_OFFER_WITH = (
    "offer_with_means",
    "offer_with_plain_price",
    "plain_price_beside_talk",
    "offer_with_price",
    "price_beside_talk",
    "offer_with_list",
    "offer_of_unnamed",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Log10 weights by sign, one for each of `ACTS`, against `none`."""

    acts: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Families:
    """Commodities that are sold by the same people, and the kind of family each belongs to."""

    members: Mapping[str, frozenset[str]]
    of: Mapping[str, str]  # commodity -> its first family
    everyday: frozenset[str]  # whose ordinary words (watch, phone, knife) are sold lawfully everywhere
    beside: Mapping[str, frozenset[str]]  # commodity -> those that are told by it: rounds beside a gun
    beside_odds: float  # log10: from where an ambiguous word for these counts there


@dataclass(frozen=True, slots=True)
class Lone:
    """What it costs praise or a warning that one kind of evidence stands alone, as log10."""

    one_kind: float
    no_kind: float
    in_passing: float


@dataclass(frozen=True, slots=True)
class Limits:
    """From which odds an act is said, and what lack of grounds costs it: log10, by act (`lexicons/act_limits.toml`)."""

    least_share: float
    offer_with_means: float
    offer_with_plain_price: float
    plain_price_beside_talk: float
    offer_with_price: float
    price_beside_talk: float
    offer_of_unnamed: float
    offer_with_list: float
    least_odds: Mapping[str, float]
    offer_ahead: float
    sure_offer: float
    no_grounds: Mapping[str, float]
    asks_nothing: float
    one_word: float
    lone: Mapping[str, Lone]


@cache
def load_limits() -> Limits:
    """The limits as shipped."""
    data = _data("act_limits.toml")
    lone = {act: Lone(**row) for act, row in data["lone"].items()}
    shares = {name: data[name] for name in ("least_share", "offer_ahead", "sure_offer", *_OFFER_WITH)}
    by_act = {name: data[name] for name in ("least_odds", "no_grounds")}
    return Limits(**shares, **by_act, **data["lacking"], lone=lone)


@cache
def load_weights() -> Weights:
    """The weights as fitted by `tools/fit_reading.py`, and those that are set."""
    rows = _data("reading_weights.toml")["acts"] | _data("set_signs.toml")["acts"]
    return Weights({sign: tuple(row) for sign, row in rows.items()})


@cache
def load_families() -> Families:
    """The families of commodities."""
    data = _data("families.toml")
    members = {name: frozenset(names) for name, names in data["families"].items()}
    of: dict[str, str] = {}
    for name, commodities in members.items():
        for commodity in commodities:
            of.setdefault(commodity, name)
    beside = {name: frozenset(others) for name, others in data["beside"]["goods"].items()}
    return Families(members, of, frozenset(data["everyday"]), beside, data["beside"]["odds"])


def _data(name: str) -> dict[str, Any]:
    return loads((files("schakel.lexicons") / name).read_text("utf-8"))
