"""Whether an unknown word names goods: signs of where it stands, weighed as this market's known words weigh them.

The weights are those of a logistic regression of known goods words against unknown ones, held near weights that
were set beforehand (a Gaussian prior), since among the unknown words are the very ones that are sought. Learning
from known members and unlabelled words is the classical way to grow a lexicon (Riloff and Shepherd, 1997; Elkan
and Noto, 2008, on learning from positives only).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

import numpy as np
import numpy.typing as npt

from schakel.reading.suggesting.evidence import Market, Seen, neighbour_weight, trade_weight

Values = npt.NDArray[np.float64]
MOST_TRADE = 2.0
_STEPS = 50
_HALVINGS = 30  # a step of a thousand millionth is none
_ROUNDING = 1e-12  # near the best, what is better and what is worse is lost in the last digits
_FARTHER = 0.5  # the second neighbour depends on the first


@dataclass(frozen=True, slots=True)
class Weights:
    """The signs by name, their weights in natural logarithms, and those of a usual unknown word."""

    names: tuple[str, ...]
    values: Values
    usual: Values

    def weigh(self, signs: Values) -> tuple[float, list[tuple[str, float, float]]]:
        """The log10 likelihood ratio of one word against the usual one; name, value and weight of each sign."""
        parts = self.values[1:] * (signs - self.usual) / np.log(10)
        told = [(n, float(v), float(p)) for n, v, p in zip(self.names[1:], signs, parts, strict=True)]
        return float(parts.sum()), told


def signs_of(market: Market, word: str, seen: Seen, *, of_goods: bool = False) -> Values:
    """The signs of one word, in the order of `lexicons/suggesting.toml`."""
    said = seen.neighbours()
    lines = len(seen.around)

    def share(places: Sequence[int], start: str) -> float:
        return min(
            1.0, sum(n for (at, label), n in said.items() if at in places and label.startswith(start)) / lines
        )

    wording = sum(
        (1.0 if abs(one[0]) == 1 else _FARTHER)
        * times
        * neighbour_weight(market, one, times, of_goods=of_goods)
        for one, times in said.items()
        if not one[1].startswith("<")
    )
    return np.array(
        [
            share((1,), "<n"),
            share((-1,), "<n: amount"),
            share((-1,), "<start"),
            share((1,), "<end, a list"),
            share((-1, 1), "<goods"),
            share((-2, -1, 1, 2), "<act: offer"),
            wording / (lines + 1),
            min(MOST_TRADE, trade_weight(market, seen)),
            float(not word[0].isalnum()),
            float(" " in word),
        ]
    )


def learn(market: Market) -> Weights:
    """The weights of this market; those set beforehand where it has too few known words."""
    set_before = _set_before()
    found = [signs_of(market, word, seen) for word, seen in market.words.items()]
    unknown = np.array(found).reshape(-1, len(set_before.usual))
    known = [
        signs_of(market, word, seen, of_goods=True)
        for word, seen in market.goods.items()
        if len(seen.posts) >= 2
    ]
    few = set_before.usual_words
    usual = (set_before.usual * few + unknown.sum(axis=0)) / (few + len(unknown))
    names, prior = set_before.names, set_before.weights
    if min(len(known), len(unknown)) < set_before.least_words:
        return Weights(names, prior, usual)
    signs = np.vstack([np.array(known), unknown])
    named = np.concatenate([np.ones(len(known)), np.zeros(len(unknown))])
    return Weights(
        names, _fit(np.column_stack([np.ones(len(signs)), signs]), named, prior, set_before.trust), usual
    )


def _fit(signs: Values, named: Values, prior: Values, trust: Values) -> Values:
    """Logistic regression by Newton's method, each kind of word counting as much as the other."""
    weight = np.where(named == 1, 0.5 / named.sum(), 0.5 / (1 - named).sum()) * len(named)
    values = prior.copy()
    values[0] = 0.0
    hold = 1.0 / trust
    hold[0] = 1e-6  # the intercept only says how many words of each kind there are

    def fits(tried: Values) -> float:
        # The logarithm of the chance of what each word is: -log(1 + e^-x) of goods, -log(1 + e^x) of others.
        told = np.logaddexp(0.0, np.where(named == 1, -1.0, 1.0) * (signs @ tried))
        return -float((weight * told).sum() + 0.5 * (hold * (tried - prior) ** 2).sum())

    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(signs @ values, -30, 30)))
        slope = signs.T @ (weight * (named - chance)) - hold * (values - prior)
        curve = (signs * (weight * chance * (1 - chance))[:, None]).T @ signs + np.diag(hold)
        step = _no_farther_than_it_fits(fits, values, np.linalg.solve(curve, slope))
        values = values + step
        if np.abs(step).max() < 1e-10:
            break
    return values


def _no_farther_than_it_fits(fits: Callable[[Values], float], values: Values, step: Values) -> Values:
    """The step, halved until the words fit no worse after it: a whole one may run away, ever farther at each turn."""
    before = fits(values)
    for _ in range(_HALVINGS):
        if fits(values + step) >= before - _ROUNDING * abs(before):
            return step
        step = step / 2
    return np.zeros_like(step)


@dataclass(frozen=True, slots=True)
class _SetBefore:
    """What is known before a market is looked at; see `lexicons/suggesting.toml`."""

    names: tuple[str, ...]
    weights: Values
    usual: Values
    trust: Values
    usual_words: int
    least_words: int


@cache
def _set_before() -> _SetBefore:
    data = loads((files("schakel.lexicons") / "suggesting.toml").read_text("utf-8"))
    names, limits = tuple(data["prior"]), data["limits"]
    return _SetBefore(
        names,
        np.array([data["prior"][name] for name in names], np.float64),
        np.array([data["usual"][name] for name in names[1:]], np.float64),
        np.array(
            [limits["trust_fixed" if name in limits["fixed"] else "trust"] for name in names], np.float64
        ),
        int(limits["usual_words"]),
        int(limits["least_words"]),
    )
