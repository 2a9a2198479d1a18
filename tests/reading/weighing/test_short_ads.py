"""Ads of a few words: goods in a frame that sellers use, and nothing else."""

from time import process_time

import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.short_ads import AT_A_PRICE, BARE, bare_sign

ADS = {
    "hier voor je haze maatje": "cannabis",
    "Krankenschein sofort": "documents",
    "Impfpass sofort": "documents",
    "baja médica al momento": "documents",
    "nu onderweg met keta Zutphen Doetinchem": "ketamine",
    "wie moet er nog speed": "amphetamine",
    "wie zoekt er nog cola": "cocaine",
    "laatste 20 g amnesia": "cannabis",
    "moet van 10 st xtc af doe maar 30 euro": "mdma",
    "bied aan: coke, 1g, € 55": "cocaine",
    "iemand nog ketamine nodig? ik zit Deventer": "ketamine",
    "keta iemand? 25 euro": "ketamine",
    "anybody need mdma": "mdma",
    "plug for ketamine here": "ketamine",
    "letting go of 2 g coke for 90 euro": "cocaine",
    "hab noch speed da": "amphetamine",
    "wer braucht noch koks": "cocaine",
    "qui veut de la coke": "cocaine",
    "tengo speed": "amphetamine",
    "quien quiere coca": "cocaine",
    "кому нужен мефедрон": "designer-drugs",
    "есть меф в наличии": "designer-drugs",
    "kijk, keta kan ik vanavond nog brengen": "ketamine",
    "dus coke hier, waar zit je": "cocaine",
    "ketamine te koop, fijn weekend": "ketamine",
    "xtc pillen P.M.": "mdma",
    "vandaag in Zutphen met speed": "amphetamine",
    "beste speed van regio oost": "amphetamine",
    "anyone in Hull need ketamine": "ketamine",
    "verkaufe keta": "ketamine",
    "vends de la coke": "cocaine",
    "vendo speed": "amphetamine",
    "продам меф": "designer-drugs",
    "satilik metamfetamin": "methamphetamine",
    "te koop paddo's": "psilocybin",
    "te koop: wiet": "cannabis",
    "zu verkaufen speed": "amphetamine",
    "for sale coke": "cocaine",
    "en venta cocaína": "cocaine",
    "à vendre beuh": "cannabis",
}


@pytest.mark.parametrize(("text", "commodity"), ADS.items())
def test_goods_in_a_sellers_frame_are_offered(text: str, commodity: str) -> None:
    assert search_text(text).short_ad
    reading = read_text(text)
    assert (reading.act, {item.commodity for item in reading.items}) == ("offer", {commodity})


@pytest.mark.parametrize(
    "text",
    [
        "wie heeft er nog keta in Zutphen",
        "moet vanavond keta hebben",
        "iemand keta?",
        "c dispo rennes ?",
        "есть меф?",
        "ik heb speed gehaald en het was troep",
        "hier voor je verhaal over speed in de politiek",
        "anybody need a lift to the station",
        "speed gezocht, wie kan dat brengen",
        "keta kan ik niet tegen",
    ],
)
def test_who_asks_and_who_tells_something_else_is_no_such_ad(text: str) -> None:
    assert not search_text(text).short_ad
    assert read_text(text).act != "offer"


def test_hostile_text_takes_little_time() -> None:
    begun = process_time()
    for text in (
        "coke " * 18,
        "1 coke " * 12,
        "heb nog " * 11 + "c",
        "rij " * 20 + "coke",
        "wie moet coke " + "a " * 35,
    ):
        search_text(text)
    assert process_time() - begun < 1.0


@pytest.mark.parametrize("text", ["lyrica Zutphen", "Zutphen keta snel", "xtc 🔥", "mdma"])
def test_goods_and_a_place_alone_are_known(text: str) -> None:
    found = search_text(text)
    assert (found.alone, found.short_ad) == (True, False)


def test_goods_at_a_price_and_a_place_are_an_offer() -> None:
    for text in ("vca diploma 2 stuks 150 euro Rotterdam", "glock 19 1 stuk 1400€ Zutphen"):
        assert read_text(text).act == "offer"


def test_the_quick_pass_keeps_short_ads() -> None:
    texts = ["cola vanaf 60", "witte te koop", "vandaag snow, morgen gelato"]
    assert candidate_mask(pa.array(texts)).tolist() == [True] * 3


@pytest.mark.parametrize(
    ("text", "sign"),
    [("keta 20 euro", AT_A_PRICE), ("keta 500руб", AT_A_PRICE), ("keta ₺ 500", AT_A_PRICE), ("keta 20 stuks", BARE)],
)  # fmt: skip
def test_a_price_is_told_by_any_money(text: str, sign: str) -> None:
    assert bare_sign(plain_text(text)) == sign


