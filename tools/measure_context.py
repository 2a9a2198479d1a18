"""Measures what the context of messages adds to the reading, and writes the figures into docs/context-measured.md.

    .venv/bin/python -m tools.measure_context [FOLDER OF DEVELOPMENT DATA]

The figures on made-up markets need nothing but the checkout. Those on ordinary chats need the development data (or
SCHAKEL_SHARED); without them the figures that stand on the page are left as they are.
"""

import csv
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.context_ratios import counted_ratios
from tools.ordinary_chats import OrdinaryChats, ordinary_chats, text_chat

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.reading.evaluation.labels import Labelled, find_labelled, read_labelled
from schakel.reading.weighing.weights import ACTS
from schakel.road import Road
from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace, working_in

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs" / "context-measured.md"
# Seeds that no weight was set with; those were 301 to 303.
MARKETS = {
    "60 sellers, 30 days": MarketSettings(sellers=60, days=30, seed=7501),
    "300 sellers, 60 days": MarketSettings(sellers=300, days=60, seed=7502, messages=40_000),
    "the same, much chatter": MarketSettings(sellers=60, days=60, seed=7503, messages=40_000),
    "300 sellers who adapt": MarketSettings(
        sellers=300, days=60, seed=7504, messages=40_000, adaptation=True
    ),
}
COUNTED = MarketSettings(sellers=300, days=60, seed=302, messages=40_000)  # for the likelihood ratios
LABELLED = "fresh"
BINS = ((0.0, 0.2), (0.2, 0.45), (0.45, 0.7), (0.7, 0.9), (0.9, 1.01))


@dataclass(frozen=True, slots=True)
class Read:
    """One message: what it was read as by its text alone and where it stands.

    For messages in doubt `nearest` and `scores` are the act nearest to it and the probability of that, both ways.
    """

    chat: str
    number: int
    account: str
    alone: str
    act: str
    nearest: tuple[str, str] | None = None
    scores: tuple[float, float] = (0.0, 0.0)


# ---- one workspace


def read_exports(groups: Sequence[Sequence[Path]], folder: Path) -> list[list[Read]]:
    """The messages of each group of exports, all taken into one workspace and read together."""
    workspace = create_workspace(folder)
    with working_in(workspace):
        engine, ledger = DuckDBEngine(workspace, workers=Workers()), Ledger(workspace.ledger, "measuring")
        road = Road(workspace, engine, ledger, lambda *_: None)
        known: set[str] = set()
        found = []
        for paths in groups:
            road.intake(paths, IntakeOptions(timezone="UTC"))
            chats = set(engine.read("chats", ["chat_id"])["chat_id"].to_pylist())
            found.append(chats - known)
            known |= chats
        road.read()
        rows = messages_read(engine)
        engine.workers.close()
    return [[row for row in rows if row.chat in chats] for chats in found]


def messages_read(engine: DuckDBEngine) -> list[Read]:
    """All messages of a workspace that have a text."""
    sure = _by_message(engine, "offers", ["act"])
    weighed = _by_message(engine, "contexts", ["act_alone", "act", "nearest", "score_alone", "score"])
    odds = _by_message(engine, "doubts", ["odds"])
    rows = []
    columns = ["message_id", "chat_id", "tg_id", "account_id", "kind", "text"]
    for message, chat, number, account, kind, text in _rows(engine, "messages", columns):
        if kind != "message" or not text:
            continue
        if message not in weighed:
            act = sure.get(message, ("none",))[0]
            rows.append(Read(chat, number, account, act, act))
            continue
        alone, act, nearest, *scores = weighed[message]
        if message not in odds:  # passed over by its text and read after all, where people trade
            rows.append(Read(chat, number, account, alone, act))
            continue
        best = ACTS[max(range(len(ACTS)), key=odds[message][0].__getitem__)]
        rows.append(Read(chat, number, account, alone, act, (best, nearest), tuple(scores)))
    return rows


def _rows(engine: DuckDBEngine, name: str, columns: list[str]) -> Iterable[tuple[Any, ...]]:
    rows = engine.read(name, columns)
    return zip(*(rows[column].to_pylist() for column in columns), strict=True)


def _by_message(engine: DuckDBEngine, name: str, columns: list[str]) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in _rows(engine, name, ["message_id", *columns])}


# ---- made-up markets


@dataclass(frozen=True, slots=True)
class Judged:
    """Messages with what they truly do, and the accounts that truly offer."""

    pairs: list[tuple[Read, str]]
    sellers: frozenset[str]


def market(settings: MarketSettings, folder: Path) -> Judged:
    """A made-up market, read, beside its truth."""
    simulate(settings, folder / "market")
    messages = read_exports([[folder / "market" / "export"]], folder / "case")[0]
    engine = DuckDBEngine(create_workspace(folder / "case"), workers=Workers(1))
    numbers = dict(_rows(engine, "chats", ["chat_id", "chat_tg_id"]))
    with (folder / "market" / "truth" / "messages.csv").open(encoding="utf-8") as lines:
        truth = {(int(row["chat_tg_id"]), int(row["tg_id"])): row["act"] for row in csv.DictReader(lines)}
    pairs = [(row, truth[numbers[row.chat], row.number]) for row in messages]
    return Judged(pairs, frozenset(row.account for row, act in pairs if act == "offer"))


