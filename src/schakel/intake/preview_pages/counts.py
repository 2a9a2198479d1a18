"""Numbers as the pages write them: exact below a thousand, then in three digits with a letter."""

import re

_COUNT = re.compile(r"(\d{1,9})(?:\.(\d{1,3}))?([KMB]?)", re.ASCII)
_TIMES = {"": 1, "K": 1_000, "M": 1_000_000, "B": 1_000_000_000}


def read_count(written: str) -> tuple[int, int] | None:
    """A number and how fine it is told: `1.5K` is (1500, 100), `44` is (44, 1); None if it is no number."""
    found = _COUNT.fullmatch("".join(written.split()))
    if not found:
        return None
    parts = found[2] or ""
    step = _TIMES[found[3]] // 10 ** len(parts)
    return (int(found[1] + parts) * step, step) if step else None
