import pytest

from schakel.reading.company import goods_in_company
from schakel.reading.find_terms import find_terms
from schakel.reading.plain_text import plain_text


def _kept(text: str, contacts: int = 0) -> set[str]:
    folded = plain_text(text)
    return {hit.term.concept for hit in goods_in_company(folded, find_terms(folded), [], contacts)}


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("wit 10 gram", "cocaine"),
        ("cocaïne en wit", "cocaine"),
        ("groen 🔌", "cannabis"),
        ("❄️ 50\n🐴 40", "heroin"),
    ],
)
def test_company_makes_goods(text: str, commodity: str) -> None:
    assert commodity in _kept(text)


@pytest.mark.parametrize(
    "text", ["wit", "witte muur, 2 liter verf", "⚡️ Bitcoin 98.000", "iphone 300 euro, bel mij"]
)
def test_without_company_there_are_no_goods(text: str) -> None:
    assert _kept(text) == set()


def test_an_article_does_not_lend_company_to_a_far_word() -> None:
    prose = "In dit lange stuk over het weer lezen wij dat de sneeuw van gisteren alweer bijna weg was. " * 4
    assert _kept(prose + "\nDe rechter sprak over cocaïne.") == {"cocaine"}
    assert [h.start for h in goods_in_company(plain_text(prose), find_terms(plain_text(prose)), [], 0)] == []
