"""What every command needs before it starts: the workspace, its tools, and progress on standard error."""

import gc
import os
import platform
import pwd
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any

import typer

from schakel.custody.ledger import Ledger, cannot_be_written
from schakel.deciding.basis import Basis
from schakel.deciding.capacity import parse_hours
from schakel.deciding.rules import Rules
from schakel.records.facts import Verdict
from schakel.records.interventions import Intervention
from schakel.records.times import written_utc
from schakel.road import Road, load_rooms
from schakel.showing.cli.engines import Meant
from schakel.showing.cli.stopping import undisturbed
from schakel.showing.cli.typed import typed
from schakel.showing.permits import Asking
from schakel.showing.plan_hours import SETS_HOURS, kept_hours, written_hours
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.settings import read_settings, with_hours
from schakel.store.workers import Workers
from schakel.store.workspace import (
    Workspace,
    create_workspace,
    open_workspace,
    without_the_right,
    working_in,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from schakel.store.casebook.acts import Signature
    from schakel.store.casebook.book import Casebook
    from schakel.store.casebook.casework import Casework
    from schakel.store.casebook.interventions import InterventionBook
    from schakel.store.casebook.shared import SharedBook

WorkspaceOption = Annotated[
    Path, typer.Option("-w", "--workspace", help="Folder of the workspace.", show_default=True)
]
NoWorkspaceOption = Annotated[
    Path, typer.Option("-w", "--workspace", help="Taken as by every command; nothing of it is used here.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value for machines.")]
_LONGEST = 120  # signs of a name that a casebook keeps
DEFAULT_WORKSPACE = Path("workspace")

STEP_WORDS = {
    "seal": "sealing files",
    "read": "turning files into messages",
    "tables": "counting accounts, chats and coverage",
    "intake": "taking in",
    "reading": "reading offers",
    "context": "weighing where messages stand",
    "campaigns": "folding copies into campaigns",
    "contacts": "mapping contacts",
    "photos": "looking at photos",
    "sellers": "linking accounts into sellers",
    "communities": "finding communities",
    "judging": "weighing ghosts and roles",
    "identity": "gathering identity leads",
    "measuring": "measuring the market",
    "interventions": "measuring what interventions did",
    "leads": "proposing leads",
    "plan": "choosing for the hours",
    "rows": "keeping rows where pages find them",
    "gathering": "gathering what pages say of sellers",
    "figures": "counting figures of the market",
    "index": "making the search index",
}

# Steps that are no progress but news: they stay on the screen, and are told also where nobody wants to see progress.
_NEWS = {
    "brought-back": "Note: files come in again that had been removed or destroyed when their term was over. They are held "
    "anew from today; the ledger names them (brought-back). Check that a ground allows it.",
}


@dataclass(frozen=True, slots=True)
class Session:
    """An open workspace with its tools, for the length of one command."""

    workspace: Workspace
    engine: DuckDBEngine
    ledger: Ledger
    road: Road

    def verdicts(self) -> list[Verdict]:
        """The human words in force."""
        book = self.casebook()
        try:
            return book.in_force()
        finally:
            book.close()

    def basis(self, hours: str | None = None) -> Basis:
        """What deciding rests on: hours at hand, the data files with what the workspace changed, and its casebook."""
        settings = read_settings(self.workspace.settings)
        work = self.casework()
        try:
            going, closed = work.under_way(), work.outcomes()
        finally:
            work.close()
        rules = Rules.of(settings.worth, settings.effort, settings.plan, closed)
        with nullcontext() if hours is None else typed():
            at_hand = parse_hours(settings.hours if hours is None else hours)
        return Basis(at_hand, rules, going)

    def basis_to_keep(self, hours: str | None) -> Basis:
        """What deciding rests on; SettingsError where `hours` are other than those kept and may not, or cannot, be kept."""
        basis = self.basis(hours)
        if basis.capacity != kept_hours(self.workspace):
            self.must(SETS_HOURS)
            with_hours(self.workspace.settings, written_hours(basis.capacity.hours))
        return basis

    def interventions(self) -> list[Intervention]:
        """The interventions in force."""
        book = self.intervention_book()
        try:
            return book.in_force()
        finally:
            book.close()

    def intervention_book(self) -> "InterventionBook":
        """The casebook's pages on interventions."""
        from schakel.store.casebook.interventions import InterventionBook  # noqa: PLC0415 - see above

        return InterventionBook(self.book_place())

    def must(self, right: str) -> None:
        """Nothing, if whoever works here has a right in the casebook; else SettingsError that says who has."""
        work = self.casework()
        try:
            work.must(right)
        finally:
            work.close()

    def tell_cases(self) -> None:
        """Open cases learn what new data brought to their sellers, and units that so come to meet are told."""
        work = self.casework()
        try:
            if not work.any_open():
                return
            sellers = self.engine.read("sellers", ["seller_id", "member_id"])
            members: dict[str, list[str]] = {}
            columns = (sellers.column(name).to_pylist() for name in ("seller_id", "member_id"))
            for seller, member in zip(*columns, strict=True):
                members.setdefault(seller, []).append(member)
            work.meet_again(members)
        finally:
            work.close()

    def casebook(self) -> "Casebook":
        """The casebook of this workspace: verdicts on sellers and accounts."""
        from schakel.store.casebook.book import Casebook  # noqa: PLC0415 - a quarter of a second, which intake does not need

        return Casebook(self.book_place())

    def casework(self) -> "Casework":
        """The casebook of this workspace: cases, people and grounds, by whoever works here now."""
        from schakel.store.casebook.casework import Casework  # noqa: PLC0415 - see above

        return Casework(self.book_place(), who(), origin())

    def asking(self) -> Asking:
        """Who asks here for names or an import."""
        return Asking(self.workspace, self.engine, self.ledger, self.casework, origin())

    def shared_book(self) -> "SharedBook":
        """The casebook as the desk uses it: passwords, sessions and tokens."""
        from schakel.store.casebook.shared import SharedBook  # noqa: PLC0415 - see above

        return SharedBook(self.book_place())

    def book_place(self) -> Path | str:
        """Where the casebook lives: the URL in SCHAKEL_CASEBOOK or schakel.toml, else a file in the workspace."""
        return casebook_of(self.workspace)


def casebook_of(workspace: Workspace) -> Path | str:
    """Where the casebook of a workspace lives: a URL if one is set, else a file in it."""
    url = os.environ.get("SCHAKEL_CASEBOOK") or read_settings(workspace.settings).casebook
    return url or workspace.casebook


@contextmanager
def writing(
    root: Path, *, new: bool = False, quiet: bool = False, engine: str | None = None, rooms: bool = True
) -> Iterator[Session]:
    """A session that may change tables; one at a time in a workspace. `rooms`: it goes beyond intake.

    `engine` says where texts are read, or is empty for what the settings say; None: few commands read any, so whether that
    can be used is asked when it is needed.
    """
    meant = Meant(engine or "", root)
    if engine is not None:
        meant.check()
    if rooms:
        with undisturbed():
            load_rooms()
    # Loaded code and word lists stay; walking over them again and again cost a tenth of linking and judging.
    gc.freeze()
    # What is made after that hardly ever points in a ring: 32 walks over it took 1.0 s of a million messages, one takes 0.2 s.
    gc.set_threshold(500_000, 20, 100)
    workspace = to_be_written(root, new=new)
    with working_in(workspace), progress(quiet) as report:
        ledger = Ledger(workspace.ledger, who())
        workers, near = meant.workers(workspace.staging / "spark", lambda told: _note_engine(ledger, told))
        tools = DuckDBEngine(workspace, workers=workers, near=near, keep=True)
        try:
            yield Session(workspace, tools, ledger, Road(workspace, tools, ledger, report))
        finally:
            tools.workers.close()


@contextmanager
def looking(root: Path, *, new: bool = False) -> Iterator[Session]:
    """A session that only reads tables; it still writes to the ledger, since every look is logged."""
    workspace = to_be_written(root, new=new)
    tools = DuckDBEngine(workspace, workers=Workers(1))
    ledger = Ledger(workspace.ledger, who())
    yield Session(workspace, tools, ledger, Road(workspace, tools, ledger, lambda *_: None))


def to_be_written(root: Path, *, new: bool = False) -> Workspace:
    """The workspace, in which at least the ledger will be written; WorkspaceError where that may not be."""
    workspace = create_workspace(root) if new else open_workspace(root)
    if (held := without_the_right(workspace)) is not None:
        raise cannot_be_written(held, "no right to write")
    return workspace


def who() -> str:
    """The name that the ledger writes down: SCHAKEL_USER, else the login name."""
    return (os.environ.get("SCHAKEL_USER") or _login())[:_LONGEST]


def _login() -> str:
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, OSError):  # a container without an entry for this user
        return f"uid {os.getuid()}"


