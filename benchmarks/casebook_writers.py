"""Eight writers on one casebook, one of them killed again and again.

    python -m benchmarks.casebook_writers --seconds 300
    python -m benchmarks.casebook_writers --seconds 300 --url postgresql+pg8000://user@host/empty_database

Every writer sends numbered acts, each until it is confirmed; the killed one starts again where its own notes end, and
sends again what it does not know to be done. At the end every confirmed act must be there once, and the chain must hold.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from schakel.records.casework import NewCase
from schakel.store.casebook.casework import Casework

_DAY = date(2026, 1, 2)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Acts in the book, confirmed acts that are not there, acts that are there twice, kills, and what the checks say."""

    acts: int
    confirmed: int
    lost: int
    doubled: int
    kills: int
    holds: bool
    hours_add_up: bool
    a_second: float


def hammer(where: Path | str, seconds: float, writers: int = 8, least: int = 0) -> Outcome:
    """Lets `writers` write for so many seconds, and until at least so many acts are confirmed, and counts."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder)
        book = Casework(where, "setter", "bench")
        cases = [book.open_case(_new(n), "bench", act_id=f"case-{n}")[0].case_id for n in range(writers)]
        running = {n: _start(where, notes, n, cases) for n in range(writers)}
        while len(list(notes.glob("*.txt"))) < writers:  # the clock runs from when all are at work
            time.sleep(0.05)
        began = time.time()
        kills = _kill_again_and_again(running, where, notes, cases, seconds)
        while sum(len(note.read_text().split()) for note in notes.glob("*.txt")) < least:
            kills += _kill_again_and_again(running, where, notes, cases, 0.5)
        seconds = time.time() - began
        (notes / "stop").touch()
        for one in running.values():
            one.join()
        failed = [n for n, one in running.items() if one.exitcode != 0]
        if failed:
            raise RuntimeError(f"writers ended with an error: {failed}")
        confirmed = [act for note in sorted(notes.glob("*.txt")) for act in note.read_text().split()]
        outcome = _count(book, confirmed, cases, kills, seconds)
        book.close()
        return outcome


def _kill_again_and_again(
    running: dict[int, ForkServerProcess], where: Path | str, notes: Path, cases: list[str], seconds: float
) -> int:
    chance, kills, end = random.Random(5), 0, time.time() + seconds
    while time.time() < end:
        time.sleep(chance.uniform(0.3, 1.2))
        running[0].kill()
        running[0].join()
        kills += 1
        running[0] = _start(where, notes, 0, cases)
    return kills


def _start(where: Path | str, notes: Path, number: int, cases: list[str]) -> ForkServerProcess:
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])  # a writer that was killed is back in no time
    process = context.Process(target=_write, args=(where, notes, number, cases))
    process.start()
    return process


def _write(where: Path | str, notes: Path, number: int, cases: list[str]) -> None:
    """Writes notes and hours, all writers on all cases, until the end; an act counts as sent only once confirmed."""
    book = Casework(where, f"writer-{number}", "bench")
    note = notes / f"{number}.txt"
    done = len(note.read_text().split()) if note.exists() else 0
    with note.open("a") as confirmed:
        while not (notes / "stop").exists():
            act_id, case = f"w{number}-{done}", cases[(number + done) % len(cases)]
            if done % 2:
                book.hours(case, "digital", 1.0, _DAY, act_id=act_id)
            else:
                book.note(case, f"note {act_id}", act_id=act_id)
            confirmed.write(f"{act_id}\n")
            confirmed.flush()
            done += 1
    book.close()


def _count(book: Casework, confirmed: list[str], cases: list[str], kills: int, seconds: float) -> Outcome:
    written = Counter(act.act_id for act in book.log())
    files = [book.file(case) for case in cases]
    hours = sum(row["hours"] for file in files for row in file.hours)
    notes = Counter(row["text"] for file in files for row in file.notes)
    sent_hours = sum(1 for act in written if act.startswith("w") and int(act.split("-")[1]) % 2)
    doubled = [act for act, times in (written + notes).items() if times > 1]
    return Outcome(
        acts=sum(written.values()),
        confirmed=len(confirmed),
        lost=sum(1 for act in confirmed if act not in written),
        doubled=len(doubled) + (len(confirmed) - len(set(confirmed))),
        kills=kills,
        holds=book.check().holds,
        hours_add_up=hours == sent_hours,
        a_second=len(confirmed) / seconds,
    )


def _new(number: int) -> NewCase:
    return NewCase(f"s_{number}", f"l_{number}", "bench", "landelijk", (f"a_{number}",))


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.casebook_writers", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--url", default="", help="An empty PostgreSQL database; without it a file (SQLite).")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{hammer(options.url or Path(folder) / 'casebook.db', options.seconds)}\n")


if __name__ == "__main__":
    main()
