import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.bare_lists import in_bare_list


def goods(text: str) -> set[str | None]:
    return {item.commodity for item in read_text(text).items}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "vers binnen\nspeed truffels poes ghb buisjes sos\nbezorgen, dm me",
            {"psilocybin", "designer-drugs"},
        ),
        ("ACTIEF IN BREDA\n3-MMC, CRACK, XANAX\ndm me", {"crack"}),
        ("new batch\noxycodone - meth - magic mushrooms\ndm me", {"methamphetamine"}),
        ("in stock\nacid / xanax / mdma / h\ndelivery, dm me", {"lsd", "heroin"}),
        ("vandaag: ghb | keta | snelle | wiet\nbezorgen, dm me", {"amphetamine"}),
        ("heute da: ketamin, mdma, steine, xanax\nlieferung, schreib mir", {"crack"}),
        ("glock 17 / taser / glock switch\ndm me", {"other-weapons"}),
    ],
)
def test_a_doubtful_word_between_sure_goods_is_goods(text: str, wanted: set[str]) -> None:
    assert wanted <= goods(text)


def lifted(text: str, *, sure: bool = True) -> dict[str, bool]:
    found = search_text(text)
    certain = [hit for hit in found.wares if sure and not hit.term.ambiguous]
    return {
        f"{hit.term.written}={hit.term.concept}": told
        for hit, told in in_bare_list(found.text.plain, found.wares, certain).items()
        if hit.term.ambiguous
    }


def test_the_row_says_whether_its_sure_goods_are_sold_with_the_word() -> None:
    assert lifted("xanax, meth, ghb")["meth=methamphetamine"] is True
    assert lifted("xanax, taser, ghb")["taser=other-weapons"] is False


def test_a_meaning_that_is_sold_with_the_sure_goods_leaves_the_other_out() -> None:
    row = lifted("ghb, cc, xanax")
    assert "cc=cocaine" in row
    assert "cc=payment-fraud" not in row


@pytest.mark.parametrize(
    "text",
    [
        "xanax, ice cream, ghb",  # not bare
        "ice, ghb",  # too short a row
        "xanax, 🧊, ghb",  # a picture
        "xanax 10 strip, ghb",  # an amount
        "xanax 5, meth 5, ghb 10",  # numbers say more than the row does
        "xanax meth, ghb",  # two words in one piece
    ],
)
def test_what_is_no_row_of_words_for_goods_lifts_nothing(text: str) -> None:
    assert lifted(text) == {}


def test_without_sure_goods_nothing_is_lifted() -> None:
    assert lifted("ice, crack, acid", sure=False) == {}


def test_a_shopping_list_is_no_row_of_goods() -> None:
    assert goods("boodschappen: ice, brood, melk, cola, snoepjes") == set()
