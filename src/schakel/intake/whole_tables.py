"""The tables that follow from all messages together: accounts, chats, coverage and sources."""

import json
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from importlib.resources import files

import pyarrow as pa

from schakel.intake.detect import DUMPS
from schakel.intake.parsing import STEP, clock_in
from schakel.intake.quarantine import Unread, quarantine_table
from schakel.intake.sealing import SealedSource
from schakel.records.tables import from_rows
from schakel.store.engine import Engine
from schakel.store.stamps import Stamps
from schakel.store.steps import run_step

_SQL = "schakel.intake.sql"


def make_whole_tables(
    engine: Engine, stamps: Stamps, sources: list[SealedSource], refused: list[tuple[str, str]]
) -> None:
    """Brings accounts, chats, coverage and sources up to date, and the list of files refused at arrival."""
    dumps = pa.table(
        {"source_id": pa.array(sorted(s.sha256 for s in sources if s.format in DUMPS), pa.string())}
    )
    inputs = {"messages": stamps.digest_of("messages")}
    who = {**inputs, "profiles": stamps.digest_of("profiles"), "dumps": _digest(dumps.to_pylist())}
    with ThreadPoolExecutor(1) as aside:  # who was seen where is counted beside what is missing
        stale = stamps.current("presence", "all", who) is None
        presence = aside.submit(_presence, engine, dumps) if stale else None
        run_step(engine, stamps, "coverage", inputs, partial(_coverage, engine))
        run_step(engine, stamps, "presence", who, partial(_accounts_and_chats, engine, presence, dumps))
    rows = [_source_row(stamps, source) for source in sources]
    run_step(
        engine, stamps, "sources", {"rows": _digest(rows)}, lambda: {"sources": from_rows(rows, "sources")}
    )
    if refused:
        run_step(
            engine, stamps, "refused", {"files": _digest(refused)}, partial(_refused, refused), part="arrival"
        )


def _coverage(engine: Engine) -> Mapping[str, pa.Table]:
    return {"coverage": engine.step(files(_SQL) / "coverage.sql", into="coverage")}


def _presence(engine: Engine, dumps: pa.Table) -> pa.Table:
    return engine.step(files(_SQL) / "presence.sql", tables={"dumps": dumps})


def _accounts_and_chats(
    engine: Engine, coming: Future[pa.Table] | None, dumps: pa.Table
) -> Mapping[str, pa.Table]:
    """Both from one pass over the messages; the number of messages a chat comes from `coverage`."""
    presence = {"presence": coming.result() if coming else _presence(engine, dumps)}
    names = ("accounts", "chats")
    with ThreadPoolExecutor(len(names)) as beside:
        made = beside.map(
            lambda name: engine.step(files(_SQL) / f"{name}.sql", into=name, tables=presence), names
        )
        return dict(zip(names, made, strict=True))


def _refused(refused: list[tuple[str, str]]) -> Mapping[str, pa.Table]:
    tables = [quarantine_table(None, name, [Unread(None, "arrival", why)]) for name, why in refused]
    return {"quarantine": pa.concat_tables(tables)}


def _source_row(stamps: Stamps, source: SealedSource) -> dict[str, object]:
    stamp = stamps.get(STEP, source.part)
    counts = stamp.counts if stamp else {}
    return {
        "source_id": source.sha256,
        "name": source.name,
        "bytes": source.bytes,
        "format": source.format,
        "brought_by": source.brought_by,
        "authorisation": source.authorisation,
        **{name: counts.get(name, 0) for name in ("records", "kept", "known", "quarantined")},
        "clock": clock_in(counts) or None,
        "described": counts.get("described", 0),
    }


def _digest(rows: object) -> str:
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
