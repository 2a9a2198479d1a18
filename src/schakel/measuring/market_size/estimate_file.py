"""The way in for files: covariates, several lists, and populations that change."""

from dataclasses import dataclass

from schakel.measuring.market_size.bracket import Bracket
from schakel.measuring.market_size.covariates import with_covariates
from schakel.measuring.market_size.covariates_inflated import inflated_with_covariates
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.histories import Histories
from schakel.measuring.market_size.lists import from_lists
from schakel.measuring.market_size.people import People


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """All estimates from one file, and the recommended bracket."""

    fits: tuple[Fit, ...]
    all_accounts: Bracket


def estimate_by_kind(group: People) -> FileAnswer:
    """How many there are if kinds of account differ in how easily they are seen."""
    fits = with_covariates(group) + inflated_with_covariates(group)
    return FileAnswer(
        tuple(fits), _between(fits, ("chao", "zelterman", "ztpoisson"), ("ztgeom", "ztpoisson"))
    )


def estimate_from_lists(seen: Histories) -> FileAnswer:
    """How many there are, from the overlap of two or more lists."""
    fits = from_lists(seen)
    lowest = ("Mth-chao", "Mt-pairs", "Mt", "chapman")
    highest = ("Mth-darroch", "Mth-chao", "Mt-pairs", "Mt", "chapman")
    return FileAnswer(tuple(fits), _between(fits, lowest, highest))


def _between(fits: list[Fit], for_low: tuple[str, ...], for_high: tuple[str, ...]) -> Bracket:
    """From the lower end of the first of these that stands to the upper end of the first of those."""
    standing = {fit.method: fit for fit in fits if not fit.refused}
    low = next((standing[name] for name in for_low if name in standing), None)
    high = next((standing[name] for name in for_high if name in standing), None)
    if low is None or high is None or low.low is None or high.high is None or low.high is None:
        words = "; ".join(f"{fit.method}: {fit.why}" for fit in fits if fit.refused)
        return Bracket("all accounts", None, None, words, words)
    upper = max((high, low), key=lambda fit: fit.high or 0.0)
    return Bracket(
        "all accounts",
        low.low,
        upper.high,
        f"lower end of {low.method}: {low.why}",
        f"upper end of {upper.method}: {upper.why}",
    )
