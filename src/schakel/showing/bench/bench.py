"""The whole measurement: a market or a user's own sources, every row so many times, beside what a user would take instead."""

import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from schakel.records.errors import CaseError
from schakel.showing.bench.bars import Judged, judged
from schakel.showing.bench.machine import Machine, this_machine
from schakel.showing.bench.market import make_market
from schakel.showing.bench.methods import beside
from schakel.showing.bench.rows import Row, rows_of
from schakel.showing.bench.sources import Sources, sources_of
from schakel.showing.bench.steps import one_round

Report = Callable[[str, int, int], None]  # what is going on, how much is done, of how much
Places = Callable[[Path], Sources]  # what is measured on; what has to be made for it goes into the folder


@dataclass(frozen=True, slots=True)
class Bench:
    """What was measured on which machine, how often, and how it stands beside the bars."""

    machine: Machine
    repeat: int
    rows: list[Row]
    bars: list[Judged]

    @property
    def messages(self) -> int:
        """How many messages there were."""
        return next(row.ours.done for row in self.rows if row.row == "intake")

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {
            "machine": self.machine.as_json(),
            "messages": self.messages,
            "repeat": self.repeat,
            "rows": [row.as_json() for row in self.rows],
            "bars": [bar.as_json() for bar in self.bars],
        }


def bench(places: Places, repeat: int, report: Report) -> Bench:
    """Measures every row `repeat` times. Whatever was made for that is gone afterwards, also if it is ended before.

    CaseError in words if a step could not be done or the work was stopped.
    """
    machine = this_machine()  # first: afterwards the load would be our own
    with scratch() as folder:
        sources, taken = places(folder), []
        for number in range(repeat):
            counted = _counted(report, number, repeat)
            taken += list(one_round(sources, folder, counted))
    rows = rows_of(taken)
    return Bench(machine, repeat, rows, judged(rows))


def made_up(messages: int, seed: int, report: Report) -> Places:
    """A made-up market; the same number of messages and seed give the same bytes."""

    def places(folder: Path) -> Sources:
        made = make_market(
            messages, seed, folder / "market", lambda done, total: report("simulating", done, total)
        )
        return sources_of([made], folder)

    return places


def own(given: Sequence[Path]) -> Places:
    """Exports of the user's own."""
    return lambda folder: sources_of(given, folder)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that only this user may open, and that is gone afterwards, also after SIGTERM or Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _stop)
    folder = Path(tempfile.mkdtemp(prefix="schakel-bench-"))
    try:
        yield folder
    except KeyboardInterrupt as stopped:
        raise CaseError(
            "Stopped.", means="What was measured is not told, and nothing of the data is kept."
        ) from stopped
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(signal.SIGTERM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _counted(report: Report, number: int, repeat: int) -> Callable[[str], None]:
    """Tells which row is measured, in words, and in which round if there are several."""

    def begun(what: str) -> None:
        row = beside().row.get(what)
        title = f"measuring {row.title}" if row else f"  beside it: {what}"
        report(title if repeat == 1 else f"{title} ({number + 1} of {repeat})", 0, 0)

    return begun
