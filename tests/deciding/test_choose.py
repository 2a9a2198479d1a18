import random
from typing import Any

import pyarrow as pa
import pytest

from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import choose, make_plan
from schakel.deciding.rules import Rules
from schakel.records.casework import UnderWay
from schakel.records.errors import SchemaError
from schakel.records.tables import empty, from_rows


def lead(name: str, worth: float, hours: float, unit: str = "landelijk", **factors: float) -> dict[str, Any]:
    reasons = [{"rule": rule.replace("_", "-"), "weight": weight} for rule, weight in factors.items()]
    return {
        "lead_id": f"l_{name}",
        "seller_id": f"s_{name}",
        "worth": worth,
        "hours": hours,
        "unit": unit,
        "reasons": reasons,
    }


def table(*rows: dict[str, Any]) -> pa.Table:
    return from_rows(list(rows), "leads")


def plan_of(leads: pa.Table, **hours: float) -> dict[str, dict[str, Any]]:
    rows = choose(leads, Capacity({unit.replace("_", "-"): h for unit, h in hours.items()})).to_pylist()
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    return {row["lead_id"]: row for row in rows}


def rules(row: dict[str, Any]) -> set[str]:
    return {reason["rule"] for reason in row["reasons"]}


def test_every_lead_has_a_row_and_a_reason() -> None:
    leads = table(lead("a", 50, 40), lead("b", 30, 40), lead("c", 5, 400), lead("d", 9, 10, "limburg"))
    plan = plan_of(leads, landelijk=50)
    assert [row["chosen"] for row in plan.values()] == [True, False, False, False]
    assert "chosen" in rules(plan["l_a"])
    assert "waits-hours-ran-out" in rules(plan["l_b"])
    assert "waits-too-large" in rules(plan["l_c"])
    assert "waits-no-hours-given" in rules(plan["l_d"])


def test_why_a_lead_waits_names_ghosts_thin_leads_and_user_quantities() -> None:
    leads = table(
        lead("good", 100, 40, supply_is_real=-0.1, can_be_identified=-0.2),
        lead("ghost", 1, 40, supply_is_real=-0.7, can_be_identified=-0.2),
        lead("thin", 1, 40, supply_is_real=-0.1, can_be_identified=-1.5),
        lead("user", 1, 40, supply_is_real=-0.1, can_be_identified=-0.2, user_quantity_only=-1.0),
    )
    plan = plan_of(leads, landelijk=40)
    assert plan["l_good"]["chosen"]
    assert "waits-probably-a-ghost" in rules(plan["l_ghost"])
    assert "waits-too-little-to-go-on" in rules(plan["l_thin"])
    assert "waits-user-quantity-only" in rules(plan["l_user"])
    assert "waits-probably-a-ghost" not in rules(plan["l_user"])


def test_bulk_and_weapons_may_go_to_the_national_unit() -> None:
    leads = table(lead("own", 90, 40, "limburg"), lead("bulk", 80, 40, "limburg", national_too=0.0))
    plan = plan_of(leads, limburg=40, landelijk=40)
    assert {row["lead_id"]: row["unit"] for row in plan.values()} == {
        "l_own": "limburg",
        "l_bulk": "landelijk",
    }
    assert all(row["chosen"] for row in plan.values())


def test_where_worth_per_hour_would_choose_otherwise_it_says_so() -> None:
    plan = plan_of(table(lead("small", 12, 10), lead("large", 60, 60)), landelijk=60)
    assert plan["l_large"]["chosen"]
    assert {"chosen", "greedy-differs"} <= rules(plan["l_large"])
    assert "greedy-differs" in rules(plan["l_small"])


def test_the_order_of_the_leads_does_not_matter() -> None:
    rows = [lead(f"{n:02d}", 10 + n % 4, 10 + n % 3, ("landelijk", "limburg")[n % 2]) for n in range(30)]
    capacity = Capacity({"landelijk": 55.0, "limburg": 33.0})
    first = choose(table(*rows), capacity)
    assert choose(table(*reversed(rows)), capacity).equals(first)
    shuffled = Capacity({"limburg": 33.0, "landelijk": 55.0})
    assert choose(table(*rows), shuffled).equals(first)


