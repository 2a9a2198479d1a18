"""The value chain and removals for hours."""

import pytest

from schakel.measuring.networks.graph import graph
from schakel.measuring.networks.hours import for_hours
from schakel.measuring.networks.value_chain import chain_order, functions, refilled

# 1 is the only supplier; 2 and 3 are couriers at three ties; 4 to 9 sell.
TIES = [("1", "2"), ("1", "4"), ("2", "5"), ("2", "6"), ("4", "3"), ("3", "7"), ("3", "8"), ("7", "9")]
NETWORK = graph(TIES)
PLACE = {name: number for number, name in enumerate(NETWORK.names)}
ROLES = {
    "supplier": [PLACE["1"]],
    "courier": [PLACE["2"], PLACE["3"]],
    "retailer": [PLACE[name] for name in "456789"],
}


def test_who_is_alone_in_a_function_is_hardest_to_replace() -> None:
    found = functions(NETWORK, ROLES)
    assert [one.name for one in found] == ["supplier", "courier", "retailer"]
    assert found[0].substitute is None
    assert found[0].hardness == 1.0
    assert found[1].substitute == 3
    assert chain_order(NETWORK, ROLES)[:3] == [PLACE["1"], *sorted((PLACE["2"], PLACE["3"]))]


def test_a_function_is_filled_again_by_who_is_near() -> None:
    by_name = {one.name: one for one in refilled(NETWORK, ROLES, [PLACE["1"], PLACE["7"]])}
    assert by_name["supplier"].refilled == 0.0
    assert by_name["retailer"].refilled == 1.0  # 8 is one tie from 3, who lost 7
    assert by_name["retailer"].left == 5
    assert "courier" not in by_name


def test_hours_go_where_they_cut_most() -> None:
    star = graph([("hub", str(n)) for n in range(8)] + [("0", "1")])
    hub = star.names.index("hub")
    every = list(range(star.size))
    assert for_hours(star, every, [5.0] * star.size, 5.0).order == (hub,)
    dear = [50.0 if actor == hub else 5.0 for actor in every]
    spent = for_hours(star, every, dear, 20.0)
    assert hub not in spent.order
    assert sum(spent.hours) + spent.left == pytest.approx(20.0)
    assert for_hours(star, every, [5.0] * star.size, 1.0).order == ()


def test_one_that_cuts_all_goes_before_several_that_cut_little_an_hour() -> None:
    star = graph([("hub", str(n)) for n in range(8)])
    hub = star.names.index("hub")
    hours = [10.0 if actor == hub else 1.5 for actor in range(star.size)]
    assert for_hours(star, list(range(star.size)), hours, 10.0).order == (hub,)
