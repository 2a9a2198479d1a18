"""Who is at what: a page that is open says so every half minute, and hears who else is there."""

from collections.abc import Sequence

from starlette.responses import JSONResponse, Response

from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.showing.printable import one_line

_MOST = 100


def here(visit: Visit) -> Response:
    """Notes that this person is at `subject`, and names the others there and at each of `also`.

    Of a case that this person has no need to know of nothing is noted or told.
    """
    sent = visit.form.get("subject", "")[:64]
    known = _known(visit, [sent, *(one[:64] for one in visit.all_of("also")[:_MOST])])
    subject = sent if sent in known else ""
    others = {}
    if subject:
        visit.desk.book.looks.at(visit.who, subject, visit.now())
    found = visit.desk.book.looks.others_at(visit.who, known, visit.now())
    others = {one: [one_line(name, 40) for name in names] for one, names in found.items()}
    newest = {}
    if subject:
        last = visit.desk.book.verdicts().newest(subject)
        newest = {"verdict_id": last.verdict_id, "by": one_line(last.by, 40)} if last else {}
    return JSONResponse({"others": others, "newest": newest})


def _known(visit: Visit, subjects: Sequence[str]) -> set[str]:
    """The subjects without the cases that this person may not know of."""
    asked = set(subjects) - {""}
    cases = {one for one in asked if one.startswith("k_")}
    return asked - (cases - {case.case_id for case in visit.casework.cases()}) if cases else asked


SCREEN = Screen("here", (Page("/here", here, "leads", "POST"),))
