"""Round prices, and how quantities and sums are written."""

from schakel.simulating.actors import Good

_STEPS = (
    (1.0, 0.01),
    (5.0, 0.5),
    (30.0, 1.0),
    (200.0, 5.0),
    (1000.0, 10.0),
    (5000.0, 50.0),
    (20_000.0, 100.0),
    (1e12, 500.0),
)


def neat(amount: float, finer: float = 1.0) -> float:
    """The nearest price that a seller would write: 3.5, 12, 130, 3200, 26500.

    `finer` makes the steps of sums from 30 on smaller.
    """
    for below, coarse in _STEPS:
        if amount < below:
            step = coarse if below <= 30.0 else coarse * finer
            return max(step, round(round(amount / step) * step, 2))
    return amount


def price_of(good: Good, listed: float) -> float:
    """The seller's price for a rung of the list."""
    return neat(listed * good.factor)


def number(value: float, comma: bool = False) -> str:
    """A number without a needless fraction; `comma` writes 3,50 as the Dutch do."""
    if value == int(value):
        return str(int(value))
    return f"{value:.2f}".replace(".", ",") if comma else f"{value:g}"


def money(value: float, form: str, dotted: bool, comma: bool) -> str:
    """A sum as the seller writes it."""
    if value != int(value):
        return form.replace(",-", "").format(f"{value:.2f}".replace(".", ",") if comma else f"{value:.2f}")
    whole = int(value)
    words = f"{whole:,}".replace(",", "." if comma else ",") if dotted and whole >= 1000 else str(whole)
    return form.format(words)


def currency(form: str) -> str:
    """The ISO code that belongs to a way of writing sums."""
    return "USD" if "$" in form else "GBP" if "£" in form else "EUR"
