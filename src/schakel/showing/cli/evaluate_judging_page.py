"""The measured quality of the ghost judgement, printed."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from schakel.judging.evaluation.against_truth import AgainstTruth
from schakel.records.counted import counted
from schakel.showing.adapted_markets import Adapted


def print_measured(console: Console, found: AgainstTruth) -> None:
    """Figures on one market: the whole, reliability, rule sets with simple methods beside them, each sign."""
    value, low, high = found.share
    console.print(
        f"\n{counted(found.sellers, 'seller that offers', 'sellers that offer')} something, {found.ghosts} of them {'a ghost' if found.ghosts == 1 else 'ghosts'}."
    )
    console.print(
        f"Share of ghosts: {value:.0%}, between {low:.0%} and {high:.0%} (90 %); true {found.share_true:.0%} of these "
        f"sellers, {found.share_of_holders:.0%} of the people behind them."
    )
    whole = found.whole
    console.print(
        f"AUC {whole.auc:.3f}   Brier {whole.brier:.3f}   expected calibration error {whole.expected_error:.3f}   "
        f"Cllr {whole.cllr:.3f} bits\n"
    )
    table = _table("reliability: said", "sellers", "mean said", "true", "95 %")
    for part in whole.bins:
        ends = f"{part.true_low:.2f}-{part.true_high:.2f}"
        said = f"{part.low:.1f}-{part.high:.1f}"
        table.add_row(said, str(part.sellers), f"{part.said:.2f}", f"{part.true:.2f}", ends)
    console.print(table)
    table = _table("rule set alone", "AUC")
    for name, area in sorted({**found.families, "all signs": whole.auc}.items(), key=lambda row: -row[1]):
        table.add_row(name, f"{area:.3f}")
    for name, area in found.simple.items():
        table.add_row(f"simple: {name}", f"{area:.3f}")
    console.print(table)
    if found.without:
        table = _table("without the sign", "sellers", "AUC", "lost", "Brier", "lost")
        for row in found.without:
            lost, brier = f"{row.auc_lost:+.4f}", f"{row.brier_lost:+.4f}"
            table.add_row(row.sign, str(row.sellers), f"{row.auc:.3f}", lost, f"{row.brier:.3f}", brier)
        console.print(table)


def print_adapted(console: Console, rows: Sequence[Adapted]) -> None:
    """How the judgement does where criminals adapt."""
    table = _table(
        "criminals", "markets", "AUC", "Brier", "calibration error", "width of bounds", "share held"
    )
    for row in rows:
        figures = (f"{row.auc:.3f}", f"{row.brier:.3f}", f"{row.expected_error:.3f}", f"{row.width:.2f}")
        table.add_row(row.way, str(row.markets), *figures, f"{row.held} of {row.markets}")
    console.print(table)


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table
