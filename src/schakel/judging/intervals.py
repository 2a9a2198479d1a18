"""Bounds of a share from counts."""

from math import sqrt

_Z = 1.959964  # 95 %


def share_of(hits: int, of: int) -> tuple[float, float, float]:
    """A share with its 95 % Wilson bounds: value, low, high. Of nothing: one half, 0 to 1."""
    if of <= 0:
        return 0.5, 0.0, 1.0
    value = hits / of
    middle = (value + _Z * _Z / (2 * of)) / (1 + _Z * _Z / of)
    half = _Z * sqrt(value * (1 - value) / of + _Z * _Z / (4 * of * of)) / (1 + _Z * _Z / of)
    return value, max(min(middle - half, value), 0.0), min(max(middle + half, value), 1.0)
