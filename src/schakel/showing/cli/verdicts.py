"""`schakel verdict` and `schakel undo`: a human's word, added and never overwritten."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from schakel.records.facts import Verdict
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    WorkspaceOption,
    looking,
    origin,
    who,
)
from schakel.showing.saying import Said, Word, say, take_back
from schakel.showing.seller_file import lead_row

WhyOption = Annotated[str, typer.Option("--why", help="Your reason, for whoever reads this later.")]


def add_to(app: typer.Typer) -> None:
    """Puts `verdict` and `undo` on the command line."""
    app.command(
        "verdict",
        epilog='Example: schakel verdict s_0f3a... ghost --why "never came" -w case1 (s_...: a seller of schakel plan)',
    )(verdict)
    app.command("undo", epilog="Example: schakel undo 3 -w case1")(undo)


def verdict(
    subject: Annotated[
        str, typer.Argument(help="Id of a seller or of its lead, or account id for same / not-same.")
    ] = "",
    answer: Annotated[str, typer.Argument(help="same, not-same, real, ghost or unsure.")] = "",
    other: Annotated[str, typer.Argument(help="The second account id, for same / not-same.")] = "",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    list_: Annotated[bool, typer.Option("--list", help="Print all verdicts.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Writes down what you know: a seller is real or a ghost; two accounts are the same person's or not."""
    with looking(workspace) as session:
        book = session.casebook()
        try:
            if list_:
                session.must("leads")
                session.ledger.add("list", inputs={"what": "verdicts"}, settings={"at": origin()})
                _print(book.all_verdicts(), as_json)
                return
            if subject.startswith("l_"):  # a verdict on a lead is one on whom it is about
                subject = lead_row(session.engine, subject)["seller_id"]
            word = Word(subject, answer, other or None, why)
            made = say(session.engine, book, session.ledger, word, Said(who(), datetime.now(UTC), origin()))
        finally:
            book.close()
        _print([made], as_json)
        _what_next(made.other, as_json)


def undo(
    number: Annotated[int, typer.Argument(help="Number of the verdict to take back.")],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Takes a verdict back by adding one more row; the old row stays."""
    with looking(workspace) as session:
        book = session.casebook()
        try:
            before = {row.verdict_id: row for row in book.all_verdicts()}
            made = take_back(book, session.ledger, number, why, Said(who(), datetime.now(UTC), origin()))
        finally:
            book.close()
        _print([made], as_json)
        _what_next(before[number].other, as_json)


def _print(rows: list[Verdict], as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
        return
    if not rows:
        sys.stdout.write("No verdicts yet.\n")
    for row in rows:
        about = row.subject if row.other is None else f"{row.subject} and {row.other}"
        said = f"takes back verdict {row.undoes}" if row.undoes else row.answer
        sys.stdout.write(f"{row.verdict_id}  {row.at}  {row.by}  {about}: {said}  {row.why}\n")


def _what_next(other: str | None, as_json: bool) -> None:
    if not as_json:
        sys.stdout.write(f"{counts_from(other)}\n")


def counts_from(other: str | None) -> str:
    """From when on a verdict counts: one on a seller is obeyed by judging, one on a pair of accounts by linking."""
    if other is None:
        return "It counts from the next schakel run on; or after schakel judge, and in leads and plan after schakel decide."
    return "It counts from the next schakel run on; or after schakel link, judge and decide, in that order."
