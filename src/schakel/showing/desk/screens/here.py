"""Who is at what: a page that is open says so every half minute, and hears who else is there."""

from starlette.responses import JSONResponse, Response

from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.showing.printable import one_line

_MOST = 100


def here(visit: Visit) -> Response:
    """Notes that this person is at `subject`, and names the others there and at each of `also`."""
    subject = visit.form.get("subject", "")[:64]
    others = {}
    if subject:
        visit.desk.book.looks.at(visit.who, subject, visit.now())
    asked = [one[:64] for one in visit.all_of("also")[:_MOST]] + ([subject] if subject else [])
    found = visit.desk.book.looks.others_at(visit.who, asked, visit.now())
    others = {one: [one_line(name, 40) for name in names] for one, names in found.items()}
    newest = {}
    if subject:
        last = visit.desk.book.verdicts().newest(subject)
        newest = {"verdict_id": last.verdict_id, "by": one_line(last.by, 40)} if last else {}
    return JSONResponse({"others": others, "newest": newest})


SCREEN = Screen("here", (Page("/here", here, "leads", "POST"),))
