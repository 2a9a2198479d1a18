"""The file of one seller, by its own id or by that of the lead about it; names shown only for a reason given."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.downloads import download
from schakel.showing.desk.names import names_asked
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.seller_evidence import timeline_sheet
from schakel.showing.desk.seller_page import seller_of_lead, seller_page
from schakel.showing.desk.together import key_of, words_on
from schakel.showing.desk.visit import Visit
from schakel.showing.uncounted import uncounted
from schakel.store.casebook.book import words_in_force


def seller(visit: Visit) -> Response:
    """One seller with everything that was concluded about it."""
    return _file(visit, visit.path("seller"), visit.path("seller"))


def lead(visit: Visit) -> Response:
    """One lead, on the page of the seller it is about."""
    subject = visit.path("lead")
    try:
        return _file(visit, subject, seller_of_lead(visit.engine, subject))
    except SettingsError as missing:
        raise HTTPException(404) from missing


def names(visit: Visit) -> Response:
    """The same file with names and contacts, for a reason that stands in the ledger before anything is shown."""
    seller_id = visit.path("seller")
    _known(visit, seller_id)
    names_asked(visit, seller_id)
    return _shown(visit, seller_id, names=True)


def timeline(visit: Visit) -> Response:
    """What its accounts offered week by week, as a file."""
    seller_id = visit.path("seller")
    _known(visit, seller_id)
    sheet = timeline_sheet(visit.engine, seller_id)
    if not sheet.rows:
        raise HTTPException(404)
    return download(visit, sheet, {"subject": seller_id})


def _file(visit: Visit, subject: str, seller_id: str) -> Response:
    _known(visit, seller_id)
    return _shown(visit, seller_id, subject=subject)


def _known(visit: Visit, seller_id: str) -> None:
    if not visit.may_see(seller_id):
        raise HTTPException(404)


def _shown(visit: Visit, seller_id: str, *, subject: str = "", names: bool = False) -> Response:
    try:
        seen = seller_page(visit.engine, seller_id, visit.language, names=names)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    if not names:
        visit.looked_at(subject)
    visit.desk.shown.add(visit.who, [row["sha256"] for row in seen.photos])
    accounts = [row["member_id"] for row in seen.members if row["member_kind"] == "account"]
    rows, newest = words_on(visit, seller_id, accounts)
    in_force = {word.verdict_id for word in words_in_force(rows[::-1])}
    newer = (
        uncounted(visit.workspace, visit.desk.book.verdicts().all_verdicts(), [seller_id, *accounts])
        if rows
        else []
    )
    return visit.show(
        "seller.html",
        "queue",
        seen=seen,
        words=[(row, row.verdict_id in in_force) for row in rows[:20]],
        pairs={
            key_of(row.subject, row.other): row for row in rows if row.verdict_id in in_force and row.other
        },
        newest=newest,
        not_counted={row.verdict_id for row in newer},
        key_of=key_of,
        others=visit.desk.book.looks.at(visit.who, seller_id, visit.now()),
        undo=visit.asked("undo") if visit.asked("undo").isdecimal() else "",
        cases=visit.cases_on(seller_id),
    )


SCREEN = Screen(
    "seller",
    (
        Page("/seller/{seller:id}", seller),
        Page("/seller/{seller:id}/timeline.csv", timeline),
        Page("/lead/{lead:id}", lead, "leads"),
        Page("/seller/{seller:id}/names", names, "identity", "POST"),
    ),
)
