"""The earlier fit of the reading that stands beside the new one (decision 26).

It was fitted on the rounds before `LATER`, with one length for letters, words and course of a text. Two fits err apart: of the
odds of each act it counts for a share, `training/earlier_fit.toml`, which also holds its weights of signs; its weights of
sequences are the last columns of `lexicons/wording.npz`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tomllib import loads
from typing import Any

import numpy as np
from reading_tables import LEXICONS

from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import Wording, pack, wording_odds

Weights = dict[str, list[float]]
PATH = Path(__file__).resolve().parents[1] / "training" / "earlier_fit.toml"
LATER = frozenset(f"_{number}" for number in (29, 30, 31, *range(33, 40), *range(41, 59), 60, 61))
_LIKE, _AS_A_WHOLE = "wording like ", "wording as a whole like "
_MOST = 3.0  # log10: what one sign may count at most, as in `act_signs`


@dataclass(frozen=True, slots=True)
class EarlierFit:
    """Its share of the odds of each act, its weights of signs, and its table of sequences as it is shipped."""

    shares: np.ndarray[Any, Any]
    acts: Weights
    weights: np.ndarray[Any, Any]
    step: np.ndarray[Any, Any]
    prior: np.ndarray[Any, Any]

    def odds(self, rows: Sequence[Mapping[str, float]], texts: Sequence[str]) -> np.ndarray[Any, Any]:
        """What it says of texts with these signs: log10 odds of each act against `none`."""
        table = Wording(pack(self.weights), self.step, self.prior, len(ACTS))
        said = np.clip(wording_odds(texts, table), -_MOST, _MOST)
        of_wording = np.array([self.acts[f"{_LIKE}{act}"] for act in ACTS])
        of_signs = [sum((self._adds(*sign) for sign in row.items()), np.zeros(len(ACTS))) for row in rows]
        return np.asarray(said @ of_wording + np.array(of_signs))

    def _adds(self, name: str, value: float) -> np.ndarray[Any, Any]:
        nothing = [0.0] * len(ACTS)
        return value * np.array(nothing if name.startswith(_LIKE) else self.acts.get(name, nothing))

    def beside(self, fitted: Weights) -> Weights:
        """The weights of both together, by its shares."""
        both: Weights = {}
        for name in sorted({*fitted, *self.acts}):
            nothing = [0.0] * len(ACTS)
            new = (1 - self.shares) * np.array(fitted.get(name, nothing))
            old = self.shares * np.array(self.acts.get(name, nothing))
            if name.startswith(_LIKE):
                both[name] = new.tolist()
                both[name.replace(_LIKE, _AS_A_WHOLE)] = old.tolist()
            else:
                both[name] = (new + old).tolist()
        return both


def load_earlier() -> EarlierFit:
    """The earlier fit as it is kept."""
    data = loads(PATH.read_text("utf-8"))
    with np.load(LEXICONS / "wording.npz") as table:
        some = slice(-int(table["whole"]), None)
        columns = table["weights"][:, some], table["step"][some], table["prior"][some]
    return EarlierFit(np.array([data["shares"][act] for act in ACTS]), data["acts"], *columns)


def is_later(name: str) -> bool:
    """Whether a message was in neither fit when it was told, so that what both say of it can be trusted."""
    kind = name.partition("-")[0]
    return any(kind.endswith(one) and kind[: -len(one)].isalpha() for one in LATER)
