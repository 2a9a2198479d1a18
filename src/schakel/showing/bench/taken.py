"""What one run of a step, or of a method beside it, took."""

from dataclasses import dataclass

OURS = "schakel"


@dataclass(frozen=True, slots=True)
class Taken:
    """One measurement: which row of the table, by whom (OURS or a method), how much was done, and what it took.

    `found` counts what was found, where others find the same; `why` says why a method could not be run, and the rest is 0 then.
    """

    row: str
    by: str
    done: int = 0
    unit: str = ""
    seconds: float = 0.0
    processor: float = 0.0
    peak_mb: float = 0.0
    found: int | None = None
    why: str = ""
