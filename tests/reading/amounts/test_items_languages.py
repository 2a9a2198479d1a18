"""Price lists in English, German, French, Spanish, Russian and Turkish."""

import pytest

from tests.reading.market_words import items_of, told

ENGLISH = [
    ("coke 1g £80 3.5g £240", "cocaine 1 g 80; cocaine 3.5 g 240"),
    ("weed 1g at 10 pounds, 5g @ 45 pounds", "cannabis 1 g 10; cannabis 5 g 45"),
    ("weed 3.5 = £45 7 = £80 28 = £250", "cannabis 3.5 g 45; cannabis 7 g 80; cannabis 28 g 250"),
    ("weed oz 180", "cannabis 28 g 180"),
    ("half oz weed 100, q 60", "cannabis 14 g 100; cannabis 7 g 60"),
    ("quarter 60, half oz 110, oz 200 weed", "cannabis 7 g 60; cannabis 14 g 110; cannabis 28 g 200"),
    ("8ball coke £220", "cocaine 3.5 g 220"),
    ("8-ball of cocaine 220", "cocaine 3.5 g 220"),
    ("eighth weed 40", "cannabis 3.5 g 40"),
    ("half a gram cocaine $40", "cocaine 0.5 g 40"),
    ("two grams of cocaine for $150", "cocaine 2 g 150"),
    ("ket £25 a g", "ketamine 1 g 25"),
    ("ket £25 per g, from 10g £18 per g", "ketamine 1 g 25; ketamine 10 g 180"),
    ("ecstasy $10 each", "mdma 1 pill 10"),
    ("ecstasy $10 each, 10 for $80", "mdma 1 pill 10; mdma 10 pill 80"),
    ("100 ecstasy pills $400", "mdma 100 pill 400"),
    ("xanax 2mg bars 100 for $150", "benzodiazepines 100 pill 150"),
    ("xanax 2mg x 50", "benzodiazepines 50 pill -"),
    ("50 x 2mg xanax", "benzodiazepines 50 pill -"),
    ("50 x 100ug lsd tabs", "lsd 50 seal -"),
    ("lsd 10 hits $80", "lsd 10 seal 80"),
    ("valium 10mg (25 pills)", "benzodiazepines 25 pill -"),
    ("oxy 30mg $6.50 each x 60 pills", "opioids 60 pill 390"),
    ("7g meth $300", "methamphetamine 7 g 300"),
    ("1oz meth $600, qp 2000", "methamphetamine 28 g 600; methamphetamine 112 g 2000"),
    ("1 lb weed $1200", "cannabis 448 g 1200"),
    ("1 kilo cocaine $32k", "cocaine 1 kg 32000"),
    ("cocaine $32,000 per kilo", "cocaine 1 kg 32000"),
    ("marlboro carton $50", "tobacco-vapes 1 carton 50"),
    ("glock $900", "firearms 1 piece 900"),
    ("14 gr. heroin - 5 Gr. cocaine - 7 gr. meth", "heroin 14 g -; cocaine 5 g -; methamphetamine 7 g -"),
    ("heroin $49 gr", "heroin 1 g 49"),
    ("1G heroin **free uk delivery**", "heroin 1 g -"),
    ("cocaine, weed, ketamine in stock", "cocaine - - -; cannabis - - -; ketamine - - -"),
    ("cocaine 1g $80. Call (555) 123-4567", "cocaine 1 g 80"),
    ("strips of 10 valium £10, 10 strips £80", "benzodiazepines 1 strip 10; benzodiazepines 10 strip 80"),
    ("meth $55/5g", "methamphetamine 5 g 55"),
    ("1 oz (28g) weed now $159.99", "cannabis 28 g 159.99"),
    ("heroin df-118 5x strength 80's style", "heroin - - -"),
    ("ket 5 boxes of 10 vials $90", "ketamine 5 box 90"),
    ("weed 1/8 $25, 1/4 $45", "cannabis 3.5 g 25; cannabis 7 g 45"),
    ("cali packs 3.5g £50 each", "cannabis 3.5 g 50"),
    ("cocaine free shipping over $200", "cocaine - - -"),
]
GERMAN = [
    ("Koks 1g 70€ / 5g 300€", "cocaine 1 g 70; cocaine 5 g 300"),
    ("Koks 1g je 70 Öcken, 5g je 300 Tacken", "cocaine 1 g 70; cocaine 5 g 300"),
    ("Koks 80€/g", "cocaine 1 g 80"),
    ("Koks 80 pro Gramm", "cocaine 1 g 80"),
    ("Gras 10€/g ab 10g 8€/g", "cannabis 1 g 10; cannabis 10 g 80"),
    ("Gras ab 10g 8€/g", "cannabis 10 g 80"),
    ("Pep 10€ pro g, ab 10g 7€", "amphetamine 1 g 10; amphetamine 10 g 70"),
    ("XTC 10 Teile 50€", "mdma 10 pill 50"),
    ("XTC Stück 7€", "mdma 1 pill 7"),
    ("XTC 7€ das Stück", "mdma 1 pill 7"),
    ("XTC 100 Stk. 250 Euro", "mdma 100 pill 250"),
    ("Koks 1g für nen Fuffi", "cocaine 1 g 50"),
    ("Koks ein Gramm einen Hunni", "cocaine 1 g 100"),
    ("Gras Zehner", "cannabis 1 g 10"),
    ("Hasch 100g Platte 450€", "cannabis 100 g 450"),
    ("Hasch halbes Kilo 1500", "cannabis 0.5 kg 1500"),
    ("Koks halbes Gramm 45", "cocaine 0.5 g 45"),
    ("Gras fünf Gramm für fünfzig", "cannabis 5 g 50"),
    ("Tilidin 100mg 20 Stk 40€", "opioids 20 pill 40"),
    ("LSD Pappen 10 Stück 80€", "lsd 10 seal 80"),
    ("LSD 5 Pappen 40€", "lsd 5 seal 40"),
    ("Marlboro Stange 40€", "tobacco-vapes 1 carton 40"),
    ("Gras 5g = 50,- 10g = 90,-", "cannabis 5 g 50; cannabis 10 g 90"),
    ("Koks 1g 80, Versand 5€", "cocaine 1 g 80"),
    ("Keta 1g 30€ 5g 120€\nPep 5g 40€", "ketamine 1 g 30; ketamine 5 g 120; amphetamine 5 g 40"),
    ("Kokain 1.000g 35.000€", "cocaine 1000 g 35000"),
    ("Koks, Gras, Pep und Hasch", "cocaine - - -; cannabis - - -; amphetamine - - -; cannabis - - -"),
]
FRENCH = [
    ("coke 70€/g", "cocaine 1 g 70"),
    ("coke 50€ le g", "cocaine 1 g 50"),
    ("coke 50 € le gramme", "cocaine 1 g 50"),
    ("coke 1g à 60€, 5g à 250€", "cocaine 1 g 60; cocaine 5 g 250"),
    ("coke 1g : 60€ / 2g : 110€", "cocaine 1 g 60; cocaine 2 g 110"),
    ("coke 0,5g 40 1g 70", "cocaine 0.5 g 40; cocaine 1 g 70"),
    ("demi gramme de coke 40€", "cocaine 0.5 g 40"),
    ("shit la barrette 20€", "cannabis 1 piece 20"),
    ("plaquette de tramadol 15€", "opioids 1 strip 15"),
    ("hachis 100 g 350 balles", "cannabis 100 g 350"),
    ("hachis 10 g pour cinquante balles", "cannabis 10 g 50"),
    ("beuh 10€ le g, 5g 45€, 10g 80€", "cannabis 1 g 10; cannabis 5 g 45; cannabis 10 g 80"),
    ("taz 10€ l'unité 5 pour 40€", "mdma 1 pill 10; mdma 5 pill 40"),
    ("100€ les 5g de coke, 180€ les 10g", "cocaine 5 g 100; cocaine 10 g 180"),
    ("taz 10€ pièce", "mdma 1 pill 10"),
    ("taz 10€ l'unité, 10 pour 70", "mdma 1 pill 10; mdma 10 pill 70"),
    ("md 50€ le gramme à partir de 5g 40€ le gramme", "mdma 1 g 50; mdma 5 g 200"),
    ("kétamine 2g 70e 5g 150e", "ketamine 2 g 70; ketamine 5 g 150"),
    ("kilo de shit 2 500 €", "cannabis 1 kg 2500"),
    ("lsd 10 buvards 80€", "lsd 10 seal 80"),
    ("lsd 10 cartons 80€", "lsd 10 seal 80"),
    ("marlboro la cartouche 50€", "tobacco-vapes 1 carton 50"),
    ("coke livraison offerte dès 100€", "cocaine - - -"),
    ("livraison 24h/24 coke 1g 60", "cocaine 1 g 60"),
    ("cinq grammes de beuh cinquante euros", "cannabis 5 g 50"),
    ("coke, beuh, shit dispo", "cocaine - - -; cannabis - - -; cannabis - - -"),
    ("protoxyde bonbonne 30€", "nitrous-oxide 1 piece 30"),
]
SPANISH = [
    ("coca 1g 60€, 5g 250€", "cocaine 1 g 60; cocaine 5 g 250"),
    ("cocaina 60€ gramo, 5 gramos 250€", "cocaine 1 g 60; cocaine 5 g 250"),
    ("cocaina 60€ el gramo", "cocaine 1 g 60"),
    ("coca medio gramo 30 euros", "cocaine 0.5 g 30"),
    ("coca un pollo 60", "cocaine 1 g 60"),
    ("hachis 10 pavos el gramo", "cannabis 1 g 10"),
    ("costo 20 gramos por 60 euros", "cannabis 20 g 60"),
    ("tusi 1g 80€ medio 45€", "designer-drugs 1 g 80; designer-drugs 0.5 g 45"),
    ("pastis 10 unidades 50€", "mdma 10 pill 50"),
    ("pastis 5€ c/u", "mdma 1 pill 5"),
    ("pastis a 5€ la unidad", "mdma 1 pill 5"),
    ("marihuana desde 5g 30€", "cannabis 5 g 30"),
    ("marihuana a partir de 10 gramos 4€ por gramo", "cannabis 10 g 40"),
    ("cien pastis por doscientos euros", "mdma 100 pill 200"),
    ("kilo de hachis 1.800€", "cannabis 1 kg 1800"),
    ("lsd 5 tripis 40€", "lsd 5 seal 40"),
    ("coca envío gratis pedido mínimo 50€", "cocaine - - -"),
    ("ketamine medio 25 entero 45", "ketamine 0.5 g 25; ketamine 1 g 45"),
    ("coca, hachis y marihuana", "cocaine - - -; cannabis - - -; cannabis - - -"),
    ("ketamine 2 x 50€", "ketamine 2 g 50"),
    ("media onza marihuana 90€", "cannabis 14 g 90"),
]
RUSSIAN = [
    ("мефедрон 0.5г - 2500р", "designer-drugs 0.5 g 2500"),
    ("мефедрон 1г 10 баксов, 5г 45 баксов", "designer-drugs 1 g 10; designer-drugs 5 g 45"),
    ("мефедрон 1г 3500₽, 2г 6000₽", "designer-drugs 1 g 3500; designer-drugs 2 g 6000"),
    ("меф 1 г — 3 500 ₽", "designer-drugs 1 g 3500"),
    ("меф 0,5 гр. 1800 руб", "designer-drugs 0.5 g 1800"),
    (
        "меф 1г=2500 2г=4500 3г=6000",
        "designer-drugs 1 g 2500; designer-drugs 2 g 4500; designer-drugs 3 g 6000",
    ),
    ("гашиш 5 г за 4 косаря", "cannabis 5 g 4000"),
    ("гашиш 1 г 1500 / бошки 1 г 1800", "cannabis 1 g 1500; cannabis 1 g 1800"),
    ("кокаин 2 грамма за 15000 руб", "cocaine 2 g 15000"),
    ("кокаин 9000 за грамм", "cocaine 1 g 9000"),
    ("кокаин 9к за грамм", "cocaine 1 g 9000"),
    ("кокаин грамм 9 тысяч", "cocaine 1 g 9000"),
    ("кокаин полграмма 5 тыс", "cocaine 0.5 g 5000"),
    ("экстази 2 шт 2000₽, 5 шт — 4 500₽", "mdma 2 pill 2000; mdma 5 pill 4500"),
    ("экстази 10 таблеток 8000 р", "mdma 10 pill 8000"),
    ("экстази 900р/шт", "mdma 1 pill 900"),
    ("марки 5 шт 5000", "lsd 5 seal 5000"),
    ("амфетамин от 5 г 1000 р за грамм", "amphetamine 5 g 5000"),
    ("амф опт 100г 60000р", "amphetamine 100 g 60000"),
    ("два грамма порошка за пять тысяч", "None 2 g 5000"),
    ("два грамма меф за пять тысяч", "designer-drugs 2 g 5000"),
    ("лирика 300мг 14 капсул 2500р", "prescription-medicines 14 pill 2500"),
    ("лирика 2 пачки 4000", "prescription-medicines 2 box 4000"),
    ("кокаин, меф, гашиш, бошки", "cocaine - - -; designer-drugs - - -; cannabis - - -; cannabis - - -"),
    ("меф 1г 2500р\nдоставка 500р", "designer-drugs 1 g 2500"),
    ("кетамин 1г тел 8 999 123-45-67", "ketamine 1 g -"),
    ("гашиш 1 кг 250 000 руб", "cannabis 1 kg 250000"),
]
TURKISH = [
    ("kokain 1 gr 3000 tl", "cocaine 1 g 3000"),
    ("kokain yarım gram 1500₺", "cocaine 0.5 g 1500"),
    ("esrar gramı 500 lira", "cannabis 1 g 500"),
    ("esrar 5 gram 2 bin tl", "cannabis 5 g 2000"),
    ("esrar 1gr 400 tl, 5gr 1750 tl", "cannabis 1 g 400; cannabis 5 g 1750"),
    ("extacy tanesi 250 tl, 10 adet 2000 tl", "mdma 1 pill 250; mdma 10 pill 2000"),
    ("extacy hap 250 tl", "mdma 1 pill 250"),
    ("beş gram esrar bin beş yüz lira", "cannabis 5 g 1500"),
    ("iki gram kokain beş bin tl", "cocaine 2 g 5000"),
    ("lirika 1 kutu 600 tl", "prescription-medicines 1 box 600"),
    ("ot 10 gr 2.500 TL", "cannabis 10 g 2500"),
    ("ot 10 gr 2500", "cannabis 10 g 2500"),
    ("marlboro 1 karton 900 tl", "tobacco-vapes 1 carton 900"),
    ("kokain %90 saf 1g 3500 tl", "cocaine 1 g 3500"),
    ("kokain, esrar ve extacy", "cocaine - - -; cannabis - - -; mdma - - -"),
    ("esrar 100 gr 20.000₺", "cannabis 100 g 20000"),
    ("esrar kargo 100 tl", "cannabis - - -"),
    ("glock 45000 tl", "firearms 1 piece 45000"),
]


