"""What the signs say of each seller, and without labels how many are ghosts and how common each sign is.

Every sign is a rater that says ghost (seen) or real (could have been seen and was not), as in the model of Dawid and
Skene (1979). Their estimates go astray where raters hang together or where the data split in some other way, so a
sign keeps its published power, the distance between its two weights. Learned by expectation maximisation are only the
share of ghosts and, as far as the data are trusted, the centre of each sign (how common it is here): not at all in what is said of
a seller (docs/judging.md), more or less in its bounds. Signs of one family say partly the same, so each counts for a part
(`times`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ROUNDS, _CLOSE = 60, 1e-4


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs at sellers: which seller (0 to `sellers`), sign and family, seen or not, and how many times it counts."""

    sellers: int
    seller: Ints
    sign: Ints
    family: Ints
    present: Ints
    times: Floats


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: log10 weight of each mark, log10 odds beforehand, and each seller's log10 odds (`score`)."""

    weights: Floats
    prior: float
    score: Floats


@dataclass(frozen=True, slots=True)
class Published:
    """The published weights as arrays: log10 weight when absent and when present, by sign; which have both, which are
    what people say of a seller, which are only said, by people or by the seller, and have both, and which are custom (`customs`).
    """

    weights: Floats  # signs x 2
    both: NDArray[np.bool_]
    words: NDArray[np.bool_]
    said: NDArray[np.bool_]
    custom: NDArray[np.bool_]

    def shown(self) -> tuple[Floats, Floats]:
        """The share of real sellers and of ghosts that show each sign if its two weights are right."""
        absent, present = (10.0**self.weights).T
        width = np.where(self.both, present - absent, 1.0)
        real = np.clip(np.where(self.both, (1.0 - absent) / width, 0.0), 1e-3, 1.0 - 1e-3)
        return real, np.clip(present * real, 1e-3, 1.0 - 1e-3)


@dataclass(frozen=True, slots=True)
class Told:
    """Human verdicts: which seller, and how sure as log10 odds (positive: ghost)."""

    seller: Ints
    weight: Floats


@dataclass(frozen=True, slots=True)
class Taken:
    """What the estimate takes for granted: the part of a sign's centre that comes from the data, a shift of all sellers
    (log10), and the share of ghosts that some sellers' worth of earlier knowledge holds it to.
    """

    trust: float
    zero: float
    start: float


NOTHING_TOLD = Told(np.zeros(0, np.int64), np.zeros(0))


def learn(
    marks: Marks,
    published: Published,
    model: GhostModel,
    taken: Taken | None = None,
) -> Learned:
    """Weights and share of ghosts for the data at hand, by the signs alone.

    `taken` is what is taken for granted; by default as the data file has it.
    """
    settings = model.learning
    if taken is None:
        taken = Taken(settings["trust"], 0.0, model.prior_share.value)
    zero = settings["zero"] + taken.zero
    common = _common(marks, published, model)
    part = taken.trust * marks.sellers / (marks.sellers + settings["sellers"])
    share, each = taken.start, marks.times
    cell = marks.sign * 2 + marks.present  # one place is looked up in a third of the time of two
    centre, as_published = _Centre(published, common), (1 - part) * published.weights
    for _ in range(_ROUNDS):
        weights = as_published + part * centre.weights(share)
        each = marks.times * weights.ravel().take(cell)
        score = np.bincount(marks.seller, weights=each, minlength=marks.sellers) + zero
        ghosts = probability(score + np.log10(share / (1 - share))).sum()
        new = (ghosts + taken.start * model.prior_sellers) / (marks.sellers + model.prior_sellers)
        done, share = abs(new - share) < _CLOSE, float(new)
        if done:
            break
    prior, each = float(np.log10(share / (1 - share))) + zero, _within_caps(marks, each, model)
    score = np.bincount(marks.seller, weights=each, minlength=marks.sellers) + prior
    return Learned(each, prior, np.asarray(score, np.float64))