def test_no_leads_and_no_hours_are_no_trouble() -> None:
    assert choose(empty("leads"), Capacity({"landelijk": 10.0})).num_rows == 0
    plan = plan_of(table(lead("a", 50, 40)), landelijk=0)
    assert not plan["l_a"]["chosen"]
    assert not plan_of(table(lead("a", 0, 4)), landelijk=50)["l_a"]["chosen"]


def test_a_table_that_is_not_leads_is_refused() -> None:
    with pytest.raises(SchemaError):
        choose(empty("plan"), Capacity({"landelijk": 1.0}))


UNITS = {"landelijk": 120.0, "limburg": 40.0}


def figures(tables: dict[str, pa.Table]) -> dict[tuple[str, str | None], dict[str, Any]]:
    return {(row["what"], row["unit"]): row for row in tables["plan_figures"].to_pylist()}


def rich(name: str, worth: float, hours: float, unit: str = "limburg", **more: Any) -> dict[str, Any]:
    part = {
        "part": "harm",
        "value": worth,
        "low": worth / 2,
        "high": worth * 2,
        "cell": f"harm.{name[0]}",
        "source": "x",
    }
    task = {
        "kind": more.pop("skill", "digital"),
        "hours": hours,
        "low": hours / 2,
        "high": hours * 2,
        "cell": "work",
    }
    return lead(name, worth, hours, unit) | {"parts": [part], "work": [task]} | more


def planned(
    *rows: dict[str, Any], hours: dict[str, float] | None = None, under_way: Any = None, **rules: Any
):  # type: ignore[no-untyped-def]
    made = make_plan(table(*rows), Capacity(hours or UNITS), Rules.of({}, {}, rules, ()), under_way or {})
    return {row["lead_id"]: row for row in made["plan"].to_pylist()}, figures(made)


def test_no_more_than_a_few_of_one_network() -> None:
    rows = [rich(f"a{n}", 50 - n, 10, network="n_1") for n in range(4)] + [rich("b", 5, 10)]
    plan, _ = planned(*rows, per_network=2)
    assert {name for name, row in plan.items() if row["chosen"]} == {"l_a0", "l_a1", "l_b"}
    assert "waits-network-full" in rules(plan["l_a2"])
    free, _ = planned(*rows, per_network=0)
    assert {name for name, row in free.items() if not row["chosen"]} == {"l_b"}


def test_a_unit_that_lacks_the_skill_does_not_take_it() -> None:
    rows = [rich("a", 50, 20, skill="tactical"), rich("b", 5, 20), rich("c", 4, 20)]
    plan, _ = planned(*rows, skills={"limburg": {"tactical": 0, "digital": 20}})
    assert "waits-skill-missing" in rules(plan["l_a"])
    assert "tactical 0 of 20 hours" in next(
        r["detail"] for r in plan["l_a"]["reasons"] if r["rule"] == "waits-skill-missing"
    )
    assert [plan["l_b"]["chosen"], plan["l_c"]["chosen"]] == [True, False]


def test_a_minimum_goes_first_and_what_cannot_be_filled_is_told() -> None:
    rows = [rich("a", 50, 30), rich("kids", 5, 20, tags=["minors"])]
    want = {"name": "prevention", "hours": 25, "tags": ["minors"]}
    plan, told = planned(*rows, minimum=[want])
    assert plan["l_kids"]["chosen"]
    assert not plan["l_a"]["chosen"]
    assert "for-a-minimum" in rules(plan["l_kids"])
    assert told["minimum", None]["value"] == 20
    assert "5 hours of it cannot be filled" in told["minimum", None]["detail"]
    nowhere, told = planned(*rows, minimum=[want | {"units": ["oost"]}])
    assert nowhere["l_a"]["chosen"]
    assert told["minimum", None]["value"] == 0


def test_what_is_under_way_is_left_to_those_who_are_at_it() -> None:
    going = {"s_a": [UnderWay("s_a", "oost-nederland", "case-1")]}
    plan, told = planned(rich("a", 50, 30), rich("b", 5, 30), under_way=going)
    assert [plan["l_a"]["chosen"], plan["l_b"]["chosen"]] == [False, True]
    reason = next(r["detail"] for r in plan["l_a"]["reasons"] if r["rule"] == "waits-under-way")
    assert "oost-nederland" in reason
    assert "case-1" not in reason
    assert told["under-way", None]["leads"] == ["l_a"]


