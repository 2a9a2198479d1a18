"""Log10 likelihood ratios of what can be seen around a message, counted in a made-up market by the true acts.

The weights of context (`lexicons/context_weights.toml`) are held below these.
"""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.reading.weighing.weights import ACTS
from schakel.road import Road
from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace, working_in

Different = tuple[str, str, str]  # account, text, act


class Message(NamedTuple):
    """One message with what it truly does."""

    chat: int
    number: int
    account: str
    reply_to: int | None
    text: str
    act: str


def counted_ratios(settings: MarketSettings, folder: Path) -> list[list[str]]:
    """For each thing seen around messages how often it is, and the log10 likelihood ratio of each act against none.

    What accounts do is counted over different messages, everything else over all.
    """
    messages = _true_messages(settings, folder)
    different = {(one.account, one.text, one.act) for one in messages}
    of_accounts = _counts(_habits(different), Counter(act for *_, act in different))
    return sorted(
        [*of_accounts, *_counts(_features(messages, different), Counter(one.act for one in messages))]
    )


def _counts(features: Iterable[tuple[str, str]], total: Counter[str]) -> list[list[str]]:
    seen: dict[str, Counter[str]] = {}
    for feature, act in features:
        seen.setdefault(feature, Counter())[act] += 1
    return [
        [name, f"{counts.total():,}", *(_ratio(counts, total, act) for act in ACTS)]
        for name, counts in seen.items()
    ]


def _ratio(counts: Counter[str], total: Counter[str], act: str) -> str:
    """A log10 likelihood ratio; half a message is added everywhere."""
    rate, other = ((counts[one] + 0.5) / (total[one] + 1.0) for one in (act, "none"))
    return f"{math.log10(rate / other):+.1f}"


def _true_messages(settings: MarketSettings, folder: Path) -> list[Message]:
    simulate(settings, folder / "market")
    with (folder / "market" / "truth" / "messages.csv").open(encoding="utf-8") as lines:
        truth = {(int(row["chat_tg_id"]), int(row["tg_id"])): row["act"] for row in csv.DictReader(lines)}
    workspace = create_workspace(folder / "case")
    with working_in(workspace):
        engine, ledger = DuckDBEngine(workspace, workers=Workers(1)), Ledger(workspace.ledger, "measuring")
        Road(workspace, engine, ledger, lambda *_: None).intake(
            [folder / "market" / "export"], IntakeOptions()
        )
        columns = ["chat_tg_id", "tg_id", "account_id", "reply_to", "text"]
        rows = engine.read("messages", columns)
    found = zip(*(rows[name].to_pylist() for name in columns), strict=True)
    return [Message(*row, truth[row[0], row[1]]) for row in found if row[4] and (row[0], row[1]) in truth]


def _features(messages: list[Message], different: set[Different]) -> Iterator[tuple[str, str]]:
    """What is seen around each message, with its act."""
    by_number = {(message.chat, message.number): message for message in messages}
    copies = Counter((message.account, message.text) for message in messages)
    habits = _by_account(different)
    for message in messages:
        if message.reply_to is not None:
            replied = by_number.get((message.chat, message.reply_to))
            yield _reply(message, replied, habits), message.act
            if habits[message.account]["offer"] and replied and replied.account != message.account:
                yield "answer of a seller", message.act
        times = copies[message.account, message.text]
        if times >= 6:
            yield "posted 16 times or more" if times >= 16 else "posted 6 to 15 times", message.act


def _by_account(different: set[Different]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for account, _, act in different:
        counts.setdefault(account, Counter())[act] += 1
    return counts


def _habits(different: set[Different]) -> Iterator[tuple[str, str]]:
    """What else the account of each different message writes."""
    counts = _by_account(different)
    for account, _, act in different:
        yield _habit(counts[account], act), act


def _reply(message: Message, to: Message | None, different: dict[str, Counter[str]]) -> str:
    if to is None:
        return "reply to what was not seen"
    if to.account == message.account:
        return "reply to own message"
    if to.act in {"offer", "request"}:
        return f"reply to {to.act}"
    return "reply to seller" if different[to.account]["offer"] > 1 else "reply to other talk"


def _habit(counts: Counter[str], act: str) -> str:
    """What the account's other different messages do; each different message of an account counts once."""
    others, offers = counts.total() - 1, counts["offer"] - (act == "offer")
    if others == 0:
        return "account: nothing else"
    if offers == 0:
        many = "1 or 2" if others < 3 else "3 to 9" if others < 10 else "10 or more"
        return f"account: {many} others, no offer"
    return f"account: {'less' if offers < 0.2 * others else 'more'} than a fifth of others offer"
