"""What the people at the desk did and do: words in force, what each saw, who is at what now."""

from collections.abc import Mapping, Sequence

from schakel.records.facts import Verdict
from schakel.showing.desk.queue import Known
from schakel.showing.desk.visit import Visit
from schakel.store.casebook.book import words_in_force

PAIRS = ("same", "not-same")


def known_to(visit: Visit) -> Known:
    """What the queue shows of people: words in force, newest rows, what this person saw, and who is there now."""
    rows = visit.desk.book.verdicts().all_verdicts()
    return Known(
        words={word.subject: word for word in words_in_force(rows) if word.other is None},
        newest={row.subject: row.verdict_id for row in rows if row.other is None},
        seen=visit.desk.book.looks.seen(visit.who),
        others=lambda sellers: visit.desk.book.looks.others_at(visit.who, sellers, visit.now()),
    )


def own_words(visit: Visit, known: Known) -> list[int]:
    """The numbers of this person's words on sellers since they came in that are in force, the newest last."""
    since = visit.session.began_at if visit.session else ""
    return sorted(
        word.verdict_id for word in known.words.values() if word.by == visit.who and word.at >= since
    )


def words_on(visit: Visit, seller: str, members: Sequence[str]) -> tuple[list[Verdict], Mapping[str, int]]:
    """Every row on a seller or on pairs of its accounts, newest first, and the newest number by subject or pair."""
    mine = frozenset(members)
    rows = [
        row
        for row in visit.desk.book.verdicts().all_verdicts()
        if row.subject == seller or row.subject in mine or row.other in mine
    ]
    newest = {key_of(row.subject, row.other): row.verdict_id for row in rows}
    return rows[::-1], newest


def key_of(subject: str, other: str | None) -> str:
    """One name for a subject, or for a pair in whichever order."""
    return " ".join(sorted(part for part in (subject, other) if part))
