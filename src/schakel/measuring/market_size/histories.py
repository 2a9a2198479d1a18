"""Capture histories: on which lists, or in which periods, each account was seen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]

MOST_LISTS = 12


@dataclass(frozen=True, slots=True)
class Histories:
    """How many accounts were seen with each pattern of presence; every pattern but that of nowhere has a row."""

    names: tuple[str, ...]
    patterns: Numbers  # (2**lists - 1) rows of 0 and 1, one column a list
    counts: Numbers

    @property
    def seen(self) -> int:
        """How many different accounts were seen."""
        return int(self.counts.sum())

    @property
    def per_list(self) -> Numbers:
        """How many accounts each list holds."""
        return np.asarray(self.counts @ self.patterns)


def histories(
    names: tuple[str, ...], present: NDArray[np.bool_], weights: Numbers | None = None
) -> Histories:
    """The histories from one row an account (or a pattern, with `weights` accounts), one column a list."""
    lists = len(names)
    if not 2 <= lists <= MOST_LISTS:
        raise SettingsError(
            f"There are {lists} lists; this takes 2 to {MOST_LISTS}.",
            means="Nothing was estimated.",
            todo="Put lists or periods together."
            if lists > MOST_LISTS
            else "Use a frequency table (--counts).",
        )
    codes = present.astype(np.int64) @ (1 << np.arange(lists))
    counts = np.bincount(codes, weights=weights, minlength=1 << lists).astype(np.float64)[1:]
    if not counts.sum():
        raise SettingsError("Nobody is on any list.", means="There is nothing to estimate from.")
    patterns = (np.arange(1, 1 << lists)[:, None] >> np.arange(lists)) & 1
    return Histories(names, patterns.astype(np.float64), counts)