def signature() -> "Signature":
    """Under which an act in the casebook is written: who, from where, when."""
    from schakel.store.casebook.acts import Signature  # noqa: PLC0415 - see above

    return Signature(who(), origin(), written_utc(datetime.now(UTC)))


def origin() -> str:
    """From where an act is done: the program and the machine, as ledger and casebook write it down."""
    login = _login()
    under = (
        f" by {login}" if login != who() else ""
    )  # a name that was given is not yet a name that was proved
    return f"cli@{platform.node() or 'unknown'}{under}"[:_LONGEST]


@contextmanager
def progress(quiet: bool) -> Iterator["Report"]:
    """A report function that draws a bar on standard error; silent when quiet or not on a terminal."""
    if quiet:
        yield Report()
        return
    from rich.console import Console  # noqa: PLC0415 - who is quiet draws nothing
    from rich.progress import (  # noqa: PLC0415 - see above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        yield _Bars(bars)


class Report:
    """Told by the road which step it is at and how far."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Shows that `step` has done `done` of `total`; a total of 0 means: not known."""
        if step in _NEWS:
            self._tell(_NEWS[step])
        else:
            self._show(step, done, total)

    def _tell(self, news: str) -> None:
        if sys.stderr is not None:  # closed by who typed it: schakel run export 2>&-
            sys.stderr.write(f"{news}\n")

    def _show(self, step: str, done: int, total: int) -> None:
        """Nobody wants to see progress."""


class _Lines(Report):
    def __init__(self, console: "Console") -> None:
        self._console = console
        self._last = ""

    def _show(self, step: str, done: int, total: int) -> None:
        if step != self._last:
            self._console.print(f"{STEP_WORDS.get(step, step)} ...", highlight=False, markup=False)
        self._last = step


class _Bars(Report):
    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._step = ""
        self._task: TaskID | None = None
        self._one_at_a_time = Lock()

    def _tell(self, news: str) -> None:
        self._bars.console.print(news, highlight=False, markup=False, soft_wrap=True)

    def _show(self, step: str, done: int, total: int) -> None:
        with self._one_at_a_time:  # two steps that run beside each other would both take away the same bar
            if step != self._step or self._task is None:
                if self._task is not None:
                    self._bars.remove_task(self._task)
                self._task = self._bars.add_task(f"{STEP_WORDS.get(step, step):32}", total=total or None)
                self._step = step
            self._bars.update(self._task, completed=done, total=total or None)


def _note_engine(ledger: Ledger, told: Mapping[str, Any]) -> None:
    """Writes down on which Spark texts are read, before any of them goes there."""
    ledger.add("engine", settings={**told, "at": origin()})
