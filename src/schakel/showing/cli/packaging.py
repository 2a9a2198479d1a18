"""`schakel package`: one lead, sealed for whoever it is handed to."""

import json
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from schakel.custody.checkpoints import read_key
from schakel.records.facts import LedgerEntry
from schakel.records.times import written_utc
from schakel.showing.cli.audit_seals import passphrase
from schakel.showing.cli.closing import number_of
from schakel.showing.cli.handing_out import HandingOut
from schakel.showing.cli.outside import must_be_outside
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
    who,
)
from schakel.showing.desk.language import LANGUAGES
from schakel.showing.handover.package.bag import must_be_free
from schakel.showing.handover.package.gathering import Desk, Options
from schakel.showing.handover.package.pack import HandOver, pack
from schakel.showing.handover.package.subject import subject_of
from schakel.showing.permits import permit_hand_over

_PACKAGE = HandingOut(
    "A package is made of a lead.",
    "A package is handed on a ground to somebody for a reason.",
    "Nothing was packed.",
    "to the prosecutor, file 12",
)
_NO_GROUND = "No ground was written down: this workspace keeps none (schakel authorise add)."
_MOST_AROUND = 20  # messages of others before and after each own one: more is a chat, not what stands around


def add_to(app: typer.Typer) -> None:
    """Puts `package` on the command line."""
    app.command(
        "package",
        epilog="Example: schakel package l_0f3a... -o handover.zip --authorisation A-12 "
        '--why "to the prosecutor, file 12" -w case1 (l_...: a lead of schakel plan)',
    )(package)


Lead = Annotated[str, typer.Argument(help="Id of the lead (l_).")]
Out = Annotated[
    Path, typer.Option("-o", "--out", help="Folder to make, or a file that ends in .zip.", show_default=False)
]
Authorisation = Annotated[
    str, typer.Option("--authorisation", help="The ground; it must allow export and identify.")
]
Why = Annotated[str, typer.Option("--why", help="To whom it goes and what for.")]
Context = Annotated[
    int,
    typer.Option(
        "--context",
        help="Messages of others before and after each of the seller's.",
        min=0,
        max=_MOST_AROUND,
    ),
]
Sources = Annotated[
    bool,
    typer.Option("--sources", help="Put the sealed originals in, which hold other people's data too."),
]
Language = Annotated[str, typer.Option("--language", help="Language of the report: nl or en.")]
Pdf = Annotated[bool, typer.Option("--pdf", help="The report as PDF too (needs the extra pdf).")]
Sign = Annotated[
    Path | None, typer.Option("--sign", help="Sign it with this key (schakel audit --new-key makes one).")
]


def package(
    lead: Lead,
    out: Out,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: Authorisation = "",
    why: Why = "",
    context: Context = 2,
    sources: Sources = False,
    language: Language = "nl",
    pdf: Pdf = False,
    sign: Sign = None,
    as_json: JsonOption = False,
) -> None:
    """Packs a lead for whoever it is handed to, sealed: messages, evidence, what speaks against it, what is missing."""
    _asked_well(lead, language)
    if authorisation:
        _PACKAGE.must_say(why)
    options = Options(context, sources, language, pdf)
    with looking(workspace) as session:
        session.must("leads")
        must_be_free(out)
        must_be_outside(out, session.workspace, "Nothing was packed")
        entry = _packed(session, (lead, out), options, (authorisation, why), sign)
    _print(entry, out, as_json)


def _packed(
    session: Session,
    what: tuple[str, Path],
    options: Options,
    ground_and_why: tuple[str, str],
    sign: Path | None,
) -> LedgerEntry:
    (lead, out), (authorisation, why) = what, ground_and_why
    key = read_key(sign, passphrase()) if sign else None
    subject = subject_of(session.engine, lead)
    ground = permit_hand_over(session.asking(), lead, authorisation, why)
    book, work = session.casebook(), session.casework()
    try:
        desk = Desk(session.workspace, session.engine, book.all_verdicts(), work.grounds())
    finally:
        book.close()
        work.close()
    given = HandOver(who(), written_utc(datetime.now(UTC)), why, origin(), ground, key)
    return pack(desk, session.ledger, subject, options, given, out)


def _asked_well(lead: str, language: str) -> None:
    if language not in LANGUAGES:
        raise typer.BadParameter("choose nl or en", param_hint="--language")
    _PACKAGE.must_be_lead(lead)


def _print(entry: LedgerEntry, out: Path, as_json: bool) -> None:
    made = entry.outputs
    if as_json:
        told = {"package": str(out), "ledger_entry": entry.seq, **made}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    lines = (
        f"Packed: {out}, {number_of(made['file_count'], 'file')}, {number_of(made['bytes'], 'byte')}.",
        f"Entry {entry.seq} of the ledger has the digests of its manifests:",
        f"  manifest-sha256.txt     {made['manifest']}",
        f"  tagmanifest-sha256.txt  {made['tagmanifest']}",
        *([f"Signed by the key         {made['signed_by']}"] if made["signed_by"] else []),
        *([] if entry.inputs["authorisation"] else [_NO_GROUND]),
        "Tell the receiver these by another way than the package itself.",
        f"Check it                schakel verify {shlex.quote(str(out))}",
        "Whoever has no Schakel  python verify.py, in the folder of the package",
    )
    sys.stdout.write("\n".join(lines) + "\n")
