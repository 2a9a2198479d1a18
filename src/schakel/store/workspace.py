"""The workspace folder: where everything of one case file lives, and the lock that keeps two runs apart."""

import fcntl
import os
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from schakel.records.errors import WorkspaceError


@dataclass(frozen=True, slots=True)
class Workspace:
    """Paths of one workspace. Only `sealed`, `ledger` and `casebook` cannot be made again."""

    root: Path

    @property
    def sealed(self) -> Path:
        """Originals, named by their sha256."""
        return self.root / "sealed"

    @property
    def removed(self) -> Path:
        """Originals out of use, named by their sha256, until they are destroyed."""
        return self.root / "removed"

    @property
    def collected(self) -> Path:
        """What was collected, a folder a run: as it was received, with a line for every request."""
        return self.root / "collected"

    @property
    def tables(self) -> Path:
        """Parquet tables, made from the sealed files."""
        return self.root / "tables"

    @property
    def stamps(self) -> Path:
        """What each step was made from, so that a second run does only what is new."""
        return self.root / "stamps"

    @property
    def staging(self) -> Path:
        """Half-made files; emptied at the start of each run."""
        return self.root / "staging"

    @property
    def index(self) -> Path:
        """By-products, such as the search index; made again when the tables have changed."""
        return self.root / "index"

    @property
    def kept(self) -> Path:
        """By-products of the steps: what they found in each part, so that a later run looks at new parts only."""
        return self.root / "kept"

    @property
    def search(self) -> Path:
        """The search index."""
        return self.index / "search"

    @property
    def rows(self) -> Path:
        """Rows of the tables as pages look them up."""
        return self.index / "rows"

    @property
    def gathered(self) -> Path:
        """Answers of questions that pages ask, for all they may be asked about."""
        return self.index / "gathered"

    @property
    def ledger(self) -> Path:
        """The hash-chained log of every act."""
        return self.root / "ledger.jsonl"

    @property
    def casebook(self) -> Path:
        """Human verdicts and notes."""
        return self.root / "casebook.db"

    @property
    def pseudonym_key(self) -> Path:
        """The secret that pseudonyms are made with, once any went out."""
        return self.root / "pseudonyms.key"

    @property
    def settings(self) -> Path:
        """Settings of this workspace, if its people wrote any."""
        return self.root / "schakel.toml"


def create_workspace(root: Path) -> Workspace:
    """The workspace at `root`, made if it is not there; a folder with other content is refused."""
    workspace = Workspace(root.absolute())
    known = {p.name for p in (workspace.sealed, workspace.tables, workspace.ledger, workspace.casebook)}
    _can_be_looked_into(root)
    if root.exists() and not root.is_dir():
        raise WorkspaceError(f"{root} is a file, not a folder.", todo="Name another folder with -w.")
    if root.is_dir() and any(root.iterdir()) and not known & {p.name for p in root.iterdir()}:
        raise WorkspaceError(
            f"{root} holds other files and is not a workspace.",
            means="Nothing was written there.",
            todo="Name an empty or new folder with -w.",
        )
    try:
        for folder in (workspace.sealed, workspace.tables, workspace.stamps, workspace.staging):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"No workspace can be made at {root}: {error.strerror}.",
            means="Nothing was done.",
            todo="Name a folder with -w in which you may write, on a disk with room.",
        ) from error
    return workspace


def without_the_right(workspace: Workspace) -> Path | None:
    """The first of what every command must write (ledger, casebook, folder) that this user may not; None if there is none."""
    lock = workspace.root / f".{workspace.ledger.name}.lock"
    for path in (workspace.ledger, workspace.casebook, lock, workspace.root):
        if path.exists() and not os.access(path, os.R_OK | os.W_OK):
            return path
    return None


def open_workspace(root: Path) -> Workspace:
    """The workspace at `root`; WorkspaceError if there is none."""
    workspace = Workspace(root.absolute())
    _can_be_looked_into(root)
    if not workspace.ledger.exists():
        raise WorkspaceError(
            f"There is no workspace at {root}.",
            todo=f"Start one with: schakel run EXPORT -w {shlex.quote(str(root))}",
        )
    return workspace


def _can_be_looked_into(root: Path) -> None:
    """Nothing, if it can be told whether there is a workspace; else WorkspaceError."""
    _named_in_utf8(root)
    try:
        if root.is_dir():
            os.stat(root / "ledger.jsonl")  # noqa: PTH116 - Path.exists tells no reason
            next(root.iterdir(), None)
        else:
            os.stat(root)  # noqa: PTH116 - see above
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no name of a folder"
        raise WorkspaceError(
            f"The workspace {root} cannot be looked into: {why}.",
            means="Nothing was done or shown.",
            todo="Check the path after -w, and your rights there.",
        ) from error


def _named_in_utf8(root: Path) -> None:
    """Nothing, if engines and databases can open files there: they know names of files in UTF-8 only; else WorkspaceError."""
    try:
        str(root.absolute()).encode()
    except UnicodeEncodeError:
        shown = os.fsencode(root.absolute()).decode(errors="replace")
        raise WorkspaceError(
            f"The name of the folder {shown} is not written in UTF-8.",
            means="Nothing was done or shown: the files in it could not be opened by every part of this program.",
            todo="Give it, or the folder that it lies in, another name.",
        ) from None


def run_at_work(workspace: Workspace) -> bool:
    """Whether a run writes tables now."""
    try:
        lock = os.open(workspace.root / ".lock", os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


@contextmanager
def working_in(workspace: Workspace) -> Iterator[Workspace]:
    """The workspace, locked for one writer and with an empty staging folder; refused while another run works."""
    lock = os.open(workspace.root / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkspaceError(
                f"Another run is at work in {workspace.root}.",
                means="Two runs at once would disturb each other, so this one did nothing.",
                todo="Wait until the other has ended, or name another workspace with -w.",
            ) from None
        shutil.rmtree(workspace.staging, ignore_errors=True)
        workspace.staging.mkdir(parents=True, exist_ok=True)
        yield workspace
    finally:
        os.close(lock)
