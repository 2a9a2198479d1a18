"""The judging room as a whole: numbers that add up, the same answer for the same rows, human verdicts obeyed."""

import math
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from schakel.judging.ghosts.label_model import probability
from schakel.judging.judge import judge
from schakel.judging.weights import ghost_model
from schakel.records.facts import Answer, Verdict
from schakel.records.tables import SCHEMAS
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import SmallMarket, item
from tests.judging.two_sellers import two_sellers


def verdict(number: int, subject: str, answer: Answer, undoes: int | None = None) -> Verdict:
    return Verdict(
        number, subject, None, answer, "an analyst", "2025-06-01T12:00:00Z", "bought a sample", undoes
    )


def ghost_values(engine: DuckDBEngine, *verdicts: Verdict) -> dict[str, tuple[float, float, float]]:
    rows = judge(engine, verdicts)["findings"].to_pylist()
    return {r["subject_id"]: (r["value"], r["low"], r["high"]) for r in rows if r["kind"] == "ghost"}


def test_the_ghost_is_told_from_the_real_seller(known: DuckDBEngine) -> None:
    values = ghost_values(known)
    assert values["s_real"][0] < 0.02
    assert values["s_ghost"][0] > 0.8
    assert all(low < value < high for value, low, high in values.values())


def test_the_share_says_of_how_many_sellers_customers_speak_ill_and_whether_it_follows_that(
    engine: DuckDBEngine,
) -> None:
    market = two_sellers()
    market.write(engine)
    few = customers_word(engine)
    for n in range(3):
        market.seller(f"s_{n}", f"a_{n}", selectors=(f"username:shop{n}",))
        market.offers(f"a_{n}", days=range(9))
        market.say(f"a_cheated{n}", f"took my money {n}", "warning", day=12, mentions=(f"@shop{n}",))
    market.write(engine)
    assert few == (
        "More ill than good is said of 1 seller, more good than ill of 1. "
        "Warning is no custom here, so that tells nothing of the share."
    )
    assert customers_word(engine) == (
        "More ill than good is said of 4 sellers, more good than ill of 1. The share follows that, loosely."
    )


def customers_word(engine: DuckDBEngine) -> str:
    (market,) = (r for r in judge(engine, [])["findings"].to_pylist() if r["kind"] == "ghost-share")
    return next(str(r["detail"]) for r in market["reasons"] if r["rule"] == "customers-word")


def test_prior_and_reasons_add_up_to_the_probability(known: DuckDBEngine) -> None:
    for row in judge(known, [verdict(1, "s_real", "real")])["findings"].to_pylist():
        if row["kind"] == "ghost" and row["subject_kind"] == "seller":
            log_odds = sum(reason["weight"] for reason in row["reasons"])
            assert row["reasons"][0]["rule"] == "prior"
            assert math.isclose(row["value"], 1 / (1 + 10**-log_odds), abs_tol=1e-4)


def test_signs_of_one_family_stay_within_its_cap(engine: DuckDBEngine) -> None:
    market = two_sellers()
    for n in range(60):
        market.say(f"a_more{n}", f"lost my money {n}", "warning", day=30, mentions=("@ghost",))
    market.write(engine)
    model = ghost_model()
    for row in judge(engine, [])["findings"].to_pylist():
        sums: dict[str, float] = {}
        for reason in row["reasons"] if row["kind"] == "ghost" else []:
            name = reason["rule"].removeprefix("not:")
            if name in model.signs:
                family = model.signs[name].family
                sums[family] = sums.get(family, 0.0) + reason["weight"]
        assert all(abs(total) <= model.families[family].cap + 1e-6 for family, total in sums.items())


def test_rows_in_another_order_give_the_same_table(engine: DuckDBEngine) -> None:
    market = two_sellers()
    market.write(engine)
    first = judge(engine, [])["findings"]
    market.write(engine, shuffle=1)
    assert judge(engine, [])["findings"].equals(first)


def odds(value: tuple[float, float, float]) -> float:
    return value[0] / (1 - value[0])


