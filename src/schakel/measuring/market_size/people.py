"""Accounts with what is known of each: how often it was seen, and covariates such as region or goods.

Accounts that agree in everything are kept as one row with a weight, so ten million cost as little as their patterns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]

_MOST_VALUES = 200


@dataclass(frozen=True, slots=True)
class People:
    """`weights[i]` accounts were seen `times[i]` times and have the covariates `design[i]` (first column: ones)."""

    times: Numbers
    design: Numbers
    weights: Numbers
    names: tuple[str, ...]

    @property
    def seen(self) -> float:
        """How many accounts were seen."""
        return float(self.weights.sum())

    def only(self, chosen: NDArray[np.bool_]) -> "People":
        """The chosen rows."""
        return People(self.times[chosen], self.design[chosen], self.weights[chosen], self.names)


def people(
    times: Sequence[int], covariates: Mapping[str, Sequence[str]], weights: Sequence[int] | None = None
) -> People:
    """Accounts from columns of text; a column of numbers counts as a number, any other as kinds.

    A row stands for one account, or for `weights` accounts.

    Of kinds, the first in order is the one that others are compared with.
    """
    columns, names = [np.ones(len(times))], ["all"]
    for name, words in covariates.items():
        numbers = _as_numbers(words)
        if numbers is not None:
            columns.append(numbers)
            names.append(name)
            continue
        kinds = sorted(set(words))
        if len(kinds) > _MOST_VALUES:
            raise SettingsError(
                f"The column {name!r} has {len(kinds):,} different values; a covariate has few.",
                means="Nothing was estimated.",
                todo="Choose a column with groups, such as region, or put values together.",
            )
        codes = np.searchsorted(np.array(kinds), np.array(words))
        for code, kind in enumerate(kinds[1:], start=1):
            columns.append((codes == code).astype(np.float64))
            names.append(f"{name}={kind}")
    rows = np.column_stack([np.asarray(times, dtype=np.float64), *columns])
    unique, place = np.unique(rows, axis=0, return_inverse=True)
    each = np.ones(len(times)) if weights is None else np.asarray(weights, dtype=np.float64)
    summed = np.bincount(place.ravel(), weights=each, minlength=len(unique))
    return People(unique[:, 0], unique[:, 1:], summed.astype(np.float64), tuple(names))


def _as_numbers(words: Sequence[str]) -> Numbers | None:
    try:
        numbers = np.array(words, dtype=np.float64)
    except ValueError:
        return None
    return numbers if np.isfinite(numbers).all() and len(np.unique(numbers)) > 2 else None
