"""Figures as people read them in the report: rounded to what is known."""


def rounded(value: float | None) -> str:
    """A count in full below 1,000, two or three digits that count above; a dash for what is not known."""
    if value is None:
        return "–"
    if abs(value) >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    if abs(value) >= 10 or value == int(value):
        return f"{value:,.0f}"
    return f"{float(f'{value:.2g}'):g}"


def bounds(low: float | None, high: float | None) -> str:
    """Bounds in words; what is not known is said."""
    if low is None and high is None:
        return "no bounds"
    if high is None:
        return f"at least {rounded(low)}, no upper end"
    return f"{rounded(low)} to {rounded(high)}"


def share(value: float | None) -> str:
    """A share in whole percents."""
    return "–" if value is None else f"{value:.0%}"
