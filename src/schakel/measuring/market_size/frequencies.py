"""The table that most estimators start from: how many accounts were seen once, twice, three times, ..."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.records.errors import SettingsError

Counts = NDArray[np.float64]

_LARGEST = 10**12
_EXAMPLE = "Write how many were seen once, twice, three times and so on: 1645,183,37,13,1,1"


@dataclass(frozen=True, slots=True)
class Frequencies:
    """`accounts[i]` accounts were seen exactly `times[i]` times; only times that occur, in rising order."""

    times: tuple[int, ...]
    accounts: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.times:
            raise SettingsError(
                "The table is empty: nobody was seen.",
                means="There is nothing to estimate from.",
                todo=_EXAMPLE,
            )

    @property
    def seen(self) -> int:
        """How many different accounts were seen."""
        return sum(self.accounts)

    @property
    def sightings(self) -> int:
        """How many sightings there were in all."""
        return sum(k * f for k, f in zip(self.times, self.accounts, strict=True))

    def f(self, k: int) -> int:
        """How many were seen exactly k times."""
        return dict(zip(self.times, self.accounts, strict=True)).get(k, 0)

    def from_times(self, least: int) -> tuple[Counts, Counts]:
        """Times seen and numbers of accounts, for those seen at least `least` times."""
        times = np.array(self.times, dtype=np.float64)
        accounts = np.array(self.accounts, dtype=np.float64)
        return times[times >= least], accounts[times >= least]


def frequencies(pairs: dict[int, int]) -> Frequencies:
    """The table from `{times: accounts}`; times that do not occur are left out."""
    kept = sorted((k, f) for k, f in pairs.items() if f)
    return Frequencies(tuple(k for k, _ in kept), tuple(f for _, f in kept))


def parse_counts(text: str) -> Frequencies:
    """The table from words: `1645,183,37` (once, twice, three times), or pairs `1:1645 2:183 21:1`, or both."""
    words = [word for word in re.split(r"[,;\s]+", text.strip().strip("[]()")) if word]
    pairs: dict[int, int] = {}
    place = 0
    for word in words:
        times, _, accounts = word.rpartition(":")
        place = _whole(times) if times else place + 1
        if place < 1:
            raise SettingsError(
                "The table has a place for accounts seen 0 times; those are what is to be estimated.",
                means="Nothing was estimated.",
                todo=_EXAMPLE,
            )
        if place in pairs:
            raise SettingsError(f"The table says twice how many were seen {place} times.", todo=_EXAMPLE)
        pairs[place] = _whole(accounts)
    return frequencies(pairs)


def _whole(word: str) -> int:
    if not re.fullmatch(r"[0-9]{1,13}(\.0*)?", word) or int(word.split(".", maxsplit=1)[0]) > _LARGEST:
        shown = "".join(letter if letter.isprintable() else "?" for letter in word[:20])
        raise SettingsError(
            f"The table has '{shown}' where a whole number of accounts is meant (0 to {_LARGEST:,}).",
            means="Nothing was estimated.",
            todo=_EXAMPLE,
        )
    return int(word.split(".", maxsplit=1)[0])