@pytest.mark.parametrize("before", ["", "in ", "richting ", "in de ", "nach ", "vers "])
def test_what_stands_before_a_town_is_part_of_the_frame(before: str) -> None:
    assert read_text(f"onderweg met keta {before}Zutphen").act == "offer"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("wie heeft coke? 2 nodig nu", "request"),
        ("wie heeft 3mmc? 2g nodig", "request"),
        ("wie heeft coke nodig?", "offer"),
        ("keta iemand? 25 euro", "offer"),
    ],
)
def test_a_question_that_is_over_before_its_frame_asks(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize("text", ["le kilo de beuh 2800", "demi kilo de weed 1300€", "kilo de hierba 2000"])
def test_a_kilo_of_goods_at_a_price_is_offered(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert [item.commodity for item in reading.items] == ["cannabis"]


@pytest.mark.parametrize("text", ["un kilo de coca cola 2€", "le kilo de tomates 3€", "Pizza in 20 min"])
def test_a_kilo_of_groceries_is_not(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("ofrezco speed en Zaragoza", "amphetamine"),
        ("el que necesite keta que me hable", "ketamine"),
        ("quien quiera farlopa estoy por Malaga", "cocaine"),
        ("si alguien quiere marihuana que me escriba", "cannabis"),
        ("tengo speed del bueno", "amphetamine"),
        ("hay mdma pura sin corte", "mdma"),
        ("ketamina zona Vallecas", "ketamine"),
        ("marihuana al por mayor", "cannabis"),
        ("ando por Triana con hachis y maria", "cannabis"),
        ("si quelqu'un veut de la beuh qu'il me mp", "cannabis"),
        ("ceux qui cherchent de la coke mp", "cocaine"),
        ("on tourne avec de la keta ce soir", "ketamine"),
        ("qui veut de la frappe ?", "cannabis"),
        ("secteur Toulouse livraison coke", "cocaine"),
    ],
)
def test_who_says_in_spanish_or_french_that_he_has_goods_offers_them(text: str, commodity: str) -> None:
    reading = read_text(text)
    assert (reading.act, {item.commodity for item in reading.items}) == ("offer", {commodity})


@pytest.mark.parametrize(
    "text",
    [
        "je propose du chocolat",
        "si quelqu'un veut du chocolat qu'il me mp",
        "quien quiera huevos que me escriba",
        "ofrezco pollo",
    ],
)
def test_what_people_eat_is_offered_at_table_in_the_same_words(text: str) -> None:
    assert read_text(text).act != "offer"


@pytest.mark.parametrize(
    "text",
    [
        "si alguien tiene hierba que me escriba",
        "quien tiene farlopa por Malaga",
        "si quelqu'un a de la beuh mp moi",
        "hay chocolate fresco hoy",
        "tengo huevos frescos",
        "ando por Triana con maria",
        "estoy en casa con maria",
        "zona centro pollo",
        "si alguien quiere jugar que me hable",
        "ceux qui veulent venir au foot mp",
        "secteur Toulouse livraison pizza",
        "on bouge avec la famille ce soir",
    ],
)
def test_who_asks_or_tells_of_food_and_friends_so_offers_nothing(text: str) -> None:
    assert read_text(text).act != "offer"


@pytest.mark.parametrize(
    "text",
    [
        "bin heute in köln unterwegs mit haze",
        "bin am start mit koks",
        "ich verkaufe koks in münchen",
        "hier gibt es koks und keta zum fairen preis",
        "bei uns gibts weed und hasch",
        "frische lieferung amnesia heute rein",
        "noch 30g haze übrig, schnell sein",
        "haze wieder auf stock",
        "hätte xanax abzugeben",
        "mach gute preise für haze",
        "gebe haze günstig ab",
        "10 bestellen 2 gratis tesla pillen",
        "Top Amnesia zu verkaufen nur Berlin",
        "bringe dir haze bis an die tür",
        "liefer dir weed in 30 min",
        "kann heute noch haze bringen",
        "brauch noch einer speed?",
        "will noch wer haze?",
        "du brauchst koks? pn",
        "wer interesse an keta hat pn",
        "wer braucht was? koks gras teile",
        "führerschein klasse b ohne fahrschule 1500€",
        "Führerschein echt registriert 2000",
    ],
)
def test_who_has_brings_or_sells_in_few_german_words_offers(text: str) -> None:
    assert read_text(text).act == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "suche haze raum köln",
        "hat noch wer haze?",
        "hat wer koks in münchen",
        "wer verkauft hier koks?",
        "braucht wer reifen?",
        "will noch wer pizza?",
        "braucht jemand koks zum heizen",
        "hier gibt es koks lol",
        "bei uns gibts kuchen",
        "wir haben frische pilze",
        "ich bringe pilze mit",
        "neue haze songs",
        "bin unterwegs mit speed durch die stadt gerannt",
        "ich gebe 2 stühle ab",
        "habe noch tilidin hier vom arzt",
        "kann heute noch kuchen bringen",
        "hab gute teile hier",
        "führerschein ohne prüfung? das ist betrug",
        "Führerschein bestanden ohne fehler",
    ],
)
def test_who_asks_or_talks_in_german_words_like_these_offers_nothing(text: str) -> None:
    assert read_text(text).act != "offer"


@pytest.mark.parametrize(
    "text",
    ["hast du noch haze?", "kann ich bei dir speed bekommen?", "bekomm ich bei dir xanax", "habt ihr weed"],
)
def test_who_asks_one_seller_in_few_german_words_asks_for_goods(text: str) -> None:
    assert read_text(text).act == "request"


@pytest.mark.parametrize(
    "text",
    [
        "hast du noch hunger?",
        "hast du haze gehört?",
        "hast du lyrica genommen?",
        "kann man koks im urin nachweisen",
        "bekomme ich xanax vom arzt?",
        "verkaufst du platten?",
        "verkaufst du dein auto?",
    ],
)
def test_a_german_question_of_other_things_does_not(text: str) -> None:
    assert read_text(text).act == "none"
