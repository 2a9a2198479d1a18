"""`schakel retention`: what is due to be removed or destroyed, and doing it with a proof in the ledger."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.custody.holdings import holdings
from schakel.custody.removal import destroy_file, remove_file
from schakel.records.errors import SettingsError
from schakel.records.grounds import Due, Held, Proof
from schakel.showing.cli.casebook_door import WhyOption, in_ledger
from schakel.showing.cli.days import day_or_today
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
    writing,
)
from schakel.showing.cli.whole_commands import in_workspace, suggest
from schakel.showing.printable import one_line
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.grounds import terms_verified

app = typer.Typer(
    help="Terms: what may be held no longer. Nothing is ever removed unasked, and nothing without a line in the ledger.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: schakel retention list -w case1",
)
_FEWEST = 8  # signs that name a file
_UNVERIFIED = (
    "The terms are defaults that nobody verified against the law in force (lexicons/grounds_nl.toml)."
)


def add_to(front: typer.Typer) -> None:
    """Puts `retention` on the command line."""
    front.add_typer(app, name="retention")


@app.command("list", epilog="Example: schakel retention list --on 2027-12-31 -w case1")
def list_(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    on: Annotated[str, typer.Option("--on", help="What will be due on this day (default: today).")] = "",
    as_json: JsonOption = False,
) -> None:
    """Files and closed cases whose term is over, and what is to be done with them."""
    day = day_or_today(on)
    with looking(workspace) as session:
        desk = session.casework()
        try:
            due = desk.due(_held(session), day)
            in_ledger(session, desk, "retention-list", {"on": day.isoformat(), "due": len(due)})
        finally:
            desk.close()
    if as_json:
        answer = {"on": day.isoformat(), "verified": terms_verified(), "due": [_row(one) for one in due]}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        _print(due, day, workspace)


@app.command("apply", epilog='Example: schakel retention apply --why "monthly round" -w case1')
def apply(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    only: Annotated[str, typer.Option("--only", help="Only this file or case (its id).")] = "",
    as_json: JsonOption = False,
) -> None:
    """Removes and destroys what is due today, makes the tables again without it, and gives the proof of each."""
    if not why.strip():
        raise SettingsError("Removing needs a reason.", means="Nothing was removed.", todo='Add --why "..."')
    with writing(workspace, quiet=as_json) as session:
        desk = session.casework()
        try:
            desk.must("apply-terms")
            held = {file.sha256: file for file in _held(session)}
            due = [one for one in desk.due(held.values(), day_or_today("")) if one.what.startswith(only)]
            if only and not due:
                raise SettingsError(
                    f"{only[:64]} is not due today.",
                    means="Nothing was removed.",
                    todo="schakel retention list",
                )
            proofs = [_end(session, desk, one, held, why) for one in due]
        finally:
            desk.close()
        if any(proof.due.kind == "source" for proof in proofs):
            session.road.without_what_was_removed(
                session.verdicts(), session.basis(), session.interventions()
            )
            _no_rows_left(session, proofs)
    _tell(proofs, as_json)


@app.command(
    "keep",
    epilog='Example: schakel retention keep k_5f0c... --until 2027-06-01 --why "appeal" -w case1 (k_...: a case of schakel case list)',
)
def keep(
    what: Annotated[
        str,
        typer.Argument(
            help="The file (sha256, or its first signs) or case, as `retention list` names it.",
            show_default=False,
        ),
    ],
    until: Annotated[str, typer.Option("--until", help="Day until which it is needed.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Keeps something beyond its term, because somebody looked and it is still needed."""
    day = day_or_today(until)
    with looking(workspace) as session:
        desk = session.casework()
        try:
            what = _named(what, [file.sha256 for file in _held(session)])
            desk.keep_longer(what, day, why)
            in_ledger(session, desk, "retention-keep", {"what": what, "until": until}, why)
        finally:
            desk.close()
    if as_json:
        sys.stdout.write(json.dumps({"what": what, "until": until}) + "\n")
    else:
        sys.stdout.write(f"{what} is kept until {until}.\n")


