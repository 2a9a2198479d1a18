"""`schakel verdict` and `schakel undo`: a human's word, added and never overwritten."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer

from schakel.records.errors import SettingsError
from schakel.records.facts import ANSWERS, Answer, Verdict
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
    who,
)

WhyOption = Annotated[str, typer.Option("--why", help="Your reason, for whoever reads this later.")]


def add_to(app: typer.Typer) -> None:
    """Puts `verdict` and `undo` on the command line."""
    app.command("verdict", epilog='Example: schakel verdict s_0f3a... ghost --why "never came" -w case1')(
        verdict
    )
    app.command("undo", epilog="Example: schakel undo 3 -w case1")(undo)


def verdict(
    subject: Annotated[str, typer.Argument(help="Seller id, or account id for same / not-same.")] = "",
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
            word = _checked(session, subject, answer, other)
            made = book.add_verdict(
                subject, word, other=other or None, by=who(), at=datetime.now(UTC), why=why
            )
        finally:
            book.close()
        session.ledger.add("verdict", outputs=asdict(made), settings={"at": origin()})
        _print([made], as_json)
        _what_next(as_json)


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
            made = book.undo(number, by=who(), at=datetime.now(UTC), why=why)
        finally:
            book.close()
        session.ledger.add("undo", outputs=asdict(made), settings={"at": origin()})
        _print([made], as_json)
        _what_next(as_json)


def _checked(session: Session, subject: str, answer: str, other: str) -> Answer:
    for word in ANSWERS:
        if word == answer:
            _known_subjects(session, [subject] + ([other] if other else []), word)
            return word
    raise SettingsError(
        f"A verdict is one of {', '.join(ANSWERS)}."
        if answer
        else "A verdict needs a subject and an answer.",
        means="Nothing was written.",
        todo="For example: schakel verdict s_0f3a... ghost",
    )


def _known_subjects(session: Session, subjects: list[str], answer: Answer) -> None:
    if answer in {"same", "not-same"} and len(subjects) != 2:
        raise SettingsError(f"{answer} is said of two accounts.", todo=f"schakel verdict A {answer} B")
    sellers = session.engine.read("sellers", ["seller_id", "member_id"])
    known = set(sellers.column("seller_id").to_pylist()) | set(sellers.column("member_id").to_pylist())
    for subject in subjects:
        if subject not in known:
            raise SettingsError(
                f"There is no seller or account {subject} in this workspace.",
                means="Nothing was written.",
                todo="schakel plan lists leads and their sellers; schakel show names the accounts of a seller.",
            )


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


def _what_next(as_json: bool) -> None:
    if not as_json:
        sys.stdout.write("It counts from the next schakel run, link, judge or plan on.\n")
