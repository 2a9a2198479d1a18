"""Transcripts and markets of other makers in which the function of every account is known, as `tools/fit_roles.py` takes them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import scipy.sparse as sp
from benchmarks.other_makers.truth import read_truth
from fit_reading import fewer_places
from fit_reading import matrix as sequences
from market_runs import runs_of
from reading_messages import HOME

from schakel.judging.judge import gathered
from schakel.judging.roles.by_words import rule_chances
from schakel.judging.roles.roles import rule_claims
from schakel.judging.roles.work import Work, work_of
from schakel.judging.weights import ghost_model
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.wording import BITS
from schakel.reading.work_talk import is_short_line
from schakel.records.ids import text_id
from schakel.records.who_wrote import WORK_TALK
from schakel.records.work_roles import WORK_ROLES
from schakel.showing.cli.session import looking

TRANSCRIPTS = HOME / "training" / "roles"
AT_ONCE = 4000
WORK_BITS = 18


@dataclass(frozen=True, slots=True)
class Spoken:
    """Different lines of accounts: of each its account, the functions of that, and the place of its text among all `texts` (lower-cased)."""

    account: list[str]
    roles: list[frozenset[str]]
    text: Any
    texts: list[str]

    @classmethod
    def made(cls, rows: Iterable[tuple[str, frozenset[str], str]]) -> "Spoken":
        """Each line of an account once."""
        once = sorted({(account, text): roles for account, roles, text in rows}.items())
        texts = sorted({text for (_, text), _ in once})
        place = {text: n for n, text in enumerate(texts)}
        return cls(
            [account for (account, _), _ in once],
            [roles for _, roles in once],
            np.array([place[text] for (_, text), _ in once]),
            texts,
        )


def transcripts() -> Spoken:
    """The lines of all transcripts that do not offer; a speaker is one of a chat."""
    rows = [
        json.loads(line)
        for path in sorted(TRANSCRIPTS.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    texts = [row["text"] for row in rows]
    short = is_short_line(pa.array(texts, pa.string()))
    return Spoken.made(
        (f"{row['chat']} {row['speaker']}", frozenset(row["roles"]), row["text"].lower())
        for row, line in zip(rows, short.tolist(), strict=True)
        if line and row["act"] != "offer"
    )


@dataclass(frozen=True, slots=True)
class Market:
    """One market as it was read and judged: its lines, and of every account at work what it is and what the rules say."""

    spoken: Spoken
    counts: sp.csr_matrix  # of each different text how much each sequence counts
    lines: pa.Table  # message_id, chat_id, account_id, text of every short line
    place: Any  # of each line the place of its text
    workspace: Path
    at_work: pa.Table
    chats: pa.Table
    rules: list[dict[str, float]]
    roles: list[frozenset[str]]


def markets_of(maker: str, seed: int, folder: Path, workspaces: str) -> list[Market]:
    """The markets of a maker with their workspaces, made and run where they are not there."""
    return [_market(market, workspace) for market, workspace in runs_of(maker, seed, folder, workspaces)]


def _market(market: Path, workspace: Path) -> Market:
    truth = read_truth(market / "truth").roles
    with looking(workspace) as session:
        engine = session.engine
        facts = gathered(engine)
        at_work = facts.table("at_work")
        rules = rule_chances(facts, rule_claims(facts))
        names = engine.read("accounts", ["account_id", "account_tg_id", "kind"]).to_pylist()
        lines = _short(engine, workspace)
        chats = facts.table("trading_chats")
    of = {row["account_id"]: truth.get(_written(row), frozenset()) for row in names}
    texts = [text.lower() for text in lines["text"].to_pylist()]
    known = [of.get(one, frozenset()) for one in lines["account_id"].to_pylist()]
    spoken = Spoken.made(zip(lines["account_id"].to_pylist(), known, texts, strict=True))
    at = {text: n for n, text in enumerate(spoken.texts)}
    return Market(
        spoken,
        counted(spoken.texts),
        lines,
        np.array([at[text] for text in texts]),
        workspace,
        at_work,
        chats,
        rules,
        [of.get(one, frozenset()) for one in at_work["account_id"].to_pylist()],
    )


def counted(texts: Sequence[str]) -> sp.csr_matrix:
    """How much each sequence counts in each of these texts."""
    parts = [texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE)]
    made = [fewer_places(sequences(masked_each(part)), BITS - WORK_BITS).astype(np.float32) for part in parts]
    return sp.vstack(made).tocsr()


def _written(row: Mapping[str, Any]) -> str:
    return f"{'channel' if row['kind'] == 'channel' else 'user'}{row['account_tg_id']}"


def _short(engine: Any, workspace: Path) -> pa.Table:
    """The short lines that reading weighs: all that do not surely offer by their text."""
    messages = engine.read("messages", ["message_id", "chat_id", "account_id", "kind", "text"])
    messages = messages.filter(
        pc.and_(pc.equal(messages["kind"], "message"), pc.is_valid(messages["account_id"]))
    )
    messages = messages.filter(pa.array(is_short_line(messages["text"].combine_chunks())))
    parts = sorted(
        path.name for path in (workspace / "tables" / "offers").iterdir() if path.name != "in-context"
    )
    sure = pa.concat_tables([engine.read("offers", ["message_id", "act"], part) for part in parts])
    offers = sure.filter(pc.equal(sure["act"], "offer"))["message_id"].combine_chunks()
    return messages.filter(pc.invert(pc.is_in(messages["message_id"], value_set=offers))).drop_columns(
        ["kind"]
    )


def said_by(market: Market, fitted: tuple[Any, Any]) -> Work:
    """What the accounts of a market wrote of their work by a wording, through the steps of the judging."""
    weights, priors = fitted
    odds = np.asarray(market.counts @ weights.T) + priors
    odds = np.rint(odds[market.place] * 100) / 100
    line, role = np.nonzero(odds > 0)
    rows = market.lines.take(pa.array(line))
    ids = [text_id(text) for text in rows["text"].to_pylist()]
    columns = {name: rows[name] for name in ("message_id", "chat_id", "account_id")} | {
        "text_id": pa.array(ids, pa.string()),
        "role": pa.array(WORK_ROLES, pa.string()).take(pa.array(role)),
        "odds": pa.array(odds[line, role]),
    }
    talk = pa.table([columns[name] for name in WORK_TALK.names], names=WORK_TALK.names).cast(WORK_TALK)
    with looking(market.workspace) as session:
        said = session.engine.step(
            files("schakel.judging.sql") / "work_said.sql",
            parameters={"most": ghost_model().limits["listed_messages"]},
            tables={"work_talk": talk, "trading_chats": market.chats},
        )
    return work_of(said, market.at_work, market.rules)
