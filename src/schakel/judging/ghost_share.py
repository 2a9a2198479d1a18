"""The share of sellers that are ghosts, with honest bounds."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.facts import Estimate

_METHOD = "mean ghost probability, bounds from the spread of all weights at once and Poisson-binomial chance"


def ghost_share(findings: pa.Table) -> Estimate:
    """The expected share (0..1) of sellers that are ghosts, from the ghost findings of sellers.

    The prior and the weights are the same for every seller, so if they are wrong they are wrong for all:
    the bounds take every seller's low (or high) together, and add the chance spread of the count itself
    (Poisson-binomial, 95 %). Without findings nothing is known: 0 to 1.
    """
    wanted = pc.and_(pc.equal(findings["kind"], "ghost"), pc.equal(findings["subject_kind"], "seller"))
    ghosts = findings.filter(wanted)
    if not ghosts.num_rows:
        return Estimate(0.5, 0.0, 1.0, _METHOD, ("no seller was judged",))
    value, low, high = (np.sort(ghosts[name].to_numpy()) for name in ("value", "low", "high"))
    return Estimate(
        value=round(float(value.mean()), 6),
        low=round(max(float(low.mean()) - _chance(low), 0.0), 6),
        high=round(min(float(high.mean()) + _chance(high), 1.0), 6),
        method=_METHOD,
        assumptions=(
            "the prior share of ghosts is a setting; no base rate is published",
            "the weights of the signs are elicited, with the spread that the data file names",
            f"{ghosts.num_rows} sellers that offer something in the data at hand",
        ),
    )


def _chance(p: np.ndarray) -> float:
    return float(1.959964 * np.sqrt(np.sum(p * (1.0 - p))) / len(p))
