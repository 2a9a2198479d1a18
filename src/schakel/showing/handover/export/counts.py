"""What went out and what stayed behind, and why: the counts of each kind of row add up."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from schakel.records.tables import counts_add_up

OUTSIDE, NO_PLACE, NEEDS_GROUND = "outside-scope", "no-place-in-format", "needs-authorisation"
AS_FIELDS = "as-fields"


class Counts:
    """Rows of the workspace by kind: how many there are, how many went out, how many were left out for which reason.

    `changed` counts what had to be changed to be harmless or legal: signs, cells, formulas.
    """

    def __init__(self, held: Mapping[str, int]) -> None:
        self._held = dict(held)
        self._out: Counter[str] = Counter()
        self._left: dict[str, Counter[str]] = {}
        self.changed: Counter[str] = Counter()

    def kinds(self) -> list[str]:
        """The kinds of rows, in order."""
        return sorted(self._held)

    def gave(self, name: str, rows: int = 1) -> None:
        """Notes that rows go out."""
        self._out[name] += rows

    def left(self, name: str, reason: str, rows: int = 1) -> None:
        """Notes that rows do not go out."""
        if rows:
            self._left.setdefault(name, Counter())[reason] += rows

    def taken_back(self, name: str, reason: str, rows: int = 1) -> None:
        """Notes that rows which were given are left out after all, since the format cannot carry them."""
        self._out[name] -= rows
        self.left(name, reason, rows)

    def rest(self, name: str, reason: str) -> None:
        """Notes that all rows of a kind of which nothing was said yet are left out."""
        known = self._out[name] + sum(self._left.get(name, Counter()).values())
        self.left(name, reason, self._held[name] - known)

    def of(self, name: str) -> dict[str, Any]:
        """The counts of one kind; SchemaError where rows in are not rows out and left out together."""
        left = dict(sorted(self._left.get(name, Counter()).items()))
        held, out = self._held[name], self._out[name]
        counts_add_up(f"the export of {name}", held, exported=out, left_out=sum(left.values()))
        return {"workspace": held, "exported": out, "left_out": left}

    def told(self) -> dict[str, dict[str, Any]]:
        """The counts of each kind."""
        return {name: self.of(name) for name in self.kinds()}


def cut(text: str, longest: int, counts: Counts) -> str:
    """A text of at most so many signs; one that is longer is cut and counted."""
    if len(text) <= longest:
        return text
    counts.changed["values-cut"] += 1
    return text[: longest - 1] + "…"
