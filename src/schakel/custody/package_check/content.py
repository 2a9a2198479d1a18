"""Whether the content of a package fits together: rows, counts, photos, what is referred to, and the originals."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from schakel.custody.package_check.files import Package, shown
from schakel.custody.package_check.json_rows import Row, digest_of_row, parsed

TABLES = (
    "messages", "context", "accounts", "evidence", "findings", "for", "against", "coverage", "missing", "identity", "sources", "verdicts",
)  # fmt: skip
_COMPARED = ("id", "date", "from_id", "text")
_HIDDEN = "•"
_ESCAPE = re.compile(r'\\(["\\/bfnrtu]?)')  # of JSON, or a backslash that begins none
_CELL = 1 << 24  # letters of a cell
_RECORD = (
    1 << 18
)  # bytes in which a message of an original ends: one of 4,096 signs written out twice takes 100,000


def whole_rows(package: Package) -> tuple[str, Iterable[str]]:
    """Each row of each table has the digest it carries."""
    count, faults = 0, []
    for table in TABLES:
        for number, line in enumerate(package.lines(f"data/{table}.jsonl"), 1):
            count += 1
            row = parsed(line)
            if row is None or row.get("row_sha256") != digest_of_row(row):
                faults.append(f"line {number} of data/{table}.jsonl is no row, or not the one it was")
    return f"each row has its own digest: {count} rows", faults


def counts(package: Package) -> tuple[str, Iterable[str]]:
    """Each table has as many rows as the package says of itself."""
    said = package.record("data/about.json").get("rows", {})
    real = {table: sum(1 for _ in package.lines(f"data/{table}.jsonl")) for table in TABLES}
    faults = [
        f"{table}: {said.get(table)!s:.20} rows said, {real[table]} there"
        for table in TABLES
        if said.get(table) != real[table]
    ]
    return "as many rows as data/about.json says: " + ", ".join(
        f"{table} {real[table]}" for table in TABLES
    ), faults


def spreadsheet(package: Package) -> tuple[str, Iterable[str]]:
    """The table for spreadsheets has the rows of the messages, in their order."""
    csv.field_size_limit(_CELL)
    read = csv.DictReader(package.text("data/messages.csv"))
    sheet = ((row.get("message_id"), row.get("row_sha256")) for row in read)
    rows = ((row.get("message_id"), row.get("row_sha256")) for row in package.rows("messages"))
    try:
        same = all(one == other for one, other in zip_longest(sheet, rows))
    except csv.Error:
        return "messages.csv", ["data/messages.csv is no table"]
    return "messages.csv has the rows of messages.jsonl", [] if same else [
        "data/messages.csv has other rows than data/messages.jsonl"
    ]


def named_by_digest(package: Package) -> tuple[str, Iterable[str]]:
    """Photos and originals have the sha256 that is their name."""
    named = [name for name in package.measured if name.startswith(("data/photos/", "data/originals/"))]
    other = [
        name for name in named if name.rpartition("/")[2].partition(".")[0] != package.measured[name].sha256
    ]
    return f"photos and originals are what their names say: {len(named)}", [
        f"{shown(name)} is another file" for name in sorted(other)
    ]


def references(package: Package) -> tuple[str, Iterable[str]]:
    """Each message and photo that a row refers to is in the package."""
    messages = {
        str(row.get("message_id")) for table in ("messages", "context") for row in package.rows(table)
    }
    photos = {f"data/{row['photo']}" for row in package.rows("messages") if row.get("photo")}
    resting = [row for table in ("evidence", "findings", "for", "against") for row in package.rows(table)]
    named = {
        str(one)
        for row in resting
        for reason in row.get("reasons", [row])
        for one in reason.get("messages") or ()
    }
    gone = [f"message {shown(one)} is referred to and not there" for one in sorted(named - messages)]
    gone += [
        f"photo {shown(one)} is referred to and not there" for one in sorted(photos - package.measured.keys())
    ]
    return f"what is referred to is there: {len(named)} messages, {len(photos)} photos", gone


def crate(package: Package) -> tuple[str, Iterable[str]]:
    """The list of content for machines names each file, with its size and digest."""
    about = "data/ro-crate-metadata.json"
    entities = {str(one["@id"]): one for one in package.record(about)["@graph"]}
    parts = {f"data/{part['@id']}" for part in entities["./"]["hasPart"]}
    there = {name for name in package.measured if name.startswith("data/") and name != about}
    faults = [f"{shown(name)} is in one of {about} and the package only" for name in sorted(parts ^ there)]
    for name in sorted(parts & there):
        said = entities[name.removeprefix("data/")]
        if (said["sha256"], said["contentSize"]) != (
            package.measured[name].sha256,
            str(package.measured[name].bytes),
        ):
            faults.append(f"{about} describes another {shown(name)}")
    return f"the list of its content is whole: {len(parts)} files", faults


def originals(package: Package) -> tuple[str, Iterable[str]]:
    """With the originals: each message stands where it says, with its number, moment, account and text as written."""
    formats = {str(row.get("sha256")): row.get("format") for row in package.rows("sources")}
    wanted: dict[str, list[Row]] = {}
    for row in package.rows("messages"):
        digest = str(row["source"]["sha256"])
        if formats.get(digest) == "desktop-json" and f"data/originals/{digest}" in package.measured:
            wanted.setdefault(digest, []).append(row)
    faults = [fault for digest, rows in sorted(wanted.items()) for fault in _misplaced(package, digest, rows)]
    compared = sum(map(len, wanted.values()))
    told = f"messages stand where they say in the originals: {compared} compared"
    return (
        told if compared else "no originals are in the package that messages could be compared with",
        faults,
    )


def _misplaced(package: Package, digest: str, rows: list[Row]) -> Iterator[str]:
    places = {row["source"]["place"] for row in rows if type(row["source"]["place"]) is int}
    found = {
        place: _record_in(raw)
        for place, raw in package.parts(f"data/originals/{digest}", sorted(places), _RECORD)
    }
    for row in rows:
        place = row["source"]["place"]
        there = found.get(place, {}) if type(place) is int else {}
        name = shown(str(row["message_id"]))
        if (there.get("id"), there.get("date")) != (row["number"], row["sent_as_written"]):
            yield f"message {name} does not stand at its place in {digest[:16]}"
        elif not _by_account(there.get("from_id"), row.get("account_tg_id")):
            yield f"message {name} is by another account in {digest[:16]}"
        elif not _same_text(there.get("text"), row.get("text")):
            yield f"message {name} has another text in {digest[:16]}"


def _by_account(written: object, number: object) -> bool:
    """Whether an author such as `user123` has this number; an original that tells none cannot say otherwise."""
    return type(number) is not int or written is None or re.sub("^[a-z]+", "", str(written)) == str(number)


def _same_text(written: object, told: object) -> bool:
    """Whether a text is the written one, but for letters that are hidden.

    Not told apart are a text that the original does not have (a poll stands elsewhere in it), and one with damaged signs, which are
    left out where it was read.
    """
    parts = written if isinstance(written, list) else [written]
    whole = "".join(
        str(part.get("text", "")) if isinstance(part, dict) else str(part or "") for part in parts
    )
    if not whole or "\ufffd" in whole:
        return True
    same = isinstance(told, str) and len(told) == len(whole)
    return same and all(sign in (other, _HIDDEN) for sign, other in zip(str(told), whole, strict=True))


def _record_in(raw: bytes) -> Row:
    """What is compared of the JSON object that some bytes begin with; nothing if they begin with none.

    Of one with an escape that JSON does not know the text is not compared: programs differ in what they make of it.
    """
    told = raw.decode("utf-8", "replace")
    mended = _ESCAPE.sub(lambda found: found[0] if found[1] else r"\\", told)
    for text, names in ((told, _COMPARED), (mended, _COMPARED[:3])):
        try:
            found = dict(json.JSONDecoder().raw_decode(text)[0])
        except (ValueError, TypeError, RecursionError):
            continue
        return {name: found.get(name) for name in names}
    return {}
