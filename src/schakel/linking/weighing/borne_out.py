"""What the evidence on a pair proved to be worth where the truth is known: the fusion of the kinds of evidence.

Each kind is weighed by itself, as log10 likelihood ratio; but kinds hang together (who keeps the name mostly keeps the ad and the hours),
so their plain sum says too much or too little. A factor for each kind, once where it speaks for one seller and once where it speaks
against, is fitted on markets with known truth by regularised logistic regression (logistic-regression calibration and fusion: Brümmer and
du Preez 2006; Morrison 2013). Verdicts of people keep their weight.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from schakel.linking.weighing.link import Link
from schakel.records.errors import SettingsError
from schakel.records.facts import Reason


@dataclass(frozen=True, slots=True)
class Factors:
    """How many times its weight a kind of evidence is worth, by name of its rule: where it speaks for one seller, and against."""

    speaking_for: dict[str, float]
    against: dict[str, float]

    def of(self, reason: Reason) -> float:
        """The factor of a reason; 1 where nothing else was found."""
        return (self.speaking_for if reason.weight > 0 else self.against).get(reason.rule, 1.0)


def borne_out(links: Sequence[Link], factors: Factors | None = None) -> list[Link]:
    """The same pairs with every reason at what its kind proved to be worth; the weights still sum to `log10_lr`.

    Other factors than those of the package are for whoever fits them.
    """
    used = factors or load_factors()
    return [_borne_out(link, used) for link in links]


def _borne_out(link: Link, factors: Factors) -> Link:
    reasons = tuple(_weighed(reason, factors.of(reason)) for reason in link.reasons)
    return replace(link, log10_lr=round(sum([r.weight for r in reasons]), 4), reasons=reasons)


def _weighed(reason: Reason, factor: float) -> Reason:
    return reason if factor == 1.0 else replace(reason, weight=round(reason.weight * factor, 4))


@cache
def load_factors() -> Factors:
    """The factors as they stand in the package; SettingsError if the file cannot be used."""
    path = files("schakel.lexicons") / "linking_factors.toml"
    return read_factors(path.read_text(encoding="utf-8"))


def read_factors(text: str) -> Factors:
    """The factors of a list; SettingsError if it cannot be used."""
    try:
        raw = tomllib.loads(text)
        if raw["format"] != "linking-factors":
            raise ValueError(f"its format is {raw['format']!r}")
        return Factors(_sure(raw["for"]), _sure(raw["against"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"The word list linking_factors.toml cannot be used: {error}.",
            means="Accounts cannot be linked.",
            todo="Restore the file from the package.",
        ) from error


def _sure(raw: dict[str, float]) -> dict[str, float]:
    """The factors by rule; ValueError or TypeError if one is no number above nothing."""
    for rule, factor in raw.items():
        if not factor > 0:
            raise ValueError(f"{rule} is {factor}")
    return {rule: float(factor) for rule, factor in raw.items()}
