"""Where ghosts and real sellers lie in these data: two groups, found in the totals of the published weights.

The published weights say how far apart a ghost and a real seller should lie, given what could be seen of each. In a market
of its own kind they lie elsewhere: ghosts who buy praise and answer questions come to lie near the real sellers, and counted
from the published zero they vanish among them. So the places of both groups and how far each spreads are not taken for
granted: a mixture of two groups (McLachlan and Peel 2000) is weighed over a grid of places, spreads and shares of
ghosts. Beforehand each is as likely as it was in markets of five generators. Ghosts are normal; real sellers end steeply on their
own side, for nobody is better than good, and reach far towards the ghosts, for little good is seen of some (a normal of two
halves).

No market is exactly such a mixture, so the sellers together count for `worth` sellers at most (the coarsened posterior of
Miller and Dunson 2019): more data do not make the bounds narrower than the model deserves. So few sellers leave much open, and the
bounds leave a part of it out on either side: the less, the less the data narrow the share against what was thought beforehand (where
nothing is seen, nothing is left out), and the more what is only said goes against all else (`contested`), for then the market is
not one that the weights were made for. What is likely within the bounds is averaged with all sellers counted for
`worth_likely`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.label_model import Marks, Published, Told, probability
from schakel.judging.ghosts.voiced import NOTHING_VOICED, Voiced, log_likelihood
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]

_BANDS = 20  # of shares
_AT_A_TIME = 100  # sellers or places: so much stays near the processor
_PLAIN = 0.05  # on either side of 90 %
_LEAST = 1e-4  # of the weight of the likeliest place, from which a place counts for anything


@dataclass(frozen=True, slots=True)
class Totals:
    """Of each seller the total of its published weights, the total that a real seller and a ghost would have of whom as
    much can be seen, and the variance of such a total.
    """

    seen: Floats
    real: Floats
    ghost: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class TwoGroups:
    """Each seller's probability of belonging to the ghosts by its total alone (what people said of others counts in where
    the groups lie, what they said of this seller does not), and the shares that are possible (`shares`, one for each twentieth
    that is) with how likely each is (`weight`).
    """

    probability: Floats
    shares: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class _Places:
    """The grid: where each group lies (in half distances from the middle), how far it spreads, and the log prior."""

    real: Floats
    ghost: Floats
    real_spread: Floats
    ghost_spread: Floats
    shares: Floats
    prior: Floats  # places x shares
    lean: float  # of the real sellers: how much farther they reach towards the ghosts than away from them

    def only(self, kept: NDArray[np.int64]) -> "_Places":
        """Some of the places."""
        real, ghost = self.real[kept], self.ghost[kept]
        spreads = self.real_spread[kept], self.ghost_spread[kept]
        return _Places(real, ghost, *spreads, self.shares, self.prior[kept], self.lean)

    def odds(self, totals: Totals, base: float) -> tuple[Floats, Floats]:
        """Log densities of a real seller and of a ghost, places x sellers."""
        half, middle = (totals.ghost - totals.real) / 2.0, (totals.ghost + totals.real) / 2.0

        def away(place: Floats, spread: Floats) -> tuple[Floats, Floats]:
            deviation = np.sqrt(spread[:, None] ** 2 * totals.spread + base**2)
            return (totals.seen - middle - place[:, None] * half) / deviation, np.log(deviation)

        from_real, real = away(self.real, self.real_spread)
        from_ghost, ghost = away(self.ghost, self.ghost_spread)
        return _leaning(from_real, self.lean) - real, -0.5 * from_ghost**2 - ghost


def totals(marks: Marks, published: Published) -> Totals:
    """What the published weights say of each seller, and what they would say of a ghost and of a real seller there."""
    real, ghost = published.shown()
    low, high = published.weights.T
    both = published.both.astype(np.float64)

    def summed(each: Floats) -> Floats:
        return np.asarray(np.bincount(marks.seller, weights=each, minlength=marks.sellers), np.float64)

    def usual(share: Floats) -> Floats:
        return summed(marks.times * (both * (share * high + (1.0 - share) * low))[marks.sign])

    scatter = (both * real * (1.0 - real) * (high - low) ** 2)[marks.sign]
    seen = summed(marks.times * published.weights[marks.sign, marks.present])
    return Totals(seen, usual(real), usual(ghost), summed(marks.times**2 * scatter))


def two_groups(found: Totals, told: Told, model: GhostModel) -> TwoGroups:
    """The two groups in these totals, with what people said of some sellers."""
    return WeighedPlaces(found, model).groups(told)


class WeighedPlaces:
    """How well every place of the two groups explains the totals: found once, and asked with and without human words."""

    def __init__(self, found: Totals, model: GhostModel, said: Voiced = NOTHING_VOICED) -> None:
        self._found, self._settings, self._places = found, model.groups, _places(model)
        sample = _sample(found, int(model.groups["sample"]))
        log_real, log_ghost = self._places.odds(sample, model.groups["base"])
        self._likely, self._share = np.empty_like(self._places.prior), np.empty_like(self._places.prior)
        for start in range(0, len(log_real), _AT_A_TIME):
            here = slice(start, start + _AT_A_TIME)
            self._weigh(here, log_real[here], log_ghost[here])
        self._part = len(found.seen) / len(sample.seen)
        self._voiced = log_likelihood(self._share, said, model)

    def _weigh(self, here: slice, log_real: Floats, log_ghost: Floats) -> None:
        """How likely some of the places are with each share, and the share of ghosts there; in rooms that are used again."""
        top = np.maximum(log_real, log_ghost)
        real, ghost = np.exp(log_real - top), np.exp(log_ghost - top)
        mixed, of_it = np.empty_like(real), np.empty_like(real)
        for at, part in enumerate(self._places.shares):
            np.add(np.multiply(real, 1.0 - part, out=mixed), np.multiply(ghost, part, out=of_it), out=mixed)
            self._share[here, at] = np.divide(of_it, mixed, out=of_it).mean(axis=1)
            self._likely[here, at] = np.add(np.log(mixed, out=mixed), top, out=mixed).sum(axis=1)

    def groups(self, told: Told) -> TwoGroups:
        """The two groups, with what people said of some sellers."""
        words, share = self._with_words(told)
        likely = self._fit(words, self._settings["worth_likely"])
        weight = np.exp(likely - likely.max())
        sellers = np.round(_averaged(self._places, self._found, weight, self._settings["base"]), 9)
        return TwoGroups(sellers, *_spread(share.ravel(), weight.ravel()))

    def bounds(self, told: Told, beyond: float = 0.0) -> tuple[float, float]:
        """The lowest and highest share that is defensible, with what people said of some sellers, where what is only said goes
        so far `beyond` the usual against all else.
        """
        words, share = self._with_words(told)
        fit = self._fit(words, self._settings["worth"])
        below, above = self._left_out(beyond, self._known(share, fit), len(told.seller))
        low, high = _quantiles(share.ravel(), fit.ravel(), below, 1.0 - above)
        return round(low, 9), round(high, 9)

    def known(self, told: Told) -> float:
        """How much the data and what people said tell of the share: 0 for nothing, 1 for all of it."""
        words, share = self._with_words(told)
        return self._known(share, self._fit(words, self._settings["worth"]))

    def _known(self, share: Floats, fit: Floats) -> float:
        """How much the data tell of the share: the part of its variance beforehand that is gone. 0 where they tell nothing."""
        before = _variance(np.broadcast_to(self._places.shares, share.shape), self._places.prior)
        return round(max(1.0 - _variance(share, fit) / before, 0.0), 9)

    def _left_out(self, beyond: float, known: float, words: int) -> tuple[float, float]:
        """The part of what is possible that stays outside below and above: nothing where nothing is known. With words of people it
        nears that of plain bounds of 90 %, for those are not counted for so few.
        """
        settings = self._settings
        held, told = (
            known / (1.0 + beyond / settings["tail_beyond"]),
            words / (settings["tail_words"] + words),
        )
        below, above = settings["tail_low"] * held, settings["tail_high"] * held
        return below + (_PLAIN - below) * told, above + (_PLAIN - above) * told

    def _fit(self, words: Floats, most: float) -> Floats:
        """The log posterior of every place and share, all sellers together counted for `most` at most."""
        sellers = len(self._found.seen)
        worth = most / (most + sellers) * self._part
        return np.asarray(
            worth * self._likely + self._settings["word"] * words + self._voiced + self._places.prior
        )

    def _with_words(self, told: Told) -> tuple[Floats, Floats]:
        """For every place and share: the log likelihood of what was said, and the share of ghosts among all sellers."""
        if not len(told.seller):
            return np.zeros_like(self._likely), self._share
        known = _Words(self._places, self._found, told, self._settings["base"])
        words, share = (
            np.empty_like(self._likely),
            self._share * (1.0 - len(told.seller) / len(self._found.seen)),
        )
        for at, part in enumerate(self._places.shares):
            words[:, at], said = known.fit(part)
            share[:, at] += len(told.seller) / len(self._found.seen) * said
        return words, share


def _leaning(away: Floats, lean: float) -> Floats:
    """Log density, up to a constant, of a normal of two halves (Fechner 1897) of mean 0 and variance 1, of which the upper is
    `lean` times as wide as the lower; `away` in standard deviations.
    """
    mean = np.sqrt(2.0 / np.pi) * (lean - 1.0)
    lower = 1.0 / np.sqrt((1.0 - 2.0 / np.pi) * (lean - 1.0) ** 2 + lean)
    from_top = away / lower + mean
    half = np.where(from_top < 0.0, from_top, from_top / lean)
    return np.asarray(-0.5 * half**2 - np.log(lower * (1.0 + lean) / 2.0))


def _quantiles(share: Floats, fit: Floats, *parts: float) -> tuple[float, ...]:
    """The shares below which such parts of the posterior lie; `fit` is its logarithm."""
    order = np.argsort(share, kind="stable")
    under = np.cumsum(np.exp(fit - fit.max())[order])
    return tuple(np.interp(parts, under / under[-1], share[order]).tolist())


def _variance(share: Floats, fit: Floats) -> float:
    """The variance of the share; `fit` is the logarithm of how likely each is."""
    weight = np.exp(fit - fit.max())
    weight /= weight.sum()
    return float(np.sum(weight * (share - np.sum(weight * share)) ** 2))


def _spread(share: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """The shares by twentieths: the mean of each and how likely it is; those that hardly are, are left out."""
    band = np.minimum((share * _BANDS).astype(np.int64), _BANDS - 1)
    likely = np.bincount(band, weights=weight, minlength=_BANDS) / weight.sum()
    mean = np.bincount(band, weights=weight * share, minlength=_BANDS) / weight.sum()
    kept = likely >= _LEAST
    return np.round(mean[kept] / likely[kept], 9), np.round(likely[kept] / likely[kept].sum(), 9)


class _Words:
    """What people said of some sellers, and how likely each place makes it."""

    def __init__(self, places: _Places, found: Totals, told: Told, base: float) -> None:
        real, ghost = places.odds(_part(found, told.seller), base)
        self._odds = ghost - real
        self._right = probability(told.weight)

    def fit(self, share: float) -> tuple[Floats, Floats]:
        """Where so many are ghosts, by place: the log likelihood of all words, and the share of ghosts among those that
        somebody spoke of.
        """
        alone = _logistic(self._odds + np.log(share / (1.0 - share)))
        true = self._right * alone
        both = true + (1.0 - self._right) * (1.0 - alone)
        return np.log(both).sum(axis=1), (true / both).mean(axis=1)


def _averaged(places: _Places, found: Totals, weight: Floats, base: float) -> Floats:
    """Each seller's probability, averaged over places and shares by their weight; some sellers at a time."""
    weight = np.where(weight >= _LEAST, weight, 0.0)
    weight /= weight.sum()
    kept = np.flatnonzero(weight.sum(axis=1))
    few, weight = places.only(kept), weight[kept]
    sellers = np.arange(len(found.seen))
    total = np.zeros(len(sellers))
    for start in range(0, len(sellers), _AT_A_TIME):
        here = sellers[start : start + _AT_A_TIME]
        real, ghost = few.odds(_part(found, here), base)
        times = np.exp(np.clip(ghost - real, -60.0, 60.0))
        room, times_and_one = np.empty_like(times), np.empty_like(times)
        for at, part in enumerate(places.shares):
            np.multiply(times, part / (1.0 - part), out=room)
            np.divide(room, np.add(room, 1.0, out=times_and_one), out=room)
            total[here] += weight[:, at] @ room
    return total


