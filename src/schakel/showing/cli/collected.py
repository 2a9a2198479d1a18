"""What follows on every collecting: a line in the ledger, and what came goes through intake like any source, or is sealed as it is."""

import shlex
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from schakel.custody.holdings import last_removals
from schakel.custody.seal import seal_file
from schakel.intake.arrival import IntakeOptions, IntakeSummary
from schakel.intake.find_files import find_exports
from schakel.intake.sealing import BROUGHT_BACK, note_brought_back
from schakel.records.errors import CaseError, SettingsError, SourceError
from schakel.showing.cli.collect_words import many, new_messages
from schakel.showing.cli.session import Session, origin, who, writing
from schakel.showing.permits import permit_import

ACT = "collect"
# What pages of posts and files of messages are called in the folder of a run.
_MESSAGES = ("*-posts.html", "chat-*.ndjson")


def told_to_the_ledger(
    session: Session, asked: Mapping[str, Any], came: Mapping[str, Any], how: Mapping[str, Any]
) -> None:
    """Writes into the ledger what was asked on which ground, what came, and how it was asked (with the reason)."""
    session.ledger.add(ACT, inputs=asked, outputs=came, settings=dict(how) | {"at": origin()})


def taken_in(workspace: Path, folder: Path, authorisation: str, *, quiet: bool) -> IntakeSummary | None:
    """Brings the folder of a run in; CaseError that says where it lies and how to take it in later, if that cannot be done now."""
    if not holds_messages(folder):
        with suppress(CaseError):  # while somebody works there; the next command that collects seals it
            brought_in(workspace, folder, authorisation, quiet=quiet)
        return None
    try:
        return brought_in(workspace, folder, authorisation, quiet=quiet)
    except (CaseError, KeyboardInterrupt) as error:
        happened = error.happened if isinstance(error, CaseError) else "it was stopped by hand."
        raise SettingsError(
            f"What was collected was not taken in: {happened}",
            means=f"It is kept, as it was received, in {folder}.",
            todo=f"Later: {how_to_take_in(workspace, [folder], authorisation)}\n"
            "The next schakel collect does that first, unless --no-import is given.",
        ) from error


def brought_in(workspace: Path, folder: Path, authorisation: str, *, quiet: bool) -> IntakeSummary | None:
    """Takes the folder of a run in; one without messages is sealed as it is (None). CaseError if it cannot be done now."""
    with writing(workspace, quiet=quiet, rooms=False) as session:
        if not _can_be_read(folder, session.workspace.root):
            _seal(session, folder, authorisation)
            return None
        permit_import(session.asking(), [folder], authorisation)
        return session.road.intake([folder], IntakeOptions(authorisation=authorisation, brought_by=who()))


def taken(arrived: IntakeSummary) -> str:
    """What came in, in words."""
    counts = (
        f"{new_messages(arrived.new_messages)}, {arrived.known:,} known, {arrived.quarantined:,} set apart"
    )
    return f"{many(arrived.records, 'record')}, {counts}"


def holds_messages(folder: Path) -> bool:
    """Whether a run brought pages of posts or files of messages."""
    return any(any(folder.glob(pattern)) for pattern in _MESSAGES)


def how_to_take_in(workspace: Path, folders: list[Path], authorisation: str, command: str = "intake") -> str:
    """The command that takes folders of runs in, as it can be typed; ID where the ground is not known."""
    ground = authorisation if authorisation and authorisation.isprintable() else "ID"
    return shlex.join(
        ["schakel", command, *map(str, folders), "-w", str(workspace), "--authorisation", ground]
    )


def _can_be_read(folder: Path, root: Path) -> bool:
    if not holds_messages(folder):
        return False
    try:
        find_exports([folder], root)
    except SourceError:
        return False
    return True


def _seal(session: Session, folder: Path, authorisation: str) -> None:
    """Seals the files of a run that brought no messages: what was asked, and that nothing came, is evidence too."""
    files = [
        _sealed(path, folder, session.workspace.sealed)
        for path in sorted(path for path in folder.iterdir() if path.is_file() and not path.is_symlink())
    ]
    settings = {"authorisation": authorisation, "brought_by": who(), "timezone": "", "format": ""}
    gone = dict(last_removals(session.ledger.entries()))
    if note_brought_back(session.ledger, files, gone, settings):
        session.road.report(BROUGHT_BACK, 0, 0)
    session.ledger.add("seal", outputs={"files": files}, settings=settings)


def _sealed(path: Path, folder: Path, where: Path) -> dict[str, Any]:
    sealed = seal_file(path, f"{folder.name}/{path.name}", where)
    return {"name": sealed.name, "sha256": sealed.sha256, "bytes": sealed.bytes, "kind": "collected"}
