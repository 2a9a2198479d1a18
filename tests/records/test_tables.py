import pyarrow as pa
import pytest

from schakel.records.errors import SchemaError
from schakel.records.tables import SCHEMAS, check, counts_add_up, empty, from_rows

# What tools outside rely on; a change here breaks them.
PROMISED = {
    "messages": {"chat_tg_id", "tg_id", "account_tg_id", "account_id", "text"},
    "offers": {"message_id", "act", "score"},
    "items": {"message_id", "commodity", "quantity", "unit", "price", "currency", "scale"},
    "campaigns": {"campaign_id", "message_id"},
    "sellers": {"seller_id", "member_kind", "member_id", "account_tg_id"},
    "findings": {"subject_id", "kind", "value", "low", "high", "reasons"},
    "interventions": {"intervention_id", "measure", "period", "value", "low", "high", "claim", "reasons"},
    "leads": {"lead_id", "seller_id", "worth", "hours"},
}


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_promised_columns_are_there(name: str) -> None:
    assert set(SCHEMAS[name].names) >= PROMISED[name]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_an_empty_table_passes_its_door(name: str) -> None:
    assert check(empty(name), name).num_rows == 0


def test_a_missing_column_is_named() -> None:
    with pytest.raises(SchemaError) as caught:
        check(empty("chats").drop_columns(["title"]), "chats")
    assert "title" in caught.value.diagnostics()


def test_another_type_is_refused() -> None:
    table = empty("chats")
    wrong = table.set_column(1, "chat_tg_id", pa.array([], pa.int32()))
    with pytest.raises(SchemaError):
        check(wrong, "chats")


def test_rows_without_a_column_get_null() -> None:
    assert from_rows([{"chat_id": "c_1"}], "chats").column("title").to_pylist() == [None]


def test_counts_add_up_or_say_so() -> None:
    counts_add_up("records", 5, kept=3, quarantined=2)
    with pytest.raises(SchemaError, match="5 in, but 3 kept \\+ 1 quarantined"):
        counts_add_up("records", 5, kept=3, quarantined=1)
