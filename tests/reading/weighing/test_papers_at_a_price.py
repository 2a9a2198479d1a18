import pytest

from schakel.reading.offers import read_text, read_texts
from schakel.reading.weighing.papers_at_a_price import PAPERS_PRICED

PRICED = [
    "rijbewijs b 1500 ingeschreven rdw",
    "bankrekening bunq 250 abn 300",
    "permis b 900",
    "paspoort nl 2500 id 1500",
    "Führerschein B 2000",
    "carte vitale 150",
    "diplôme bts 400",
    "rijbewijs b echt in rdw 1500",
]


@pytest.mark.parametrize("text", PRICED)
def test_papers_and_accounts_at_a_price_are_offered(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert any(sign.name == PAPERS_PRICED for sign in reading.judgement.signs)


@pytest.mark.parametrize(
    "text",
    [
        "konto leihen, 2 tage, 800 bar",
        "rent me your Monzo, £300",
        "verhuur je bunq 300",
        "presta cuenta, 400 ya",
        "верифнуть биржу лицом, 1500",
        "rijbewijs gezocht 1500",
        "wie heeft een rijbewijs voor 1500?",
        "fake id 100 gekocht, was nep, oplichter",
        "ik heb vandaag mijn rijbewijs gehaald na 3 keer examen doen, 1500 euro armer",
        "rijbewijs b 1500?",
        "rijbewijs ? 1500",
        "rijbewijs b en dan nog een theorie erbij van 1500",
        "rijbewijs",
        "paspoort en id",
        "morgen 1500",
        "2 gram coke 80",
    ],
)
def test_who_lends_asks_tells_or_sells_other_goods_has_no_such_sign(text: str) -> None:
    assert all(sign.name != PAPERS_PRICED for sign in read_text(text).judgement.signs)


def test_lawful_fees_are_no_offers() -> None:
    texts = [
        "rijbewijs 650 euro autorijles",
        "paspoort aanvragen 78 euro gemeente",
        "Fifa-Account abzugeben, 30 Euro, PayPal",
    ]
    assert [reading.act for reading in read_texts(texts)] == ["none"] * len(texts)
