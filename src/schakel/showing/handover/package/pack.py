"""Packs one lead: the whole way from the tables to a sealed folder or zip.

What lies in `data/` depends on the tables, the casebook's verdicts and grounds, the sealed files and the options alone: packed twice it
is the same, byte for byte. Who handed it over, when, why and on what ground, and the extract of the ledger, which grows with every act
(also with the packing itself), stand beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.custody.ledger import Ledger
from schakel.custody.package_check.one_file import as_one_file
from schakel.custody.seal import check_seal
from schakel.records.facts import LedgerEntry, Verdict
from schakel.records.grounds import Ground
from schakel.records.version import version
from schakel.showing.handover.package.bag import (
    Content,
    Sealing,
    half_made,
    put_in_place,
    seal_bag,
    write_content,
)
from schakel.showing.handover.package.crate import NAME as CRATE
from schakel.showing.handover.package.crate import Part, crate
from schakel.showing.handover.package.evidence import (
    evidence_rows,
    finding_rows,
    lead_record,
    own_links,
    resting_on,
)
from schakel.showing.handover.package.ledger_extract import Extract, ledger_extract
from schakel.showing.handover.package.messages import COLUMNS, context_rows, message_rows, own_messages
from schakel.showing.handover.package.missing import coverage_rows, missing_rows
from schakel.showing.handover.package.origin import (
    about_record,
    account_rows,
    ground_record,
    identity_rows,
    people_counted,
    source_rows,
)
from schakel.showing.handover.package.photos import names_of_photos
from schakel.showing.handover.package.report import read_first, report
from schakel.showing.handover.package.report_parts import Told
from schakel.showing.handover.package.rows import json_file, json_lines, sheet
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.showing.handover.package.weighed import in_force, verdict_rows, weighed_rows
from schakel.showing.known_names import known_names
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

Row = dict[str, Any]
ACT = "package"


@dataclass(frozen=True, slots=True)
class Options:
    """How a package is made: messages of others `context` before and after each, originals or not, language, PDF or not."""

    context: int
    originals: bool
    language: str
    pdf: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who hands a package over, when, why, from where, and on which ground; it stands beside the content."""

    by: str
    at: str
    why: str
    origin: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Desk:
    """What a package is made from: the workspace with its tables, and what the casebook says."""

    workspace: Workspace
    engine: Engine
    verdicts: Sequence[Verdict]
    grounds: Sequence[Ground]


def pack(
    desk: Desk, ledger: Ledger, subject: Subject, options: Options, given: HandOver, out: Path
) -> LedgerEntry:
    """Packs the lead at `out`, and gives the entry of the ledger that says so; the entry stands before the package does.

    1. the content is gathered and written   2. it is listed   3. the bag is closed   4. the ledger writes its digests down
    5. the package is moved to its place. SettingsError if something is there; SealError if a sealed file is not what it was.
    """
    with half_made(out) as half:
        content, sources = contents(desk, subject, options)
        extract = ledger_extract(desk.workspace.ledger, subject, sources)
        measured = write_content(half, content)
        parts = [Part(name, one.sha256, one.bytes) for name, one in measured.items()]
        write_content(half, {CRATE: crate(parts, subject.lead_id, f"schakel {version()}", extract.made_at)})
        sealing = seal_bag(
            half, _tags(subject, given, extract, options.language), _information(subject, given)
        )
        entry = _write_down(ledger, subject, options, given, sealing)
        put_in_place(half, out, subject.lead_id)
    return entry


def contents(desk: Desk, subject: Subject, options: Options) -> tuple[Content, set[str]]:
    """Everything in `data/` but the list of it, and the sha256 of the sources that it comes from."""
    engine, parties = desk.engine, ThirdParties(subject, known_names(desk.engine))
    own, links = own_messages(engine, subject), own_links(engine, subject)
    sources = {str(row["source_id"]) for row in own}
    photos = names_of_photos(desk.workspace, own)
    for digest in sorted(sources):
        check_seal(digest, desk.workspace.sealed)
    messages = message_rows(engine, own, parties, photos)
    others = resting_on(links, subject) - {row["message_id"] for row in messages}
    context = context_rows(engine, subject, parties, options.context, others)
    coverage = coverage_rows(engine, {row["chat_id"] for row in own})
    standing = in_force(desk.verdicts, subject)
    speaks_for, speaks_against = weighed_rows(links, subject, standing, parties)
    tables = {
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
    lead = lead_record(subject, parties)
    chosen = {"context": options.context, "originals": options.originals, "language": options.language}
    rows = {name: len(found) for name, found in tables.items()}
    about = about_record(desk.workspace, subject, rows, chosen | people_counted(parties))
    told = Told(lead, about, tables, {name: desk.workspace.sealed / sha for sha, name in photos.items()})
    content: dict[str, bytes | Path] = {f"{name}.jsonl": json_lines(found) for name, found in tables.items()}
    content |= {
        "lead.json": json_file(lead),
        "about.json": json_file(about),
        "messages.csv": sheet(messages, COLUMNS),
    }
    content |= report(told, options.language, pdf=options.pdf)
    content |= {name: desk.workspace.sealed / sha for sha, name in photos.items()}
    content |= {
        f"originals/{digest}": desk.workspace.sealed / digest for digest in sources if options.originals
    }
    return content, sources


def _tags(subject: Subject, given: HandOver, extract: Extract, language: str) -> dict[str, bytes]:
    handed = {
        "lead_id": subject.lead_id,
        "seller_id": subject.seller_id,
        "by": given.by,
        "at": given.at,
        "why": given.why,
        "from": given.origin,
        "ground": ground_record(given.ground),
        "ledger_head": extract.head,
    }
    return {
        "handover.json": json_file(handed),
        "ledger/entries.jsonl": extract.entries,
        "ledger/chain.txt": extract.chain,
        "verify.py": as_one_file().encode("utf-8"),
        "README.txt": read_first(language),
    }


def _information(subject: Subject, given: HandOver) -> dict[str, str]:
    return {
        "Bagging-Date": given.at[:10],
        "Bag-Software-Agent": f"schakel {version()}",
        "External-Identifier": subject.lead_id,
        "External-Description": "One lead with what it rests on, what speaks against it and what is missing; check with: python verify.py",
    }


def _write_down(
    ledger: Ledger, subject: Subject, options: Options, given: HandOver, sealing: Sealing
) -> LedgerEntry:
    return ledger.add(
        ACT,
        inputs={
            "subject": subject.lead_id,
            "seller": subject.seller_id,
            "authorisation": given.ground.ground_id,
        },
        outputs={
            "manifest": sealing.manifest,
            "tagmanifest": sealing.tagmanifest,
            "file_count": sealing.files,
            "bytes": sealing.bytes,
        },
        settings={
            "why": given.why,
            "at": given.origin,
            "names": True,
            "authorisation": given.ground.ground_id,
            "context": options.context,
            "originals": options.originals,
        },
    )
