"""Messages of chats that stand mixed keep their order, their chat and their id."""

from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.peers import Chat, numbered_account, numbered_chat
from schakel.intake.rows_by_chat import OneMessage, RowsByChat
from schakel.records.ids import message_id

CHATS = [numbered_chat("channel", n, f"title {n}", "public_channel" if n else "") for n in range(1, 5)]
MESSAGE = st.builds(
    lambda number, text, who, edited: OneMessage(
        number, 0, text, account=numbered_account("user", who), rare={"edited_at": edited}
    ),
    st.integers(-(1 << 61), 1 << 61),
    st.text(max_size=20),
    st.integers(1, 3),
    st.none() | st.integers(0, 1 << 31),
)


@given(st.lists(st.tuples(st.sampled_from(CHATS), MESSAGE), max_size=12))
def test_each_row_is_that_of_its_message(told: list[tuple[Chat, OneMessage]]) -> None:
    rows = RowsByChat("s")
    for place, (chat, one) in enumerate(told):
        one.place = place
        rows.add(chat, one)
    expected = [
        (
            message_id(chat.chat_id, one.number, one.text, one.rare["edited_at"]),  # type: ignore[arg-type]
            chat.chat_id,
            chat.tg_id,
            chat.title,
            one.account[0],
            one.text,
            place,
        )
        for place, (chat, one) in enumerate(told)
    ]
    names = ("message_id", "chat_id", "chat_tg_id", "chat_title", "account_id", "text", "place_in_source")
    assert [tuple(row[name] for name in names) for row in rows.table().to_pylist()] == expected
