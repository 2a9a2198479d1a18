"""Gathers the content of a package: everything that lies in `data/` but the list of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.custody.seal import check_seal
from schakel.records.facts import Verdict
from schakel.records.grounds import Ground
from schakel.showing.handover.package.bag import Content
from schakel.showing.handover.package.evidence import (
    evidence_rows,
    finding_rows,
    lead_record,
    outside_links,
    own_links,
    resting_on,
)
from schakel.showing.handover.package.messages import COLUMNS, context_rows, message_rows, own_messages
from schakel.showing.handover.package.missing import coverage_rows, missing_rows
from schakel.showing.handover.package.origin import (
    about_record,
    account_rows,
    identity_rows,
    people_counted,
    source_rows,
)
from schakel.showing.handover.package.photos import names_of_photos
from schakel.showing.handover.package.report import as_html
from schakel.showing.handover.package.report_parts import Told
from schakel.showing.handover.package.rows import json_file, json_lines, sheet
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.telling_ids import telling_ids, without_telling
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.showing.handover.package.weighed import Ties, in_force, verdict_rows, weighed_rows
from schakel.showing.known_names import known_names
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """How a package is made: messages of others `context` before and after each, originals or not, language, PDF or not."""

    context: int
    originals: bool
    language: str
    pdf: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """What a package is made from: the workspace with its tables, and what the casebook says."""

    workspace: Workspace
    engine: Engine
    verdicts: Sequence[Verdict]
    grounds: Sequence[Ground]


def contents(desk: Desk, subject: Subject, options: Options) -> tuple[Content, set[str]]:
    """Everything in `data/` but the list of it, and the sha256 of the sources that it comes from."""
    sealed = desk.workspace.sealed
    parties = ThirdParties(subject, known_names(desk.engine), _writers(desk.engine))
    own = own_messages(desk.engine, subject)
    sources = {str(row["source_id"]) for row in own}
    for digest in sorted(sources):
        check_seal(digest, sealed)
    photos = names_of_photos(desk.workspace, own)
    tables = _tables(desk, subject, options, parties, own, photos)
    telling = telling_ids([*tables["messages"], *tables["context"]], parties)
    tables = {name: [without_telling(row, telling) for row in rows] for name, rows in tables.items()}
    lead = without_telling(lead_record(subject, parties), telling)
    chosen = {"context": options.context, "originals": options.originals, "language": options.language}
    counts = {name: len(rows) for name, rows in tables.items()}
    about = about_record(desk.workspace, subject, counts, chosen | people_counted(parties))
    told = Told(lead, about, tables, {name: sealed / digest for digest, name in photos.items()})
    content: dict[str, bytes | Path] = {f"{name}.jsonl": json_lines(rows) for name, rows in tables.items()}
    content |= {"lead.json": json_file(lead), "about.json": json_file(about)}
    content["messages.csv"] = sheet(tables["messages"], COLUMNS)
    content["report.html"] = as_html(told, options.language).encode("utf-8")
    content |= told.photos
    content |= {f"originals/{digest}": sealed / digest for digest in sources if options.originals}
    return content, sources


def _tables(
    desk: Desk,
    subject: Subject,
    options: Options,
    parties: ThirdParties,
    own: Sequence[Row],
    photos: Mapping[str, str],
) -> dict[str, list[Row]]:
    """The rows of every table, by its name. People get their numbers in this order."""
    engine, links = desk.engine, own_links(desk.engine, subject)
    messages = message_rows(engine, own, parties, photos)
    others = resting_on(links, subject) - {row["message_id"] for row in messages}
    context = context_rows(engine, subject, parties, options.context, others)
    coverage = coverage_rows(engine, {row["chat_id"] for row in own})
    standing = in_force(desk.verdicts, subject)
    ties = Ties(links, outside_links(engine, subject), frozenset(row["message_id"] for row in messages))
    speaks_for, speaks_against = weighed_rows(ties, subject, standing, parties)
    return {
        "messages": messages,
        "context": context,
        "accounts": account_rows(engine, subject, own),
        "evidence": evidence_rows(links, subject, parties),
        "findings": finding_rows(subject, parties),
        "for": speaks_for,
        "against": speaks_against,
        "coverage": coverage,
        "missing": missing_rows(engine, messages, context, coverage, options.originals),
        "identity": identity_rows(subject),
        "sources": source_rows(engine, own, desk.grounds),
        "verdicts": verdict_rows(desk.verdicts, subject, parties),
    }


def _writers(engine: Engine) -> dict[str, int]:
    return {
        row["chat_id"]: row["accounts"] or 0
        for row in engine.read("chats", ["chat_id", "accounts"]).to_pylist()
    }
