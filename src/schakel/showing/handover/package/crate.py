"""The list of a package's content for machines: RO-Crate 1.1, in the content of the bag as its specification asks."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Row = dict[str, Any]
NAME = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"  # a name, which nobody fetches
_PROFILE = "https://w3id.org/ro/crate/1.1"
_KINDS = {
    "html": "text/html", "pdf": "application/pdf", "json": "application/json", "jsonl": "application/jsonl", "csv": "text/csv",
    "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif",
}  # fmt: skip


class Part(NamedTuple):
    """One file of the content: its name below `data/`, its sha256 and its bytes."""

    name: str
    sha256: str
    bytes: int


def crate(parts: Sequence[Part], told: Mapping[str, str], lead_id: str, program: str, made_at: str) -> bytes:
    """The file `ro-crate-metadata.json`; the same content gives the same bytes. `told` says what each file holds."""
    root: Row = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Hand-over package {lead_id}",
        "description": told["package"],
        "datePublished": made_at[:10],
        "license": told["licence"],
        "hasPart": [{"@id": part.name} for part in parts],
    }
    software = {
        "@id": "#program",
        "@type": "SoftwareApplication",
        "name": program,
        "softwareVersion": program,
    }
    made = {
        "@id": "#made",
        "@type": "CreateAction",
        "name": "The tables of this lead were made",
        "endTime": made_at,
        "instrument": {"@id": "#program"},
        "result": {"@id": "./"},
    }
    about = {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }
    graph = [about, root, *(_entity(part, told) for part in parts), software, made]
    written = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return written.encode("utf-8") + b"\n"


def _entity(part: Part, told: Mapping[str, str]) -> Row:
    folder, _, _ = part.name.rpartition("/")
    return {
        "@id": part.name,
        "@type": "File",
        "name": part.name,
        "description": told.get(folder or part.name.partition(".")[0], ""),
        "encodingFormat": _KINDS.get(part.name.rpartition(".")[2], "application/octet-stream"),
        "contentSize": str(part.bytes),
        "sha256": part.sha256,
    }
