"""Moments of many records at once, from Unix seconds or from clock readings, and which of these told them."""

from collections.abc import Sequence
from datetime import tzinfo

import pyarrow as pa
import pyarrow.compute as pc

from schakel.intake.clock import LAST_SECOND, unix_of, within_calendar

_MOMENT = pa.timestamp("s", tz="UTC")
_MOST_DIGITS = 19


class Moments:
    """Turns what records say of times into moments; `clocks` tells where those came from."""

    def __init__(self, zone: tzinfo | None) -> None:
        self.clocks: set[str] = set()
        self._zone = zone

    def all(self, unix: Sequence[str | int | None], written: Sequence[str | None]) -> pa.Array:
        """The moments of all rows, at once where all have plain digits, else one by one."""
        at_once = self._at_once(unix)
        if at_once is not None:
            return at_once
        return pa.array([self.one(one, text) for one, text in zip(unix, written, strict=True)], _MOMENT)

    def one(self, unix: str | int | None, written: str | None) -> int | None:
        """Unix seconds of one moment; what is no number is no moment, and stays as it was written."""
        if unix is not None:
            self.clocks.add("unixtime")
            plain = str(unix)
            return within_calendar(int(plain)) if plain.isdecimal() and len(plain) <= _MOST_DIGITS else None
        if written is None:
            return None
        self.clocks.add("operator" if self._zone is not None else "unknown")
        return unix_of(written, self._zone)

    def _at_once(self, unix: Sequence[str | int | None]) -> pa.Array | None:
        try:
            digits = pa.array(unix, pa.string())
            if not len(digits) or digits.null_count or not pc.all(pc.ascii_is_decimal(digits)).as_py():
                return None
            seconds = pc.cast(digits, pa.int64())
        except pa.ArrowException:  # a number, or one that is too large
            return None
        longest = pc.max(pc.binary_length(digits)).as_py()
        if longest > _MOST_DIGITS or pc.max(seconds).as_py() > LAST_SECOND:
            return None
        self.clocks.add("unixtime")
        return pc.cast(seconds, _MOMENT)
