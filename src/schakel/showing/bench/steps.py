"""The steps of the road as a user types them, each a program of its own, in workspaces that go afterwards."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from schakel.records.errors import CaseError
from schakel.showing.bench.measured import CommandFailedError, Measured, measure
from schakel.showing.bench.methods import beside, measured_beside
from schakel.showing.bench.sources import Sources
from schakel.showing.bench.taken import OURS, Taken
from schakel.showing.bench.texts import Given, given
from schakel.showing.printable import one_line

RUN = (sys.executable, "-c", "from schakel.showing.cli.door import main; main()")
STEPS = {
    "reading": "read",
    "linking": "link",
    "judging": "judge",
    "measuring": "measure",
    "deciding": "decide",
}
_SHARED_BOOK = "SCHAKEL_CASEBOOK"  # names a casebook that others use: nothing of a measurement may go there

Begun = Callable[[str], None]  # told which row comes next, or which method beside it


def one_round(sources: Sources, folder: Path, begun: Begun) -> Iterator[Taken]:
    """Every row once, and every method beside it; the workspaces are gone when the next is made.

    CaseError in the words of the step that could not be done.
    """
    yield from _step_by_step(sources, folder, begun)
    yield from _the_whole_road(sources, folder, begun)
    yield from _grown(sources, folder, begun)


def _step_by_step(sources: Sources, folder: Path, begun: Begun) -> Iterator[Taken]:
    workspace = folder / "steps"
    begun("intake")
    came = _ours(["intake", *map(str, sources.whole)], workspace)
    messages = int(json.loads(came.output)["messages"])
    taken = [_as_taken("intake", messages, came)]
    for row, command in STEPS.items():
        begun(row)
        taken.append(_as_taken(row, messages, _ours([command], workspace)))
    files = given(workspace, folder)
    shutil.rmtree(workspace)
    yield from (_each_text_once(one, files) for one in taken)
    marks = _marks(sources, files)
    begun("copies")
    ours = measured_beside("copies", "our-copies", marks)
    yield Taken(
        "copies", OURS, ours.done, ours.unit, ours.seconds, ours.processor, ours.peak_mb, ours.found, ours.why
    )
    for row in ("intake", "reading", "copies", "linking"):
        yield from _beside(row, marks, begun)


def _the_whole_road(sources: Sources, folder: Path, begun: Begun) -> Iterator[Taken]:
    workspace = folder / "road"
    for row in ("road", "again"):
        begun(row)
        ran = _ours(["run", *map(str, sources.whole)], workspace)
        yield _as_taken(row, int(json.loads(ran.output)["messages"]), ran)
        yield from _beside(row, _marks(sources), begun)
    shutil.rmtree(workspace)


def _grown(sources: Sources, folder: Path, begun: Begun) -> Iterator[Taken]:
    if not sources.earlier:
        yield Taken("grown", OURS, why=sources.why_no_earlier)
        return
    workspace = folder / "grown"
    begun("grown")
    _ours(["run", *map(str, sources.earlier)], workspace)
    ran = _ours(["run", *map(str, sources.whole)], workspace)
    yield _as_taken("grown", int(json.loads(ran.output)["messages"]), ran)
    yield from _beside("grown", _marks(sources), begun)
    shutil.rmtree(workspace)


def _ours(words: Sequence[str], workspace: Path) -> Measured:
    environment = {name: value for name, value in os.environ.items() if name != _SHARED_BOOK}
    try:
        return measure([*RUN, *words, "-w", str(workspace), "--json"], environment)
    except CommandFailedError as error:
        raise CaseError(
            f"schakel {words[0]} could not be measured: {one_line(error.said, 600)}",
            means="Nothing was measured, and nothing of the data is kept.",
            todo="Mend what it says, or try other sources.",
        ) from error


def _as_taken(row: str, messages: int, ran: Measured) -> Taken:
    return Taken(row, OURS, messages, "messages", ran.seconds, ran.processor, ran.peak_mb)


def _each_text_once(one: Taken, files: Given) -> Taken:
    """Reading is told in different texts, since it reads each of them once however often it was posted."""
    if one.row != "reading":
        return one
    return Taken(one.row, OURS, files.different, "texts", one.seconds, one.processor, one.peak_mb)


def _beside(row: str, marks: Mapping[str, Sequence[str]], begun: Begun) -> Iterator[Taken]:
    for name in beside().row[row].beside:
        begun(beside().method[name].name)
        yield measured_beside(row, name, marks)


def _marks(sources: Sources, files: Given | None = None) -> dict[str, list[str]]:
    """The files that stand for the marks of `beside.toml`."""
    marks = {"plain": [str(path) for path in sources.plain]} if sources.plain else {}
    marks |= {"not plain": [sources.why_no_plain]}
    if files is not None:
        marks |= {
            "texts": [str(files.texts)],
            "accounts": [str(files.accounts)],
            "words": [str(files.words)],
        }
    return marks
