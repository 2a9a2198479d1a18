"""How far a chat counts as a market: by how much of it trades, and whether people answer each other."""

import numpy as np
import pytest

from schakel.reading.context.company import Company, company, counts_as_far
from schakel.reading.context.traders import load_traders_talk
from schakel.reading.context.weights import load_context_weights
from schakel.reading.context.writers import writers
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

COUNTS, SHARE = load_traders_talk().counts, load_context_weights().trade


def counting(
    trade: list[float], of: list[float], replies: list[float], *, alone: bool = False
) -> list[float]:
    one_writer = np.full(len(trade), alone)
    among = Company(np.array(of), np.array(trade), np.array(replies), one_writer)
    part: list[float] = counts_as_far(among, SHARE, COUNTS).tolist()
    return part


def test_as_far_as_the_chat_trades() -> None:
    part = counting([0.0, 2.0, 60.0, 900.0, 1.0], [400.0, 400.0, 1000.0, 3000.0, 1.0], [1.0] * 5)
    assert part[:2] == [0.0, 0.0]
    assert 0 < part[2] < 1
    assert part[3] == 1.0
    assert part[4] < 0.2  # a chat of which hardly anything is known


def test_as_far_as_people_answer_each_other() -> None:
    part = counting([900.0] * 4, [3000.0] * 4, [0.0, 0.01, 0.025, 0.1])
    assert part == pytest.approx([0.0, 0.0, 0.5, 1.0])


def test_who_writes_alone_must_trade_more() -> None:
    trade, of, replies = [200.0, 300.0, 900.0], [3000.0] * 3, [0.0] * 3
    group, alone = counting(trade, of, [0.2] * 3), counting(trade, of, replies, alone=True)
    assert group[0] > alone[0] == 0.0
    assert group[1] > alone[1]
    assert group[2] == alone[2] == 1.0


def test_whether_one_account_wrote_nearly_all_and_how_many_reply(engine: DuckDBEngine) -> None:
    wrote = {"c_channel": [("a_0", 19, 0), ("a_1", 1, 1)], "c_group": [("a_0", 5, 2), ("a_1", 5, 2)]}
    rows = [
        {"chat_id": chat, "account_id": account, "messages": messages, "replies": replies}
        for chat, accounts in wrote.items()
        for account, messages, replies in accounts
    ]
    engine.write(from_rows(rows, "writers"), "writers", "p")
    by = writers(engine)
    chats = np.array([by.chats.to_pylist().index(name) for name in ("c_group", "c_channel", "c_group")])
    among = company(np.ones(3), np.full(3, 10.0), chats, by, load_context_weights())
    assert among.one_writer.tolist() == [False, True, False]
    assert among.replies.tolist() == pytest.approx([0.4, 0.05, 0.4])
