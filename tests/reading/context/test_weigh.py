"""What a message does where it stands, through the step as the road takes it."""

import random

import pyarrow as pa
import pytest

from schakel.reading.context.weigh import weigh_context
from schakel.reading.offers import read_texts
from schakel.reading.weighing.weights import ACTS
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.reading.context.small_chats import (
    Row,
    act_of,
    context_of,
    market,
    message,
    ordinary,
    read,
    rules,
)

PRAISE = "snel en netjes"  # by its wording alone a vouch
QUESTION = "heb je nog wat?"  # by its wording alone just not a request
AMBIGUOUS = "iemand sloffen, app @x_verkoper_1"  # offer or request, by the text about as good


def test_praise_in_reply_to_a_seller_is_a_vouch(engine: DuckDBEngine) -> None:
    praise = message("c_market", 2000, "a_buyer", PRAISE, reply_to=1003)
    told = read(engine, [[*market(), praise]])
    assert act_of(told, praise) == "vouch"
    row = context_of(told, praise)
    assert rules(row)["reply to offer"] > 0
    assert row["score"] > row["score_alone"]
    replied = [r["messages"] for r in row["reasons"] if r["rule"] == "reply to offer"]
    assert replied == [[m["message_id"] for m in market() if m["tg_id"] == 1003]]


def test_the_same_praise_where_nobody_trades_is_none(engine: DuckDBEngine) -> None:
    praise = message("c_ordinary", 2000, "a_somebody", PRAISE, reply_to=1003)
    told = read(engine, [[*ordinary(), praise]])
    row = context_of(told, praise)
    assert (row["act_alone"], row["act"], row["nearest"]) == ("vouch", "none", "vouch")
    assert act_of(told, praise) == "none"
    assert rules(row)["chat character"] < -1


def test_an_offer_is_an_offer_anywhere(engine: DuckDBEngine) -> None:
    offer = message("c_ordinary", 2000, "a_other_1", market()[0]["text"])
    assert act_of(read(engine, [[*ordinary(), offer]]), offer) == "offer"


def test_a_question_to_a_seller_is_a_request(engine: DuckDBEngine) -> None:
    asked = message("c_market", 2000, "a_buyer", QUESTION, reply_to=1003)
    at_large = message("c_ordinary", 2000, "a_somebody", QUESTION)
    told = read(engine, [[*market(), *ordinary(), asked, at_large]])
    assert read_texts([QUESTION])[0].act == "none"
    assert (act_of(told, asked), act_of(told, at_large)) == ("request", "none")


def test_a_lone_message_in_an_unknown_chat_stays_what_its_text_says(engine: DuckDBEngine) -> None:
    rows = [message(f"c_{n}", 1, f"a_{n}", text) for n, text in enumerate((PRAISE, QUESTION, AMBIGUOUS))]
    told = read(engine, [[*market(), *rows]])
    for row in rows:
        reading = read_texts([row["text"]])[0]
        assert act_of(told, row) == reading.act
        assert context_of(told, row)["score"] == pytest.approx(reading.score)
        assert context_of(told, row)["reasons"] == []


def test_what_is_posted_again_and_again_offers_rather_than_asks(engine: DuckDBEngine) -> None:
    again = [message("c_market", 2000 + n, "a_poster", AMBIGUOUS) for n in range(20)]
    told = read(engine, [[*market(), *again]])
    assert read_texts([AMBIGUOUS])[0].act == "request"
    assert {act_of(told, row) for row in again} == {"offer"}
    items = [item for item in told["items"].to_pylist() if item["message_id"] == again[0]["message_id"]]
    assert [item["commodity"] for item in items] == ["tobacco-vapes"]
    acts = {s["act"] for s in told["selectors"].to_pylist() if s["message_id"] == again[0]["message_id"]}
    assert acts == {"offer"}


def test_items_of_what_offers_nothing_after_all_are_gone(engine: DuckDBEngine) -> None:
    hidden = "Wie zoekt nog lekkere sloffen marlboro, app @x_verkoper_1"  # an offer, but only just
    alone = message("c_ordinary", 2000, "a_other_1", hidden)
    told = read(engine, [[*ordinary(many=900), alone]])
    assert context_of(told, alone)["act_alone"] == "offer"
    assert act_of(told, alone) == "none"
    assert alone["message_id"] not in told["items"]["message_id"].to_pylist()
    acts = {s["act"] for s in told["selectors"].to_pylist() if s["message_id"] == alone["message_id"]}
    assert acts == {"none"}


def test_a_seller_who_answers_neither_praises_nor_asks(engine: DuckDBEngine) -> None:
    answer = message("c_market", 2001, "a_seller_0", "binnen 20 min hier, respect", reply_to=2000)
    question = message("c_market", 2000, "a_buyer", "Zoek 3 gram coke in Utrecht, wie levert?")
    told = read(engine, [[*market(), question, answer]])
    row = context_of(told, answer)
    assert {"answer of a seller", "reply to request"} <= set(rules(row))
    assert act_of(told, answer) == "none"


