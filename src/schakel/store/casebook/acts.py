"""The casebook's chain of acts: every change is one more row that carries the hash of the row before it."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select
from sqlalchemy.exc import DataError, DBAPIError

from schakel.records.casework import Act, Change
from schakel.records.errors import SettingsError
from schakel.records.ids import canonical_bytes
from schakel.store.casebook.case_schema import acts

_LONGEST_ID = 48  # further acts of the same change add a word to it, and 64 can be kept
GENESIS = "0" * 64
DESTROYED = "destroyed"  # the act that says which payloads were destroyed, under `more`: {"acts": [...]}


@dataclass(frozen=True, slots=True)
class Signature:
    """Under which an act is written: who, from where, at which moment (UTC), and its own id.

    The same id twice is the same act: it is done once, however often it is sent.
    """

    who: str
    origin: str
    at: str
    act_id: str = field(default_factory=lambda: secrets.token_hex(16))


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act does: its name, the case, the fields it changes, why, and what else it must keep."""

    act: str
    case_id: str | None = None
    changes: Sequence[Change] = ()
    why: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The outcome of a check: how many acts hold, the last hash, and what is broken first (empty: nothing)."""

    acts: int
    head: str
    broken: str

    @property
    def holds(self) -> bool:
        """True if every act is whole, in order and chained."""
        return not self.broken


def fit_id(act_id: str | None) -> str:
    """The id of an act, a new one if none was given; SettingsError if it is too long to be kept."""
    if act_id is None:
        return secrets.token_hex(16)
    if not 1 <= len(act_id) <= _LONGEST_ID or not act_id.isprintable():
        raise SettingsError(
            f"The id of an act has 1 to {_LONGEST_ID} letters, digits and signs.",
            means="Nothing was done.",
            todo="Leave it out, or give a shorter one.",
        )
    return act_id


def must_be_the_same(before: Act, act: str, case_id: str | None, who: str) -> None:
    """Nothing, if an act that was done under this id is the one that is sent now; else SettingsError."""
    if (before.act, before.case_id, before.who) != (act, case_id, who):
        raise SettingsError(
            f"The id {before.act_id} was used before for another act.",
            means="What you sent was not done.",
            todo="Give every act an id of its own; only the same act is sent again under the same id.",
        )


@contextmanager
def fit_to_be_kept() -> Iterator[None]:
    """Words that a database cannot hold (too long, or signs that are no text) are told, and nothing is written."""
    try:
        yield
    except (DBAPIError, UnicodeError) as error:
        if isinstance(error, DBAPIError) and not _unfit(error):
            raise
        raise SettingsError(
            "Some of these words cannot be kept: they are too long, or hold signs that are no text.",
            means="Nothing was written.",
            todo="Shorten them (a name has at most 120 signs), or type them anew.",
        ) from error


def _unfit(error: DBAPIError) -> bool:
    """Whether a database refused a value as such (SQLSTATE class 22); pg8000 gives that another name."""
    said = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return isinstance(error, DataError) or (
        isinstance(said, dict) and str(said.get("C", "")).startswith("22")
    )


def done_before(connection: Connection, act_id: str) -> Act | None:
    """The act of this id, if it was written already."""
    row = connection.execute(select(acts).where(acts.c.act_id == act_id)).mappings().first()
    return None if row is None else as_act(row)


def write_act(connection: Connection, signed: Signature, deed: Deed) -> Act:
    """One more act at the end of the chain. The writers must have been set apart in this transaction."""
    number, head = last_act(connection)
    # A few secret bytes keep a short text from being guessed by its digest once the text is destroyed.
    payload = _canonical(
        {
            "changes": [asdict(change) for change in deed.changes],
            "why": deed.why,
            "more": dict(deed.more),
            "salt": secrets.token_hex(16),
        }
    )
    row: dict[str, Any] = {
        "act_no": number + 1,
        "act_id": signed.act_id,
        "at": signed.at,
        "who": signed.who,
        "origin": signed.origin,
        "act": deed.act,
        "case_id": deed.case_id,
        "payload": payload,
        "payload_sha256": sha256(payload.encode()).hexdigest(),
        "previous": head,
    }
    row["hash"] = act_hash(row)
    connection.execute(insert(acts).values(**row))
    return as_act(row)


def last_act(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last act; (0, zeros) in an empty book."""
    newest = select(acts.c.act_no, acts.c.hash).order_by(acts.c.act_no.desc()).limit(1)
    last = connection.execute(newest).first()
    return (last.act_no, last.hash) if last else (0, GENESIS)


def act_hash(row: Mapping[str, Any] | RowMapping) -> str:
    """The sha256 over everything that an act's row says, with the digest in place of the payload."""
    names = ("act_no", "act_id", "at", "who", "origin", "act", "case_id", "payload_sha256", "previous")
    return sha256(canonical_bytes(*(row[name] for name in names))).hexdigest()


def as_act(row: Mapping[str, Any] | RowMapping) -> Act:
    """The fact of one row; a destroyed payload leaves it without changes and reason."""
    payload = json.loads(row["payload"]) if row["payload"] is not None else {}
    return Act(
        act_no=row["act_no"],
        act_id=row["act_id"],
        at=row["at"],
        who=row["who"],
        origin=row["origin"],
        act=row["act"],
        case_id=row["case_id"],
        changes=tuple(Change(**change) for change in payload.get("changes", ())),
        why=payload.get("why", ""),
        destroyed=row["payload"] is None,
        hash=row["hash"],
    )


def act_hashes(connection: Connection) -> dict[int, str]:
    """The hash of every act, by number."""
    return {row.act_no: row.hash for row in connection.execute(select(acts.c.act_no, acts.c.hash))}


def all_acts(connection: Connection) -> Iterator[Act]:
    """Every act, oldest first."""
    for row in connection.execute(select(acts).order_by(acts.c.act_no)).mappings():
        yield as_act(row)


def check_chain(connection: Connection) -> ChainReport:
    """Walks the chain from its first act and stops at the first that does not hold.

    1. acts are numbered 1, 2, 3, ...
    2. each carries the hash of the one before it
    3. each hash is that of its row
    4. each payload has the digest its row names, or a later act says that it was destroyed
    """
    count, head = 0, GENESIS
    gone: set[int] = set()
    told: set[int] = set()
    for row in connection.execute(select(acts).order_by(acts.c.act_no)).mappings():
        fault = _fault(row, count, head)
        if fault:
            return ChainReport(count, head, fault)
        if row["payload"] is None:
            gone.add(row["act_no"])
        elif row["act"] == DESTROYED:
            told |= set(json.loads(row["payload"])["more"].get("acts", ()))
        count, head = row["act_no"], row["hash"]
    missing = sorted(gone - told)
    if missing:
        return ChainReport(count, head, f"The payload of act {missing[0]} is gone, and no act says why.")
    return ChainReport(count, head, "")


def _fault(row: RowMapping, count: int, head: str) -> str:
    number = row["act_no"]
    if number != count + 1:
        return f"Act {number} stands where act {count + 1} was due: acts were taken out or put in."
    if row["previous"] != head:
        return f"Act {number} does not follow the act before it: the chain is broken here."
    if row["hash"] != act_hash(row):
        return f"Act {number} was changed after it was written: its hash does not fit."
    if row["payload"] is not None and sha256(row["payload"].encode()).hexdigest() != row["payload_sha256"]:
        return f"What act {number} says was changed after it was written."
    return ""


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
