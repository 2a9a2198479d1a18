"""What each ghost sign weighs: log10 likelihood ratios with their spread, read from `ghost_weights.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schakel.judging.word_data import data_file
from schakel.records.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Weight:
    """A log10 likelihood ratio (or log10 odds) with the lowest and highest value that is defensible."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not -99 < self.low <= self.value <= self.high < 99:
            raise SettingsError(
                f"A weight must lie between its low and high: {self.value} is not in {self.low} to {self.high}.",
                todo="Correct ghost_weights.toml.",
            )


@dataclass(frozen=True, slots=True)
class SignWeights:
    """The weights of one sign: seen, and not seen though it could have been; whether people's words are all there is to it, or
    terms that the seller itself writes into its ads; whether it is custom, so that what is usual here counts (`customs`).
    """

    family: str
    present: Weight
    absent: Weight | None
    words: bool = False
    terms: bool = False
    custom: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Signs that tell partly the same: further ones count times `dependence`, together at most `cap`. `standing` is the
    chance beforehand that they point here to where they are said to point.
    """

    cap: float
    dependence: float
    standing: float = 0.95


@dataclass(frozen=True, slots=True)
class GhostModel:
    """Everything the ghost judgement is made with."""

    prior_share: Weight  # where the estimate of the share of ghosts starts, and may start
    prior_sellers: float  # as many sellers as that start is worth
    learning: Mapping[str, float]
    groups: Mapping[str, float]  # how the two groups may lie (see `two_groups`)
    places: Mapping[str, Sequence[float]]  # the grid of their places, spreads and shares
    verdict: Weight
    families: Mapping[str, Family]
    signs: Mapping[str, SignWeights]
    limits: Mapping[str, float]


@cache
def ghost_model() -> GhostModel:
    """The weights as they stand in the data file."""
    data = data_file("ghost_weights.toml", "ghost-weights")
    return GhostModel(
        prior_share=Weight(*data["prior"]["share"]),
        prior_sellers=data["prior"]["sellers"],
        learning=data["learning"],
        groups=data["groups"],
        places=data["groups"]["grid"],
        verdict=Weight(*data["verdict"]["weight"]),
        families={name: Family(**row) for name, row in data["family"].items()},
        signs={name: _sign(row) for name, row in data["sign"].items()},
        limits=data["limits"],
    )


def _sign(row: Mapping[str, object]) -> SignWeights:
    present, absent = row["present"], row.get("absent")
    return SignWeights(
        family=str(row["family"]),
        present=Weight(*present),  # type: ignore[misc]  # TOML: three numbers, checked by Weight
        absent=Weight(*absent) if absent else None,  # type: ignore[misc]
        words=bool(row.get("words", False)),
        terms=bool(row.get("terms", False)),
        custom=bool(row.get("custom", False)),
    )
