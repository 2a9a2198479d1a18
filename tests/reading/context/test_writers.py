import numpy as np

from schakel.reading.context.writers import who_wrote, writers
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

ROWS = [("c_2", "a_1"), ("c_1", "a_1"), ("c_1", None), ("c_1", "a_1"), ("c_1", "a_2")]


def test_who_wrote_how_much_where() -> None:
    messages = from_rows(
        [
            {"chat_id": chat, "account_id": account, "reply_to": n if n % 2 else None}
            for n, (chat, account) in enumerate(ROWS)
        ],
        "messages",
    )
    rows = [tuple(row.values()) for row in who_wrote(messages).to_pylist()]
    assert rows == [("c_1", "a_1", 2, 2), ("c_1", "a_2", 1, 0), ("c_1", None, 1, 0), ("c_2", "a_1", 1, 0)]
    assert who_wrote(messages.slice(0, 0)).num_rows == 0


def test_parts_are_added_up(engine: DuckDBEngine) -> None:
    for part in ("p", "q"):
        rows = [
            {"chat_id": chat, "account_id": account, "messages": 3, "replies": 1}
            for chat, account in ROWS[:3]
        ]
        engine.write(from_rows(rows, "writers"), "writers", part)
    by = writers(engine)
    chats = dict(zip(by.chats.to_pylist(), by.of_chats().tolist(), strict=True))
    assert chats == {"c_1": 12, "c_2": 6}
    assert by.accounts.to_pylist() == ["a_1"]
    assert by.of_accounts().tolist() == [12, 0]
    share = by.share(np.array([by.chats.index("c_1").as_py()]), np.array([0]))
    assert share.tolist() == [0.5]


def test_who_answers_and_who_writes_most(engine: DuckDBEngine) -> None:
    of = {
        "c_pile": {f"a_{n}": (1, 0) for n in range(20)},
        "c_channel": {"a_0": (19, 0), "a_1": (1, 1)},
        "c_group": {"a_0": (6, 2), "a_1": (3, 2), "a_2": (1, 0)},
        "c_nameless": {None: (8, 1), "a_1": (2, 0)},
    }
    rows = [
        {"chat_id": chat, "account_id": account, "messages": messages, "replies": replies}
        for chat, counts in of.items()
        for account, (messages, replies) in counts.items()
    ]
    engine.write(from_rows(rows, "writers"), "writers", "p")
    by = writers(engine)
    chats = by.chats.to_pylist()
    assert dict(zip(chats, by.answers().tolist(), strict=True)) == {
        "c_pile": 0.0, "c_channel": 0.05, "c_group": 0.4, "c_nameless": 0.1,
    }  # fmt: skip
    assert dict(zip(chats, by.most_by_one().tolist(), strict=True)) == {
        "c_pile": 0.05, "c_channel": 0.95, "c_group": 0.6, "c_nameless": 0.2,
    }  # fmt: skip
