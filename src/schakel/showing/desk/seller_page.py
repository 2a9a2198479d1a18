"""What the desk shows of one seller: the lead about it, members, findings, prices, texts, links. Names hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.judging.verbal_scale import ghost_sentence
from schakel.showing.desk.identity_page import kinds_of_slips
from schakel.showing.desk.marked_text import template_pieces
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.desk.seller_evidence import (
    Ad,
    Chain,
    Timeline,
    ads,
    chains,
    photos,
    selector_use,
    timeline,
)
from schakel.showing.hidden_names import shown_words
from schakel.showing.printable import masked, one_line
from schakel.showing.seller_file import SellerFile, about, hidden_templates, lead_row, seller_file
from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
_MOST_AGAINST, _MOST_APART = (
    20,
    10,
)  # what is doubtful of the seller itself comes first, and is not crowded out
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
class Counter:
    """A reason that speaks against a conclusion; `about` is the conclusion's kind and `label` its outcome."""

    about: str
    label: str
    reason: ShownReason


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
    links: list[ShownLink]  # between its own accounts
    apart: list[ShownLink]  # with accounts that are not this seller's
    against: list[Counter]
    chains: list[Chain]
    timeline: Timeline
    ads: list[Ad]
    photos: list[Row]
    slips: list[tuple[str, int]]
    names: bool


def seller_of_lead(engine: Engine, lead_id: str) -> str:
    """The seller that a lead is about; SettingsError if there is no such lead."""
    return str(lead_row(engine, lead_id)["seller_id"])


def seller_page(engine: Engine, seller_id: str, language: str, *, names: bool = False) -> SellerPage:
    """The page of one seller; SettingsError if there is none with this id. `names` shows them, for a reason given."""
    file = seller_file(engine, seller_id)
    findings = [_finding(row, language, names) for row in file.findings]
    ghosts = [one for one in findings if one.finding["kind"] == "ghost"]
    links, apart = _links(file, names)
    use = selector_use(engine, seller_id)
    hidden = {} if names else hidden_templates(engine, file.campaigns)
    return SellerPage(
        seller_id=seller_id,
        lead=_lead(engine, seller_id, names),
        ghost=ghosts[0] if ghosts else None,
        members=[_member(row, names) | {"use": use.get(row["member_id"])} for row in file.members],
        findings=[one for one in findings if one.finding["kind"] != "ghost"],
        goods=file.items,
        campaigns=[_campaign(row, hidden) for row in file.campaigns],
        links=links,
        apart=apart,
        against=_against(ghosts, links, apart),
        chains=chains(file.members, file.links),
        timeline=timeline(engine, seller_id),
        ads=ads(engine, seller_id, names=names),
        photos=photos(engine, seller_id),
        slips=kinds_of_slips(file.identity),
        names=names,
    )


def _links(file: SellerFile, names: bool) -> tuple[list[ShownLink], list[ShownLink]]:
    """The links between accounts of the seller, and those with accounts that were kept apart from it."""
    own = {row["member_id"] for row in file.members}
    both: tuple[list[ShownLink], list[ShownLink]] = ([], [])
    for row in file.links:
        left, right = row["left_id"], row["right_id"]
        shown = ShownLink(left, right, row["log10_lr"], shown_reasons(row["reasons"], names=names))
        both[not {left, right} <= own].append(shown)
    return both


def _against(ghosts: list[ShownFinding], links: list[ShownLink], apart: list[ShownLink]) -> list[Counter]:
    """The reasons that speak against what was concluded: signs of the other kind, what weakens a link, and what speaks
    for one that was not made.
    """
    out = []
    for one in ghosts:
        side = 1 if one.finding["label"] == "ghost" else -1
        out += [
            Counter("ghost", one.finding["label"], reason)
            for reason in one.reasons
            if reason.rule != "prior" and side * reason.weight < 0
        ]
    out += _counters("same-seller", links, 1)
    return _weightiest(out, _MOST_AGAINST) + _weightiest(_counters("other-seller", apart, -1), _MOST_APART)


def _counters(kind: str, links: list[ShownLink], side: int) -> list[Counter]:
    return [
        Counter(kind, f"{link.left[:10]} \u2013 {link.right[:10]}", reason)
        for link in links
        for reason in link.reasons
        if side * reason.weight < 0
    ]


def _weightiest(told: list[Counter], most: int) -> list[Counter]:
    return sorted(told, key=lambda one: (-abs(one.reason.weight), one.about, one.reason.rule))[:most]


def _lead(engine: Engine, seller_id: str, names: bool) -> ShownLead | None:
    found = about(engine, _SQL / "lead_of_seller.sql", "seller", seller_id)
    if not found:
        return None
    lead = lead_row(engine, found[0]["lead_id"])
    reasons = shown_reasons(lead["reasons"], names=names)
    near = about(engine, _SQL / "lead_neighbours.sql", "lead", lead["lead_id"])
    return ShownLead(
        lead=lead,
        factors=[reason for reason in reasons if reason.rule not in _NOTES],
        notes=[reason for reason in reasons if reason.rule in _NOTES],
        why=shown_reasons(lead["plan_reasons"], names=names),
        before=near[0]["before"] if near else None,
        after=near[0]["after"] if near else None,
    )


_NOTES = frozenset({"hours", "unit", "national-too"})  # reasons that are no factor of the worth


def _finding(row: Row, language: str, names: bool) -> ShownFinding:
    reasons = shown_reasons(row["reasons"], names=names)
    if row["kind"] != "ghost":
        own = bool(row.get(f"words_{language}"))
        told = row[f"words_{language}"] if own else row["words"]
        words = one_line(told or "", 300) if names else shown_words(row["kind"], told)
        return ShownFinding(row, words, language if own else "en", reasons)
    signs = sum(reason.weight for reason in reasons if reason.rule != "prior")
    return ShownFinding(row, ghost_sentence(signs, language), language, reasons)


def _member(row: Row, names: bool) -> Row:
    if row["member_kind"] == "account":
        name = one_line(row["name"] or "", 60) if names else ""
        return row | {"shown": one_line(row["member_id"], 60), "name": name}
    kind, _, value = row["member_id"].partition(":")
    value = value[:80]
    shown = value if names else masked(value, [(0, len(value))])
    return row | {"shown": f"{one_line(kind, 20)}:{one_line(shown, 80)}", "name": ""}


def _campaign(row: Row, hidden: Mapping[str, str]) -> Row:
    """The row with its template in pieces: slots, where the copies differ, and the words between them."""
    text = hidden.get(row["campaign_id"], row["template"] or "")
    shown = text[:_TEMPLATE]
    return row | {"pieces": template_pieces(shown), "left_out": len(text) - len(shown)}
