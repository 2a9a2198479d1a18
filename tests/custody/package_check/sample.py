"""A small package written here by hand, so that the check is not tried on what the program's own writer makes of it."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from schakel.custody.ledger import Ledger
from schakel.custody.package_check.content import TABLES

Row = dict[str, Any]
PHOTO = b"\xff\xd8\xff a photo"
TEXTS = ("coke 1g 50", "coke 2g 90", "weg is weg")


def row_of(**values: Any) -> Row:
    """A row with its digest, worked out here."""
    raw = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return {**values, "row_sha256": hashlib.sha256(raw).hexdigest()}


def original() -> tuple[bytes, list[int]]:
    """An export as Telegram Desktop writes one, and the place of each message in it."""
    raw, places = '{"name": "Markt é", "messages": [', []
    for number, text in enumerate(TEXTS, 1):
        places.append(len(raw.encode()))
        raw += (
            json.dumps(
                {"id": number, "date": f"2026-01-0{number}T10:00:00", "from_id": "user900", "text": text}
            )
            + ", "
        )
    return (raw.rstrip(", ") + "]}").encode(), places


def make_sample(root: Path) -> Path:
    """A package of three messages of one seller at `root`, with photo, original and ledger; every check of it holds."""
    raw, places = original()
    source, photo = (hashlib.sha256(one).hexdigest() for one in (raw, PHOTO))
    messages = [
        row_of(
            message_id=f"m_{number}", number=number, account_tg_id=900, text=text, sent_as_written=f"2026-01-0{number}T10:00:00",
            photo=f"photos/{photo}.jpg" if number == 1 else None, source={"sha256": source, "place": places[number - 1]},
        )
        for number, text in enumerate(TEXTS, 1)
    ]  # fmt: skip
    reason = {"rule": "same_text", "weight": 1.5, "messages": ["m_1", "m_9"]}
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    tables |= {
        "messages": messages,
        "context": [row_of(message_id="m_9", text="•••", source={"sha256": source, "place": 0})],
        "evidence": [row_of(kind="link", reasons=[reason])],
        "for": [row_of(claim="one-seller", towards=1.5, messages=["m_2"])],
        "against": [row_of(claim="real-supply", towards=-0.4, messages=["m_3"])],
        "sources": [row_of(sha256=source, format="desktop-json")],
    }
    content = {f"{name}.jsonl": _lines(rows) for name, rows in tables.items()}
    content["about.json"] = json.dumps({"rows": {name: len(rows) for name, rows in tables.items()}}).encode()
    content["messages.csv"] = _sheet(messages)
    content["report.html"] = b"<!doctype html><title>Proposal</title>"
    content[f"photos/{photo}.jpg"] = PHOTO
    content[f"originals/{source}"] = raw
    for name, written in content.items():
        put(root / "data" / name, written)
    _write_ledger(root, source)
    put(root / "README.txt", b"Read this first.\n")
    return reseal(root)


def reseal(root: Path) -> Path:
    """The package with list, size and manifests that fit what lies in it now: what a forger would do last."""
    data = sorted(
        path
        for path in (root / "data").rglob("*")
        if path.is_file() and path.name != "ro-crate-metadata.json"
    )
    parts = [
        {
            "@id": str(path.relative_to(root / "data")),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "contentSize": str(path.stat().st_size),
        }
        for path in data
    ]
    graph = [{"@id": "./", "hasPart": [{"@id": part["@id"]} for part in parts]}, *parts]
    put(root / "data" / "ro-crate-metadata.json", json.dumps({"@graph": graph}).encode())
    data = sorted(path for path in (root / "data").rglob("*") if path.is_file())
    put(root / "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    size = sum(path.stat().st_size for path in data)
    put(root / "bag-info.txt", f"Payload-Oxum: {size}.{len(data)}\n".encode())
    for old in root.glob("*manifest-*.txt"):
        old.unlink()
    _manifests(root, "manifest", data)
    tags = [path for path in root.rglob("*") if path.is_file() and root / "data" not in path.parents]
    _manifests(root, "tagmanifest", [path for path in tags if path.name != "signature.json"])
    return root


def rewrite(root: Path, table: str, change: Callable[[list[Row]], list[Row]]) -> None:
    """Changes the rows of a table, and gives each its digest again."""
    path = root / "data" / f"{table}.jsonl"
    rows = change([json.loads(line) for line in path.read_text("utf-8").splitlines()])
    path.write_bytes(
        _lines([row_of(**{key: one[key] for key in one if key != "row_sha256"}) for one in rows])
    )


def put(path: Path, raw: bytes) -> None:
    """Writes a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _write_ledger(root: Path, source: str) -> None:
    path = root / "ledger" / "entries.jsonl"
    path.parent.mkdir(parents=True)
    ledger = Ledger(path, "anna")
    ledger.add("seal", outputs={"files": [{"sha256": source, "name": "result.json"}]})
    ledger.add("show", inputs={"subject": "somebody else"})
    ledger.add("show", inputs={"subject": "l_1"}, settings={"why": "case 14"})
    ledger.add("show", inputs={"subject": "l_1"})
    last = ledger.add("show", inputs={"subject": "l_1"})
    lines = path.read_bytes().splitlines(keepends=True)
    hashes = [json.loads(line)["hash"] for line in lines]
    put(root / "ledger" / "chain.txt", "".join(f"{n} {one}\n" for n, one in enumerate(hashes, 1)).encode())
    path.write_bytes(b"".join(lines[:1] + lines[3:]))
    third = json.loads(lines[2])
    put(root / "ledger" / "in_part.jsonl", _lines([{key: third[key] for key in third if key != "settings"}]))
    (root / "ledger" / ".entries.jsonl.lock").unlink()
    put(root / "handover.json", json.dumps({"ledger_head": last.hash}).encode())


def _lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _sheet(rows: list[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["message_id", "text", "row_sha256"])
    writer.writerows([row["message_id"], row["text"], row["row_sha256"]] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _manifests(root: Path, kind: str, paths: list[Path]) -> None:
    for hashed in ("sha256", "sha512"):
        lines = (
            f"{hashlib.new(hashed, path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n"
            for path in sorted(paths)
        )
        (root / f"{kind}-{hashed}.txt").write_text("".join(lines), "utf-8")