def _named(written: str, files: Sequence[str]) -> str:
    """The file that people mean by the first signs of its sha256; a case by its whole id."""
    found = [digest for digest in files if len(written) >= _FEWEST and digest.startswith(written)]
    if written.startswith("k_") or len(found) == 1:
        return found[0] if found else written
    raise SettingsError(
        f"There is no file {written[:64]} here.",
        means="Nothing was changed.",
        todo="Name it as `schakel retention list` does.",
    )


def _held(session: Session) -> list[Held]:
    return holdings(session.ledger.entries(), session.workspace.sealed)


def _end(session: Session, desk: Casework, due: Due, held: dict[str, Held], why: str) -> Proof:
    """Does what is due, and writes the proof in the ledger."""
    if due.kind == "case":
        found = desk.end_case(due)
        what = {"case": due.what, "term": due.term, "basis": due.basis, "since": due.since.isoformat()}
        number, head = desk.head()
        outputs = {"found": list(found), "casebook": {"act": number, "hash": head}}
        session.ledger.add(
            f"case-{due.action}", inputs=what, outputs=outputs, settings={"why": why, "at": origin()}
        )
        return Proof(due, found)
    file, root = held[due.what], session.workspace.root
    found = remove_file(file, root) if due.action == "remove" else destroy_file(file, root)
    session.ledger.add(
        "removed" if due.action == "remove" else "destroyed",
        inputs={
            "term": due.term,
            "basis": due.basis,
            "since": due.since.isoformat(),
            "authorisation": due.ground_id,
        },
        outputs={
            "files": [{"sha256": file.sha256, "name": file.name, "bytes": file.bytes}],
            "beside": list(file.beside),
            "found": list(found),
        },
        settings={"why": why, "at": origin()},
    )
    return Proof(due, found)


def _no_rows_left(session: Session, proofs: Sequence[Proof]) -> None:
    """The last proof: no row of any source that went is left in the tables that were made again."""
    gone = {proof.due.what for proof in proofs if proof.due.kind == "source"}
    left = {
        name: len(gone & set(session.engine.read(name, ["source_id"]).column("source_id").to_pylist()))
        for name in ("messages", "sources", "quarantine")
    }
    session.ledger.add("removal-checked", inputs={"sources": sorted(gone)}, outputs={"sources_left": left})
    if any(left.values()):
        raise SettingsError(
            "Rows of a source that was removed are still in the tables.",
            means="The removal is not complete.",
            todo="This is a fault in the program; please report it.",
        )


def _print(due: Sequence[Due], day: date, workspace: Path) -> None:
    console = Console(highlight=False)
    if not due:
        console.print(f"Nothing is due on {day}.")
    else:
        table = Table(box=None, padding=(0, 2), pad_edge=False)
        for column in ("what", "name", "to do", "due since", "basis", "term"):
            table.add_column(column, no_wrap=column in {"what", "due since"})
        for one in due:
            name = "" if one.kind == "case" else one_line(one.name, 40)
            cells = (one.what[:16], name, one.action, one.since.isoformat(), one.basis, one.term)
            table.add_row(*(Text(cell) for cell in cells))
        console.print(table)
        suggest(console, f"Do it with: schakel retention apply --why ... {in_workspace(workspace)}")
    if not terms_verified():
        console.print(Text(_UNVERIFIED, "dim"))


def _tell(proofs: Sequence[Proof], as_json: bool) -> None:
    if as_json:
        answer = [{"due": _row(proof.due), "found": list(proof.found)} for proof in proofs]
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return
    if not proofs:
        sys.stdout.write("Nothing was due, and nothing was removed.\n")
    for proof in proofs:
        name = proof.due.what if proof.due.kind == "case" else one_line(proof.due.name, 60)
        sys.stdout.write(f"{proof.due.kind} {name}: {proof.due.action}\n")
        sys.stdout.writelines(f"  {sentence}\n" for sentence in proof.found)


def _row(due: Due) -> dict[str, str]:
    return {key: str(value) for key, value in asdict(due).items()}
