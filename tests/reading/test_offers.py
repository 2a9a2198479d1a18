import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.offers import read_text, read_texts

OFFERS = [
    ("Coke 50 p/g, 3g 140. Bezorging heel Amsterdam, dm @snelplug", {"cocaine"}),
    ("c o k e 60 per gram, dm", {"cocaine"}),
    ("c0ca1ne te koop, 2 gram 90 euro", {"cocaine"}),  # by all letters as they stand it was a designer drug
    ("C0ca1ne €50 gram, app 0612345678", {"cocaine"}),
    ("❄️ 50 🍫 10g 60 🔌 bezorging den haag 24/7", {"cocaine", "cannabis"}),
    ("Glock 19 te koop 1500 euro, met munitie", {"firearms", "ammunition"}),
    ("Glock 17 voor 2400 euro, doosje 9 mm erbij 45, dm", {"firearms", "ammunition"}),
    ("Vendo emeta en cristal, 1g 40€, entrego en mano", {"mdma"}),
    ("2св 4 шт 5000, Москва, пиши в лс", {"designer-drugs"}),
    ("Кокаϊne 1 gram 50 euro, dm", {"cocaine"}),  # Cyrillic, Greek and Latin in one word
    ("xtc 10 voor 25, 50 voor 100, 100 voor 150", {"mdma"}),
    ("Продам гашиш 1г 1500, закладки по Москве, пиши в лс", {"cannabis"}),
    ("kokain 1 gram 2000 tl istanbul teslimat var dm", {"cocaine"}),
    ("Vends beuh 10g 80€ livraison paris @x12345", {"cannabis"}),
    ("Verkaufe Keta 1g 40, Versand möglich, schreib mir", {"ketamine"}),
    ("Vendo cocaína 60 el gramo, entrega a domicilio, escribe al privado", {"cocaine"}),
    ("Selling xanax bars, 10 for 30, dm to order", {"benzodiazepines"}),
]
OTHERS = [
    ("iemand coke?", "request"),
    ("Suche 5g gras in berlin", "request"),
    ("куплю мефедрон, кто продает?", "request"),
    ("@plug020 top gozer, snel geleverd, echt aanrader", "vouch"),
    ("big vouch for @plugman, order arrived next day, 10/10", "vouch"),
    ("@x_y_z is een oplichter, betaald en niks ontvangen", "warning"),
    ("осторожно кидала @shop99, взял предоплату и пропал", "warning"),
    ("Koeriers gezocht, €200 per dag, eigen scooter, dm", "recruit"),
    ("Требуются кладмены, зарплата от 150к, пиши в лс", "recruit"),
]
ORDINARY = [
    "De politie heeft 5 kilo cocaïne in beslag genomen in de haven, straatwaarde 375.000 euro",
    "Witte kast te koop, 50 euro, ophalen in Utrecht, bel 0612345678",
    "MDMA kun je beter laten testen bij de testservice, start laag met de dosering",
    "Meng 500 gram bloem met 250 gram boter en een snuf zout, 30 minuten in de oven",
    "Morgen 10 cm sneeuw verwacht in de Ardennen",
    "heeft iemand de uitslag van Ajax?",
    "Полиция изъяла 3 кг героина, двое задержаны",
]


@pytest.mark.parametrize(("text", "commodities"), OFFERS)
def test_offers(text: str, commodities: set[str]) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert {item.commodity for item in reading.items} == commodities


