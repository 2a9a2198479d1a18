"""Goods as they are called in one country: brands of medicines, papers, copies, arms, in a line of a menu."""

import pytest

from schakel.reading.offers import read_text

MENUS = {
    "nl": "Vandaag beschikbaar\n- cocaine 5 g 90€\n- {} 10 stuks 40€\n- ketamine 5 g 90€\nApp voor info",
    "de": "Heute verfügbar\n- kokain 5 g 90€\n- {} 10 Stück 40€\n- ketamin 5 g 90€\nBei Interesse PN",
    "es": "Disponible hoy\n- cocaína 5 g 90€\n- {} 10 unidades 40€\n- ketamina 5 g 90€\nPedidos por privado",
    "ru": "Сегодня в наличии\n- кокаин 5 г 4500р\n- {} 10 шт 2000р\n- кетамин 5 г 4500р\nПисать в лс",
    "tr": "Bugün hazır\n- kokain 5 gr 4500 TL\n- {} 10 adet 2000 TL\n- ketamin 5 gr 4500 TL\nSipariş için dm",
}


@pytest.mark.parametrize(
    ("language", "word", "commodity"),
    [
        ("nl", "kinecteen", "prescription-medicines"),
        ("nl", "antibiotica", "prescription-medicines"),
        ("de", "zoldem", "prescription-medicines"),
        ("de", "radedorm", "benzodiazepines"),
        ("es", "hidrocodona", "opioids"),
        ("es", "zopiclona", "prescription-medicines"),
        ("ru", "нейронтин", "prescription-medicines"),
        ("ru", "ивадал", "prescription-medicines"),
        ("ru", "грандаксин", "benzodiazepines"),
        ("tr", "novagra", "prescription-medicines"),
        ("tr", "suboxen", "opioids"),
    ],
)
def test_brands_of_a_country_are_goods_of_a_menu(language: str, word: str, commodity: str) -> None:
    found = [item.commodity for item in read_text(MENUS[language].format(word)).items]
    assert found == ["cocaine", commodity, "ketamine"]


@pytest.mark.parametrize(
    "text",
    [
        "We gaan dit weekend naar Isparta, wie rijdt er mee voor 20 euro?",
        "Mijn thermomix is stuk, weet iemand een monteur in Utrecht?",
        "Ik heb maandag theorie-examen en daarna mijn rijbewijs, eindelijk!",
        "Trendyol siparişim gelmedi, 3 gün oldu",
    ],
)
def test_words_of_daily_life_are_no_goods_in_ordinary_talk(text: str) -> None:
    assert read_text(text).act != "offer"
