from schakel.store.carried import Carried


def test_a_thing_is_handed_out_once() -> None:
    carried = Carried()
    carried.put("thing", {"messages": "1"}, "found")
    assert carried.take("thing", {"messages": "1"}) == "found"
    assert carried.take("thing", {"messages": "1"}) is None


def test_what_was_found_in_other_tables_is_not_handed_out_nor_kept() -> None:
    carried = Carried()
    for other in ({"messages": "2"}, {}, {"messages": "1", "offers": "1"}):
        carried.put("thing", {"messages": "1"}, "found")
        assert carried.take("thing", other) is None
        assert carried.take("thing", {"messages": "1"}) is None


def test_a_later_thing_takes_the_place_of_an_earlier_one() -> None:
    carried = Carried()
    for number in ("1", "2"):
        carried.put("thing", {"messages": number}, number)
    assert carried.take("thing", {"messages": "2"}) == "2"