@pytest.mark.parametrize(("text", "act"), OTHERS)
def test_other_acts(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "Kamagra beschikbaar. Track en trace verzending NL/BE. BTC: 1Q89e3qtuQ4yb6urtvs8pJ6SAJHTeq4yJC. App @neefleeuw0",
        "🍬 Taz xtc\nEnvoi par la poste\nWhatsApp +31680439791\nContact @topperleeuw_one",
    ],
)
def test_a_sure_offer_that_names_post_and_coins_is_no_warning(text: str) -> None:
    assert read_text(text).act == "offer"


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_no_act(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "none"
    assert reading.items == ()


@pytest.mark.parametrize(
    "word",
    [
        *("wit", "speed", "blow", "sneeuw", "coke", "ice", "weed", "horse", "white", "grass"),
    ],
)
def test_a_single_ambiguous_word_makes_no_offer(word: str) -> None:
    assert read_text(word).act == "none"
    assert read_text(f"Dat is {word}, zei hij.").act == "none"


def test_thanks_for_an_ordinary_parcel_is_no_act() -> None:
    assert read_text("bedankt voor de snelle levering, tot morgen").act == "none"


def test_delivery_payment_and_advance() -> None:
    reading = read_text("Cocaïne 1g 50, bezorgen of ophalen, cash of btc, alleen vooruitbetaling, dm")
    assert reading.delivery == ("courier", "pickup")
    assert reading.payment == ("cash", "crypto")
    assert reading.advance
    assert not read_text("Cocaïne 1g 50, geen vooruitbetaling, dm").advance


@pytest.mark.parametrize(
    ("text", "delivery", "payment"),
    [
        ("Koks 1g 80, Treuhand über den Admin", (), ("escrow",)),
        ("Golden teachers 7g £35, choc bar £20, half up front", (), ()),
        ("coke 1g 50, 5 halen 220, versandfrei", ("post",), ()),
        ("shit 5g 30, paiement d'avance, venez avec un sac", ("pickup",), ()),
        ("kokain 1 gr 2000, motor getirir, emanetçi ile, nakit", ("courier",), ("cash", "escrow")),
        ("coke 1g £60, pay 0xde709f2102306220921060314715629080e2fb77", (), ("crypto",)),
    ],
)
def test_ways_told_in_one_language_are_not_read_into_another(
    text: str, delivery: tuple[str, ...], payment: tuple[str, ...]
) -> None:
    reading = read_text(text)
    assert (reading.delivery, reading.payment) == (delivery, payment)


def test_reasons_add_up_to_more_than_the_score() -> None:
    for text, _ in OFFERS:
        reading = read_text(text)
        odds = sum(reason.weight for reason in reading.reasons)  # of the act against none
        assert odds > 0
        assert reading.score <= 1 / (1 + 10**-odds) + 1e-3


def test_spans_point_into_the_original() -> None:
    text = "Vers: 𝓒𝓸𝓴𝓮 1g 50, dm"
    reading = read_text(text)
    goods = next(reason for reason in reading.reasons if reason.rule == "goods")
    assert goods.span is not None
    assert text[goods.span.start : goods.span.end] == "𝓒𝓸𝓴𝓮"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    reading = read_text(text)
    assert 0.0 <= reading.score <= 1.0
    assert read_texts([text]) == [reading]


def test_leaving_out_what_tables_do_not_hold_changes_no_act() -> None:
    texts = [text for text, _ in [*OFFERS, *OTHERS]] + ORDINARY + ["", "hallo Utrecht", "1 voor 5 in Ede"]
    for whole, short in zip(read_texts(texts), read_texts(texts, acts_only=True), strict=True):
        assert (whole.act, whole.selectors) == (short.act, short.selectors)
        if whole.act != "none":
            assert whole == short._replace(among_traders=())  # what traders mean is told for tables only


def test_many_at_once_are_read_as_each_alone() -> None:
    texts = [text for text, _ in [*OTHERS, *OFFERS]] + [
        "",
        "hallo Utrecht",
        "betaal op NL91 ABNA 0417 1643 00",
    ]
    assert read_texts(texts) == [read_text(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "Menü\nGras 9 pro gramm, ab 50g 6\nKokain 58 pro gramm, ab 10g 43",
        "Menu\nWiet 9 per gram, vanaf 50g 6\nCoke 58 per gram, vanaf 10g 43",
    ],
)
def test_a_lower_price_from_some_amount_on_is_no_trade_wording(text: str) -> None:
    assert [item.scale for item in read_text(text).items] == ["retail", None, "retail", None]


def test_who_asks_a_price_for_each_measure_of_what_has_no_name_offers() -> None:
    reading = read_text("liter 200, halve liter 110, bezorgd in Emmen")
    assert reading.act == "offer"
    assert "amounts at their prices, goods unnamed" in {reason.rule for reason in reading.reasons}
    assert [(item.quantity, item.price) for item in reading.items] == [(1.0, 200.0), (0.5, 110.0)]


def test_a_list_of_prices_of_what_anybody_sells_is_not_read_so() -> None:
    reading = read_text("Honing, 500 gram 6 euro, kilo 11")
    assert reading.act == "none"
    assert "amounts at their prices, goods unnamed" not in {sign.name for sign in reading.judgement.signs}


def test_a_shop_that_says_how_to_pay_is_not_read_so() -> None:
    reading = read_text(
        "Mooie dingen, liter 12, 3 liter 30. Ophalen in Assen, betalen met bankoverschrijving"
    )
    assert "amounts at their prices, goods unnamed" not in {sign.name for sign in reading.judgement.signs}
