"""How a measurement of speed looks on the screen."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.showing.bench.bars import Judged
from schakel.showing.bench.bench import Bench
from schakel.showing.bench.machine import Machine
from schakel.showing.bench.rows import Figures
from schakel.showing.printable import one_line

_KEY = (
    "seconds: by the clock, the start of the program included; worked: seconds of all processors; MB: the most that all its "
    "processes held together; a method told in texts or accounts may have been asked about a sample, so compare what was done a second."
)
ALONE = "nothing to install does this"


def print_bench(console: Console, found: Bench, said: str) -> None:
    """The table, the bars with their words, why a method is missing, and the machine."""
    console.print(_table(found))
    console.print()
    if found.repeat > 1:
        console.print(Text(f"Seconds, least to most of {found.repeat}: {'; '.join(_spreads(found))}"))
    for row in found.rows:
        for figures in (row.ours, *row.beside.values()):
            if figures.why:
                console.print(Text(f"{figures.name}: {one_line(figures.why, 240)}"))
    console.print(Text("Bars", "italic"))
    for one in found.bars:
        console.print(_bar(one))
    console.print()
    console.print(Text(_KEY, "dim"))
    for line in _machine(found.machine):
        console.print(Text(line, "dim"))
    console.print(Text(said))


def _table(found: Bench) -> Table:
    many = f", median of {found.repeat}" if found.repeat > 1 else ", one run: --repeat 3 tells the spread"
    table = Table(
        title=f"{found.messages:,} messages{many}",
        title_justify="left",
        box=None,
        padding=(0, 1, 0, 0),  # a blank between columns: so the names stand on one line in a terminal of 80
        pad_edge=False,
    )
    table.add_column("step, and what else there is")
    for name in ("seconds", "worked", "a second", "MB", "ours is"):
        table.add_column(name, justify="right")
    for row in found.rows:
        table.add_row(Text(row.title, "bold"), *_cells(row.ours), "")
        for method, other in row.beside.items():
            table.add_row(Text(f"  {other.name}"), *_cells(other), _times(row.ratio(method)))
        if not row.beside:
            table.add_row(Text(f"  {ALONE}", "dim"))
    return table


def _cells(figures: Figures) -> tuple[str, ...]:
    if figures.why:
        return ("not run", "", "", "")
    return (
        short(figures.seconds.median),
        short(figures.processor.median),
        f"{figures.a_second:,.0f}",
        f"{figures.peak_mb:,.0f}",
    )


def _spreads(found: Bench) -> Iterator[str]:
    """`intake .66 to .80`, of each row and what stands beside it; in the table it would break the lines of 80 columns."""
    for row in found.rows:
        for name, figures in ((row.title, row.ours), *((one.name, one) for one in row.beside.values())):
            if not figures.why:
                yield f"{name} {short(figures.seconds.least)} to {short(figures.seconds.most)}"


def _times(ratio: float | None) -> str:
    """`2.8x as fast`, or `3.2x slower`; nothing where it was not measured."""
    if ratio is None:
        return ""
    return f"{short(ratio)}x as fast" if ratio >= 1 else f"{short(1 / ratio)}x slower"


def short(value: float) -> str:
    """A figure to what is known of it: 123, 12, 1.2, .12, .0012."""
    if value >= 10:
        return f"{value:,.0f}"
    if value and value < 0.1:
        return f"{value:.2g}".removeprefix("0")
    written = f"{value:.1f}" if value >= 1 else f"{value:.2f}"
    return written.removeprefix("0")


def _bar(one: Judged) -> Text:
    """`MISSED  intake beside json-load: .35, asked 10 times as fast or more`, and where that comes from."""
    value = "" if one.value is None else f"{short(one.value)}, "
    line = Text(f"{one.word:6}  ", "bold")
    return line.append(f"{_of(one)}: {value}asked {_asked(one)} ", "not bold").append(
        f"({one.bar.source})", "not bold dim"
    )


_FIGURES = {
    "ratio": "times as fast",
    "memory_ratio": "times less memory",
    "a_second": "a second",
    "seconds": "seconds",
    "same_found": "found of what they find",
}


def _of(one: Judged) -> str:
    against = f" beside {one.bar.method}" if one.bar.method else ""
    return f"{one.bar.row}{against}"


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
