"""Functions in the chain by all that somebody writes, in chats where people trade."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.judging.facts import Facts
from schakel.judging.roles.roles import role_findings
from schakel.reading.work_talk import short_lines, work_talk
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from tests.judging.roles.held import SAYINGS, Held, held_roles, shop
from tests.judging.small_market import SmallMarket

# Lines of a round in which no pattern of the word lists stands.
ROUND = (
    "sta voor de deur", "2 minuten, grijze golf", "deze doet niet open", "volgende is 10 min", "net de laatste afgegeven",
    "kom je naar beneden", "file op de ring, iets later", "nog 3 stops dan klaar", "tas leeg, kom bijvullen", "adres klopt niet, app even",
)  # fmt: skip
TALK = (
    "lekker weer",
    "haha precies",
    "goedemorgen",
    "wie kijkt er vanavond",
    "pff drukke dag",
    "eet smakelijk mannen",
    "ja man",
    "slaap lekker",
)


def market(chat: str = "c_1", account: str = "a_rider") -> SmallMarket:
    """A shop with its ads, and somebody who rides beside somebody who chats, all in one chat or those two in another."""
    made = shop()
    for n, text in enumerate(ROUND):
        made.say(account, text, day=n / 10, chat=chat)
    for n, text in enumerate(TALK * 2):
        made.say(f"a_talk{n % 2}", f"{text} {n}", day=n / 10, chat=chat)
    return made


def written(engine: DuckDBEngine, made: SmallMarket) -> None:
    """The tables of a market, with what reading makes of its lines."""
    made.write(engine)
    by: dict[tuple[str, str], int] = {}
    for one in made.said:
        by[one.chat, one.account] = by.get((one.chat, one.account), 0) + 1
    rows = [{"chat_id": chat, "account_id": account, "messages": n} for (chat, account), n in by.items()]
    engine.write(from_rows(rows, "writers"), "writers")  # type: ignore[arg-type]
    texts = sorted({one.text for one in made.said if one.act != "offer"})
    lines = [one for one in made.said if one.act != "offer"]
    messages = from_rows(
        [{"message_id": one.message_id, "chat_id": one.chat, "account_id": one.account} for one in lines],
        "messages",
    )
    which = np.array([texts.index(one.text) for one in lines])
    talk = short_lines(pa.array(texts), which, messages)
    engine.write(work_talk(Workers(1), talk, which[:0]), "work_talk")


def roles(engine: DuckDBEngine, made: SmallMarket) -> dict[str, Held]:
    written(engine, made)
    return dict(held_roles(engine))


def test_who_writes_as_couriers_do_is_one_though_no_listed_word_stands_there(engine: DuckDBEngine) -> None:
    found = roles(engine, market())
    assert found["a_rider"]["courier"] > 0.5
    assert "courier" not in found.get("a_talk0", {})
    assert "courier" not in found["s_1"]


def test_where_nobody_trades_lines_say_nothing_more_than_the_word_lists(engine: DuckDBEngine) -> None:
    written(engine, market(chat="c_lawful"))
    found = role_findings(Facts(engine))
    assert not [one for one in found for ground in one.grounds if "read as lines" in ground.detail]
    assert not Facts(engine).table("work_said").num_rows


def riders_of_a_crew(engine: DuckDBEngine, made: SmallMarket) -> set[str]:
    """Whose lines in the chats of a market read as those of couriers."""
    written(engine, made)
    said = Facts(engine).table("work_said").filter(pc.field("role") == "courier")
    return set(said["account_id"].to_pylist())


def test_lines_in_a_crew_s_own_chat_count_where_its_people_write_among_traders_too(
    engine: DuckDBEngine,
) -> None:
    made = market(chat="c_crew")  # one rides and two chat there
    made.say("a_rider", "goedenavond", day=1)
    assert not riders_of_a_crew(engine, made)  # one alone makes no crew of the market
    made.say("a_talk0", "goedenavond allemaal", day=1)
    assert "a_rider" in riders_of_a_crew(engine, made)
    assert dict(held_roles(engine))["a_rider"]["courier"] > 0.5


def test_a_chat_in_which_others_write_most_is_no_crew_s(engine: DuckDBEngine) -> None:
    made = market(chat="c_crew")
    for account in ("a_rider", "a_talk0"):
        made.say(account, "goedenavond", day=1)
    assert "a_rider" in riders_of_a_crew(engine, made)
    for n in range(60):
        made.say("a_neighbour", f"wie heeft mijn kat gezien {n}", day=n / 10, chat="c_crew")
    assert not riders_of_a_crew(engine, made)


def test_a_program_in_both_chats_makes_no_crew_of_one(engine: DuckDBEngine) -> None:
    made = market(chat="c_crew")
    for account in ("a_rider", "a_bot"):
        made.say(account, "goedenavond", day=1)
    for n in range(30):
        made.say("a_bot", f"welkom nummer {n}", day=n / 10, chat="c_crew")
    made.flags["a_bot"] = ["bot"]
    assert not riders_of_a_crew(engine, made)


def test_whom_the_word_lists_call_a_courier_is_one_though_hardly_a_line_of_it_stands_where_people_trade(
    engine: DuckDBEngine,
) -> None:
    made = market()
    made.say("a_far", "goedenavond", day=1)
    for n in range(12):
        made.say("a_far", f"{SAYINGS['courier']} {n}", day=n / 10, chat="c_far")
    written(engine, made)
    found = dict(held_roles(engine))
    assert found["a_far"]["courier"] > 0.5
    assert found["a_rider"]["courier"] > 0.5
    assert "courier" not in found.get("a_talk0", {})


def test_who_sells_and_rides_is_a_courier_too(engine: DuckDBEngine) -> None:
    assert roles(engine, market(account="a_shop"))["s_1"]["courier"] > 0.3


def test_one_rider_among_accounts_of_a_seller_makes_no_couriers_of_the_others(engine: DuckDBEngine) -> None:
    made = market()
    made.seller("s_1", "a_shop", "a_rider", "a_more")
    for account in ("a_shop", "a_more"):
        made.offers(account, days=range(20), text="verse menu")
    found = roles(engine, made)
    assert found["a_rider"]["courier"] > 0.5
    assert found["s_1"].get("courier", 0.0) < 0.5
    assert "a_more" not in found


def test_the_reason_counts_the_lines_and_points_at_them(engine: DuckDBEngine) -> None:
    written(engine, market())
    facts = Facts(engine)
    (one,) = [
        row for row in role_findings(facts) if row.label == "courier" and row.about == ("account", "a_rider")
    ]
    ground = one.grounds[-1]
    hits = int(ground.detail.split(" of ")[0])
    assert 5 <= hits <= len(ROUND)
    assert ground.detail == f"{hits} of {len(ROUND)} messages read as lines of couriers."
    assert len(facts.table(ground.step)[ground.column][ground.row].as_py()) == hits
    assert one.low <= one.value <= one.high
    assert one.low < one.high


@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_rows_say_the_same(engine: DuckDBEngine, seed: int) -> None:
    made = market()
    first = roles(engine, made)
    for name in ("writers", "work_talk"):
        rows = engine.read(name)
        engine.write(rows.take(pa.array(np.random.default_rng(seed).permutation(rows.num_rows))), name)
    assert dict(held_roles(engine)) == first
