"""The checks of `schakel audit`: chain, seals, casebook, checkpoints and time stamps."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from schakel.custody.checkpoints import (
    check_checkpoints,
    checkpoints_in,
    new_key,
    read_checkpoint,
    set_checkpoint,
)
from schakel.custody.ledger import Ledger, read_last_entry
from schakel.custody.timestamps import ASKED, STAMPED, read_file, read_time_stamp, time_stamp_request
from schakel.custody.verify import verify_ledger, verify_not_empty, verify_nothing_put_in, verify_seals
from schakel.custody.verify_casebook import CasebookRows, told_of_casebook, verify_casebook, without_entry
from schakel.records.counted import counted
from schakel.records.errors import SealError, SettingsError
from schakel.showing.cli.session import Session, casebook_of, looking
from schakel.store.workspace import Workspace, open_workspace, run_at_work


def verify(root: Path, against: Sequence[Path], as_json: bool) -> None:
    """Checks everything that was sealed, and raises SealError at what does not hold. Nothing is written anywhere."""
    workspace = _to_verify(root)
    report = verify_ledger(workspace.ledger)
    empty = verify_not_empty(workspace.ledger, workspace.sealed)
    faults = [fault for fault in (report.broken, empty) if fault]
    signed, acts, notes = 0, 0, list[str]()
    if not faults:
        faults = list(verify_seals(workspace.ledger, workspace.sealed))
        put_in, notes = _put_in(workspace)
        faults += put_in
        kept = [read_checkpoint(path) for path in against]
        entries = list(Ledger(workspace.ledger, "").entries())
        faults += check_checkpoints(entries, kept)
        signed = len(checkpoints_in(entries))
        book = _casebook(workspace)
        if book.faults:  # what somebody was just writing is whole at a second look; what is changed stays
            stays, book = book.faults, _casebook(workspace)
            faults += [fault for fault in book.faults if fault in stays][:1]
        acts, notes = book.acts, notes + book.notes
    if as_json:
        answer = {"holds": not faults, "entries": report.entries, "head": report.head, "faults": faults}
        more = {"checkpoints": signed, "casebook_acts": acts, "notes": notes}
        sys.stdout.write(json.dumps(answer | more, ensure_ascii=False) + "\n")
    if faults:
        raise SealError(
            " ".join(faults),
            means=_first_ones(report.entries),
            todo="Set this workspace aside, compare it with a copy, and find out who or what changed it.",
        )
    if not as_json:
        sys.stdout.write(
            f"The ledger holds: {counted(report.entries, 'entry', 'entries')}, last hash {report.head}.\n"
            "Every sealed file is unchanged.\n"
            f"The casebook holds: {counted(acts, 'act')}. Signed checkpoints: {signed}.\n"
        )
        sys.stdout.writelines(f"{note}\n" for note in notes)


def _first_ones(entries: int) -> str:
    if entries == 1:
        return "The first entry holds."
    return f"The first {entries} entries hold." if entries else ""


def _put_in(workspace: Workspace) -> tuple[list[str], list[str]]:
    """Files that were put among the sealed ones; while a run seals, only a note that this cannot be told."""
    note = "A run is at work: whether a file was put among the sealed ones can be told when it is done."
    if _at_work(workspace):
        return [], [note]
    found = list(verify_nothing_put_in(workspace.ledger, workspace.sealed))
    return ([], [note]) if found and _at_work(workspace) else (found, [])


def _at_work(workspace: Workspace) -> bool:
    try:
        return run_at_work(workspace)
    except (
        PermissionError
    ):  # who may only read cannot ask; the workspace of another is then checked as it lies
        return False


def _to_verify(root: Path) -> Workspace:
    """The workspace to be checked: also one whose ledger is gone, which is told, or in which nothing was done yet."""
    workspace = Workspace(root.absolute())
    if workspace.sealed.is_dir() or workspace.casebook.exists():
        return workspace
    return open_workspace(root)


def make_key(path: Path) -> None:
    """Makes a signing key and tells its public half."""
    public = new_key(path, passphrase())
    lock = (
        "under SCHAKEL_KEY_PASSPHRASE"
        if passphrase()
        else "without words of passage (set SCHAKEL_KEY_PASSPHRASE)"
    )
    sys.stdout.write(
        f"The key is in {path}, {lock}. Its public half is {public}.\n"
        "Keep the key away from this machine's workspaces, and give the public half to whoever is to check.\n"
    )


def checkpoint(root: Path, key: Path | None, out: Path | None, as_json: bool) -> None:
    """Signs how far ledger and casebook have come."""
    if key is None:
        raise SettingsError("A checkpoint is signed.", todo="Add --key FILE; make one with --new-key FILE.")
    with looking(root) as session:
        desk = session.casework()
        try:
            made = set_checkpoint(session.ledger, desk.head(), key, passphrase())
        finally:
            desk.close()
    written = json.dumps(asdict(made), indent=1, sort_keys=True)
    if out is not None:
        out.write_text(written + "\n", encoding="utf-8")
    if as_json:
        sys.stdout.write(json.dumps(asdict(made)) + "\n")
        return
    kept = f"Keep {out} elsewhere: " if out else "Write it to a file with -o and keep that elsewhere: "
    sys.stdout.write(
        f"Entry {made.seq} and act {made.casebook_act} are signed, key {made.fingerprint}.\n"
        f"{kept}`schakel audit --verify --against FILE` then shows whether the end was cut off or written anew.\n"
    )


def ask_time_stamp(root: Path, out: Path) -> None:
    """Writes a request for a time stamp on the ledger's head."""
    with looking(root) as session:
        head = verify_ledger(session.workspace.ledger)
        out.write_bytes(time_stamp_request(head.head))
        session.ledger.add(ASKED, outputs={"seq": head.entries, "head": head.head})
    sys.stdout.write(
        f"{out} asks for a time stamp on entry {head.entries}. Bring it to your time-stamping authority, and the answer back "
        "with: schakel audit --timestamp-answer FILE\n"
    )


