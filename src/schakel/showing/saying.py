"""A human's word on a seller or a pair of accounts, written down the same way from the command line and the desk."""

from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files

import pyarrow as pa

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError, UsageError
from schakel.records.facts import ANSWERS, Answer, Verdict
from schakel.store.casebook.book import Casebook
from schakel.store.engine import Engine

_SQL = files("schakel.showing.sql")


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says: of a seller that it is real or a ghost, of two accounts that they are one person's or not.

    `seen` is the number of the newest verdict on it that its author knew of; None where nobody looked.
    """

    subject: str
    answer: str
    other: str | None = None
    why: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """By whom something is said, at which moment, and from where (program and machine)."""

    by: str
    at: datetime
    origin: str


def say(engine: Engine, book: Casebook, ledger: Ledger, word: Word, said: Said) -> Verdict:
    """The verdict as it was written into casebook and ledger; SettingsError if it cannot be said or is stale."""
    answer = check(engine, word)
    made = book.add_verdict(
        word.subject, answer, other=word.other, by=said.by, at=said.at, why=word.why, seen=word.seen
    )
    _write_down(book, ledger, "verdict", made, said)
    return made


def take_back(book: Casebook, ledger: Ledger, number: int, why: str, said: Said) -> Verdict:
    """The row that takes a verdict back, as it was written into casebook and ledger."""
    made = book.undo(number, by=said.by, at=said.at, why=why)
    _write_down(book, ledger, "undo", made, said)
    return made


def _write_down(book: Casebook, ledger: Ledger, act: str, made: Verdict, said: Said) -> None:
    """The ledger keeps the whole verdict, and how far the casebook's own chain had come: it so vouches for both."""
    number, head = book.head()
    told = asdict(made) | {"casebook": {"act": number, "hash": head}}
    ledger.add(act, outputs=told, settings={"at": said.origin})


def check(engine: Engine, word: Word) -> Answer:
    """The answer, if the word can be said; SettingsError or UsageError if not."""
    for answer in ANSWERS:
        if answer == word.answer:
            _known(engine, [word.subject] + ([word.other] if word.other else []), answer)
            return answer
    raise UsageError(
        f"A verdict is one of {', '.join(ANSWERS)}."
        if word.answer
        else "A verdict needs a subject and an answer.",
        means="Nothing was written.",
        todo="For example: schakel verdict s_0f3a... ghost",
    )


def _known(engine: Engine, subjects: list[str], answer: Answer) -> None:
    if answer in {"same", "not-same"} and len(set(subjects)) != 2:
        raise UsageError(f"{answer} is said of two accounts.", todo=f"schakel verdict A {answer} B")
    if answer in {"real", "ghost"} and len(subjects) != 1:
        raise UsageError(f"{answer} is said of one seller.", todo=f"schakel verdict A {answer}")
    wanted = pa.table({"subject": pa.array(subjects, pa.string())})
    known = set(engine.step(_SQL / "known_subjects.sql", tables={"wanted": wanted})["subject"].to_pylist())
    for subject in subjects:
        if subject not in known:
            raise SettingsError(
                f"There is no seller or account {subject[:80]} in this workspace.",
                means="Nothing was written.",
                todo="schakel plan lists leads and their sellers; schakel show names the accounts of a seller.",
            )