def draws(marks: Marks, published: Published, model: GhostModel) -> Iterator[Floats]:
    """The sellers' log10 odds again and again, each time with other weights that are as defensible.

    Drawn are the power of each sign and of all together, the zero point, how far the data are trusted, the share to
    start from, and families that tell nothing here.
    """
    settings = model.learning
    chance = np.random.default_rng(int(settings["seed"]))
    families = int(marks.family.max(initial=0)) + 1
    family_of = np.zeros(len(published.weights), np.int64)
    family_of[marks.sign] = marks.family
    for _ in range(int(settings["draws"])):
        power = np.exp(chance.normal(0, settings["spread_sign"], len(published.weights)))
        power *= (chance.random(families) >= settings["silent_family"])[family_of]
        power *= np.exp(chance.normal(0, settings["spread_all"]))
        zero = chance.normal(0, settings["spread_zero"])
        trust = chance.uniform(settings["trust_low"], settings["trust_high"])
        start = chance.uniform(model.prior_share.low, model.prior_share.high)
        other = replace(published, weights=published.weights * power[:, None])
        yield learn(marks, other, model, Taken(trust, zero, start)).score


def probability(log10_odds: Floats) -> Floats:
    """The probability that belongs to log10 odds."""
    return np.asarray(1.0 / (1.0 + 10.0 ** -np.minimum(np.maximum(log10_odds, -99.0), 99.0)))


def _common(marks: Marks, published: Published, model: GhostModel) -> Floats:
    """The share of sellers that show each sign, of those at which it could be seen."""
    signs, settings = len(published.weights), model.learning
    cells = np.bincount(marks.sign * 2 + marks.present, np.minimum(marks.times, 1.0), minlength=2 * signs)
    counts, more = cells.reshape(signs, 2), settings["rate_sellers"]
    return np.asarray((counts[:, 1] + settings["rate"] * more) / (counts.sum(axis=1) + more))


class _Centre:
    """The weights that keep each sign's power and agree with how common it is among all sellers.

    What does not hang on the share of ghosts is worked out once: `learn` asks some 17 times, and is itself asked a hundred
    times for bounds, which on some hundred sellers took half of all weighing.
    """

    def __init__(self, published: Published, common: Floats) -> None:
        self._published, self._common, self._both = published.weights, common, published.both[:, None]
        self._ratio = 10.0 ** (published.weights[:, 1] - published.weights[:, 0])
        self._apart = self._ratio - 1
        self._taken, self._twice = common * self._apart, 2 * common
        self._centred = np.empty_like(published.weights)

    def weights(self, share: float) -> Floats:
        """The log10 weights, absent and present, where so many are ghosts."""
        real, ghost = self._rates(share)
        np.divide(1 - ghost, 1 - real, out=self._centred[:, 0])
        np.divide(ghost, real, out=self._centred[:, 1])
        return np.where(self._both, np.log10(self._centred), self._published)

    def _rates(self, share: float) -> tuple[Floats, Floats]:
        """The share of real sellers and of ghosts that show each sign, if it keeps its power and is as common as it is.

        With odds ratio r, share of ghosts s and share m of sellers that show the sign, the share p of real sellers that
        show it solves s g + (1 - s) p = m, where g / (1 - g) = r p / (1 - p): a quadratic equation.
        """
        a, b = (1 - share) * self._apart, share * self._ratio + (1 - share) - self._taken
        real = self._twice / (b + np.sqrt(b * b + 4 * a * self._common))
        real = np.minimum(np.maximum(real, 1e-6), 1 - 1e-6)
        return real, self._ratio * real / (1 - real + self._ratio * real)


def _within_caps(marks: Marks, each: Floats, model: GhostModel) -> Floats:
    """The weights with no family beyond its cap at any seller: what is common here may make a sign weigh more."""
    caps = np.array([model.families[name].cap for name in sorted(model.families)])
    group = marks.seller * len(caps) + marks.family
    total = np.abs(np.bincount(group, weights=each, minlength=marks.sellers * len(caps)))
    share = np.minimum(1.0, np.tile(caps, marks.sellers) / np.maximum(total, 1e-9))
    return np.asarray(each * share[group])
