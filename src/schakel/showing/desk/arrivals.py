"""Exports that were dropped on the page: kept apart, then taken along the whole road by a program of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from typing import BinaryIO

from schakel.intake.media import is_safe_path
from schakel.records.errors import SettingsError
from schakel.showing.printable import one_line
from schakel.store.workspace import Workspace

_MOST_LINES = 60
_RUN = "from schakel.showing.cli.door import main; main()"


@dataclass
class Arrival:
    """One export on its way: what came, by whom, what the program said so far, and how it ended (None: still going)."""

    who: str
    files: int
    bytes: int
    said: list[str] = field(default_factory=list)
    code: int | None = None


class Arrivals:
    """The newest arrival; one at a time, since one run at a time may change a workspace."""

    def __init__(self) -> None:
        self.newest: Arrival | None = None
        self._lock = Lock()

    def begin(
        self, workspace: Workspace, who: str, files: Sequence[tuple[str, BinaryIO]], words: Sequence[str]
    ) -> Arrival:
        """Puts the files aside and starts the road; SettingsError if one is going on, or a file's name is a trick."""
        with self._lock:
            if self.newest is not None and self.newest.code is None:
                raise SettingsError(
                    "An export is being taken in already.", means="Nothing was taken in.", todo="Wait for it."
                )
            folder, count, size = _put_aside(workspace, files)
            arrival = Arrival(who, count, size)
            self.newest = arrival
        Thread(target=_run, args=(workspace, folder, arrival, words), daemon=True).start()
        return arrival


def _put_aside(workspace: Workspace, files: Sequence[tuple[str, BinaryIO]]) -> tuple[Path, int, int]:
    names = [name.replace("\\", "/") for name, _ in files]
    for name in names:
        if not is_safe_path(name):
            raise _refused(f"The file name {one_line(name, 60)} leads out of its folder.")
    if not names:
        raise SettingsError("No file was chosen.", means="Nothing was taken in.")
    # Beside the workspace, so on the same disk; inside it intake looks for no exports.
    folder, size = Path(mkdtemp(prefix=f".{workspace.root.name}-incoming-", dir=workspace.root.parent)), 0
    try:
        for name, (_, file) in zip(names, files, strict=True):
            size += _write(folder / "export" / name, file)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        what = f"{one_line(name, 60)} could not be put aside: {error.strerror or type(error).__name__}."
        raise _refused(what) from error
    return folder, len(names), size


def _write(place: Path, file: BinaryIO) -> int:
    """Writes one file where none stands yet, also none whose name differs only as `a//b` from `a/b`; its size."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as out:
        shutil.copyfileobj(file, out, 1 << 20)
        return out.tell()


def _refused(what: str) -> SettingsError:
    return SettingsError(
        what,
        means="Nothing was taken in.",
        todo="Choose the folder of the export as Telegram Desktop made it.",
    )


def _run(workspace: Workspace, folder: Path, arrival: Arrival, words: Sequence[str]) -> None:
    command = [sys.executable, "-c", _RUN, "run", str(folder / "export"), "-w", str(workspace.root), *words]
    try:
        with subprocess.Popen(  # noqa: S603 - our own program, on files that were just put aside
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=os.environ | {"SCHAKEL_USER": arrival.who},
            text=True,
            errors="replace",
        ) as going:
            for line in going.stderr or ():
                arrival.said = [*arrival.said, one_line(line, 300)][-_MOST_LINES:]
        arrival.code = going.returncode
    except OSError as error:
        arrival.said = [*arrival.said, one_line(str(error), 300)]
        arrival.code = 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # what was taken in lies sealed
