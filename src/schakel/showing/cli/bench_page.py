"""How a measurement of speed looks on the screen."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.showing.bench.bars import Judged
from schakel.showing.bench.bench import Bench
from schakel.showing.bench.machine import Machine
from schakel.showing.bench.rows import Figures, Spread
from schakel.showing.printable import one_line

_ALONE = "nothing to install does this"


def print_bench(console: Console, found: Bench, said: str) -> None:
    """The table, the bars with their words, why a method is missing, and the machine."""
    console.print(_table(found))
    console.print()
    for row in found.rows:
        for figures in (row.ours, *row.beside.values()):
            if figures.why:
                console.print(Text(f"{figures.name}: {one_line(figures.why, 240)}"))
    console.print(_bars(found.bars))
    console.print()
    for line in _machine(found.machine):
        console.print(Text(line, "dim"))
    console.print(Text(said))


def _table(found: Bench) -> Table:
    many = (
        f", median of {found.repeat} (least to most)"
        if found.repeat > 1
        else ", one run: --repeat 3 tells the spread"
    )
    table = Table(
        title=f"{found.messages:,} messages{many}",
        title_justify="left",
        box=None,
        padding=(0, 2),
        pad_edge=False,
    )
    table.add_column("step, and under it what else there is")
    for name in ("seconds", "of processors", "a second", "MB at most", "ours is"):
        table.add_column(name, justify="right")
    for row in found.rows:
        table.add_row(Text(row.title, "bold"), *_cells(row.ours), "")
        for method, other in row.beside.items():
            table.add_row(Text(f"  {other.name}"), *_cells(other), _times(row.ratio(method)))
        if not row.beside:
            table.add_row(Text(f"  {_ALONE}", "dim"))
    return table


def _cells(figures: Figures) -> tuple[str, ...]:
    if figures.why:
        return ("not measured", "", "", "")
    return (
        _spread(figures.seconds),
        short(figures.processor.median),
        f"{figures.a_second:,.0f} {figures.unit}",
        f"{figures.peak_mb:,.0f}",
    )


def _spread(seconds: Spread) -> str:
    if seconds.least == seconds.most:
        return short(seconds.median)
    return f"{short(seconds.median)} ({short(seconds.least)} to {short(seconds.most)})"


def _times(ratio: float | None) -> str:
    """`2.8 times as fast`, or `3.2 times slower`; nothing where it was not measured."""
    if ratio is None:
        return ""
    return f"{short(ratio)} times as fast" if ratio >= 1 else f"{short(1 / ratio)} times slower"


def short(value: float) -> str:
    """A figure to what is known of it: 123, 12, 1.2, .12."""
    if value >= 10:
        return f"{value:,.0f}"
    written = f"{value:.1f}" if value >= 1 else f"{value:.2f}"
    return written.removeprefix("0")


def _bars(judged: list[Judged]) -> Table:
    table = Table(title="Bars", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    for name in ("of", "asked", "measured", "", "from"):
        table.add_column(name)
    for one in judged:
        value = "" if one.value is None else short(one.value)
        table.add_row(_of(one), _asked(one), value, Text(one.word, "bold"), Text(one.bar.source, "dim"))
    return table


_FIGURES = {
    "ratio": "times as fast",
    "memory_ratio": "times less memory",
    "a_second": "a second",
    "seconds": "seconds",
    "same_found": "found of what they find",
}


def _of(one: Judged) -> Text:
    against = f" beside {one.bar.method}" if one.bar.method else ""
    return Text(f"{one.bar.row}{against}")


def _asked(one: Judged) -> str:
    bar, figure = one.bar, _FIGURES[one.bar.figure]
    if bar.least is not None and bar.least == bar.most:
        return f"{short(bar.least)} {figure}"
    if bar.least is not None:
        return f"{short(bar.least)} {figure} or more"
    return f"{short(bar.most or 0.0)} {figure} or less"


def _machine(machine: Machine) -> list[str]:
    libraries = ", ".join(f"{name} {version}" for name, version in machine.libraries.items())
    lines = [
        f"{machine.cores} cores of {one_line(machine.processor)}, {machine.memory_gb:,.0f} GB, {machine.system}",
        f"{machine.python}, Schakel {machine.schakel}, {libraries}",
    ]
    if machine.busy:
        lines.append(
            f"The machine had other work ({machine.other_work} processes wanted to run when this began): seconds by the clock say "
            "little, those of processors more. Measure again when it is quiet."
        )
    return lines