def _cases() -> list[tuple[str, str, str]]:
    tables = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "tr": TURKISH}
    return [(language, text, expected) for language, table in tables.items() for text, expected in table]


@pytest.mark.parametrize(("language", "text", "expected"), _cases())
def test_items_of_a_text(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("de", "Koks 1g 80", "EUR"),
        ("fr", "coke 1g 60", "EUR"),
        ("en", "cocaine 1g 80", None),
        ("en", "cocaine 1g £80", "GBP"),
        ("en", "cocaine 1g 80 quid", "GBP"),
        ("es", "coca 1g 60", "EUR"),
        ("es", "coca 1g 60 pavos", "EUR"),
        ("ru", "меф 1г 2500", "RUB"),
        ("ru", "меф 1г 2500р", "RUB"),
        ("tr", "esrar 1g 400", "TRY"),
        ("tr", "esrar 1g 400 tl", "TRY"),
        ("und", "coke 1g 60", "EUR"),  # text without words is that of a market that pays in euros
        ("cs", "coke 1g 60", "EUR"),
    ],
)
def test_currency_without_a_sign_is_that_of_the_language_but_not_in_english(
    language: str, text: str, currency: str | None
) -> None:
    assert [item.currency for item in items_of(text, language)] == [currency]


def test_one_named_currency_holds_for_the_whole_text() -> None:
    items = items_of("cocaine 1g £80\n2g 150", "en")
    assert [(item.price, item.currency) for item in items] == [(80.0, "GBP"), (150.0, "GBP")]
