"""Ways to write a price list, language by language: ladders, rates, words for numbers, and numbers that are no price."""

import pytest

from tests.reading.market_words import items_of, told

DUTCH = [
    ("ket: een gram dertig, vijf gram honderdtwintig", "ketamine 1 g 30; ketamine 5 g 120"),
    ("xtc 2,5 per stuk, 100 stuks voor 1,50 per stuk", "mdma 1 pill 2.5; mdma 100 pill 150"),
    (
        "xanax strip 15, 4 strips 50, doosje van 3 strips 40",
        "benzodiazepines 1 strip 15; benzodiazepines 4 strip 50; benzodiazepines 1 box 40",
    ),
    (
        "hash 25 gram = 130 euro, 50 gram = 240 euro, ons 450",
        "cannabis 25 g 130; cannabis 50 g 240; cannabis 100 g 450",
    ),
    (
        "Wit\n0,5 = 30\n1 = 50\n2,5 = 115\nbellen tussen 12 en 22",
        "cocaine 0.5 g 30; cocaine 1 g 50; cocaine 2.5 g 115",
    ),
    (
        "wit ❄️ halve 30 / hele 50 / 3 voor 140 / 5 voor 220",
        "cocaine 0.5 g 30; cocaine 1 g 50; cocaine 3 g 140; cocaine 5 g 220",
    ),
    (
        "speed 10g 35e 50g 120e 100g 200e kilo 900e",
        "amphetamine 10 g 35; amphetamine 50 g 120; amphetamine 100 g 200; amphetamine 1 kg 900",
    ),
    ("glock 19 gen 5 met 2 houders 2800", "firearms 1 piece 2800"),
    ("paspoort 1250, rijbewijs 600 (levertijd 5 dagen)", "documents 1 piece 1250; documents 1 piece 600"),
    ("lachgas fles 2kg 45 euro, 2 flessen 80", "nitrous-oxide 1 piece 45; nitrous-oxide 2 piece 80"),
    ("ghb 100ml 20, halve liter 60, liter 100", "ghb 100 ml 20; ghb 0.5 l 60; ghb 1 l 100"),
    ("wiet 5 voor 50 10 voor 90", "cannabis 5 g 50; cannabis 10 g 90"),
    ("wit bel 06 12 34 56 78 1g 50", "cocaine 1 g 50"),
    ("wit 50\nopen van 10 tot 22 uur, Dorpsstraat 12", "cocaine 1 g 50"),
    (
        "xtc 220mg blauwe punisher 10st 25 / 25st 55 / 50st 95 / 100st 160",
        "mdma 10 pill 25; mdma 25 pill 55; mdma 50 pill 95; mdma 100 pill 160",
    ),
    ("vapes 10k puffs 12,50 per stuk, 5 voor 55", "tobacco-vapes 1 piece 12.5; tobacco-vapes 5 piece 55"),
    ("wit 50, ket 25 en pillen 3", "cocaine 1 g 50; ketamine 1 g 25; mdma 1 pill 3"),
    ("kilo hash 1800, pond 950, ons 210", "cannabis 1 kg 1800; cannabis 500 g 950; cannabis 100 g 210"),
    (
        "weed per 5 gram 45, per 25 gram 190, per ons 650",
        "cannabis 5 g 45; cannabis 25 g 190; cannabis 100 g 650",
    ),
    (
        "MDMA kristal: 1g €20 - 5g €80 - 10g €140 - 25g €300",
        "mdma 1 g 20; mdma 5 g 80; mdma 10 g 140; mdma 25 g 300",
    ),
    (
        "diazepam 10mg 1 euro per stuk, strip 8, 10 strips 70",
        "benzodiazepines 1 pill 1; benzodiazepines 1 strip 8; benzodiazepines 10 strip 70",
    ),
    (
        "cobra's 8 per stuk / per doos van 50 350 / 5 dozen 1600",
        "fireworks 1 piece 8; fireworks 1 box 350; fireworks 5 box 1600",
    ),
    (
        "wit: 1 - 50, 2 - 95, 5 - 220 (min. 2 buiten de ring)",
        "cocaine 1 g 50; cocaine 2 g 95; cocaine 5 g 220",
    ),
    (
        "Pillen €3,- per stuk\n10 voor €25,-\n50 voor €100,-\nVanaf 100: €1,50",
        "mdma 1 pill 3; mdma 10 pill 25; mdma 50 pill 100; mdma 100 pill 150",
    ),
    ("speed 12,5 per 10 gram", "amphetamine 10 g 12.5"),
    (
        "3mmc 1 gr 15 / 5 gr 60 / 10 gr 100 gratis verzending vanaf 50",
        "designer-drugs 1 g 15; designer-drugs 5 g 60; designer-drugs 10 g 100",
    ),
    ("wiet AAA 10 de gram. Hasj 8. Ophalen Kerkweg 14 Ede", "cannabis 1 g 10; cannabis 1 g 8"),
    (
        "Wit 🔥\n▪️ 0,5 gr €25\n▪️ 1 gr €45\n▪️ 3,5 gr €150\n\nKet 🐴\n▪️ 1 gr €20\n▪️ 5 gr €80\n\nBezorging €5 binnen 30 min",
        "cocaine 0.5 g 25; cocaine 1 g 45; cocaine 3.5 g 150; ketamine 1 g 20; ketamine 5 g 80",
    ),
    (
        "amnesia haze: 5g 45 - 10g 80 - 25g 180 | marok hasj: 5g 40 - 10g 75",
        "cannabis 5 g 45; cannabis 10 g 80; cannabis 25 g 180; cannabis 5 g 40; cannabis 10 g 75",
    ),
    ("gram wit is 50 maar 3 voor 130", "cocaine 1 g 50; cocaine 3 g 130"),
    ("halve gram ket 15, hele 25, vijfje 100", "ketamine 0.5 g 15; ketamine 1 g 25; ketamine 5 g 100"),
    ("ik doe 10 xtc voor 2 tientjes", "mdma 10 pill 20"),
    ("xtc vanaf 100 stuks 90 cent per stuk", "mdma 100 pill 90"),
    ("lachgas 640 gram 30 euro per fles", "nitrous-oxide 1 piece 30"),
    ("oxy 80mg 20 euro per pil, 10 pillen 150", "opioids 1 pill 20; opioids 10 pill 150"),
    ("Marlboro 5 per pakje of 45 per slof", "tobacco-vapes 1 pack 5; tobacco-vapes 1 carton 45"),
    ("9mm doos 50 stuks 75 euro", "ammunition 50 piece 75"),
    ("ket (naalden) 5 gram: 90 euro, 10 gram: 160 euro", "ketamine 5 g 90; ketamine 10 g 160"),
    (
        "wit 1g 50 | 2g 90 | 5g 200 | 10g 370 ⏰ 14:00-02:00 📍Breda",
        "cocaine 1 g 50; cocaine 2 g 90; cocaine 5 g 200; cocaine 10 g 370",
    ),
    (
        "wiet 100 gram 600, 500 gram 2600, kilo 4900",
        "cannabis 100 g 600; cannabis 500 g 2600; cannabis 1 kg 4900",
    ),
    (
        "3mmc 10 de gram, vanaf 10g 8, vanaf 50g 6",
        "designer-drugs 1 g 10; designer-drugs 10 g 80; designer-drugs 50 g 300",
    ),
]
ENGLISH = [
    ("coke 60 a g, 3 for 150", "cocaine 1 g 60; cocaine 3 g 150"),
    ("ket £20 a g, henry £60, oz £350", "ketamine 1 g 20; ketamine 3.5 g 60; ketamine 28 g 350"),
    (
        "weed 1/8 30, 1/4 55, 1/2 oz 100, oz 180",
        "cannabis 3.5 g 30; cannabis 7 g 55; cannabis 14 g 100; cannabis 28 g 180",
    ),
    ("ecstasy 3 for 25, 10 for 70, 100 for 450", "mdma 3 pill 25; mdma 10 pill 70; mdma 100 pill 450"),
    (
        "xanax 2mg: 10 - $30 | 50 - $120 | 100 - $200",
        "benzodiazepines 10 pill 30; benzodiazepines 50 pill 120; benzodiazepines 100 pill 200",
    ),
    ("glock 43x $650 each, 2 for 1200", "firearms 1 piece 650; firearms 2 piece 1200"),
    ("cocaine 1 gram eighty quid", "cocaine 1 g 80"),
    ("meth gram A$110, ball A$330", "methamphetamine 1 g 110; methamphetamine 3.5 g 330"),
    ("meth 8 ball 120, half ounce 350", "methamphetamine 3.5 g 120; methamphetamine 14 g 350"),
    (
        "oxy 30mg 25 each, 10 for 200, 100+ 15 each",
        "opioids 1 pill 25; opioids 10 pill 200; opioids 100 pill 1500",
    ),
    ("cocaine £70 per gram or 2 for £120, delivery £5", "cocaine 1 g 70; cocaine 2 g 120"),
    (
        "weed: £10 a gram, £30 an eighth, £55 a quarter, £200 an ounce",
        "cannabis 1 g 10; cannabis 3.5 g 30; cannabis 7 g 55; cannabis 28 g 200",
    ),
    (
        "ketamine 1g=25 3.5g=75 7g=140 14g=260 28g=480",
        "ketamine 1 g 25; ketamine 3.5 g 75; ketamine 7 g 140; ketamine 14 g 260; ketamine 28 g 480",
    ),
    ("glock 19 gen 5 with switch $1,800 cash", "firearms 1 piece 1800"),
    ("heroin 20 a bag, 5 bags 80", "heroin 1 ball 20; heroin 5 ball 80"),
    ("ecstasy 250mg $8, 10x $60, 100x $400", "mdma 1 pill 8; mdma 10 pill 60; mdma 100 pill 400"),
    (
        "weed 3.5g £35, 7g £65, 14g £120, 28g £220 (min order £50)",
        "cannabis 3.5 g 35; cannabis 7 g 65; cannabis 14 g 120; cannabis 28 g 220",
    ),
    ("coke: 0.5 - 40 / 1 - 70 / 3.5 - 220", "cocaine 0.5 g 40; cocaine 1 g 70; cocaine 3.5 g 220"),
    (
        "xanax bars 2 for 5, 10 for 20, 100 for 120",
        "benzodiazepines 2 pill 5; benzodiazepines 10 pill 20; benzodiazepines 100 pill 120",
    ),
    ("oxy 30s 20 a pop, 10 or more 15", "opioids 1 pill 20; opioids 10 pill 150"),
    ("shrooms? no. lsd $10 a hit, $80 for ten", "lsd 1 seal 10; lsd 10 seal 80"),
    ("half a key of coke 16k, full 30k", "cocaine 0.5 kg 16000; cocaine 1 kg 30000"),
    ("selling 5g ketamine 300 pounds", "ketamine 5 g 300"),  # grams were told, so these are money
    ("5g ketamine for 300 pounds", "ketamine 5 g 300"),
    ("ketamine 1 gram for 25 pounds, 3.5 for 75", "ketamine 1 g 25; ketamine 3.5 g 75"),
    (
        "marlboro cartons $45, 3 for $120, case of 50 $1900",
        "tobacco-vapes 1 carton 45; tobacco-vapes 3 carton 120; tobacco-vapes 1 box 1900",
    ),
]
GERMAN = [
    ("Koks Gramm 80, fünf 350", "cocaine 1 g 80; cocaine 5 g 350"),
    ("Gras 10er 100, 50er 420", "cannabis 10 g 100; cannabis 50 g 420"),
    ("Pep 10g 60€ 50g 220€ 100g 350€", "amphetamine 10 g 60; amphetamine 50 g 220; amphetamine 100 g 350"),
    ("XTC 10 Stück à 5€, 50 Stück à 3,50€", "mdma 10 pill 50; mdma 50 pill 175"),
    ("Marlboro Stange 35€, ab 10 Stangen 32€", "tobacco-vapes 1 carton 35; tobacco-vapes 10 carton 320"),
    ("Keta ein Gramm dreißig Euro, zehn Gramm zweihundertfünfzig", "ketamine 1 g 30; ketamine 10 g 250"),
    (
        "Haze 5g 50 10g 90 25g 200, Hasch 5g 35",
        "cannabis 5 g 50; cannabis 10 g 90; cannabis 25 g 200; cannabis 5 g 35",
    ),
    ("Koks 70/g, ab 5g 60/g, ab 10g 55/g", "cocaine 1 g 70; cocaine 5 g 300; cocaine 10 g 550"),
    ("XTC je 5€, 10 für 40€, 100 für 250€", "mdma 1 pill 5; mdma 10 pill 40; mdma 100 pill 250"),
    ("Gras 10 Euro das Gramm, 5 Gramm für 45", "cannabis 1 g 10; cannabis 5 g 45"),
    ("Pep 50g 200€ (4€/g), 100g 350€ (3,50€/g)", "amphetamine 50 g 200; amphetamine 100 g 350"),
    (
        "Gras: 1g 10€ | 5g 45€ | 10g 85€ | 20g 160€",
        "cannabis 1 g 10; cannabis 5 g 45; cannabis 10 g 85; cannabis 20 g 160",
    ),
    ("Koks halbes 45, ganzes 80, 5er 350", "cocaine 0.5 g 45; cocaine 1 g 80; cocaine 5 g 350"),
    (
        "Xanax 2mg Stück 4€, 10 Stück 35€, Blister 30€",
        "benzodiazepines 1 pill 4; benzodiazepines 10 pill 35; benzodiazepines 1 strip 30",
    ),
    ("Hasch 100 Gramm 450, Kilo 3,8k", "cannabis 100 g 450; cannabis 1 kg 3800"),
    ("Pep 5g für nen Zwanni", "amphetamine 5 g 20"),
    ("Glock 17 Gen5 2.800€ VB", "firearms 1 piece 2800"),
]
FRENCH = [
    ("coke 60 le g, 5g 250", "cocaine 1 g 60; cocaine 5 g 250"),
    ("shit plaquette de 100g 350", "cannabis 100 g 350"),
    ("tramadol une plaquette de 10 à 15€, 5 plaquettes 60€", "opioids 1 strip 15; opioids 5 strip 60"),
    ("taz 8€ pièce, les 10 à 60€", "mdma 1 pill 8; mdma 10 pill 60"),
    ("taz 50 la plakette", "mdma 1 pill 50"),
    ("beuh 20 balles les 2g, 50 balles les 6g", "cannabis 2 g 20; cannabis 6 g 50"),
    ("kétamine trente le g, cent vingt les cinq", "ketamine 1 g 30; ketamine 5 g 120"),
    ("shit 10 le g, 50 les 6, 100 les 13", "cannabis 1 g 10; cannabis 6 g 50; cannabis 13 g 100"),
    ("coke 1g : 60€ 2g : 110€ 5g : 250€, livraison 5€", "cocaine 1 g 60; cocaine 2 g 110; cocaine 5 g 250"),
    ("md 40€/g à partir de 5g 35€/g", "mdma 1 g 40; mdma 5 g 175"),
    ("taz 10e l'unité 5 pr 40e", "mdma 1 pill 10; mdma 5 pill 40"),
    ("beuh amnesia 5g 40€ / 10g 70€ / 25g 160€", "cannabis 5 g 40; cannabis 10 g 70; cannabis 25 g 160"),
    (
        "coke 1g 70 / 2g 130 / 5g 300 ; md 1g 40",
        "cocaine 1 g 70; cocaine 2 g 130; cocaine 5 g 300; mdma 1 g 40",
    ),
    ("beuh à 10 balles le g, 45 les 5", "cannabis 1 g 10; cannabis 5 g 45"),
    ("taz bleu 5 pour 40, 10 pour 70, 20 pour 120", "mdma 5 pill 40; mdma 10 pill 70; mdma 20 pill 120"),
    (
        "lyrica 300mg boite de 56 à 60€, plaquette 12€",
        "prescription-medicines 1 box 60; prescription-medicines 1 strip 12",
    ),
    (
        "marlboro 5€ le paquet, 45€ la cartouche, 10 cartouches 420€",
        "tobacco-vapes 1 pack 5; tobacco-vapes 1 carton 45; tobacco-vapes 10 carton 420",
    ),
    ("shit 100g 380€, 500g 1700€, 1kg 3200€", "cannabis 100 g 380; cannabis 500 g 1700; cannabis 1 kg 3200"),
]
SPANISH = [
    ("coca 60 el gramo, 5 por 250", "cocaine 1 g 60; cocaine 5 g 250"),
    ("pastis 10€ c/u, 3 a 25", "mdma 1 pill 10; mdma 3 pill 25"),
    ("hachis bellota 10g 50, placa de 100g 350", "cannabis 10 g 50; cannabis 100 g 350"),
    ("marihuana medio kilo 900, kilo 1700", "cannabis 0.5 kg 900; cannabis 1 kg 1700"),
    ("coca a 55 el g, 10 g a 480", "cocaine 1 g 55; cocaine 10 g 480"),
    ("coca 60€/g, 5g 270€, 10g 500€", "cocaine 1 g 60; cocaine 5 g 270; cocaine 10 g 500"),
    ("pastis 3x20€ 10x50€", "mdma 3 pill 20; mdma 10 pill 50"),
    ("hachis: 100g a 350, el kilo a 2.800", "cannabis 100 g 350; cannabis 1 kg 2800"),
    ("coca 50 el medio, 90 el gramo", "cocaine 0.5 g 50; cocaine 1 g 90"),
    (
        "hachis 25 g 100 euros, 50 g 180 euros, 100 g 330 euros",
        "cannabis 25 g 100; cannabis 50 g 180; cannabis 100 g 330",
    ),
    ("marihuana 6€ el gramo, a partir de 20 g a 5€", "cannabis 1 g 6; cannabis 20 g 100"),
    ("pastis a 8, tres por 20, diez por 60", "mdma 1 pill 8; mdma 3 pill 20; mdma 10 pill 60"),
]
RUSSIAN = [
    ("гашиш от 5 г по 1200 за г", "cannabis 5 g 6000"),
    (
        "меф 1 г 3к, 2 г 5.5к, 5 г 12к",
        "designer-drugs 1 g 3000; designer-drugs 2 g 5500; designer-drugs 5 g 12000",
    ),
    ("кокаин грамм 10 тысяч, пять 45 тысяч", "cocaine 1 g 10000; cocaine 5 g 45000"),
    ("экстази по 1000, от 10 штук по 800", "mdma 1 pill 1000; mdma 10 pill 8000"),
    (
        "амф 1г - 1500 / 5г - 6000 / 10г - 10 000",
        "amphetamine 1 g 1500; amphetamine 5 g 6000; amphetamine 10 g 10000",
    ),
    ("лирика 300 пачка 3500", "prescription-medicines 1 box 3500"),
    (
        "меф 0,5 - 1800 / 1 - 3200 / 2 - 5900",
        "designer-drugs 0.5 g 1800; designer-drugs 1 g 3200; designer-drugs 2 g 5900",
    ),
    ("гашиш 1г/1500 2г/2800 5г/6500", "cannabis 1 g 1500; cannabis 2 g 2800; cannabis 5 g 6500"),
    (
        "экстази 1 шт 1200 р, 5 шт 5000 р, 10 шт 9000 р",
        "mdma 1 pill 1200; mdma 5 pill 5000; mdma 10 pill 9000",
    ),
    ("кокаин 12 т.р. за грамм, от 5 грамм 10 т.р.", "cocaine 1 g 12000; cocaine 5 g 50000"),
    ("бошки 1г 1800р / 3г 5000р / 5г 8000р", "cannabis 1 g 1800; cannabis 3 g 5000; cannabis 5 g 8000"),
    (
        "меф по 2500 за грамм, 5 грамм 11 000, 10 грамм 20 000",
        "designer-drugs 1 g 2500; designer-drugs 5 g 11000; designer-drugs 10 g 20000",
    ),
    ("экстази штука 1000, десять 8000", "mdma 1 pill 1000; mdma 10 pill 8000"),
    ("амф пятёрка 5к, десятка 9к", "amphetamine 5 g 5000; amphetamine 10 g 9000"),
    ("гашиш кусок 100 г 60 тысяч", "cannabis 100 g 60000"),
]
TURKISH = [
    ("extacy tanesi 50 tl", "mdma 1 pill 50"),
    ("esrar 10 gr 4000, gramı 450", "cannabis 10 g 4000; cannabis 1 g 450"),
    ("kokain yarım 2000, tam 3800", "cocaine 0.5 g 2000; cocaine 1 g 3800"),
    ("extacy 10'lu 2000, 100 adet 15 bin", "mdma 10 pill 2000; mdma 100 pill 15000"),
    (
        "lirika kutusu 900 tl, 5 kutu 4000",
        "prescription-medicines 1 box 900; prescription-medicines 5 box 4000",
    ),
    ("esrar üç bin beş yüz liraya 10 gram", "cannabis 10 g 3500"),
    ("esrar 5 gr 1500, 10 gr 2800, 25 gr 6000", "cannabis 5 g 1500; cannabis 10 g 2800; cannabis 25 g 6000"),
    ("kokain gramı 3 bin, 5 gramı 14 bin", "cocaine 1 g 3000; cocaine 5 g 14000"),
    ("extacy tane 300, 10 tane 2500", "mdma 1 pill 300; mdma 10 pill 2500"),
    ("esrar 1 gr 350 / 5 gr 1500 / 10 gr 2750", "cannabis 1 g 350; cannabis 5 g 1500; cannabis 10 g 2750"),
    ("kokain 1 gram 3500 lira, yarım gram 1900 lira", "cocaine 1 g 3500; cocaine 0.5 g 1900"),
    ("extacy 1 adet 350, 5 adet 1500, 10 adet 2800", "mdma 1 pill 350; mdma 5 pill 1500; mdma 10 pill 2800"),
    ("lirika 14'lük kutu 700 tl", "prescription-medicines 1 box 700"),
]
NOT_PRICES = [
    ("nl", "wit 50\nBel 06 12 34 56 78", "cocaine 1 g 50"),
    ("nl", "wit 50\nSignal: noordkant.88", "cocaine 1 g 50"),
    ("nl", "wit 1g 50, betalen op NL20INGB0001234567", "cocaine 1 g 50"),
    ("nl", "xtc 10 st 25 ⭐ 5★ kwaliteit", "mdma 10 pill 25"),
    ("nl", "wit 10g nu 380 i.p.v. 420", "cocaine 10 g 380"),
    ("nl", "valsgeld briefjes van 50, 10 stuks 120", "counterfeit-money 10 piece 120"),
    ("nl", "lachgas met doos en slang 45", "nitrous-oxide 1 piece 45"),
    ("nl", "wit is bij ons 50", "cocaine 1 g 50"),
    ("en", 'glock 43x 650, pistool 7.5" 900', "firearms 1 piece 650; firearms 1 piece 900"),
    ("en", "oxy 50, strip 20", "opioids 1 strip 20"),
    ("en", "ket 1g 25\nopen 12-22", "ketamine 1 g 25"),
    ("ru", "амф 1 г 1500, тел 8 999 123-45-67", "amphetamine 1 g 1500"),
]


def _cases() -> list[tuple[str, str, str]]:
    tables = {
        "nl": DUTCH,
        "en": ENGLISH,
        "de": GERMAN,
        "fr": FRENCH,
        "es": SPANISH,
        "ru": RUSSIAN,
        "tr": TURKISH,
    }
    return [(language, text, expected) for language, table in tables.items() for text, expected in table]


@pytest.mark.parametrize(("language", "text", "expected"), _cases() + NOT_PRICES)
def test_items_of_a_price_list(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


def test_two_things_at_one_price_are_two_lines_of_the_offer() -> None:
    items = items_of("paspoort\nrood 300\ngroen 300\nrood 300")
    assert told(items) == "documents 1 piece 300; documents 1 piece 300"


def test_an_amount_without_a_price_is_no_line_of_a_long_price_list() -> None:
    assert "8 piece" not in told(items_of("cobra 6 doos 50\ncobra 8 doos 60\nnitraten doos 45\n8 stuks"))
