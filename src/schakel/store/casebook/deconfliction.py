"""Two units on one seller or one contact: those who may know of each other are told.

A restricted case tells nothing of itself: only its own people hear that somebody else has come upon the same seller.
"""

from collections.abc import Collection

from sqlalchemy import Connection, insert, select

from schakel.records.casework import Case, UnderWay
from schakel.store.casebook.case_file import as_case
from schakel.store.casebook.case_schema import case_members, cases, notices

_CHUNK = 500  # values in one question to the database


def tell_each_other(
    connection: Connection, case: Case, members: Collection[str], at: str, *, once: bool = False
) -> list[Case]:
    """Writes a notice to every other open case on the same seller or contact, and to this one.

    Gives the cases that this one may hear of: those that are not restricted. `once`: a notice that a case has already is
    not written again.
    """
    others = [one for one in _touching(connection, case.seller_id, members) if one.case_id != case.case_id]
    heard = []
    for other in others:
        about = "same-seller" if other.seller_id == case.seller_id else "same-contact"
        if case.level == "unit":
            _tell(connection, other, about, case.unit, at, once)
        if other.level == "unit":
            _tell(connection, case, about, other.unit, at, once)
            heard.append(other)
    return heard


def under_way(connection: Connection) -> list[UnderWay]:
    """Every seller and member that a case is or was about. Restricted cases are left out: a plan must not betray them."""
    rows = connection.execute(
        select(cases.c.case_id, cases.c.unit, cases.c.seller_id, cases.c.state, cases.c.way)
        .where(cases.c.level == "unit")
        .order_by(cases.c.case_id)
    ).all()
    known = {row.case_id: (row.unit, row.case_id, row.way if row.state == "closed" else None) for row in rows}
    found = [UnderWay(row.seller_id, *known[row.case_id]) for row in rows]
    members = select(case_members.c.case_id, case_members.c.member).order_by(
        case_members.c.case_id, case_members.c.member
    )
    for case_id, member in connection.execute(members):
        if case_id in known:
            found.append(UnderWay(member, *known[case_id]))
    return found


def _touching(connection: Connection, seller_id: str, members: Collection[str]) -> list[Case]:
    """Open cases about the seller, or with a member in common, by id."""
    wanted = sorted(members)
    found = {
        case_id
        for start in range(0, len(wanted), _CHUNK)
        for (case_id,) in connection.execute(
            select(case_members.c.case_id).where(case_members.c.member.in_(wanted[start : start + _CHUNK]))
        )
    }
    rows = connection.execute(
        select(cases).where(cases.c.state != "closed").order_by(cases.c.case_id)
    ).mappings()
    open_cases = [as_case(row) for row in rows]
    return [case for case in open_cases if case.seller_id == seller_id or case.case_id in found]


def _tell(connection: Connection, to: Case, about: str, unit: str, at: str, once: bool) -> None:
    same = select(notices.c.case_id).where(
        notices.c.case_id == to.case_id, notices.c.about == about, notices.c.unit == unit
    )
    if once and connection.execute(same).first() is not None:
        return
    connection.execute(insert(notices).values(case_id=to.case_id, at=at, about=about, unit=unit))