def test_reasons_add_up_to_the_probability(engine: DuckDBEngine) -> None:
    praise = message("c_market", 2000, "a_buyer", PRAISE, reply_to=1003)
    again = [message("c_market", 2001 + n, "a_poster", AMBIGUOUS) for n in range(9)]
    told = read(engine, [[*market(), *ordinary(), praise, *again]])
    weighed = {row["message_id"]: row for row in told["contexts"].to_pylist()}
    alone = {row["message_id"]: row for row in told["doubts"].to_pylist()}
    said = [row for row in told["offers"].to_pylist() if row["message_id"] in weighed]
    assert {"vouch", "offer"} <= {row["act"] for row in said}
    for row in said:
        context = sum(rules(weighed[row["message_id"]]).values())
        odds = alone[row["message_id"]]["odds"][ACTS.index(row["act"])] + context
        assert sum(reason["weight"] for reason in row["reasons"]) == pytest.approx(odds, abs=0.02)
        assert row["score"] <= 10**odds / (1 + 10**odds) * 1.02


def test_all_in_doubt_are_told_and_nothing_twice(engine: DuckDBEngine) -> None:
    praises = [message("c_ordinary", 2000 + n, f"a_{n}", PRAISE) for n in range(5)]
    told = read(engine, [[*market(), *ordinary(), *praises]])
    assert sorted(told["contexts"]["message_id"].to_pylist()) == sorted(
        told["doubts"]["message_id"].to_pylist()
    )
    offers = told["offers"]["message_id"].to_pylist()
    assert len(offers) == len(set(offers))


def test_nothing_to_weigh(engine: DuckDBEngine) -> None:
    told = read(engine, [ordinary(many=3)])
    assert told["contexts"].num_rows == told["offers"].num_rows == 0


def test_messages_without_an_account_and_replies_to_what_is_not_there(engine: DuckDBEngine) -> None:
    rows = [message("c_market", 2000 + n, None, PRAISE, reply_to=999_999) for n in range(3)]
    told = read(engine, [[*market(), *rows]])
    assert "account habit" not in rules(context_of(told, rows[0]))
    assert not any(rule.startswith("reply") for rule in rules(context_of(told, rows[0])))


def _many() -> list[Row]:
    rows = [*market(), *market("c_second", 30), *ordinary()]
    for n, text in enumerate((PRAISE, QUESTION, AMBIGUOUS) * 4):
        rows.append(message("c_market", 3000 + n, f"a_{n % 5}", text, reply_to=1000 + n if n % 2 else None))
        rows.append(message("c_ordinary", 3000 + n, f"a_{n % 3}", text, reply_to=1000 + n if n % 3 else None))
    return rows


def _in_order(table: pa.Table) -> list[Row]:
    return sorted(table.to_pylist(), key=lambda row: (row["message_id"], row.get("line") or 0))


def test_neither_order_nor_parts_change_anything(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = _many()
    answers = []
    for seed in range(4):
        mixed = rows[:]
        random.Random(seed).shuffle(mixed)
        cuts = [mixed[at :: seed + 1] for at in range(seed + 1)]
        engine = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("w") / "w"), workers=Workers(1))
        told = read(engine, cuts)
        answers.append({name: _in_order(told[name]) for name in ("contexts", "offers", "items", "selectors")})
    assert answers[0]["contexts"]
    assert all(answer == answers[0] for answer in answers[1:])


def test_weighing_again_gives_the_same(engine: DuckDBEngine) -> None:
    first = {name: table for name, table in read(engine, [_many()]).items() if name == "contexts"}
    again = weigh_context(engine, ["p0"])  # its own offers stand in the workspace now, and must not count
    assert again["contexts"].equals(first["contexts"])


def test_what_comes_later_changes_what_came_before_as_a_whole_run_would(engine: DuckDBEngine) -> None:
    praise = message("c_new", 2000, "a_somebody", PRAISE)
    early, late = [praise, *ordinary("c_new", 5)], [m for m in ordinary("c_new", 900) if m["tg_id"] >= 1005]
    assert act_of(read(engine, [early]), praise) == "vouch"
    grown = read(engine, [early, late])
    assert act_of(grown, praise) == "none"
    whole = read(engine, [[*early, *late], []])
    assert context_of(whole, praise) == context_of(grown, praise)


def _named_market(name: str) -> list[Row]:
    return [
        row | {"account_name": name if row["account_id"] == "a_seller_1" else "iemand"} for row in market()
    ]


