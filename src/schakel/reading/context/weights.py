"""The weights of context, as shipped in `lexicons/context_weights.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

import numpy as np
import numpy.typing as npt

from schakel.reading.weighing.weights import ACTS

ByAct = npt.NDArray[np.float64]  # one number for each of `ACTS`


@dataclass(frozen=True, slots=True)
class Slopes:
    """A weight that grows with the log10 odds of trade: how steeply below and above the neutral share, and its ends."""

    below: ByAct
    above: ByAct
    least: ByAct
    most: ByAct

    def weigh(self, log_odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """One row for each of the log10 odds, one column for each of `ACTS`."""
        slope = np.where(log_odds[:, None] < 0, self.below, self.above)
        weights: npt.NDArray[np.float64] = np.clip(slope * log_odds[:, None], self.least, self.most)
        return weights


@dataclass(frozen=True, slots=True)
class Share:
    """A share that tells nothing, and how many messages that starting point counts for."""

    neutral: float
    strength: float

    def log_odds(
        self, count: npt.NDArray[np.float64], of: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float64]:
        """Log10 odds of `count` in `of`, shrunk to the neutral share (beta-binomial), against the neutral odds."""
        start = self.strength * self.neutral
        for_it = count + start
        against = np.maximum(of - count, 0.0) + self.strength - start
        odds: npt.NDArray[np.float64] = np.log10(for_it / against) - np.log10(
            self.neutral / (1.0 - self.neutral)
        )
        return odds


@dataclass(frozen=True, slots=True)
class ContextWeights:
    """All weights of context. `least` and `most` bound what context may do to each act in all."""

    least: ByAct
    most: ByAct
    margin: float
    rival: float
    trade: Share
    rounds: int
    counted: float
    chat: Slopes
    account: Slopes
    account_share: Share
    seller_offers: float
    seller_share: float
    own_channel: float
    reply: Mapping[str, ByAct]
    asks_seller: ByAct
    bare_goods: ByAct
    again: ByAct
    again_least: int
    again_full: int
    names_nobody: ByAct
    names_seller: ByAct
    names_contact: ByAct


@cache
def load_context_weights() -> ContextWeights:
    """The weights as shipped."""
    data = loads((files("schakel.lexicons") / "context_weights.toml").read_text("utf-8"))
    reach, trade, account, again = (data[name] for name in ("reach", "trade", "account", "again"))
    return ContextWeights(
        least=np.array([reach[act][0] for act in ACTS]),
        most=np.array([reach[act][1] for act in ACTS]),
        margin=reach["margin"],
        rival=reach["rival"],
        trade=Share(trade["neutral"], trade["strength"]),
        rounds=trade["rounds"],
        counted=trade["counted"],
        chat=_slopes(data["chat"]),
        account=_slopes(account),
        account_share=Share(account["neutral"], account["strength"]),
        seller_offers=account["seller_offers"],
        seller_share=account["seller_share"],
        own_channel=account["own_channel"],
        reply={rule: _by_act(row) for rule, row in data["reply"].items()},
        asks_seller=_by_act(data["asks_seller"]["weight"]),
        bare_goods=_by_act(data["bare_goods"]["weight"]),
        again=_by_act(again["weight"]),
        again_least=again["least"],
        again_full=again["full"],
        names_nobody=_by_act(data["names_nobody"]["weight"]),
        names_seller=_by_act(data["names_seller"]["weight"]),
        names_contact=_by_act(data["names_contact"]["weight"]),
    )


def _slopes(data: Mapping[str, Any]) -> Slopes:
    return Slopes(*(_by_act(data[name]) for name in ("below", "above", "least", "most")))


def _by_act(row: Mapping[str, float]) -> ByAct:
    return np.array([row.get(act, 0.0) for act in ACTS])