def take_time_stamp(root: Path, answer: Path, certificate: Path | None, as_json: bool) -> None:
    """Checks the answer of an authority and writes in the ledger what it says."""
    with looking(root) as session:
        proof = read_file(certificate) if certificate else b""
        stamped = read_time_stamp(read_file(answer), session.ledger.entries(), proof)
        _keep(session, answer, stamped.answer_sha256)
        session.ledger.add(STAMPED, outputs=asdict(stamped))
    if as_json:
        sys.stdout.write(json.dumps(asdict(stamped)) + "\n")
        return
    checked = (
        "its signature was checked"
        if stamped.signature_checked
        else "its signature was NOT checked: add --tsa-certificate"
    )
    sys.stdout.write(f"Entry {stamped.seq} was there on {stamped.at}; {checked}.\n")


def _keep(session: Session, answer: Path, digest: str) -> None:
    """The answer stays beside the ledger, named by its digest."""
    folder = session.workspace.root / "timestamps"
    folder.mkdir(exist_ok=True)
    (folder / f"{digest}.tsr").write_bytes(read_file(answer))


@dataclass(frozen=True, slots=True)
class _Looked:
    """How many acts the casebook has, what does not hold, and what is told without being a fault."""

    acts: int
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _casebook(workspace: Workspace) -> _Looked:
    """Looks at the casebook.

    1. its own chain of acts is whole
    2. what the ledger wrote down of it stands in it, and the other way round
    3. what stands in its tables is what its acts made of them
    """
    place = casebook_of(workspace)
    own = place == workspace.casebook
    if own and not workspace.casebook.exists():
        told = told_of_casebook(workspace.ledger)
        gone = f"Casebook: it is gone, but entry {told} of the ledger tells of something in it."
        return _Looked(0, [gone] if told else [])
    from schakel.store.casebook.checking import whole_book  # noqa: PLC0415 - a quarter of a second, for who has a casebook

    newest = read_last_entry(
        workspace.ledger
    )  # before the rows are read: what people do meanwhile is no fault
    book = whole_book(place)
    if book.chain.broken:
        return _Looked(book.chain.acts, [f"Casebook: {book.chain.broken}"])
    if own and book.chain.acts and newest is None:
        lost = f"it has {book.chain.acts} acts, but the ledger beside it is empty or gone."
        return _Looked(book.chain.acts, [f"Casebook: {lost}"])
    rows = CasebookRows(
        book.verdicts, book.interventions, book.hashes, book.in_cases, book.by_acts, alone=own
    )
    faults = [*verify_casebook(workspace.ledger, rows, newest.seq if newest else 0), *book.different]
    notes = without_entry(workspace.ledger, rows)
    return _Looked(book.chain.acts, [f"Casebook: {fault}" for fault in faults], notes)


def passphrase() -> str:
    """The words of passage of a key, as SCHAKEL_KEY_PASSPHRASE has them; nothing if it was not set."""
    return os.environ.get("SCHAKEL_KEY_PASSPHRASE", "")