def _places(model: GhostModel) -> _Places:
    settings, grid = model.groups, model.places
    axes = np.meshgrid(
        *(np.array(grid[name]) for name in ("real", "ghost", "spread", "spread")), indexing="ij"
    )
    real, ghost, real_spread, ghost_spread = (axis.ravel() for axis in axes)
    apart = ghost - real >= settings["apart"]
    real, ghost, real_spread, ghost_spread = (
        side[apart] for side in (real, ghost, real_spread, ghost_spread)
    )
    prior = _usual(real, "real", settings) + _usual(ghost, "ghost", settings)
    for spread, side in ((real_spread, "real"), (ghost_spread, "ghost")):
        away = np.log(spread / settings[f"spread_{side}"]) / settings[f"spread_{side}_moves"]
        prior -= 0.5 * away**2
    shares = np.array(grid["share"])
    toward, away = settings["share_ghost"], settings["share_real"]
    return _Places(
        real,
        ghost,
        real_spread,
        ghost_spread,
        shares,
        prior[:, None] + toward * np.log(shares) + away * np.log(1.0 - shares),
        settings["lean"],
    )


def _usual(place: Floats, side: str, settings: Mapping[str, float]) -> Floats:
    """How likely it is beforehand that a group lies there, as a logarithm."""
    return np.asarray(-0.5 * ((place - settings[f"{side}_at"]) / settings[f"{side}_moves"]) ** 2)


def _sample(found: Totals, most: int) -> Totals:
    """So many sellers at most, spread evenly over the totals: places need no more to be told apart."""
    sellers = len(found.seen)
    if sellers <= most:
        return found
    order = np.lexsort((np.arange(sellers), found.seen))
    return _part(found, order[(np.arange(most) * sellers + sellers // 2) // most])


def _part(found: Totals, which: NDArray[np.int64]) -> Totals:
    return Totals(found.seen[which], found.real[which], found.ghost[which], found.spread[which])


def _logistic(odds: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -60.0, 60.0))))
