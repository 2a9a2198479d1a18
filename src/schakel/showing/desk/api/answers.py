"""What the API answers: the same facts as the pages show, without names, and each look in the ledger."""

from dataclasses import asdict
from typing import Any

import msgspec
import pyarrow.compute as pc

from schakel.records.errors import SettingsError
from schakel.records.facts import Verdict as Row
from schakel.showing.desk.api import shapes
from schakel.showing.desk.api.reasons import reasons_of
from schakel.showing.desk.marked_text import hide
from schakel.showing.desk.message_page import seller_of
from schakel.showing.desk.queue import Filters, queue_page
from schakel.showing.desk.reasons import shown_reasons
from schakel.showing.desk.seller_page import seller_page
from schakel.showing.desk.together import known_to, words_on
from schakel.showing.desk.visit import Visit
from schakel.showing.known_names import known_names
from schakel.showing.printable import one_line
from schakel.showing.saying import Word, say, take_back
from schakel.showing.seller_file import lead_row, message_file

_TEXT = 4000
Asked = Any


def leads(visit: Visit, asked: shapes.LeadsAsked) -> shapes.Leads:
    """Leads in the order of the plan."""
    filters = Filters(asked.unit, asked.state, asked.commodity, asked.scale, asked.judged)
    found = queue_page(visit.engine, filters, asked.page, known_to(visit), size=asked.size)
    visit.looked(
        "list",
        {"what": "leads", "page": found.page},
        outputs={"leads": [row.lead["lead_id"] for row in found.rows]},
    )
    return shapes.Leads(found.found, found.page, [_lead(row) for row in found.rows])


def seller(visit: Visit, _: Asked) -> shapes.Seller:
    """The file of one seller."""
    return _seller(visit, visit.path("seller"))


def seller_of_lead(visit: Visit, _: Asked) -> shapes.Seller:
    """The file of the seller that a lead is about."""
    return _seller(visit, str(lead_row(visit.engine, visit.path("lead"))["seller_id"]))


def message(visit: Visit, _: Asked) -> shapes.Message:
    """One message with what was read in it."""
    found = message_file(visit.engine, visit.path("message"))
    row = found.message
    own = [one for one in found.selectors if one["message_id"] == row["message_id"]]
    text = row["text"] or ""
    shown = hide(text, [(one["start"], one["end"]) for one in own], _TEXT, known_names(visit.engine))
    read = found.readings[0] if found.readings else {"act": None, "score": None}
    visit.looked_at(row["message_id"])
    return shapes.Message(
        message_id=row["message_id"],
        chat_id=row["chat_id"],
        number=row["tg_id"],
        account_id=row["account_id"],
        seller_id=seller_of(visit.engine, row["account_id"]),
        sent_at=row["sent_at"],
        text=shown,
        left_out=len(text) - len(shown),
        act=read["act"],
        score=read["score"],
        items=[_filled(shapes.Item, item) for item in found.items],
    )


def plan(visit: Visit, asked: shapes.PlanAsked) -> shapes.Plan:
    """The plan: what is chosen for the hours, what waits, and why."""
    every = visit.engine.read("plan")
    if asked.unit:
        every = every.filter(pc.equal(every["unit"], asked.unit))
    if asked.chosen:
        every = every.filter(pc.equal(every["chosen"], asked.chosen == "yes"))
    wanted = every.sort_by([("rank", "ascending"), ("lead_id", "ascending")]).to_pylist()
    visit.looked("show-plan", {"unit": asked.unit}, outputs={"leads": len(wanted)})
    return shapes.Plan(
        [
            _filled(shapes.PlanRow, row | {"reasons": reasons_of(shown_reasons(row["reasons"]))})
            for row in wanted
        ]
    )


def verdicts(visit: Visit, asked: shapes.VerdictsAsked) -> shapes.Verdicts:
    """Rows of the book of verdicts after one number."""
    rows = [row for row in visit.desk.book.verdicts().all_verdicts() if row.verdict_id > asked.after]
    visit.looked("list", {"what": "verdicts"})
    return shapes.Verdicts([_verdict(row) for row in rows[: asked.size]])


def new_verdict(visit: Visit, asked: shapes.NewVerdict) -> shapes.Verdict:
    """Writes a verdict down, as it then stands."""
    word = Word(asked.subject, asked.answer, asked.other, asked.why, asked.seen)
    return _verdict(say(visit.engine, visit.desk.book.verdicts(), visit.ledger, word, visit.saying))


def undo(visit: Visit, asked: shapes.Undo) -> shapes.Verdict:
    """Takes a verdict back by one more row."""
    number = int(visit.path("number"))
    return _verdict(take_back(visit.desk.book.verdicts(), visit.ledger, number, asked.why, visit.saying))


def _seller(visit: Visit, seller_id: str) -> shapes.Seller:
    if not visit.may_see(seller_id):
        raise SettingsError(f"There is no seller {seller_id} for you.")
    seen = seller_page(visit.engine, seller_id, visit.language)
    visit.looked_at(seller_id)
    accounts = [row["member_id"] for row in seen.members if row["member_kind"] == "account"]
    every = [*seen.findings, *([seen.ghost] if seen.ghost else [])]
    return shapes.Seller(
        seller_id=seller_id,
        lead_id=seen.lead.lead["lead_id"] if seen.lead else None,
        members=[
            shapes.Member(
                row["member_kind"], row["shown"], row["offers"] or 0, row["first_seen"], row["last_seen"]
            )
            for row in seen.members
        ],
        findings=[
            _filled(shapes.Finding, one.finding | {"words": one.words, "reasons": reasons_of(one.reasons)})
            for one in every
        ],
        links=[
            shapes.Link(one.left, one.right, one.log10_lr, reasons_of(one.reasons))
            for one in (*seen.links, *seen.apart)
        ],
        prices=[_filled(shapes.Price, row) for row in seen.goods],
        verdicts=[_verdict(row) for row in words_on(visit, seller_id, accounts)[0]],
        identity_leads=dict(seen.slips),
    )


def _lead(row: Any) -> Any:
    lead = row.lead
    return _filled(
        shapes.Lead,
        lead
        | {
            "title": one_line(lead["title"] or "", 120),
            "chosen": bool(lead["chosen"]),
            "why": reasons_of(row.why),
            "verdict": row.word.answer if row.word else None,
            "newest_verdict": row.newest,
        },
    )


def _verdict(row: Row) -> shapes.Verdict:
    return shapes.Verdict(**asdict(row))


def _filled(shape: Any, row: dict[str, Any]) -> Any:
    return shape(**{field.name: row[field.name] for field in msgspec.structs.fields(shape)})
