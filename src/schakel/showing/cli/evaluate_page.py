"""How a measurement of the reading looks on the screen."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.reading.evaluation.calibration import Bin, Calibration
from schakel.reading.evaluation.false_alarms import PER, FalseAlarms
from schakel.reading.evaluation.figures import Figures
from schakel.reading.evaluation.intervals import Quality, Share
from schakel.reading.evaluation.report import Method, Report


def print_report(console: Console, report: Report) -> None:
    """All tables, the whole first, then by act, language and commodity; every figure with its 95 % interval."""
    for table in _tables(report):
        console.print(table)
        console.print()
    for note in report.notes:
        console.print(Text(note))


def _tables(report: Report) -> Iterable[Table]:
    reading = report.methods[0]
    yield _qualities(
        f"The reading, over {reading.figures.messages:,} labelled messages", reading.figures.measures
    )
    yield _methods(report.methods)
    yield _qualities("By act", report.acts)
    yield _groups("By language", report.languages)
    yield _groups("By set", report.sets)
    yield _qualities("Offers of each commodity, act and goods both right", report.commodities)
    if reading.calibration:
        yield _calibration(reading.calibration)
        yield _bins("Where an act is found, is it that one?", "is that act", reading.act_reliability)
    if report.false_alarms:
        yield _false_alarms(report.false_alarms)


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _qualities(title: str, rows: dict[str, Quality]) -> Table:
    table = _table(title, "what", "labelled", "found", "precision", "recall", "F1")
    for name, row in rows.items():
        cells = (share(row.precision), share(row.recall), share(row.f1))
        table.add_row(Text(name), f"{row.labelled:,}", f"{row.found:,}", *cells)
    return table


def _methods(methods: Iterable[Method]) -> Table:
    table = _table("Beside simple methods", "method", "act right", "offers", "offered goods", "F1 of acts")
    for method in methods:
        table.add_row(Text(method.name), *_compared(method.figures), f"{method.macro_f1_acts:.2f}")
    return table


def _compared(figures: Figures) -> tuple[str, str, str]:
    offer, goods = figures.measures["offer"], figures.measures["offered commodity"]
    return share(figures.act_right), f"F1 {share(offer.f1)}", f"F1 {share(goods.f1)}"


def _groups(title: str, groups: dict[str, Figures]) -> Table:
    names = ("offer", "offered commodity", "quantity-unit-price", "selector", "place")
    table = _table(title, "", "messages", "act right", *(f"{name} F1" for name in names))
    for name, figures in groups.items():
        cells = (share(figures.measures[measure].f1) for measure in names)
        table.add_row(Text(name), f"{figures.messages:,}", share(figures.act_right), *cells)
    return table


def _calibration(calibration: Calibration) -> Table:
    table = _bins("Are the probabilities of an act honest?", "carry an act", calibration.bins)
    cllr = calibration.cllr
    table.caption = (
        f"expected calibration error {calibration.expected_error:.2f} "
        f"({calibration.expected_error_here:.2f} with the odds beforehand of these messages), "
        f"Brier {share(calibration.brier)}"
        + (f", Cllr {share(cllr)}, at best {calibration.cllr_min:.2f}" if cllr else "")
    )
    table.caption_justify = "left"
    return table


def _bins(title: str, true: str, bins: Iterable[Bin]) -> Table:
    table = _table(title, "said", "messages", "mean said", true)
    for part in bins:
        said = f"{part.low:.0%} to {part.high:.0%}"
        table.add_row(said, f"{part.messages:,}", _short(part.said), share(part.true))
    return table


def _false_alarms(rows: Iterable[FalseAlarms]) -> Table:
    table = _table(
        f"False alarms in {PER:,} ordinary messages", "method", "language", "messages", "any act", "offer"
    )
    for row in rows:
        table.add_row(
            Text(row.method),
            Text(row.language),
            f"{row.messages:,}",
            per_many(row.any_act),
            per_many(row.offers),
        )
    return table


def share(figure: Share) -> str:
    """A share with its interval: `.85 (.82-.88)`."""
    return f"{_short(figure.value)} ({_short(figure.low)}-{_short(figure.high)})"


def per_many(figure: Share) -> str:
    """A rate per 10,000 with its interval."""
    value, low, high = (PER * end for end in (figure.value, figure.low, figure.high))
    return f"{value:,.1f} ({low:,.1f}-{high:,.1f})"


def _short(value: float) -> str:
    written = f"{value:.2f}"
    return written.removeprefix("0") if value < 1 else written