def test_who_calls_an_advertiser_by_the_display_name_warns_as_who_writes_an_at(engine: DuckDBEngine) -> None:
    warning = message("c_market", 2000, "a_buyer", "holland kado was bij mij mis, oplichter")
    told = read(engine, [[*_named_market("Holland_Kado"), warning]])
    assert read_texts([warning["text"]])[0].act == "none"
    assert act_of(told, warning) == "warning"
    assert rules(context_of(told, warning))["names a seller"] > 0
    other = read(engine, [[*_named_market("Gouden Mo"), warning]])
    assert context_of(other, warning)["score"] < context_of(told, warning)["score"]
    assert "names a seller" not in rules(context_of(other, warning))
    alone = read(engine, [[*ordinary("c_market"), warning]])
    assert act_of(alone, warning) == "none"


def test_who_sells_does_not_warn_by_the_names_in_its_ads(engine: DuckDBEngine) -> None:
    signed = message("c_market", 2000, "a_seller_2", "Holland Kado is een oplichter, pas op")
    told = read(engine, [[*_named_market("Holland Kado"), signed]])
    assert "names a seller" not in rules(context_of(told, signed))


def reviews(chat: str = "c_reviews", many: int = 200) -> list[Row]:
    """A chat in which nobody offers: talk, and praise of those who advertise elsewhere."""
    seller = "06123456{n:02}"  # as in the ads of `market`
    praise = "top geleverd door " + seller + ", snel en netjes, aanrader {n}"
    return [
        message(
            chat,
            1000 + n,
            f"a_customer_{n}",
            (praise if n % 3 == 0 else "{n} keer gelachen om die film").format(n=n % 60 + 1),
        )
        for n in range(many)
    ]


def test_where_customers_tell_of_sellers_praise_is_praise(engine: DuckDBEngine) -> None:
    """Nobody sells in a chat for reviews: what makes it one of the market is whom it tells of."""
    praise = message("c_reviews", 3000, "a_buyer", PRAISE)
    told = read(engine, [[*market(), *reviews(), praise]])
    assert rules(context_of(told, praise))["chat character"] > 0
    strangers = [row | {"text": row["text"].replace("06123456", "06876543")} for row in reviews()]
    with_strangers = read(engine, [[*market(), *strangers, praise]])
    assert rules(context_of(with_strangers, praise))["chat character"] < -0.5


def test_who_names_a_contact_of_ads_praises_sooner_than_who_names_another(engine: DuckDBEngine) -> None:
    known = [row | {"text": f"{row['text']} of @kees_verkoopt"} for row in market()]
    praise = message("c_market", 3000, "a_buyer", "@kees_verkoopt komt afspraken na")
    other = message("c_market", 3001, "a_buyer", "@piet_de_buurman komt afspraken na")
    told = read(engine, [[*known, praise, other]])
    assert rules(context_of(told, praise))["names a contact of ads"] > 0
    assert "names a contact of ads" not in rules(context_of(told, other))


def test_the_contact_in_terms_of_ones_own_is_no_praise(engine: DuckDBEngine) -> None:
    """Who says how to pay and where to fetch offers, whatever else the words sound like."""
    known = [row | {"text": f"{row['text']} of @kees_verkoopt"} for row in market()]
    ad = message(
        "c_market", 3000, "a_new", "echt mooie sloffen hier in Gent, betalen bij levering, @kees_verkoopt"
    )
    told = read(engine, [[*known, ad]])
    assert "names a contact of ads" not in rules(context_of(told, ad))


def test_what_buyers_say_is_a_request_under_an_ad_only(engine: DuckDBEngine) -> None:
    asked = message("c_market", 2000, "a_buyer", "zelfde adres, doe er 2", reply_to=1003)
    talked = message("c_ordinary", 2001, "a_somebody", "zelfde adres, doe er 3", reply_to=1003)
    told = read(engine, [[*market(), *ordinary(), asked, talked]])
    assert act_of(told, asked) == "request"
    assert rules(context_of(told, asked))["asks a seller"] > 1
    assert act_of(told, talked) == "none"


def test_bare_goods_of_a_seller_are_an_offer(engine: DuckDBEngine) -> None:
    seller = market()[0]["account_id"]
    ad = message("c_market", 2000, seller, "lyrica Zutphen")
    buyer = message("c_market", 2001, "a_buyer", "lyrica Deventer")
    told = read(engine, [[*market(), ad, buyer]])
    assert (act_of(told, ad), act_of(told, buyer)) == ("offer", "request")
    of_ad = rules(context_of(told, ad))
    assert of_ad["bare goods of a seller"] > 0.2  # among traders the habit tells most of it
    assert of_ad["bare goods of a seller"] + of_ad["account habit"] > 0.9
    assert not {"bare goods of a seller", "account habit"} & set(rules(context_of(told, buyer)))
