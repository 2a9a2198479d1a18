from typing import Any

import pyarrow as pa
import pytest

from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import choose
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
