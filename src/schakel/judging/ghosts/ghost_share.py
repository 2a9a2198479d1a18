"""The share of sellers that are ghosts, with honest bounds."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from schakel.records.facts import Estimate

_METHOD = "label model without labels: mean ghost probability, bounds from defensible groups and from chance"
_Z = 1.644854  # 90 %


def ghost_share(findings: pa.Table) -> Estimate:
    """The expected share (0..1) of sellers that are ghosts, as the judging room found it for the market.

    Where it found none (findings of another making), the mean probability with the sellers' bounds taken together.
    Without findings nothing is known: 0 to 1.
    """
    market = findings.filter(pc.equal(findings["kind"], "ghost-share"))
    wanted = pc.and_(pc.equal(findings["kind"], "ghost"), pc.equal(findings["subject_kind"], "seller"))
    ghosts = findings.filter(wanted)
    if not ghosts.num_rows:
        return Estimate(0.5, 0.0, 1.0, _METHOD, ("no seller was judged",))
    if market.num_rows:
        value, low, high = (float(market[name][0].as_py()) for name in ("value", "low", "high"))
    else:
        each, least, most = (np.sort(ghosts[name].to_numpy()) for name in ("value", "low", "high"))
        value, low, high = share_between(each, float(least.mean()), float(most.mean()))
    return Estimate(
        value=round(value, 6),
        low=round(low, 6),
        high=round(high, 6),
        method=_METHOD,
        assumptions=(
            (
                "the weights of the signs are elicited; where ghosts and real sellers lie, and how many are ghosts, is "
                "learned from the data"
            ),
            f"{ghosts.num_rows} sellers that offer something in the data at hand",
        ),
    )


def share_between(value: NDArray[np.float64], low: float, high: float) -> tuple[float, float, float]:
    """Share, low and high (90 %) from each seller's probability and the shares that are defensible.

    To what is not known of all sellers alike comes the chance of the count itself (Poisson-binomial).
    """
    share = float(value.mean())
    chance = _Z * float(np.sqrt(np.sum(value * (1.0 - value)))) / len(value)
    below, above = np.hypot(max(share - low, 0.0), chance), np.hypot(max(high - share, 0.0), chance)
    return share, max(share - float(below), 0.0), min(share + float(above), 1.0)
