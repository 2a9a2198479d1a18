"""What others say of two accounts: that one seller has both, or that one is a copy."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.corners import Corner, linked
from tests.linking.market import Market, groups, reasons


def _own(market: Market, who: int, *, contact: str, day: float = 0) -> None:
    value = contact.split(":", 1)[1]
    market.post(who, f"verkoper {who} heeft vers binnen {value} dag {day}", day=day, contacts=[contact])


_ONE = [
    "@sneeuwpop is gewoon @ijsbeertje, wisten jullie dat",
    "groene plug heet tegenwoordig @ijsbeertje",
    "@sneeuwpop back under @ijsbeertje, same stuff",
    "@sneeuwpop und @ijsbeertje gehören zusammen",
    "@sneeuwpop et @ijsbeertje c'est le même vendeur",
    "@sneeuwpop y @ijsbeertje, el mismo tipo",
    "@sneeuwpop и @ijsbeertje один и тот же человек",
    "@sneeuwpop ve @ijsbeertje aynı kişi",
]
_NOT_ONE = [
    "@sneeuwpop is niet dezelfde gast als @ijsbeertje",
    "@ijsbeertje doet zich voor als @sneeuwpop, zelfde gast niet",
    "let op nep account: @ijsbeertje, de echte is @sneeuwpop",
    "@sneeuwpop und @ijsbeertje sind nicht derselbe typ",
    "@ijsbeertje n'est pas le même mec que @sneeuwpop",
    "@sneeuwpop en @ijsbeertje hebben beide goede hasj",
    "@sneeuwpop, @ijsbeertje, @derde_naam zelfde gast",  # of three no two are meant
    "zelfde gast als @sneeuwpop",  # and as whom?
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """What is made of two sellers of whom others said this or that, by what was said."""

    def write(corner: Corner, text: str) -> None:
        corner.call(a1="Groene Plug", a2="Kaas Fondue")
        for day in range(3):
            corner.post_own(1, contact="username:sneeuwpop", day=day)
            corner.post_own(2, contact="username:ijsbeertje", day=40 + day)
        if text in _NOT_ONE:
            for day in (0, 1):
                corner.post_own(3, contact="username:derde_naam", day=day)
        corner.post(50, text, act=None, day=60)

    return linked(tmp_path_factory, [*_ONE, *_NOT_ONE], write)


@pytest.mark.parametrize("text", _ONE)
def test_others_say_of_two_accounts_that_one_seller_has_both(said: dict[str, Corner], text: str) -> None:
    assert said[text].reasons(1, 2)["said_to_be_one"] > 0


def test_a_word_of_somebody_alone_never_links(engine: DuckDBEngine, said: dict[str, Corner]) -> None:
    market = _two_named()
    market.post(50, _ONE[0], act=None, day=60)
    made = market.link(engine)
    assert reasons(made, 1, 2)["said_to_be_one"] > 0
    assert [1, 2] not in groups(made)
    for text in _ONE:
        together = groups(said[text].made)
        assert [said[text].who(1), said[text].who(2)] not in together


@pytest.mark.parametrize("text", _NOT_ONE)
def test_who_warns_of_a_copy_or_praises_both_says_of_no_two_that_they_are_one(
    said: dict[str, Corner], text: str
) -> None:
    assert "said_to_be_one" not in said[text].reasons(1, 2)


def test_an_answer_names_one_of_the_two_and_several_who_say_so_weigh_more(engine: DuckDBEngine) -> None:
    market = _two_named()
    market.post(2, "vers binnen vandaag", day=59, act=None)
    market.post(50, "zelfde gast als @sneeuwpop", act=None, day=60, reply_to=len(market.messages))
    once = reasons(market.link(engine), 1, 2)["said_to_be_one"]
    market.post(51, "@sneeuwpop = @ijsbeertje", act=None, day=61)
    assert reasons(market.link(engine), 1, 2)["said_to_be_one"] > once > 0


def test_what_sellers_say_of_two_others_is_no_word_of_a_customer(engine: DuckDBEngine) -> None:
    market = _two_named()
    _own(market, 3, contact="username:derde_naam")
    market.post(3, "@sneeuwpop = @ijsbeertje", act=None, day=60)
    assert "said_to_be_one" not in reasons(market.link(engine), 1, 2)


def _two_named() -> Market:
    market = Market(names={1: "Groene Plug", 2: "Kaas Fondue"})
    for day in range(3):
        _own(market, 1, contact="username:sneeuwpop", day=day)
        _own(market, 2, contact="username:ijsbeertje", day=40 + day)
    return market
