"""`schakel audit`: the ledger on the screen, searched and reported, and the check that nobody changed it."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.custody.log_search import Asked, found_in, with_reasons
from schakel.custody.yearly_report import yearly_report
from schakel.records.counted import counted
from schakel.records.facts import LedgerEntry
from schakel.showing.cli.audit_seals import ask_time_stamp, checkpoint, make_key, take_time_stamp, verify
from schakel.showing.cli.casebook_door import at_work
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, origin
from schakel.showing.printable import one_line

_Verify = Annotated[
    bool, typer.Option("--verify", help="Check ledger, sealed files, casebook and checkpoints.")
]
_Against = Annotated[
    list[Path] | None,
    typer.Option("--against", help="With --verify: a checkpoint that was kept elsewhere."),
]
_Last = Annotated[int, typer.Option("--last", help="How many of the newest acts to print.")]
_Who = Annotated[str, typer.Option("--who", help="Only acts of this person.")]
_Act = Annotated[str, typer.Option("--act", help="Only this act: show, case-show, seal, refused...")]
_About = Annotated[
    str, typer.Option("--about", help="Only acts on this seller, lead, message, case or file.")
]
_Since = Annotated[str, typer.Option("--since", help="From this day on, as 2026-12-01 (UTC).")]
_Until = Annotated[str, typer.Option("--until", help="Up to and with this day.")]
_Text = Annotated[str, typer.Option("--text", help="Only acts with these words, for example in the reason.")]
_Reads = Annotated[bool, typer.Option("--reads", help="Only looks at data about people.")]
_Names = Annotated[bool, typer.Option("--names", help="Only acts in which names were open.")]
_Report = Annotated[int, typer.Option("--report", help="The yearly report of this year.")]
_NewKey = Annotated[Path | None, typer.Option("--new-key", help="Make a key for checkpoints in this file.")]
_Checkpoint = Annotated[
    bool, typer.Option("--checkpoint", help="Sign how far ledger and casebook have come.")
]
_Key = Annotated[Path | None, typer.Option("--key", help="The key for --checkpoint.")]
_Out = Annotated[Path | None, typer.Option("-o", "--out", help="Write the checkpoint to this file too.")]
_TimestampRequest = Annotated[
    Path | None, typer.Option("--timestamp-request", help="Write a request (RFC 3161) to this file.")
]
_TimestampAnswer = Annotated[
    Path | None,
    typer.Option("--timestamp-answer", help="Take in the answer of a time-stamping authority."),
]
_TsaCertificate = Annotated[
    Path | None,
    typer.Option("--tsa-certificate", help="Root certificate (PEM) to check the answer with."),
]


def add_to(app: typer.Typer) -> None:
    """Puts `audit` on the command line."""
    app.command("audit", epilog="Example: schakel audit --who anna --names --since 2026-11-01 -w case1")(
        audit
    )


def audit(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    verify_: _Verify = False,
    against: _Against = None,
    last: _Last = 20,
    who: _Who = "",
    act: _Act = "",
    about: _About = "",
    since: _Since = "",
    until: _Until = "",
    text: _Text = "",
    reads: _Reads = False,
    names: _Names = False,
    report: _Report = 0,
    new_key: _NewKey = None,
    checkpoint_: _Checkpoint = False,
    key: _Key = None,
    out: _Out = None,
    timestamp_request: _TimestampRequest = None,
    timestamp_answer: _TimestampAnswer = None,
    tsa_certificate: _TsaCertificate = None,
    as_json: JsonOption = False,
) -> None:
    """Who did what, to what, when and why; with --verify, whether ledger, sealed files and casebook are unchanged."""
    if new_key is not None:
        make_key(new_key)
    elif verify_:
        verify(workspace, against or [], as_json)
    elif checkpoint_:
        checkpoint(workspace, key, out, as_json)
    elif timestamp_request is not None:
        ask_time_stamp(workspace, timestamp_request)
    elif timestamp_answer is not None:
        take_time_stamp(workspace, timestamp_answer, tsa_certificate, as_json)
    elif report:
        _report(workspace, report, as_json)
    else:
        _search(workspace, Asked(who, act, about, since, until, text, reads, names), last, as_json)


def _search(workspace: Path, asked: Asked, last: int, as_json: bool) -> None:
    with at_work(workspace) as (session, desk):
        desk.must("read-log")
        entries = with_reasons(session.ledger.entries(), desk.reasons())
        found = list(found_in(entries, asked))
        said = {key: value for key, value in asdict(asked).items() if value}
        session.ledger.add("audit", inputs=said, outputs={"found": len(found)}, settings={"at": origin()})
    shown = found[-last:] if last else []
    if as_json:
        sys.stdout.write(json.dumps([asdict(entry) for entry in shown], ensure_ascii=False) + "\n")
        return
    _print(shown)
    if len(shown) < len(found):
        sys.stdout.write(f"The newest {len(shown)} of {len(found)}; --last N shows more.\n")


def _print(entries: Sequence[LedgerEntry]) -> None:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("nr", "when (UTC)", "who", "act", "what"):
        table.add_column(column, no_wrap=column != "what")
    for entry in entries:
        what = one_line(_words(entry.inputs | entry.settings | entry.outputs), 120)
        table.add_row(str(entry.seq), entry.at, Text(one_line(entry.who, 20)), Text(entry.act), Text(what))
    Console(highlight=False).print(table)


def _words(said: Mapping[str, Any]) -> str:
    """What an act was about, as words: the full record is in --json."""
    told = {name: value for name, value in said.items() if value not in ("", None, [], {}) and name != "act"}
    return "  ".join(
        f"{name} {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in told.items()
    )


def _report(workspace: Path, year: int, as_json: bool) -> None:
    with at_work(workspace) as (session, desk):
        desk.must("read-log")
        found = yearly_report(session.ledger.entries(), year)
        chain = desk.check()
        found["casebook"] = {"acts": chain.acts, "holds": chain.holds}
        session.ledger.add("audit-report", inputs={"year": year}, settings={"at": origin()})
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    for line in _report_lines(found):
        sys.stdout.write(f"{line}\n")


def _report_lines(found: dict[str, Any]) -> list[str]:
    names, reads = found["names_opened"], found["reads"]["all"]
    removals = ", ".join(f"{act} {number}" for act, number in found["removals"].items())
    looks = f"{reads} of them {'a look' if reads == 1 else 'looks'} at data about people ({found['outside_hours']} between 22 and 6 UTC)"
    without = f"{counted(len(names['without_reason']), 'time')} without a reason, {len(names['without_ground'])} without a ground"
    holds = "holds" if found["casebook"]["holds"] else "does NOT hold"
    lines = [
        f"Year {found['year']}: {counted(found['acts'], 'act')}, {looks}.",
        f"Names were opened {counted(names['all'], 'time')}, {without}.",
        f"Refused: {len(found['refused'])}. Checkpoints: {found['checkpoints']}. Removals: {removals}.",
        f"The casebook has {counted(found['casebook']['acts'], 'act')} and {holds}.",
    ]
    for title, numbers in (
        ("By act", found["by_act"]),
        ("Looks by person", found["reads"]["by_person"]),
        ("Names opened by person", names["by_person"]),
        ("Names opened by ground", names["by_ground"]),
        ("Busiest days", found["busiest_days"]),
    ):
        if numbers:
            told = ", ".join(f"{one_line(name, 40)} {number}" for name, number in numbers.items())
            lines.append(f"{title}: {told}")
    for one in found["refused"]:
        lines.append(f"  refused {one['at']} {one_line(one['who'], 30)}: {one_line(one['because'], 160)}")
    return lines
