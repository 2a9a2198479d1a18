"""Cases: leads that somebody works on, as far as the reader has a need to know of them."""

import secrets
from collections.abc import Callable
from datetime import date

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.deciding.units import every_unit, unit_called
from schakel.records.casework import CASE_VERDICTS
from schakel.records.errors import SettingsError
from schakel.showing.case_start import case_start
from schakel.showing.desk.case_page import case_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.store.casebook.rights import kinds_of_work, states

_LONGEST = 4000
_DIGITS = 9  # of the number of a task; Python refuses to read thousands of them
Act = Callable[[Visit, str, str], None]


def cases(visit: Visit) -> Response:
    """The cases that this person has a need to know of."""
    state = visit.asked("state")
    found = [case for case in visit.casework.cases() if not state or case.state == state]
    visit.done("case-list", {"cases": [case.case_id for case in found]})
    return visit.show("cases.html", "cases", cases=found, state=state, states=tuple(states()))


def open_case(visit: Visit) -> Response:
    """Opens a case on a lead; units with a case on the same seller or contact are told of each other."""
    lead = visit.form.get("lead", "")[:80]
    new = case_start(
        visit.engine,
        lead,
        own_unit=visit.somebody.unit,
        unit=visit.form.get("unit", "")[:60],
        restricted=visit.form.get("restricted") == "yes",
    )
    act_id = secrets.token_hex(16)
    case, heard = visit.casework.open_case(new, _why(visit), act_id=act_id)
    visit.done("case-open", {"case": case.case_id, "lead": lead, "act": act_id})
    return visit.back_to(f"/case/{case.case_id}", "case_heard" if heard else "case_open")


def case(visit: Visit) -> Response:
    """One case: what stands, and everything that was done."""
    case_id = visit.path("case")
    try:
        file = visit.casework.file(case_id)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    visit.done("case-show", {"case": case_id})
    others = visit.desk.book.looks.at(visit.who, case_id, visit.now())
    return visit.show(
        "case.html",
        "cases",
        seen=case_page(file),
        others=others,
        act_id=secrets.token_hex(16),
        further=[one for one in states()[file.case.state] if one != "closed"],
        kinds=kinds_of_work(),
        endings=[one for one in CASE_VERDICTS if one != "handed-over"],
        units=[unit for unit in every_unit() if unit != file.case.unit],
        today=visit.now().date().isoformat(),
    )


def act(visit: Visit) -> Response:
    """One act on a case. What somebody else changed since the page was made is told, and nothing is done."""
    case_id, what = visit.path("case"), visit.form.get("do", "")
    if what not in _ACTS:
        raise HTTPException(400)
    act_id = visit.form.get("act_id", "")[:32] or secrets.token_hex(16)
    _ACTS[what](visit, case_id, act_id)
    visit.done(f"case-{what}", {"case": case_id, "act": act_id})
    known = any(one.case_id == case_id for one in visit.casework.cases())
    return visit.back_to(f"/case/{case_id}" if known else "/cases", "done" if known else "case_gone")


def _why(visit: Visit) -> str:
    return visit.form.get("why", "").strip()[:_LONGEST]


def _text(visit: Visit, name: str) -> str:
    return visit.form.get(name, "").strip()[:_LONGEST]


def _seen(visit: Visit) -> int | None:
    written = visit.form.get("seen", "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else None


def _hours(visit: Visit, case_id: str, act_id: str) -> None:
    try:
        hours = float(_text(visit, "hours").replace(",", "."))
        day = date.fromisoformat(_text(visit, "day"))
    except ValueError:
        raise SettingsError(
            "Hours are a number, and the day a date.", means="Nothing was written.", todo="For example 7.5."
        ) from None
    visit.casework.hours(case_id, _text(visit, "kind"), hours, day, act_id=act_id)


def _task_done(visit: Visit, case_id: str, act_id: str) -> None:
    number = _text(visit, "task")
    known = number.isdecimal() and len(number) <= _DIGITS
    visit.casework.finish_task(case_id, int(number) if known else 0, act_id=act_id)


def _reader(visit: Visit) -> str:
    kind, colon, name = _text(visit, "reader").partition(":")
    return f"unit:{unit_called(name)}" if colon and kind == "unit" else _text(visit, "reader")[:120]


_ACTS: dict[str, Act] = {
    "state": lambda v, case, act: v.casework.set_state(
        case, _text(v, "state"), _why(v), seen=_seen(v), act_id=act
    ),
    "assign": lambda v, case, act: v.casework.assign(
        case, _text(v, "owner"), _why(v), seen=_seen(v), act_id=act
    ),
    "note": lambda v, case, act: v.casework.note(case, _text(v, "text"), act_id=act),
    "task": lambda v, case, act: v.casework.task(
        case, _text(v, "text"), _text(v, "for_whom") or None, act_id=act
    ),
    "task-done": _task_done,
    "hours": _hours,
    "verdict": lambda v, case, act: v.casework.verdict(
        case, _text(v, "verdict"), _why(v), seen=_seen(v), act_id=act
    ),
    "close": lambda v, case, act: v.casework.close_case(
        case, _text(v, "verdict"), _why(v), seen=_seen(v), act_id=act
    ),
    "hand-over": lambda v, case, act: v.casework.hand_over(
        case, unit_called(_text(v, "unit")), _why(v), _text(v, "receiver") or None, act_id=act
    ),
    "let-in": lambda v, case, act: v.casework.let_in(case, _reader(v), _why(v), act_id=act),
    "put-out": lambda v, case, act: v.casework.put_out(case, _reader(v), _why(v), act_id=act),
    "restrict": lambda v, case, act: v.casework.restrict(case, _text(v, "level"), _why(v), act_id=act),
}

SCREEN = Screen(
    "cases",
    (
        Page("/cases", cases, "read"),
        Page("/cases/open", open_case, "open", "POST"),
        Page("/case/{case:id}", case, "read"),
        Page("/case/{case:id}/act", act, "read", "POST"),
    ),
    group="work",
)
