"""A human's word, from the queue and from the file of a seller: said, taken back, or said of many at once."""

from starlette.responses import JSONResponse, Response

from schakel.records.errors import SettingsError, StaleError
from schakel.records.facts import Verdict
from schakel.showing.desk.sayings import in_language
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.showing.saying import Word, check, say, take_back

_LONGEST_REASON = 2000


def verdict(visit: Visit) -> Response:
    """Writes a verdict down; what somebody else wrote since the page was made is told, and nothing is written."""
    word = Word(
        subject=visit.form.get("subject", "")[:80],
        answer=visit.form.get("answer", "")[:20],
        other=visit.form.get("other", "")[:80] or None,
        why=visit.form.get("why", "")[:_LONGEST_REASON],
        seen=_whole(visit.form.get("seen", "")),
    )
    try:
        made = say(visit.engine, visit.desk.book.verdicts(), visit.ledger, word, visit.saying)
    except StaleError as stale:
        if not visit.wants_json:
            raise
        ahead = visit.desk.book.verdicts().newest(word.subject, word.other)
        told = in_language(stale.diagnostics(), visit.language)
        return JSONResponse({"error": "stale", "details": told.text, "newest": _told(ahead)}, 409)
    return _answer(visit, made)


def undo(visit: Visit) -> Response:
    """Takes a verdict back by one more row."""
    number = _whole(visit.form.get("number", ""))
    if number is None:
        raise SettingsError("There is no verdict without a number.", means="Nothing was changed.")
    why = visit.form.get("why", "")[:_LONGEST_REASON]
    return _answer(visit, take_back(visit.desk.book.verdicts(), visit.ledger, number, why, visit.saying))


def many(visit: Visit) -> Response:
    """The same word on each of the chosen leads; those that somebody else judged meanwhile are left as they are."""
    chosen = visit.all_of("subject")
    if not chosen:
        raise SettingsError("No lead was chosen.", means="Nothing was written.", todo="Tick some first.")
    words = [_on(visit, one) for one in chosen]
    for word in words:  # all before the first is written: a refusal says that nothing was
        check(visit.engine, word)
    ahead = 0
    for word in words:
        try:
            say(visit.engine, visit.desk.book.verdicts(), visit.ledger, word, visit.saying)
        except StaleError:
            ahead += 1
    return visit.back_to(_back(visit), "many_some" if ahead else "many")


def _on(visit: Visit, chosen: str) -> Word:
    subject, _, seen = chosen.partition(" ")
    return Word(subject, visit.form.get("answer", ""), None, visit.form.get("why", ""), _whole(seen))


def _answer(visit: Visit, made: Verdict) -> Response:
    if visit.wants_json:
        return JSONResponse(_told(made))
    if made.undoes is not None:
        return visit.back_to(_back(visit), "undone")
    return visit.back_to(_back(visit), "verdict", undo=str(made.verdict_id))


def _told(made: Verdict | None) -> dict[str, object]:
    if made is None:
        return {}
    return {
        "verdict_id": made.verdict_id,
        "subject": made.subject,
        "other": made.other,
        "answer": "" if made.undoes is not None else made.answer,
        "by": made.by,
        "at": made.at,
        "undoes": made.undoes,
    }


def _back(visit: Visit) -> str:
    """Where the form stood: a page of the desk without its question, or the queue."""
    back = visit.form.get("back", "")
    return back if back.startswith(("/seller/", "/lead/", "/queue")) else "/queue"


def _whole(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else None


SCREEN = Screen(
    "verdict",
    (
        Page("/verdict", verdict, "verdict", "POST"),
        Page("/verdict/undo", undo, "verdict", "POST"),
        Page("/verdict/many", many, "verdict", "POST"),
    ),
)