def market_rows(name: str, judged: Judged) -> list[list[str]]:
    """Two rows of figures for one market: by texts alone, and where the messages stand."""
    rows = []
    for how in ("alone", "in context"):
        said = [(row, row.alone if how == "alone" else row.act, true) for row, true in judged.pairs]
        right = sum(found == true for _, found, true in said)
        cells = [name, how, f"{len(said):,}", _share(right, len(said))]
        for act in ACTS[:4]:
            cells += _quality([(found == act, true == act) for _, found, true in said])
        offering = {row.account for row, found, _ in said if found == "offer"}
        both = len(offering & judged.sellers)
        rows.append([*cells, _share(both, len(offering)), _share(both, len(judged.sellers))])
    return rows


def _quality(pairs: Iterable[tuple[bool, bool]]) -> list[str]:
    counts = Counter(pairs)
    right = counts[True, True]
    return [_share(right, right + counts[True, False]), _share(right, right + counts[False, True])]


def _share(part: float, of: int, digits: int = 3) -> str:
    return f"{part / of:.{digits}f}" if of else ""


MARKET_HEAD = (
    "market", "read", "messages", "act right", "offer P", "offer R", "request P", "request R", "vouch P",
    "vouch R", "warning P", "warning R", "accounts that sell P", "accounts that sell R",
)  # fmt: skip


def calibration(markets: Iterable[Judged]) -> str:
    """For the messages in doubt: how often the nearest act is right, by its probability, alone and in context."""
    doubts = [(row, true) for one in markets for row, true in one.pairs if row.nearest]
    rows = []
    for low, high in BINS:
        cells = [f"{low:.0%} to {min(high, 1):.0%}"]
        for at in (0, 1):
            inside = [(row, true) for row, true in doubts if low <= row.scores[at] < high]
            so = sum(row.nearest is not None and row.nearest[at] == true for row, true in inside)
            mean = sum(row.scores[at] for row, _ in inside)
            cells += [f"{len(inside):,}", _share(mean, len(inside), 2), _share(so, len(inside), 2)]
        rows.append(cells)
    score = ["Brier score"]
    for at in (0, 1):
        wrong = [
            (row.scores[at] - (row.nearest is not None and row.nearest[at] == true)) ** 2
            for row, true in doubts
        ]
        score += [f"{len(wrong):,}", "", _share(sum(wrong), len(wrong))]
    head = ["said", "alone: messages", "mean said", "is so", "in context: messages", "mean said", "is so"]
    return table(head, [*rows, score])


# ---- labelled messages as chats


def labelled(folder: Path) -> str:
    """Labelled messages, those of each language as one chat: whether their context does harm."""
    chats: dict[str, list[Labelled]] = {}
    for one in read_labelled(find_labelled([], CHECKOUT)):
        if one.of == LABELLED:
            chats.setdefault(one.language, []).append(one)
    texts = {language: [one.label.text for one in some] for language, some in sorted(chats.items())}
    exports = [
        text_chat(n, language, some, folder / language) for n, (language, some) in enumerate(texts.items(), 1)
    ]
    rows = []
    for (language, some), messages in zip(
        sorted(chats.items()), read_exports([[one] for one in exports], folder / "case"), strict=True
    ):
        said = [(row, some[row.number - 1].label.act) for row in messages]
        alone, there = (
            sum(found == true for found, true in pairs)
            for pairs in ([(row.alone, true) for row, true in said], [(row.act, true) for row, true in said])
        )
        rows.append([language, f"{len(said)}", f"{alone}", f"{there}"])
    total = [sum(int(row[at]) for row in rows) for at in (1, 2, 3)]
    rows.append(["all", *map(str, total)])
    return table(["language", "messages", "act right alone", "act right in context"], rows)


# ---- ordinary chats


def ordinary(data: Path, folder: Path) -> str:
    """Acts read in chats where nobody trades, in a workspace that holds a market too."""
    kinds = list(ordinary_chats(data, folder / "exports"))
    simulate(MARKETS["60 sellers, 30 days"], folder / "market")
    groups = [[folder / "market" / "export"], *(kind.exports for kind in kinds)]
    _, *found = read_exports(groups, folder / "case")
    rows = [
        row for kind, messages in zip(kinds, found, strict=True) for row in _ordinary_rows(kind, messages)
    ]
    return table(["chats", "held out", "messages", "read", "any act", *ACTS], rows)


def _ordinary_rows(kind: OrdinaryChats, messages: Sequence[Read]) -> Iterable[list[str]]:
    for how in ("alone", "in context"):
        counts = Counter(row.alone if how == "alone" else row.act for row in messages)
        numbers = [len(messages) - counts["none"], *(counts[act] for act in ACTS)]
        cells = [f"{10_000 * number / max(1, len(messages)):.1f}" for number in numbers]
        yield [kind.kind, "yes" if kind.held_out else "no", f"{len(messages):,}", how, *cells]


# ---- the page


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as it stands on the page."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(page: str, made: Mapping[str, str]) -> str:
    """The page with its blocks replaced."""
    for name, text in made.items():
        start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
        before, _, rest = page.partition(start)
        page = f"{before}{start}\n{text}\n{end}{rest.partition(end)[2]}"
    return page


def main() -> None:
    """Measures and writes."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SCHAKEL_SHARED", "")
    data = Path(given) / "data" if given else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        judged = {what: market(one, folder / str(one.seed)) for what, one in MARKETS.items()}
        rows = [row for what, one in judged.items() for row in market_rows(what, one)]
        made = {"markets": table(MARKET_HEAD, rows), "calibration": calibration(judged.values())}
        made["labelled"] = labelled(folder / "labelled")
        made["ratios"] = table(
            ["what is seen", "messages", *ACTS], counted_ratios(COUNTED, folder / "counted")
        )
        if data and data.is_dir():
            made["ordinary"] = ordinary(data, folder / "ordinary")
    PAGE.write_text(write(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    print(f"{', '.join(made)}: written to {PAGE.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
