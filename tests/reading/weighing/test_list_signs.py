import pytest

from schakel.reading.offers import search_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.list_signs import lines_with_wares, signs_of_amount, signs_of_list


def ware(text: str, written: str) -> tuple[str, TermHit, list[TermHit]]:
    found = search_text(text)
    hit = next(one for one in found.wares if found.text.plain[one.start : one.end] == written)
    return found.text.plain, hit, found.wares


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("wit 10 gram 450", "grams beside"),
        ("wit 2 kilo", "kilos beside"),
        ("wit 50ml 20", "volume beside"),
        ("wit 10 pillen 20", "tablets beside"),
        ("wit 3 strips 20", "strips beside"),
        ("wit 5 stuks 20", "pieces beside"),
    ],
)
def test_the_unit_of_the_amount_is_told(text: str, sign: str) -> None:
    plain, hit, _ = ware(text, "wit")
    assert dict(signs_of_amount(plain, hit, 0, len(plain))) == {"number up to the next ware": 1.0, sign: 1.0}


def test_an_amount_before_the_word_counts_only_where_none_follows() -> None:
    plain, hit, _ = ware("10 gram, mooi wit", "wit")
    assert dict(signs_of_amount(plain, hit, 0, len(plain))) == {"grams beside": 1.0}
    plain, hit, _ = ware("10 gram, mooi wit 50", "wit")
    assert dict(signs_of_amount(plain, hit, 0, len(plain))) == {"number up to the next ware": 1.0}


def test_lines_that_begin_with_goods_and_hold_a_number_make_a_list() -> None:
    plain, hit, wares = ware("menu\nwit 50\n- bruin 20\nsnel, netjes\nsneeuw", "wit")
    heads = lines_with_wares(plain, wares)
    assert [plain[start:].partition("\n")[0] for start in sorted(heads)] == ["wit 50", "- bruin 20"]
    assert list(signs_of_list(hit, plain.rfind("\n", 0, hit.start) + 1, heads)) == [
        ("one of several lines of goods", 2.0)
    ]
    assert list(signs_of_list(hit, plain.rfind("\n", 0, hit.start) + 1, frozenset({5}))) == []
