"""What is learned of functions in the chain, as shipped: the chance of each by signs of somebody's writing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from schakel.judging.word_data import data_file

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Learned:
    """The weight of each sign for each function (natural log odds), and by how much the odds were off on makers left out (`spread`)."""

    roles: tuple[str, ...]
    names: tuple[str, ...]
    weights: Numbers
    constant: Numbers
    spread: Numbers
    beside: tuple[
        bool, ...
    ]  # of each function whether what the rules say stands beside, so that the likelier counts

    def odds(self, signs: Numbers, names: Sequence[str]) -> Numbers:
        """Natural log odds: one row a writer, one column a function."""
        order = [names.index(name) for name in self.names]
        odds: Numbers = signs[:, order] @ self.weights.T + self.constant
        return odds


@cache
def learned() -> Learned:
    """The weights of `role_weights.toml`."""
    rows: Mapping[str, Mapping[str, float]] = _data()["weights"]
    told = _data()["role"]
    roles, names = tuple(told), tuple(rows)
    return Learned(
        roles,
        names,
        np.array([[rows[name].get(role, 0.0) for name in names] for role in roles]).reshape(
            len(roles), len(names)
        ),
        np.array([told[role]["constant"] for role in roles]),
        np.array([told[role]["spread"] for role in roles]),
        tuple(bool(told[role]["beside"]) for role in roles),
    )


def work_limits() -> Mapping[str, float]:
    """The limits that go with the weights."""
    limits: Mapping[str, float] = _data()["limits"]
    return limits


def _data() -> Mapping[str, Any]:
    return data_file("role_weights.toml", "role-weights")