def test_what_was_worked_on_comes_back_only_with_a_better_way_to_identify() -> None:
    way = {"part": "can-be-identified", "value": 0.35, "low": 0.15, "high": 0.55, "source": "x"}
    by_email = rich("a", 50, 30) | {"parts": [way | {"cell": "identifiable.email"}]}
    for tried, taken in (("phone", False), ("email", False), ("username", True), ("none", True)):
        before = {"s_a": [UnderWay("s_a", "oost-nederland", "case-1", tried)]}
        plan, told = planned(by_email, rich("b", 5, 30), under_way=before)
        assert plan["l_a"]["chosen"] == taken, tried
        assert ("waits-worked-on-before" in rules(plan["l_a"])) != taken
        assert ("worked-on-before", None) not in told or told["worked-on-before", None]["leads"] == ["l_a"]


def test_the_next_hours_and_what_they_would_buy() -> None:
    _, told = planned(rich("a", 50, 40), rich("b", 20, 45), rich("c", 5, 10))
    more = told["next-hours", "limburg"]
    assert (more["value"], more["leads"]) == (5.0, ["l_c"])
    assert told["next-hours", "landelijk"]["value"] == 0
    _, told = planned(rich("a", 10, 40), rich("b", 20, 45))
    more = told["next-hours", "limburg"]
    assert (more["value"], more["leads"]) == (10.0, ["l_b"])  # too large for the unit as it is
    assert "in place of 1" in more["detail"]


def test_a_choice_that_no_weight_can_change_is_stable_and_a_near_tie_is_not() -> None:
    plan, told = planned(rich("a", 1000, 40), rich("b", 1, 40))
    assert (plan["l_a"]["stability"], plan["l_b"]["stability"]) == (1.0, 0.0)
    plan, told = planned(rich("a", 10.1, 40), rich("b", 10, 40))
    assert 0.2 < plan["l_a"]["stability"] < 0.8
    assert plan["l_a"]["stability"] + plan["l_b"]["stability"] == pytest.approx(1)
    assert {"in-simulated-plans"} <= rules(plan["l_a"]) & rules(plan["l_b"])
    assert told["stability", None]["value"] == plan["l_a"]["stability"]


def test_leads_that_rest_on_the_same_weight_move_together() -> None:
    # Both rest on the same entry of the data, so the better one stays the better one however that entry moves.
    plan, _ = planned(rich("a1", 10.1, 40), rich("a2", 10, 40))
    assert (plan["l_a1"]["stability"], plan["l_a2"]["stability"]) == (1.0, 0.0)


def test_the_figures_of_a_plan_agree_with_its_rows() -> None:
    chance = random.Random(3)
    rows = [
        rich(f"{chr(97 + n % 9)}{n}", chance.lognormvariate(2, 1), chance.choice([8, 12, 20]))
        for n in range(60)
    ]
    plan, told = planned(*rows)
    worth = sum(row["worth"] for row in plan.values() if row["chosen"])
    spent = sum(row["hours"] for row in plan.values() if row["chosen"])
    assert told["worth", None]["value"] == pytest.approx(worth)
    assert told["hours", "limburg"]["value"] == pytest.approx(spent)
    assert told["greedy-worth", None]["value"] == pytest.approx(
        sum(r["worth"] for r in plan.values() if r["greedy"])
    )
    assert told["worth", None]["value"] <= told["bound", None]["value"]
    assert told["gap", None]["value"] < 1e-3
    assert told["worth", None]["low"] < worth < told["worth", None]["high"]
    assert 0 <= told["overrun", "limburg"]["value"] <= 1


def test_the_same_leads_give_the_same_tables_in_any_order() -> None:
    chance = random.Random(4)
    rows = [
        rich(f"{chr(97 + n % 9)}{n}", chance.lognormvariate(2, 1), chance.choice([8, 12, 20]))
        for n in range(50)
    ]
    first = make_plan(table(*rows), Capacity(UNITS), Rules.default())
    chance.shuffle(rows)
    again = make_plan(table(*rows), Capacity(UNITS), Rules.default())
    assert all(again[name].equals(first[name]) for name in first)
    other = make_plan(table(*rows), Capacity(UNITS), Rules.of({}, {}, {"seed": 2}, ()))
    assert other["plan"].column("chosen").equals(first["plan"].column("chosen"))
    assert not other["plan"].column("stability").equals(first["plan"].column("stability"))
