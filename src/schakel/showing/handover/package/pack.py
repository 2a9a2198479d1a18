"""Packs one lead: the whole way from the tables to a sealed folder or zip.

What lies in `data/` depends on the tables, the casebook's verdicts and grounds, the sealed files and the options alone: packed twice it
is the same, byte for byte. Who handed it over, when, why and on what ground, and the extract of the ledger, which grows with every act
(also with the packing itself), stand beside it, and so does the report as PDF.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from schakel.custody.checkpoints import public_half
from schakel.custody.handed_out import ACT
from schakel.custody.ledger import Ledger
from schakel.custody.package_check.bag import UNSIGNED
from schakel.custody.package_check.one_file import as_one_file
from schakel.custody.signing import signature_file
from schakel.records.facts import LedgerEntry
from schakel.records.grounds import Ground
from schakel.records.version import version
from schakel.showing.handover.handing import Add, handing
from schakel.showing.handover.package.bag import (
    Sealing,
    half_made,
    packed,
    seal_bag,
    write_content,
)
from schakel.showing.handover.package.crate import NAME as CRATE
from schakel.showing.handover.package.crate import Part, crate
from schakel.showing.handover.package.gathering import Desk, Options, contents
from schakel.showing.handover.package.ledger_extract import Extract, ledger_extract
from schakel.showing.handover.package.origin import ground_record
from schakel.showing.handover.package.report import held, read_first
from schakel.showing.handover.package.rows import json_file
from schakel.showing.handover.package.subject import Subject
from schakel.showing.report.page import printed

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who hands a package over, when, why, from where, and on which ground; it stands beside the content. `key` signs it."""

    by: str
    at: str
    why: str
    origin: str
    ground: Ground | None  # None: the workspace keeps none
    key: Ed25519PrivateKey | None = None


def pack(
    desk: Desk, ledger: Ledger, subject: Subject, options: Options, given: HandOver, out: Path
) -> LedgerEntry:
    """Packs the lead at `out`, and gives the entry of the ledger that says so; the entry stands before the package does.

    1. the content is gathered and written   2. it is listed   3. the bag is closed, and signed   4. the ledger writes its digests down
    5. the package is moved to its place; if that fails the ledger says so. SealError if a sealed file is not what it was.
    """
    with handing(ledger, out) as add, half_made(out, subject.lead_id) as bag:
        extract = _filled(bag, desk, subject, options)
        tags = _tags(subject, given, extract, options.language) | _pdf(bag, options)
        sealing = seal_bag(bag, tags, _information(subject, given))
        if given.key is not None:
            (bag / UNSIGNED).write_bytes(signature_file(given.key, sealing.tagmanifest))
        made = packed(bag, out, subject.lead_id)
        entry = _write_down(add, subject, options, given, sealing)
        made.rename(out)
    return entry


def _filled(bag: Path, desk: Desk, subject: Subject, options: Options) -> Extract:
    """Writes the content with its list into the bag, and gives the extract of the ledger that goes with it."""
    content, sources = contents(desk, subject, options)
    photos = {Path(name).stem for name in content if name.startswith("photos/")}
    extract = ledger_extract(desk.workspace.ledger, subject, sources | photos)
    parts = [Part(name, one.sha256, one.bytes) for name, one in write_content(bag, content).items()]
    told, program = held(options.language), f"schakel {version()}"
    write_content(bag, {CRATE: crate(parts, told, subject.lead_id, program, extract.made_at)})
    return extract


def _tags(subject: Subject, given: HandOver, extract: Extract, language: str) -> dict[str, bytes]:
    handed = {
        "lead_id": subject.lead_id,
        "seller_id": subject.seller_id,
        "by": given.by,
        "at": given.at,
        "why": given.why,
        "ground": ground_record(given.ground) if given.ground else None,
        "signed_by": public_half(given.key) if given.key else "",
        "ledger_head": extract.head,
        "ledger": extract.counts,
    }
    return {
        "handover.json": json_file(handed),
        "ledger/entries.jsonl": extract.entries,
        "ledger/in_part.jsonl": extract.in_part,
        "ledger/chain.txt": extract.chain,
        "verify.py": as_one_file().encode("utf-8"),
        "README.txt": read_first(language),
    }


def _pdf(bag: Path, options: Options) -> dict[str, bytes]:
    """The report as PDF, beside the content: whoever prints one writes the moment into it."""
    if not options.pdf:
        return {}
    return {
        "report.pdf": printed(
            (bag / "data" / "report.html").read_text("utf-8"), "leave --pdf out and print data/report.html"
        )
    }


def _information(subject: Subject, given: HandOver) -> dict[str, str]:
    return {
        "Bagging-Date": given.at[:10],
        "Bag-Software-Agent": f"schakel {version()}",
        "External-Identifier": subject.lead_id,
        "External-Description": "One lead with what it rests on, what speaks against it and what is missing; check with: python verify.py",
    }


def _write_down(
    add: Add, subject: Subject, options: Options, given: HandOver, sealing: Sealing
) -> LedgerEntry:
    ground = given.ground.ground_id if given.ground else ""
    return add(
        ACT,
        inputs={
            "subject": subject.lead_id,
            "seller": subject.seller_id,
            "authorisation": ground,
        },
        outputs={
            "manifest": sealing.manifest,
            "tagmanifest": sealing.tagmanifest,
            "file_count": sealing.files,
            "bytes": sealing.bytes,
            "signed_by": public_half(given.key) if given.key else "",
        },
        settings={
            "why": given.why,
            "at": given.origin,
            "names": True,
            "authorisation": ground,
            "context": options.context,
            "originals": options.originals,
        },
    )
