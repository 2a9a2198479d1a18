from schakel.linking.comparing.brands import same_brands

_PLACES = ["Mainz", "Köln", "Capelle aan den IJssel"]
_HOLDERS = {
    "Rorix Kitchen": {"a"},
    "Rorix Kitchen Mainz": {"b"},
    "KOLN Rorix-Kitchen": {"c"},
    "Rorix Kitchen Reserve": {"d"},
    "Other Kitchen Mainz": {"e"},
    "Rorix Kitchen Capelle aan den IJssel": {"f"},
}
_ALL = [(one, other) for one in "abcdef" for other in "abcdef" if one < other]


def test_one_brand_in_several_towns() -> None:
    made = same_brands(_HOLDERS, _PLACES, _ALL)
    expected = [("a", "b"), ("a", "c"), ("a", "f"), ("b", "c"), ("b", "f"), ("c", "f")]
    assert [(one.left, one.right) for one in made] == expected
    assert {one.users for one in made} == {4}
    assert made[0].detail == "Rorix Kitchen / Rorix Kitchen Mainz"


def test_only_of_pairs_that_share_something_else_and_only_of_places_in_these_data() -> None:
    assert [one.right for one in same_brands(_HOLDERS, _PLACES, [("a", "b"), ("a", "e")])] == ["b"]
    assert same_brands(_HOLDERS, ["Ghent"], _ALL) == []
    assert same_brands({}, [], _ALL) == []


def test_the_same_name_is_no_brand_of_towns_nor_is_a_word_of_the_trade_or_a_bare_place() -> None:
    twice = {"Rorix Kitchen Mainz": {"a", "b"}, "Rorix Kitchen": {"c"}}
    made = same_brands(twice, _PLACES, [("a", "b"), ("a", "c")])
    assert [(one.left, one.right) for one in made] == [("a", "c")]
    common = {"Coke Shop": {f"x{n}" for n in range(9)}, "Coke Shop Mainz": {"a"}}
    assert same_brands(common, _PLACES, [("a", f"x{n}") for n in range(9)]) == []
    short = {"Snow": {"a"}, "Snow Mainz": {"b"}, "Mainz": {"c"}, "Köln": {"d"}}
    assert same_brands(short, _PLACES, _ALL) == []
