"""Has made ready, while the desk is open, what its pages look things up in: by another process, behind the pages.

`python -m schakel.showing.desk.getting_ready WORKSPACE` is that process; it tells how far it is in lines of JSON.
"""

import gc
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from schakel.records.errors import CaseError
from schakel.records.tables import SCHEMAS
from schakel.showing.desk.kept_figures import FIGURES
from schakel.showing.desk.preparing import all_is_ready, make_ready
from schakel.showing.searching.question import question
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.tables_digest import tables_digest
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, open_workspace, run_at_work

_LOOK = 5.0  # seconds between looks whether the tables have changed
_BEHIND = 10  # niceness: pages go first


@dataclass(slots=True)
class Progress:
    """What is being made, and how far it is; an empty step: nothing is."""

    step: str = ""
    done: int = 0
    total: int = 0
    failed: str = ""


class GettingReady:
    """Looks whether the tables have changed, and has what was made from them made again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._maker: subprocess.Popen[str] | None = None
        self.progress = Progress()

    def start(self) -> None:
        """Begins to look."""
        self._thread.start()

    def stop(self) -> None:
        """Ends, with what was half made: it is made again when the desk opens."""
        self._ended.set()
        if self._maker:
            self._maker.terminate()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        question(
            "a first question"
        )  # loads the word lists, which would cost the first who searches two seconds
        seen = ""
        while not self._ended.is_set():
            tables = tables_digest(self._workspace, SCHEMAS)
            if tables != seen and not run_at_work(self._workspace):
                seen = tables
                if not all_is_ready(self._workspace):
                    self._make()
                if all_is_ready(self._workspace):
                    self._settle()
            self._ended.wait(_LOOK)

    def _settle(self) -> None:
        """Reads the figures that pages rest on before somebody waits for them, and has no page wait for what stays.

        Python looks through everything that it holds now and then, for what nobody holds any more; all pages wait
        meanwhile. With the figures and word lists of 5 million messages that took 150 ms; what is frozen is passed over.
        """
        engine = DuckDBEngine(self._workspace, workers=Workers(1))
        for figure in FIGURES:
            figure(self._workspace, engine)
        gc.collect()
        gc.freeze()

    def _make(self) -> None:
        command = [sys.executable, "-m", __name__, str(self._workspace.root)]
        # (in a group of its own: Ctrl-C reaches the desk, which ends it without a word)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, process_group=0) as maker:  # noqa: S603 - this program
            self._maker = maker
            if self._ended.is_set():
                maker.terminate()
            for line in maker.stdout or ():
                self.progress = Progress(*json.loads(line))
        self._maker, self.progress = None, Progress()


def _tell(step: str, done: int, total: int) -> None:
    sys.stdout.write(json.dumps([step, done, total]) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Makes ready the workspace that the command line names."""
    os.nice(_BEHIND)
    try:
        make_ready(open_workspace(Path(sys.argv[1])), _tell, Workers(1))
    except BrokenPipeError:
        os._exit(1)  # the desk is gone; the next one goes on from what stands
    except (CaseError, OSError) as error:
        sys.stderr.write(f"What pages look things up in could not be made, so they take longer: {error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
