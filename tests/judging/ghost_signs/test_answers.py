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
