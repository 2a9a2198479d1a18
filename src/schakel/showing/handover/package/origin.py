"""Where the data of a package come from: sealed sources with their grounds, accounts, what was let slip, program and lists."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from schakel.records.grounds import Ground
from schakel.records.version import version
from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.subject import Subject, rows_of_accounts
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.showing.seller_file import rows_with
from schakel.showing.source_names import file_name
from schakel.store.engine import Engine
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace

Row = dict[str, Any]
# The id of a slip is a digest of its value too.
_NOT_THEIRS: Row = {"value": None, "identity_lead_id": None, "detail": "a third party's"}
FORMAT = 1  # of packages; a reader of another number must not trust what it knows


def account_rows(engine: Engine, subject: Subject, own: Sequence[Row]) -> list[Row]:
    """The seller's own accounts with every name they went by, and its contacts with where they stand first."""
    called = rows_of_accounts(
        engine, "accounts", ["account_id", "kind", "name", "first_seen", "last_seen", "messages", "chats", "flags"], subject.accounts
    )  # fmt: skip
    profiles = rows_of_accounts(engine, "profiles", ["account_id", "username"], subject.accounts)
    rows: list[Row] = []
    for member in subject.file.members:
        if member["member_kind"] == "account":
            account = member["member_id"]
            rows.append(
                {"kind": "account", "account_id": account, "account_tg_id": member["account_tg_id"]}
                | {"names": [_without(row, "account_id") for row in called if row["account_id"] == account]}
                | {
                    "usernames": sorted(
                        {row["username"] for row in profiles if row["account_id"] == account} - {None}
                    )
                }
            )
    return [sealed_row(row) for row in (*rows, *_contacts(engine, subject, own))]


def _contacts(engine: Engine, subject: Subject, own: Sequence[Row]) -> Iterable[Row]:
    columns = ["message_id", "type", "value", "start", "end"]
    read = rows_with(engine, "selectors", columns, [row["message_id"] for row in own], columns)
    named: dict[str, list[Row]] = {}
    for row in read:
        named.setdefault(f"{row['type']}:{row['value']}", []).append(row)
    members = {row["member_id"] for row in subject.file.members}
    for contact in sorted(subject.selectors):
        places = named.get(contact, [])
        kind, _, value = contact.partition(":")
        yield {"kind": "contact", "type": kind, "value": value, "times": len(places)} | {
            "messages": sorted({row["message_id"] for row in places}),
            "by_evidence": contact in members,
        }


def identity_rows(subject: Subject) -> list[Row]:
    """What the seller let slip: where to look, never who somebody is. What is a third party's has no value here."""
    return [
        sealed_row(_without(row, "third_party") | (_NOT_THEIRS if row["third_party"] else {}))
        for row in subject.file.identity
    ]  # fmt: skip


def source_rows(engine: Engine, own: Sequence[Row], grounds: Iterable[Ground]) -> list[Row]:
    """The sealed files that the messages come from, each with the ground on which it came in."""
    known = {ground.ground_id: ground_record(ground) for ground in grounds}
    wanted = {row["source_id"] for row in own}
    rows = [row for row in engine.read("sources").to_pylist() if row["source_id"] in wanted]
    columns = ("name", "bytes", "format", "brought_by", "records", "quarantined", "clock", "authorisation")
    return [
        sealed_row(
            {"sha256": row["source_id"]}
            | {name: row[name] for name in columns}
            | {"name": file_name(row["name"])}
            | {"ground": known.get(row["authorisation"])}
        )
        for row in sorted(rows, key=lambda row: str(row["source_id"]))
    ]


def ground_record(ground: Ground) -> Row:
    """An authorisation as a record."""
    return asdict(ground)


def about_record(workspace: Workspace, subject: Subject, rows: Mapping[str, int], options: Row) -> Row:
    """What the package is, made by which program and word lists under which settings, and how many rows it has."""
    set_here = read_settings(workspace.settings)
    return {
        "format": "schakel-package",
        "format_version": FORMAT,
        "lead_id": subject.lead_id,
        "seller_id": subject.seller_id,
        "proposal": "The program proposes, a person judges. Nothing in this package is a finding about a person.",
        "program": f"schakel {version()}",
        "lists": _lists(),
        "settings": {name: getattr(set_here, name) for name in ("hours", "worth", "effort", "plan")}
        | options,
        "rows": dict(rows),
    }


@cache
def _lists() -> dict[str, Row]:
    out = {}
    for file in sorted(files("schakel.lexicons").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            raw = file.read_bytes()
            said = tomllib.loads(raw.decode("utf-8")).get("version", "")
            out[file.name] = {"version": str(said), "sha256": sha256(raw).hexdigest()}
    return out


def _without(row: Row, *names: str) -> Row:
    return {key: value for key, value in row.items() if key not in names}


def people_counted(parties: ThirdParties) -> Row:
    """How many people have a number in place of a name."""
    return {"third_parties": "numbers", "people_with_a_number": len(parties)}
