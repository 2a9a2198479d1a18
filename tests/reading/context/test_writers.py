import numpy as np

from schakel.reading.context.writers import who_wrote, writers
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

ROWS = [("c_2", "a_1"), ("c_1", "a_1"), ("c_1", None), ("c_1", "a_1"), ("c_1", "a_2")]


def test_who_wrote_how_much_where() -> None:
    messages = from_rows([{"chat_id": chat, "account_id": account} for chat, account in ROWS], "messages")
    rows = [tuple(row.values()) for row in who_wrote(messages).to_pylist()]
    assert rows == [("c_1", "a_1", 2), ("c_1", "a_2", 1), ("c_1", None, 1), ("c_2", "a_1", 1)]
    assert who_wrote(messages.slice(0, 0)).num_rows == 0


def test_parts_are_added_up(engine: DuckDBEngine) -> None:
    for part in ("p", "q"):
        rows = [{"chat_id": chat, "account_id": account, "messages": 3} for chat, account in ROWS[:3]]
        engine.write(from_rows(rows, "writers"), "writers", part)
    by = writers(engine)
    chats = dict(zip(by.chats.to_pylist(), by.of_chats().tolist(), strict=True))
    assert chats == {"c_1": 12, "c_2": 6}
    assert by.accounts.to_pylist() == ["a_1"]
    assert by.of_accounts().tolist() == [12, 0]
    share = by.share(np.array([by.chats.index("c_1").as_py()]), np.array([0]))
    assert share.tolist() == [0.5]


def test_who_came_back(engine: DuckDBEngine) -> None:
    """Of writers nobody knows it cannot be told whether they came back."""
    of = {
        "c_strangers": {f"a_{n}": 1 for n in range(20)},
        "c_channel": {"a_0": 19, "a_1": 1},
        "c_group": {"a_0": 6, "a_1": 3, "a_2": 1},
        "c_nameless": {None: 8, "a_1": 2},
    }
    rows = [
        {"chat_id": chat, "account_id": account, "messages": messages}
        for chat, counts in of.items()
        for account, messages in counts.items()
    ]
    engine.write(from_rows(rows, "writers"), "writers", "p")
    by = writers(engine)
    told = dict(zip(by.chats.to_pylist(), zip(*map(list, by.who_came_back()), strict=True), strict=True))
    assert told == {
        "c_strangers": (0.0, 0.05),
        "c_channel": (0.95, 0.95),
        "c_group": (0.9, 0.6),
        "c_nameless": (0.2, 0.2),
    }
