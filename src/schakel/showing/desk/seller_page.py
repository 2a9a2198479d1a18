"""What the desk shows of one seller: the lead about it, members, findings, prices, texts, links. Names hidden."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.judging.verbal_scale import ghost_sentence
from schakel.showing.desk.marked_text import hide
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.hidden_names import shown_words
from schakel.showing.printable import masked, one_line, printable
from schakel.showing.seller_file import lead_row, seller_file
from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
_TEMPLATE = 700  # characters of a campaign's text
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One conclusion with the sentence for it and its reasons."""

    finding: Row
    words: str
    words_language: str
    reasons: list[ShownReason]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """Two accounts and the evidence that one person stands behind both."""

    left: str
    right: str
    log10_lr: float
    reasons: list[ShownReason]


@dataclass(frozen=True, slots=True)
class ShownLead:
    """The lead about the seller, the factors of its worth, why it was chosen or waits, and its neighbours."""

    lead: Row
    factors: list[ShownReason]
    notes: list[ShownReason]
    why: list[ShownReason]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SellerPage:
    """Everything of one seller that a page may show."""

    seller_id: str
    lead: ShownLead | None
    ghost: ShownFinding | None
    members: list[Row]
    findings: list[ShownFinding]
    goods: list[Row]
    campaigns: list[Row]
    links: list[ShownLink]


def seller_of_lead(engine: Engine, lead_id: str) -> str:
    """The seller that a lead is about; SettingsError if there is no such lead."""
    return str(lead_row(engine, lead_id)["seller_id"])


def seller_page(engine: Engine, seller_id: str, language: str) -> SellerPage:
    """The page of one seller; SettingsError if there is none with this id."""
    file = seller_file(engine, seller_id)
    findings = [_finding(row, language) for row in file.findings]
    ghosts = [one for one in findings if one.finding["kind"] == "ghost"]
    return SellerPage(
        seller_id=seller_id,
        lead=_lead(engine, seller_id),
        ghost=ghosts[0] if ghosts else None,
        members=[_member(row) for row in file.members],
        findings=[one for one in findings if one.finding["kind"] != "ghost"],
        goods=file.items,
        campaigns=[_campaign(row) for row in file.campaigns],
        links=[
            ShownLink(row["left_id"], row["right_id"], row["log10_lr"], shown_reasons(row["reasons"]))
            for row in file.links
        ],
    )


def _lead(engine: Engine, seller_id: str) -> ShownLead | None:
    found = engine.step(_SQL / "lead_of_seller.sql", parameters={"seller": seller_id})["lead_id"].to_pylist()
    if not found:
        return None
    lead = lead_row(engine, found[0])
    reasons = shown_reasons(lead["reasons"])
    rank = lead["rank"] if lead["rank"] is not None else -1
    places = {"before": rank - 1, "after": rank + 1}
    near = {
        row["rank"]: row["lead_id"]
        for row in engine.step(_SQL / "lead_neighbours.sql", parameters=places).to_pylist()
    }
    return ShownLead(
        lead=lead,
        factors=[reason for reason in reasons if reason.rule not in _NOTES],
        notes=[reason for reason in reasons if reason.rule in _NOTES],
        why=shown_reasons(lead["plan_reasons"]),
        before=near.get(rank - 1),
        after=near.get(rank + 1),
    )


_NOTES = frozenset({"hours", "unit", "national-too"})  # reasons that are no factor of the worth


def _finding(row: Row, language: str) -> ShownFinding:
    reasons = shown_reasons(row["reasons"])
    if row["kind"] != "ghost":
        return ShownFinding(row, shown_words(row["kind"], row["words"]), "en", reasons)
    signs = sum(reason.weight for reason in reasons if reason.rule != "prior")
    return ShownFinding(row, ghost_sentence(signs, language), language, reasons)


def _member(row: Row) -> Row:
    if row["member_kind"] == "account":
        return row | {"shown": one_line(row["member_id"], 60)}
    kind, _, value = row["member_id"].partition(":")
    value = value[:80]
    return row | {"shown": f"{one_line(kind, 20)}:{one_line(masked(value, [(0, len(value))]), 40)}"}


def _campaign(row: Row) -> Row:
    text = row["template"] or ""
    shown = hide(text, [], _TEMPLATE)
    return row | {"shown": printable(shown), "left_out": len(text) - len(shown)}
