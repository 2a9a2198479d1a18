"""The forms in which people of seven languages write numbers, names and addresses, and figures that are neither."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return sorted(f"{one.type}:{one.value}" for one in read_selectors(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bel 010 123 45 67", ["phone:+31101234567"]),
        ("app 0031 6 11 22 33 44", ["phone:+31611223344"]),
        ("nr: 06 - 87 65 43 21", ["phone:+31687654321"]),
        ("tel 0499 12 34 56 (Gent)", ["phone:+32499123456"]),
        ("gsm 0471/23.45.67", ["phone:+32471234567"]),
        ("Ruf an 0664 1234567 Wien", ["phone:+436641234567"]),
        ("0160 98765432 anrufen", ["phone:+4916098765432"]),
        ("030 1234567, Berlin", ["phone:+49301234567"]),
        (
            "meldet euch: null eins sieben sechs, zwölf, vierunddreißig, sechsundfünfzig, achtundsiebzig",
            ["phone:+4917612345678"],
        ),
        ("+41 79 123 45 67", ["phone:+41791234567"]),
        ("Zürich 044 123 45 67", ["phone:+41441234567"]),
        ("tél 07.49.12.34.56", ["phone:+33749123456"]),
        ("zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit", ["phone:+33612345678"]),
        ("zero six quatre-vingt-dix-neuf douze trente quatre cinquante six", ["phone:+33699123456"]),
        ("06 12 34 56 78 mon num", ["phone:+33612345678"]),
        ("Genève, 078 123 45 67 appelle", ["phone:+41781234567"]),
        ("ring 07700 900123", ["phone:+447700900123"]),
        ("call oh seven seven double oh nine oh oh one two three", ["phone:+447700900123"]),
        ("Dublin lads text 087 123 4567", ["phone:+353871234567"]),
        ("text me 0412 345 678, Sydney", ["phone:+61412345678"]),
        ("call (305) 555-0123", ["phone:+13055550123"]),
        ("text 305-555-0123 Miami", ["phone:+13055550123"]),
        ("hit my line 773.555.0199", ["phone:+17735550199"]),
        ("llama al 655 12 34 56", ["phone:+34655123456"]),
        ("wasap: 655-123-456", ["phone:+34655123456"]),
        ("seis cinco cinco, doce, treinta y cuatro, cincuenta y seis", ["phone:+34655123456"]),
        ("CDMX whatsapp 55 1234 5678", ["phone:+525512345678"]),
        ("mi cel 33 1234 5678 guadalajara", ["phone:+523312345678"]),
        ("звони 8(912)345-67-89", ["phone:+79123456789"]),
        ("тел 912 345 67 89", ["phone:+79123456789"]),
        (
            "номер: восемь девятьсот двенадцать триста сорок пять шестьдесят семь восемьдесят девять",
            ["phone:+79123456789"],
        ),
        ("Киев 067 123 45 67 пишите", ["phone:+380671234567"]),
        ("ara 0 532 123 45 67", ["phone:+905321234567"]),
        ("numaram sıfır beş yüz otuz iki yüz yirmi üç kırk beş altmış yedi", ["phone:+905321234567"]),
        ("cep: 532 123 4567 arayabilirsin", ["phone:+905321234567"]),
        ("0212 555 12 34 ofis, arayın", ["phone:+902125551234"]),
        ("snap: wit.lijn", ["snapchat:wit.lijn"]),
        ("snap wit_lijn", ["snapchat:wit_lijn"]),
        ("ig: @wit.lijn", ["instagram:wit.lijn"]),
        ("IG wit_lijn_", ["instagram:wit_lijn_"]),
        ("wickr me witlijn", ["wickr:witlijn"]),
        ("wickr: witlijn", ["wickr:witlijn"]),
        ("signal wit.01", ["signal:wit.01"]),
        ("Signal: @wit.01", ["signal:wit.01"]),
        ("add me on signal, wit.01", ["signal:wit.01"]),
        ("threema ID AB12CD34", ["threema:AB12CD34"]),
        ("threema: ab12cd34", ["threema:AB12CD34"]),
        ("wire: @witlijn", ["wire:witlijn"]),
        ("wire @witlijn", ["wire:witlijn"]),
        ("tg: witlijn", ["username:witlijn"]),
        ("tg @witlijn", ["username:witlijn"]),
        ("telegram wit_lijn", ["username:wit_lijn"]),
        ("TG-> witlijn", ["username:witlijn"]),
        ("wa 0612345678", ["phone:+31612345678"]),
        ("wa.me/31612345678", ["whatsapp:+31612345678"]),
        ("t.me/witlijn", ["telegram-link:t.me/witlijn"]),
        ("https://t.me/+AbCdEfGhIjK", ["telegram-link:t.me/+AbCdEfGhIjK"]),
        ("@witlijn", ["username:witlijn"]),
        ("@ witlijn1", ["username:witlijn1"]),
        ("(at)witlijn", ["username:witlijn"]),
        ("wit_lijn op snap", ["snapchat:wit_lijn"]),
        ("@witlijn op insta", ["instagram:witlijn"]),
        ("volg @witlijn on IG", ["instagram:witlijn"]),
        ("snap & insta: wit.lijn", ["instagram:wit.lijn", "snapchat:wit.lijn"]),
        ("mail wit(at)example(punt)org", ["e-mail:wit@example.org"]),
        ("wit [at] example.org", ["e-mail:wit@example.org"]),
        ("wit at proton punt me", ["e-mail:wit@proton.me"]),
        ("wit.lijn @ example.org", ["e-mail:wit.lijn@example.org"]),
        ("wit arroba example punto org", ["e-mail:wit@example.org"]),
        ("wit собака example точка org", ["e-mail:wit@example.org"]),
        ("wit arobase example point org", ["e-mail:wit@example.org"]),
        ("wit ät example punkt org", ["e-mail:wit@example.org"]),
        ("wit@example nokta org", ["e-mail:wit@example.org"]),
        ("тг: witlijn", ["username:witlijn"]),
        ("телеграм @witlijn", ["username:witlijn"]),
        ("сигнал wit.77", ["signal:wit.77"]),
        ("снап wit.lijn", ["snapchat:wit.lijn"]),
        ("инста wit.lijn", ["instagram:wit.lijn"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Samsung Galaxy S23 Ultra 512GB 700",
        "glock 17 gen5 1200",
        "prijs 1.250,00 euro",
        "3x 10 = 30, 5x 10 = 50",
        "12/12/2024 20:00",
        "iPhone 15 Pro 256 GB, 750",
        "10 pillen 25, 50 pillen 100, 100 pillen 180",
        "I just snap pics",
        "signal me if you can",
        "wire transfer only",
        "insta story",
        "snap streaks",
        "wickr only",
        "send via telegram please",
        "order 20240115 shipped",
        "IMEI 356938035643809",
        "9mm 50 rds 30, 45acp 50 rds 35",
        "EUR 1000 2000 3000 5000",
        "KVK 12345678",
        "ISBN 9789012345678",
        "1000 2000 5000 10000",
        "250mg 500mg 750mg 1000mg",
        "batch 2024-0612-3456",
        "postcode 1012 AB 20",
        "07 open tot 23",
        "06 uur tot 22 uur",
    ],
)
def test_is_no_selector(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("insta/snap zelfde naam: wit.lijn", ["instagram:wit.lijn", "snapchat:wit.lijn"]),
        ("Signal only: wit.19", ["signal:wit.19"]),
        ("Signal rose.market.31", ["signal:rose.market.31"]),
        ("schrijf wit_lijn (snap)", ["snapchat:wit_lijn"]),
        ("HK29WQ7R (threema)", ["threema:HK29WQ7R"]),
        ("handgranaat 2000. ZW5BN8YC", ["threema:ZW5BN8YC"]),
        ("Wire havenzicht9", ["wire:havenzicht9"]),
        ("bij @witlijn_", ["username:witlijn_"]),
        ("cursief _@witlijn_", ["username:witlijn"]),
        ("bel 024. 06 44 33 22 11", ["phone:+31644332211"]),
        ("06|44|33|22|11", ["phone:+31644332211"]),
        ("Bel 045 555 0123", ["phone:+31455550123"]),
        ("het spul, tel. 0348 - 46 66 66", ["phone:+31348466666"]),
        (
            "https://site.example.org/?utm_source=telegram&utm_medium=social",
            ["url:https://site.example.org/?utm_source=telegram&utm_medium=social"],
        ),
        ("account bij bol.com te koop", []),
        ("👻 nooit ontmoet, altijd onderweg", []),
    ],
)
def test_forms_that_are_easily_confused(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
