"""What human verdicts correct: the power of each family of signs, and the zero point.

Fifty verdicts may say much (the signs err in one way) or next to nothing (they err by chance). How far the corrections
may reach is therefore not set but weighed: none, a little, and more are each fitted to the verdicts, and counted by how
well each explains them once its freedom is paid for (the marginal likelihood by Laplace's method; MacKay 1992). Where
verdicts carry little, no change gets most of the weight.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
_LN10 = float(np.log(10.0))
_REACHES = (0.0, 0.25, 0.5, 1.0, 2.0)  # times the standard deviations of the data file


@dataclass(frozen=True, slots=True)
class Correction:
    """What is added to all log10 odds, and the factor on each family's weights."""

    zero: float
    power: Floats


def correction(parts: Floats, odds: Floats, word: Floats, model: GhostModel) -> Correction:
    """The correction from verdicts: `parts` (verdicts x families) holds what each family weighs (log10) at the sellers
    they are on, `odds` the log10 odds of each without verdicts, `word` what each verdict weighs (log10, positive: ghost).
    """
    families = parts.shape[1]
    sides = np.column_stack([np.ones(len(parts)), parts * _LN10])
    settings = model.learning
    spread = np.array([settings["verdict_zero"], *[settings["verdict_power"]] * families])
    spread *= len(parts) / (len(parts) + settings["verdict_sellers"])
    right = 1.0 / (1.0 + 10.0 ** -np.abs(word))
    ghost = np.where(word > 0, right, 1.0 - right)
    tried = [_fitted(sides * spread * reach, odds * _LN10, ghost) for reach in _REACHES]
    evidence = np.array([one for one, _ in tried])
    share = np.exp(evidence - evidence.max())
    share /= share.sum()
    steps = [
        part * reach * spread * step for part, reach, (_, step) in zip(share, _REACHES, tried, strict=True)
    ]
    change = np.round(np.sum(steps, axis=0), 6)  # the last digits of an optimiser differ between machines
    return Correction(float(change[0]) / _LN10, np.maximum(1.0 + change[1:], 0.1))


def _fitted(sides: Floats, base: Floats, ghost: Floats) -> tuple[float, Floats]:
    """The log marginal likelihood and the fitted steps, in standard deviations (normal prior).

    `ghost` is the chance of a ghost by the word alone: a verdict is wrong now and then, so the loss of one is bounded
    and one word changes little.
    """

    def loss(step: Floats) -> tuple[float, Floats]:
        said, mixed = _mixed(base + sides @ step, ghost)
        slope = (2.0 * ghost - 1.0) * said * (1.0 - said) / mixed
        return float(-np.log(mixed).sum() + step @ step / 2.0), step - slope @ sides

    from scipy.optimize import minimize  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    found = minimize(loss, np.zeros(sides.shape[1]), jac=True, method="L-BFGS-B")
    said, mixed = _mixed(base + sides @ found.x, ghost)
    slope = (2.0 * ghost - 1.0) * said * (1.0 - said) / mixed
    curve = (sides * (slope**2)[:, None]).T @ sides + np.eye(sides.shape[1])
    return float(-found.fun - np.linalg.slogdet(curve)[1] / 2.0), np.asarray(found.x)


def _mixed(odds: Floats, ghost: Floats) -> tuple[Floats, Floats]:
    """The probability of a ghost, and the probability of what was said."""
    said = 1.0 / (1.0 + np.exp(-np.clip(odds, -60.0, 60.0)))
    return said, said * ghost + (1.0 - said) * (1.0 - ghost)
