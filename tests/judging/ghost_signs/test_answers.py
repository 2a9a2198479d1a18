"""Questions asked in public, and what is answered."""

import pytest

from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
WANTS_A_CARD = {
    "ja zodra de paysafe binnen is": True,
    "send me the amazon gift card code first": True,
    "Erst Gutschein dann Adresse": True,
    "d'abord une carte PCS": True,
    "önce hediye kartı": True,
    "сначала подарочная карта": True,
    "50 pcs is fine": False,
    "ja hoor, contant": False,
    "ik zit op de kaart": False,
}

MONEY_FIRST = {
    "eerst even een tikkie dan rij ik": True,
    "helft vooraf rest bij jou": True,
    "zodra ik mijn geld binnen heb stuur ik hem": True,
    "zodra het geld binnen is gaat hij op de post": True,
    "kleine aanbetaling graag": True,
    "money first mate, too many timewasters": True,
    "half upfront, half when it lands": True,
    "once payment is in i send tracking": True,
    "Anzahlung 30 dann fahr ich los": True,
    "erst überweisen, dann Adresse": True,
    "acompte de 50 et je bouge": True,
    "tu paies d'abord": True,
    "primero el pago, luego la dirección": True,
    "mitad por adelantado": True,
    "önce havale sonra konum": True,
    "kapora atarsan ayırırım": True,
    "сначала перевод потом адрес": True,
    "только предоплата": True,
    "nee joh, nooit vooraf": False,
    "niks vooraf, betalen aan de deur": False,
    "eerst kijken dan betalen": False,
    "bel wel vooraf even": False,
    "no deposit needed, pay me at the door": False,
    "you can test it first": False,
    "i ship first, you pay when it lands": False,
    "keine Vorkasse, bar bei Übergabe": False,
    "pas d'acompte, tu payes sur place": False,
    "sin adelanto, pagas al recibir": False,
    "kapora yok, kapıda ödersin": False,
    "без предоплаты, при встрече": False,
    "morgen pas weer": False,
    "my first batch is gone, next one friday": False,
    "een tientje per stuk": False,
    "ich bin erst um acht da": False,
    "je passe avant minuit": False,
    "bel 10 min vooraf": False,
    "geef 1 uur van tevoren door": False,
    "ik moet het eerst even pakken": False,
    "kom om 8 maar eerst eten": False,
    "alles komt vooraf getest": False,
    "ruf 10 min vorher an": False,
    "1 stunde vorher bescheid": False,
    "muss erst geld wechseln": False,
    "to be upfront, tonight is not possible": False,
    "when you pay cash it is 5 off": False,
    "i got my deposit back at the flat": False,
    "paiement cash avant 20h": False,
    "te lo doy en mano y luego el pago": False,
    "luego te pago el taxi": False,
    "можешь задать вопрос в лс": False,
    "залог не нужен": False,
    "деньги сразу в руки": False,
    "az önce gönderdim": False,
    "önce konum gönder": False,
    "50 euro vooraf": True,
    "alles vooraf betalen": True,
    "50% deposit mate": True,
    "when the money is in i send it": True,
    "100 € vorab": True,
    "задаток 30 процентов": True,
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return HERE.judged(tmp_path_factory, ghost_reasons)


@HERE.market(*WANTS_A_CARD)
def answered(answer: str) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    asked = market.say("a_q", "Nog beschikbaar?", day=6, reply_to=ads[0].tg_id)
    said = market.say("a_shop", answer, day=6.1, reply_to=asked.tg_id)
    market.say("a_q", "mijn cadeaukaart is op", day=6.2, reply_to=said.tg_id)  # not the seller's word
    return market


@pytest.mark.parametrize(("answer", "wants"), WANTS_A_CARD.items())
def test_a_card_is_told_from_other_answers(answer: str, wants: bool, judged: Judged) -> None:
    assert ("wants-a-card-when-asked" in judged(answered, answer)["s_1"]) == wants


@HERE.market(*MONEY_FIRST)
def answered_with(answer: str) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    for n in range(3):
        asked = market.say(f"a_q{n}", "Nog beschikbaar?", day=6 + n, reply_to=ads[0].tg_id)
        market.say("a_shop", answer, day=6.1 + n, reply_to=asked.tg_id)
    return market


@pytest.mark.parametrize(("answer", "wants"), MONEY_FIRST.items())
def test_who_wants_money_first_has_neither_answered_nor_been_silent(
    answer: str, wants: bool, judged: Judged
) -> None:
    found = judged(answered_with, answer)["s_1"]
    assert ("wants-money-first-when-asked" in found) == wants
    assert ("not:questions-stay-unanswered" in found) != wants
    assert "questions-stay-unanswered" not in found


@HERE.market()
def said_by_customers() -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    for n in range(3):
        asked = market.say(f"a_q{n}", "moet ik eerst betalen?", day=6 + n, reply_to=ads[0].tg_id)
        said = market.say("a_shop", "kom maar langs", day=6.1 + n, reply_to=asked.tg_id)
        market.say(f"a_q{n}", "betaal nooit vooraf mensen", day=6.2 + n, reply_to=said.tg_id)
        market.say(f"a_q{n}", "de helft vooraf kan ook hoor", day=6.3 + n, reply_to=said.tg_id)
    return market


def test_what_customers_say_of_paying_first_is_no_wish_of_the_seller(judged: Judged) -> None:
    assert "wants-money-first-when-asked" not in judged(said_by_customers)["s_1"]


@HERE.market()
def answered_and_then_asked() -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    asked = market.say("a_q", "Kun je in Delft komen?", day=6, reply_to=ads[0].tg_id)
    market.say("a_shop", "vooraf betalen, dan kom ik", day=6.1, reply_to=asked.tg_id)
    market.say("a_shop", "Delft kan, half uurtje", day=6.2, reply_to=asked.tg_id)
    return market


def test_a_plain_answer_beside_a_wish_for_money_is_an_answer(judged: Judged) -> None:
    assert {"not:questions-stay-unanswered", "wants-money-first-when-asked"} <= set(
        judged(answered_and_then_asked)["s_1"]
    )


@HERE.market()
def answered_by_a_bystander() -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    for n in range(4):
        asked = market.say(f"a_q{n}", "Nog daar?", day=6 + n, reply_to=ads[0].tg_id)
        market.say("a_any", "geen idee", day=6.1 + n, reply_to=asked.tg_id)
    return market


def test_an_answer_by_a_bystander_is_no_answer(judged: Judged) -> None:
    assert "questions-stay-unanswered" in judged(answered_by_a_bystander)["s_1"]


@HERE.market((77, 77, 78), (80, 79, 80))  # by the seller, and by somebody else; a number is one account's
def reacted(by: int, shop: int, other: int) -> SmallMarket:
    market = base()
    market.numbers = {"a_shop": shop, "a_any": other}
    ads = market.offers("a_shop")
    market.say("a_any", "hoi")
    for n in range(4):
        market.say(f"a_q{n}", "Nog daar?", day=6 + n, reply_to=ads[0].tg_id, reacted=(by,))
    return market


def test_a_reaction_by_the_seller_is_an_answer_and_one_by_another_is_none(judged: Judged) -> None:
    assert "not:questions-stay-unanswered" in judged(reacted, 77, 77, 78)["s_1"]
    assert "questions-stay-unanswered" in judged(reacted, 80, 79, 80)["s_1"]


@HERE.market()
def only_written() -> SmallMarket:
    market = base()
    market.numbers = {"a_shop": 81}
    ads = market.offers("a_shop")
    for n in range(4):
        text = f'{n} "reactions":[{{"recent":[{{"from_id":"user81"}}]}}]?'
        market.say(f"a_q{n}", text, day=6 + n, reply_to=ads[0].tg_id)
    return market


def test_a_reaction_that_is_only_written_is_none(judged: Judged) -> None:
    assert "questions-stay-unanswered" in judged(only_written)["s_1"]
