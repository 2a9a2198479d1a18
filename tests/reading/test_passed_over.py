"""What the search passed over in a chat that trades is read by its wording, and nowhere else."""

from collections.abc import Iterable, Sequence
from functools import partial

import pyarrow as pa
import pytest

from schakel.reading.context.weigh import weigh_context
from schakel.reading.new_messages import read_part
from schakel.reading.passed_over import passed_over, read_as_traders
from schakel.reading.terms.lexicon import Term
from schakel.records.tables import from_rows
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace
from tests.reading.context.small_chats import Row, context_of, market, message, ordinary, rules
from tests.reading.suggesting.words import OWN
from tests.reading.telling_workers import Telling

PRAISE = "komt altijd zijn afspraken na"  # no listed word: the search finds nothing in it
LATER = "kwam weer zijn afspraken na"


def read_on(engine: DuckDBEngine, parts: Sequence[Iterable[Row]]) -> dict[str, pa.Table]:
    names = [f"p{number}" for number in range(len(parts))]
    for name, rows in zip(names, parts, strict=True):
        engine.write(from_rows(list(rows), "messages"), "messages", name)
        for number, piece in enumerate(read_part(engine, name)):
            for table, made in piece.items():
                engine.write(made, table, name, f"reading-{number}")
    return weigh_context(engine, names, passed_over) | {"doubts": engine.read("doubts")}


def acts(told: dict[str, pa.Table]) -> dict[str, str]:
    return dict(zip(*told["contexts"].select(["message_id", "act"]).to_pydict().values(), strict=True))


def test_praise_without_a_listed_word_is_read_where_people_trade(engine: DuckDBEngine) -> None:
    praise = message("c_market", 2000, "a_buyer", PRAISE, reply_to=1003)
    elsewhere = message("c_ordinary", 2000, "a_other_1", PRAISE, reply_to=1003)
    told = read_on(engine, [[*market(), *ordinary(), praise, elsewhere]])
    assert praise["message_id"] not in told["doubts"]["message_id"].to_pylist()
    assert acts(told)[praise["message_id"]] == "vouch"
    assert elsewhere["message_id"] not in acts(told)
    row = context_of(told, praise)
    assert row["act_alone"] == "none"
    assert rules(row)["as traders word it"] > 0
    (offer,) = [one for one in told["offers"].to_pylist() if one["message_id"] == praise["message_id"]]
    assert (offer["act"], offer["chat_id"], offer["account_id"]) == ("vouch", "c_market", "a_buyer")


def test_talk_that_was_passed_over_stays_talk(engine: DuckDBEngine) -> None:
    talk = [
        message("c_market", 2000 + n, f"a_talker_{n}", "morgen weer vroeg op, gym om 7 uur") for n in range(5)
    ]
    told = read_on(engine, [[*market(), *talk]])
    assert not {row["message_id"] for row in talk} & set(acts(told))


def test_nothing_is_read_on_where_nobody_answers(engine: DuckDBEngine) -> None:
    """The same praise in two chats of the same messages, in one of which nobody replies."""
    silent = [message("c_pile", row["tg_id"], row["account_id"], row["text"]) for row in market()]
    here, there = (message(chat, 2000, "a_buyer", PRAISE) for chat in ("c_market", "c_pile"))
    told = read_on(engine, [[*market(), *silent, here, there]])
    assert acts(told)[here["message_id"]] == "vouch"
    assert there["message_id"] not in acts(told)
    rows = told["contexts"].to_pylist()
    by_traders = {row["chat_id"] for row in rows if "as traders word it" in rules(row)}
    assert by_traders == {"c_market"}


def test_nothing_is_read_twice_and_in_any_order_the_same(engine: DuckDBEngine) -> None:
    praises = [message("c_market", 2000 + n, f"a_buyer_{n}", PRAISE, reply_to=1003) for n in range(3)]
    told = read_on(engine, [[*market(), *praises]])
    ids = told["contexts"]["message_id"].to_pylist()
    assert len(ids) == len(set(ids))
    again = weigh_context(engine, ["p0"], passed_over)
    assert again["contexts"].equals(told["contexts"])


@pytest.mark.parametrize(
    ("loaded", "here", "handed"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_few_texts_go_to_others_where_only_those_have_the_lists(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, loaded: bool, here: bool, handed: bool
) -> None:
    workers = Telling(loaded)
    engine = DuckDBEngine(workspace, workers=workers)
    rows = [*market(), message("c_market", 2000, "a_buyer", PRAISE, reply_to=1003)]
    engine.write(from_rows(rows, "messages"), "messages", "p")
    for number, piece in enumerate(read_part(engine, "p")):
        for table, made in piece.items():
            engine.write(made, table, "p", f"reading-{number}")
    workers.sizes.clear()
    monkeypatch.setattr("schakel.reading.passed_over.lists_stand_here", lambda: here)
    weigh_context(engine, ["p"], passed_over)
    assert bool(workers.sizes) == handed


def test_a_text_is_read_once_and_again_with_other_words_only(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(texts: pa.Array, words: tuple[Term, ...] = ()) -> pa.Table:
        read.extend(texts.to_pylist())
        return read_as_traders(texts, words)

    monkeypatch.setattr("schakel.reading.passed_over.read_as_traders", reading)
    engine = DuckDBEngine(workspace, workers=Workers(1), keep=True)
    praise, later = (
        message("c_market", n, "a_buyer", text, reply_to=1003) for n, text in ((2000, PRAISE), (2001, LATER))
    )
    read_on(engine, [[*market(), praise]])
    assert PRAISE in read
    read.clear()
    both = read_on(engine, [[*market(), praise], [later]])
    assert read == [LATER]
    assert acts(both)[praise["message_id"]] == "vouch"
    discard_by_products(workspace)
    anew = weigh_context(engine, ["p0", "p1"], passed_over)
    assert all(anew[name].equals(both[name]) for name in anew)
    read.clear()
    weigh_context(engine, ["p0", "p1"], partial(passed_over, words=OWN))
    assert {PRAISE, LATER} <= set(read)
