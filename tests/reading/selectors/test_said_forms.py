"""Numbers, names and addresses said in words, broken up or announced, and what looks like them and is none."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return sorted(f"{one.type}:{one.value}" for one in read_selectors(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("app 06 twaalf 34 56 achtenzeventig", "phone:+31612345678"),
        ("tel: 06 - drie vier - 56 - zeven acht - 90", "phone:+31634567890"),
        ("1 g 50. App op nul zes, twee vier, acht acht, één drie, nul zeven", "phone:+31624881307"),
        ("nul zes 12 34 56 78, 50 per gram, drie voor 130", "phone:+31612345678"),
        ("bel (0)6 12345678", "phone:+31612345678"),
        ("tel (+31) (0)6-1234 5678", "phone:+31612345678"),
        ("bel 06 12 34\n56 78", "phone:+31612345678"),
        ("app +31 6 1234\n5678\nwit 50", "phone:+31612345678"),
        ("Handy o151 62 39 4I 07", "phone:+4915162394107"),
        ("ruf 0176 zwölf vierunddreißig 56 78 an", "phone:+4917612345678"),
        ("Suche Lyrica, ruf durch 0202 / 47 81 36 5", "phone:+492024781365"),
        ("bell me 07415 four four six, 208", "phone:+447415446208"),
        ("md crystal g 40. oh seven five oh two, double six one, nine four three", "phone:+447502661943"),
        ("call Daz 01642-77-30-18, anyone round town", "phone:+441642773018"),
        ("DM me or 0 7 3 4 0 / 5 5 1 / 2 8 9 for the account", "phone:+447340551289"),
        ("text O7 3 6 8 9 1 2 O 5 5 for the menu", "phone:+447368912055"),
        ("appelle moi au O7 81 4O 26 l3 mon pote", "phone:+33781402613"),
        ("06 douze trente-quatre 56 78 appelle mec", "phone:+33612345678"),
        ("recojo yo, llamar al seiscientos doce, 44-08-31", "phone:+34612440831"),
        ("на складе в Калуге, официально. 4842 55-60-21", "phone:+74842556021"),
        ("восемь 916 сто двадцать три 45 67, звоните", "phone:+79161234567"),
        ("ara 0532 yüz yirmi üç kırk beş altmış yedi", "phone:+905321234567"),
        ("wa . me / 31612345678", "whatsapp:+31612345678"),
        ("wa.me/+31 6 12345678", "whatsapp:+31612345678"),
        ("wa punt me slash 31612345678", "whatsapp:+31612345678"),
    ],
)
def test_numbers(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tele: wit_lijn_ (met streepje)", "username:wit_lijn_"),
        ("my tele is wit.lijn.83", "username:wit.lijn.83"),
        ("Telegram: wit.lijn, morgen weer", "username:wit.lijn"),
        ("tg: witlijn9.Bel nu", "username:witlijn9"),
        ("mi tele es wit.seco", "username:wit.seco"),
        ("auf Telegram unter wit_lijn", "username:wit_lijn"),
        ("en telegram soy wit_lijn", "username:wit_lijn"),
        ("op telegram heet ik wit_lijn", "username:wit_lijn"),
        ("тг мой wit_lijn", "username:wit_lijn"),
        ("в телеге я wit_lijn", "username:wit_lijn"),
        ("telegram'dan yaz: wit_lijn", "username:wit_lijn"),
        ("Telegram adım wit_lijn", "username:wit_lijn"),
        ("also @wit.plug, same lad", "username:wit.plug"),
        ("uniquement @wit_facile.fr", "username:wit_facile.fr"),
        ("@ wit.lijn9", "username:wit.lijn9"),
        ("arroba wit_lijn", "username:wit_lijn"),
        ("собака wit_lijn", "username:wit_lijn"),
        ("pb naar wit.074x (geen bellen)", "username:wit.074x"),
        ("Krypto. PN an graswurzel", "username:graswurzel"),
        ("DM: wit_lijn", "username:wit_lijn"),
        ("en mp wit_lijn", "username:wit_lijn"),
        ("por privado wit_lijn", "username:wit_lijn"),
        ("пиши в личку wit_174x", "username:wit_174x"),
        ("özelden wit_lijn yaz", "username:wit_lijn"),
        ("Yeni nick: wit.gececi_ (eskisi gitti)", "username:wit.gececi_"),
        ("Benutzername wit.lijn", "username:wit.lijn"),
        ("es de fiar luna_nueva.88 o no", "username:luna_nueva.88"),
        ("wit.bahce.07 güvenilir mi", "username:wit.bahce.07"),
        ("guy on wickr (wit.r.us44), fine", "wickr:wit.r.us44"),
        ("викер wit_lekar5 выручил", "wickr:wit_lekar5"),
        ("Mec sur snap, 'wit.rouen', le meilleur", "snapchat:wit.rouen"),
        ("снэп: wit_lijn", "snapchat:wit_lijn"),
        ("insta wit.livreur_ c'est un mytho", "instagram:wit.livreur_"),
        ("insta dm wit.doekoe_", "instagram:wit.doekoe_"),
        ("wire ile yaz: wit-luleli", "wire:wit-luleli"),
        ("трима GBBZRPYJ", "threema:GBBZRPYJ"),
        ("продавец: тримма 7K38AS3B, рекомендую", "threema:7K38AS3B"),
        ("threema kimliğim YKUTCR36", "threema:YKUTCR36"),
        ("threema: mijn id AB12 CD34", "threema:AB12CD34"),
        ("auf Threema erreichbar: JXU7YMH7", "threema:JXU7YMH7"),
    ],
)
def test_names(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mail wit.doux chez example point org", "e-mail:wit.doux@example.org"),
        ("jan punt jansen apenstaartje example punt nl", "e-mail:jan.jansen@example.nl"),
        ("jan underscore jansen at example dot org", "e-mail:jan_jansen@example.org"),
        ("schreib an wit.kraut klammeraffe example punkt org", "e-mail:wit.kraut@example.org"),
        ("posta wit et example nokta com", "e-mail:wit@example.com"),
        ("почта wit собачка example тчк ru", "e-mail:wit@example.ru"),
        ("wit (at) example (nokta) com", "e-mail:wit@example.com"),
        ("wit(a)example.org", "e-mail:wit@example.org"),
        ("tme/witlijn", "telegram-link:t.me/witlijn"),
        ("t punkt me schrägstrich witlijn", "telegram-link:t.me/witlijn"),
        ("т точка ме слэш witlijn", "telegram-link:t.me/witlijn"),
        ("t(dot)me(slash)witlijn", "telegram-link:t.me/witlijn"),
        ("shop[dot]example[dot]org/menu", "url:shop.example.org/menu"),
        ("boutique dot example dot org", "url:boutique.example.org"),
        (f"{'abcdefg2' * 7} dot onion", f"url:{'abcdefg2' * 7}.onion"),
        (f"{'abcdefg2' * 7} . onion", f"url:{'abcdefg2' * 7}.onion"),
        ("signal.group/#CjQKIabc", "signal:signal.group/#CjQKIabc"),
        ("IBAN NL 91 ABNA 0417 1643 00", "iban:NL91ABNA0417164300"),
        ("IBAN: NL91ABNA\n0417164300", "iban:NL91ABNA0417164300"),
        (
            "btc bc1qar0srrr7xfkvy5l643\nlydnw9re59gtzzwf5mdq",
            "btc:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        ),
        ("bc1qar0srrr7xfkvy5l643 lydnw9re59 gtzzwf5mdq", "btc:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
    ],
)
def test_addresses(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Order no. 0790-4412-886 out for delivery between 10.15 and 12.15",
        "Bestellnr. 0171-55-20931 storniert, Version 4.9.30 spinnt",
        "Commande n° 06-12-4471-88, expédiée le 12/06",
        "Sipariş no 0532-44-981 kargoya verildi",
        "заказ № 89161234567 в пути",
        "pedido nº 612345678 enviado",
        "zaaknummer 0612345678",
        "factuur #0612-345678",
        "versie 06.12.34.56.78",
        "open huis op wo 8 april o12.00 – 14.00 uur",
        "06 12 34\n50 per stuk",
        "1000 650\n500 350\n250 200",
        "zero problems, six packs for two",
        "nul nul zeven film, acht keer gezien",
        "user naar beneden",
        "pm = dynamic en pm.max = 5",
        "Friday at 3 pm to 5 pm (strictly)",
        "Через user-defined",
        '"user": "usersjson"',
        "stuur dm naar mij",
        "pm for menu",
        "✈️✈️ PAPIERWERK ✈️✈️",
        "Telegram is nice. snap de grap",
        "ABCD1234 is een code",
        "we zitten bij punt nl",
        "at the point of sale in org",
        "een punt com",
        "tfactoren src/tme/x",
        "discord plug#1234",
        "@plug:matrix.org",
        "icq 612345678",
        "bc1qar0srrr7xfkvy5l643 lydnw9re59gtzzwf5mdr",
        "threema is beter dan signal",
        "versie_2.10.04 en foto_2024.jpg",
    ],
)
def test_look_alikes(text: str) -> None:
    assert found(text) == []
