"""New data may join what cases were opened on: their accounts and contacts are brought up to date, and cases that meet are told."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select

from schakel.records.casework import Case, Change
from schakel.store.casebook.acts import Deed, Signature
from schakel.store.casebook.case_file import as_case
from schakel.store.casebook.case_schema import case_members, cases
from schakel.store.casebook.case_writing import Writing, change
from schakel.store.casebook.deconfliction import tell_each_other


def meet_again(w: Writing, sellers: Mapping[str, Sequence[str]]) -> int:
    """Brings every open case up to date with the sellers as they stand now, and gives how many cases grew.

    `sellers` names the accounts and contacts of each. A case is about every seller that holds one of its members. What it
    gained is an act in its history; two units that come to be on one seller or contact this way are told like any other.
    """
    holder = {member: seller for seller, members in sorted(sellers.items()) for member in members}
    rows = w.connection.execute(select(cases).where(cases.c.state != "closed").order_by(cases.c.case_id))
    open_cases = [as_case(row) for row in rows.mappings()]
    grown = [case for case in open_cases if _grow(w, case, sellers, holder)]
    for case in grown:
        tell_each_other(w.connection, case, _members(w, case), w.signed.at, once=True)
    return len(grown)


def any_open(connection: Connection) -> bool:
    """Whether any case is open."""
    asked = select(cases.c.case_id).where(cases.c.state != "closed").limit(1)
    return connection.execute(asked).first() is not None


def _grow(w: Writing, case: Case, sellers: Mapping[str, Sequence[str]], holder: Mapping[str, str]) -> bool:
    known = _members(w, case)
    about = {holder[member] for member in known if member in holder} | ({case.seller_id} & sellers.keys())
    gained = sorted({member[:300] for seller in about for member in sellers[seller]} - known)
    if not gained:
        return False
    total = str(len(known) + len(gained))
    changes = (Change("accounts and contacts", str(len(known)), total),)
    signed = Signature(w.signed.who, w.signed.origin, w.signed.at)
    deed = Deed("grew", case.case_id, changes, "found in new data", {"of": gained})
    change(Writing(w.connection, signed, w.actor), deed)
    w.connection.execute(
        insert(case_members), [{"case_id": case.case_id, "member": member} for member in gained]
    )
    return True


def _members(w: Writing, case: Case) -> set[str]:
    asked = select(case_members.c.member).where(case_members.c.case_id == case.case_id)
    return set(w.connection.execute(asked).scalars())