def test_a_human_word_weighs_much_and_can_be_taken_back(known: DuckDBEngine) -> None:
    plain = ghost_values(known)
    said = verdict(1, "s_ghost", "real")
    assert odds(ghost_values(known, said)["s_ghost"]) < odds(plain["s_ghost"]) / 20
    assert ghost_values(known, said, verdict(2, "s_ghost", "real", undoes=1)) == plain
    assert ghost_values(known, said, verdict(2, "s_ghost", "unsure")) == plain
    assert ghost_values(known, said, verdict(2, "s_ghost", "ghost"))["s_ghost"][0] > 0.99
    assert ghost_values(known, verdict(1, "a_real", "ghost"))["s_real"][0] > 10 * plain["s_real"][0]


def test_one_wrong_word_does_not_overturn_strong_signs_and_words_of_two_people_add_up(
    known: DuckDBEngine,
) -> None:
    wrong = ghost_values(known, verdict(1, "s_real", "ghost"), verdict(2, "s_ghost", "real"))
    assert wrong["s_real"][0] < 0.5 < wrong["s_ghost"][0]
    once = ghost_values(known, verdict(1, "s_real", "ghost"))["s_real"]
    again = verdict(2, "s_real", "ghost")
    assert ghost_values(known, verdict(1, "s_real", "ghost"), again)["s_real"] == once
    other = replace(again, by="a colleague")
    assert odds(ghost_values(known, verdict(1, "s_real", "ghost"), other)["s_real"]) > 10 * odds(once)


def test_other_findings_say_what_is_done_where_and_how_much(known: DuckDBEngine) -> None:
    table = judge(known, [])["findings"]
    assert table.schema.equals(SCHEMAS["findings"])
    rows = [row for row in table.to_pylist() if row["subject_id"] == "s_real"]
    labels = {(row["kind"], row["label"]) for row in rows}
    assert {("role", "wholesaler"), ("role", "retailer"), ("scale", "both")} <= labels
    assert ("home-area", "Goes, Zeeland") in labels
    reach = next(row for row in rows if row["kind"] == "reach")
    assert (reach["value"], reach["label"]) == (15.0, "1 chat")
    hours = next(row for row in rows if row["kind"] == "active-hours")
    assert hours["label"].endswith("Europe/Amsterdam")
    assert len(set(table["finding_id"].to_pylist())) == table.num_rows
    assert all(row["low"] <= row["value"] <= row["high"] for row in table.to_pylist())


def test_weapons_fentanyl_and_minors_are_named(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_1", "a_1")
    market.say("a_1", "glock 17", "offer", items=(item("firearms", 1, 900, unit="piece"),))
    market.say("a_1", "real FENTANYL patches", "offer")
    market.say("a_1", "scholierenkorting, no id needed", "offer")
    market.write(engine)
    rows = judge(engine, [])["findings"].to_pylist()
    assert {r["label"] for r in rows if r["kind"] == "danger"} == {
        "weapons",
        "fentanyl-class opioids",
        "minors",
    }


def test_group_keepers_recruiters_and_couriers_are_named(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_1", "a_1")
    market.flags["a_1"] = ["keeper"]
    market.say("a_1", "koeriers gezocht", "recruit")
    market.offers("a_1", delivery=("courier",))
    market.write(engine)
    roles = {r["label"] for r in judge(engine, [])["findings"].to_pylist() if r["kind"] == "role"}
    assert {"group-keeper", "recruiter", "courier"} <= roles


def test_an_empty_workspace_and_a_seller_without_ads_are_no_trouble(engine: DuckDBEngine) -> None:
    assert judge(engine, [])["findings"].num_rows == 0
    market = SmallMarket()
    market.seller("s_1", "a_1")
    market.seller("s_2", selectors=("phone:+31600000000",))
    market.say("a_1", "hello")
    market.write(engine)
    assert "ghost" not in judge(engine, [])["findings"]["kind"].to_pylist()


def test_hostile_texts_are_no_trouble(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_1", "a_1")
    for n, text in enumerate(("\u202e\u0000" * 50, "?" * 20000, "🏴" * 3000, "", "' OR 1=1 --")):
        market.say("a_1", f"{text}{n}", "offer", reply_to=1)
    market.write(engine)
    assert ghost_values(engine)


@given(st.floats(-1e6, 1e6))
def test_probabilities_lie_between_nothing_and_one(log_odds: float) -> None:
    assert 0.0 <= float(probability(np.array([log_odds]))[0]) <= 1.0
