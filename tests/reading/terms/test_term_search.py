import pytest

from schakel.reading.find_terms import find_terms
from schakel.reading.folding.plain_text import plain_text


def _goods(text: str) -> list[tuple[str, str]]:
    folded = plain_text(text)
    return [
        (hit.term.concept, folded.plain[hit.start : hit.end])
        for hit in find_terms(folded)
        if hit.term.kind == "commodity"
    ]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("cocaïne en 3-MMC", [("cocaine", "cocaine"), ("designer-drugs", "3-mmc")]),
        ("10coke", [("cocaine", "coke")]),
        ("продам кокаином", [("cocaine", "кокаином")]),
        ("c0ca1ne", [("cocaine", "c0ca1ne")]),
        ("keeeta", [("ketamine", "keeeta")]),
        ("co.ke", [("cocaine", "co.ke")]),
        ("basecoke", [("crack", "basecoke")]),  # the longer word, not the coke in it
        ("order AK2FA73C", []),  # a code
        ("героиня фильма", []),  # a heroine
        ("alcoholketel", []),
    ],
)
def test_finds_goods(text: str, goods: list[tuple[str, str]]) -> None:
    assert _goods(text) == goods


def test_longest_phrase_of_a_kind_wins() -> None:
    folded = plain_text("Koeriers gezocht")
    acts = {hit.term.concept for hit in find_terms(folded) if hit.term.kind == "act"}
    assert acts == {"recruit"}


def test_denied_prepayment_is_no_prepayment() -> None:
    folded = plain_text("geen vooruitbetaling nodig")
    assert {h.term.concept for h in find_terms(folded) if h.term.kind == "advance"} == {"no-advance"}


def test_a_name_that_ends_in_digits_is_not_cut_out_of_a_longer_number() -> None:
    found = {hit.term.written for hit in find_terms(plain_text("lsd 250 ug"))}
    assert "lsd" in found
    assert "lsd 25" not in found
