"""Questions asked in public, and what is answered."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, read_all, reasons_of


@pytest.mark.parametrize(
    ("answer", "wants"),
    [
        ("ja zodra de paysafe binnen is", True),
        ("send me the amazon gift card code first", True),
        ("Erst Gutschein dann Adresse", True),
        ("d'abord une carte PCS", True),
        ("önce hediye kartı", True),
        ("сначала подарочная карта", True),
        ("50 pcs is fine", False),
        ("ja hoor, contant", False),
        ("ik zit op de kaart", False),
    ],
)
def test_a_card_is_told_from_other_answers(answer: str, wants: bool, engine: DuckDBEngine) -> None:
    market = base()
    ads = market.offers("a_shop")
    asked = market.say("a_q", "Nog beschikbaar?", day=6, reply_to=ads[0].tg_id)
    said = market.say("a_shop", answer, day=6.1, reply_to=asked.tg_id)
    market.say("a_q", "mijn cadeaukaart is op", day=6.2, reply_to=said.tg_id)  # not the seller's word
    reasons = read_all({"one": market}, engine)["one"]
    assert ("wants-a-card-when-asked" in reasons) == wants


def test_an_answer_by_a_bystander_is_no_answer(engine: DuckDBEngine) -> None:
    market = base()
    ads = market.offers("a_shop")
    for n in range(4):
        asked = market.say(f"a_q{n}", "Nog daar?", day=6 + n, reply_to=ads[0].tg_id)
        market.say("a_any", "geen idee", day=6.1 + n, reply_to=asked.tg_id)
    assert "questions-stay-unanswered" in reasons_of(market, engine)


def test_a_reaction_by_the_seller_is_an_answer_and_one_by_another_is_none(engine: DuckDBEngine) -> None:
    def rules(by: int) -> set[str]:
        market = base()
        market.numbers = {"a_shop": 77, "a_any": 78}
        ads = market.offers("a_shop")
        market.say("a_any", "hoi")
        for n in range(4):
            market.say(f"a_q{n}", "Nog daar?", day=6 + n, reply_to=ads[0].tg_id, reacted=(by,))
        return set(reasons_of(market, engine))

    assert "not:questions-stay-unanswered" in rules(77)
    assert "questions-stay-unanswered" in rules(78)


def test_a_reaction_that_is_only_written_is_none(engine: DuckDBEngine) -> None:
    market = base()
    market.numbers = {"a_shop": 77}
    ads = market.offers("a_shop")
    for n in range(4):
        text = f'{n} "reactions":[{{"recent":[{{"from_id":"user77"}}]}}]?'
        market.say(f"a_q{n}", text, day=6 + n, reply_to=ads[0].tg_id)
    assert "questions-stay-unanswered" in reasons_of(market, engine)
