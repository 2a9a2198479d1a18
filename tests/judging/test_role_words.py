"""The word lists of roles: what each finds in seven languages, and what it must leave alone."""

import duckdb
import pytest

from schakel.judging.role_words import role_pattern, role_words

SAID: dict[str, dict[str, tuple[str, ...]]] = {
    "self_offer": {
        "nl": ("driver met eigen auto beschikbaar", "ik rijd voor wie wil, 120 per dag", "heb scooter en tijd, wie heeft ritten?"),
        "en": ("driver available, own car", "i can drive for anyone", "who has drops? own whip"),
        "de": ("fahrer verfügbar in köln", "fahre für jeden, 100 am tag", "wer braucht noch einen fahrer?"),
        "fr": ("livreur dispo sur lille", "je livre pour qui veut", "qui a besoin d'un livreur"),
        "es": ("repartidor con moto disponible", "reparto para cualquiera", "quién tiene repartos"),
        "tr": ("kurye müsait, motorum var", "kuryelik yaparım", "arabam var, iş arıyorum"),
        "ru": ("курьер свободен, своя машина", "ищу работу курьером", "кому нужен водитель"),
    },
    "courier": {
        "nl": ("rij vanavond weer richting ede", "net bezorgd", "laatste rondje om 1 uur", "nog twee adressen te gaan", "route klaar", "ben er, zwarte golf"),
        "en": ("on my way to leeds", "just delivered", "stuck in traffic, 10 min late", "three drops left", "driving tonight for @shop"),
        "de": ("stehe unten", "gerade ausgeliefert", "letzte tour um 23 uhr", "noch drei kunden", "tour fertig"),
        "fr": ("je suis en bas", "dernière tournée ce soir", "bouchon, 10 min de retard", "reste deux livraisons"),
        "es": ("voy de camino", "llego en 5", "acabo de dejar el paquete", "quedan dos entregas"),
        "tr": ("yoldayım", "şimdi bıraktım", "son tur saat 2", "iki teslimat kaldı"),
        "ru": ("я еду", "подъезжаю", "только что доставил", "осталось два адреса"),
    },
    "arrival": {
        "nl": ("@bram020 welke bel?", "volgende stop zwolle", "linda kom naar beneden", "klaar met oost, op weg naar noord", "@kees 5 min", "nog 3 stops dan jij", "heb nog plek in de route", "welk huisnummer was het", "klaar voor vandaag, 14 gedaan", "band lek, bel straks even", "tas leeg ga bijladen", "heb m neergelegd onder de mat"),
        "en": ("next stop leeds", "@sam_k come down", "tom outside", "which buzzer?", "two more drops then u", "dropped it, look behind the shed", "got room on the route", "what house number?", "bag is empty going to reload"),
        "de": ("nächster halt essen", "jan bin unten", "welche klingel", "noch zwei kunden dann du", "platz in der tour", "welche hausnummer?", "habs abgelegt hinter der tonne"),
        "fr": ("prochain arrêt lille", "karim descends", "quel interphone", "encore deux livraisons et c'est toi", "de la place dans ma tournée", "c'est posé derrière le bac"),
        "es": ("próxima parada sevilla", "lucía baja", "qué timbre", "dos entregas más y luego tú", "hay hueco en la ruta", "lo dejé debajo del felpudo"),
        "tr": ("sonraki durak bursa", "@ali aşağı in", "hangi zil", "iki teslimat sonra sana", "turda yer var", "bıraktım kapının arkasına"),
        "ru": ("следующая остановка тверь", "@ivan выходи", "какой домофон", "ещё два адреса и к тебе", "есть место в маршруте", "оставил у дома, за гаражом"),
    },
    "on_round": {
        "nl": ("gedaan 140", "nog 3", "klant doet niet open"),
        "en": ("done 140", "no answer at door", "need reload"),
        "de": ("erledigt", "kunde macht nicht auf"),
        "fr": ("client ouvre pas",),
        "es": ("quedan 3", "rueda pinchada"),
        "tr": ("müşteri açmıyor",),
        "ru": ("клиент не открывает",),
    },
    "counting": {
        "nl": ("geteld, 6k klopt", "150 te weinig in de envelop"),
        "en": ("counted, 6k correct", "120 short"),
        "de": ("gezählt, 6k stimmt",),
        "fr": ("compté, 6k ok",),
        "es": ("contado, 6k correcto",),
        "tr": ("saydım, 6k tamam",),
        "ru": ("посчитал, 6к ровно",),
    },
    "mules": {
        "nl": ("zoek mensen met een rekening, goed verdienen", "geldezels gezocht"),
        "en": ("money mules needed", "need bank accounts asap"),
        "de": ("suche konten, bar bezahlt", "geldkurier gesucht"),
        "fr": ("cherche rib propre", "qui a un compte"),
        "es": ("busco cuentas bancarias", "quién tiene cuenta"),
        "tr": ("hesabı olan yazsın",),
        "ru": ("у кого есть карта",),
    },
    "more_calls": {
        "nl": ("gezocht: inpakker voor de avond", "verkopers gezocht"),
        "en": ("need a packer", "anyone working at the port?"),
        "de": ("suche packer", "jemand im hafen?"),
        "fr": ("cherche un emballeur", "quelqu'un au port ?"),
        "es": ("busco empaquetador", "alguien en el puerto?"),
        "tr": ("limanda çalışan var mı",),
        "ru": ("кто работает в порту",),
    },
    "at_door": {
        "nl": ("onderweg", "sta buiten", "adres klopt niet", "bel niet, app"),
        "en": ("outside!", "5 min", "wrong address", "stuck in traffic"),
        "de": ("bin da", "komme gleich", "falsche hausnummer"),
        "fr": ("j'arrive", "mauvaise adresse", "personne n'ouvre"),
        "es": ("ya voy", "dirección equivocada"),
        "tr": ("geliyorum", "kapıdayım", "adres yanlış"),
        "ru": ("выезжаю", "адрес не тот"),
    },
    "of_others": {
        "nl": ("de koerier van rex was super", "liet me een uur wachten", "nieuwe chauffeur vanavond", "geld gaat via de mods"),
        "en": ("the driver of rex was great", "still waiting", "new driver tonight", "escrow through an admin"),
        "de": ("der fahrer von rex war top", "hat mich warten lassen? er lässt mich warten", "neuer fahrer heute"),
        "fr": ("le livreur de rex est top", "il m'a fait poireauter", "nouveau livreur"),
        "es": ("el repartidor de rex es majo", "me dejó tirado", "otro repartidor hoy"),
        "tr": ("kuryesi çok iyi", "hala kapıda bekliyorum", "yeni kurye", "eski hesap gitti yeni rex"),
        "ru": ("курьер от рекса был вежливый", "все еще жду", "новый курьер"),
    },
    "calls": {
        "nl": ("loopjongens gezocht in ede", "garage gezocht", "wie wil zijn kelder verhuren", "werk voor een avond", "100 per rit verdienen"),
        "en": ("resellers wanted", "want to make 200 tonight?", "take in parcels at home", "people to deliver"),
        "de": ("leute die pakete annehmen", "heute 200 euro verdienen", "keller gesucht"),
        "fr": ("cherche comptes bancaires", "recevoir des colis", "cave à louer"),
        "es": ("busco cuentas bancarias", "recibir paquetes", "trastero se busca"),
        "tr": ("paket alacak kişi", "günlük 500 kazanmak"),
        "ru": ("принимать посылки", "нужны парни"),
    },
    "frames": {
        "nl": ("zoek twee jongens voor zaterdag", "iemand met busje gezocht"),
        "en": ("looking for someone to help", "need two people with time"),
        "de": ("suche leute für samstag", "jemand mit zeit gesucht"),
        "fr": ("cherche quelqu'un pour samedi",),
        "es": ("busco gente para el sábado",),
        "tr": ("iki kişi aranıyor",),
        "ru": ("ищу людей для работы",),
    },
    "carries": {
        "nl": ("rij almelo hengelo heen en weer", "neem nog twee pakjes mee"),
        "en": ("can run packs to leeds", "i drive to hull every week, can take parcels"),
        "de": ("fahre freitag nach kiel, nehme pakete mit",),
        "fr": ("je prends des colis", "je descends à nice chaque semaine, prends vos paquets"),
        "es": ("llevo paquetes a vigo",),
        "tr": ("ankaraya paket taşırım",),
        "ru": ("еду в тверь, возьму посылки",),
    },
    "between": {
        "nl": ("escrow via mij", "tussenpersoon bij grote partijen, 5%", "geld wegzetten zonder gedoe", "stuur maar naar deze rekening", "oude iban is dicht", "wacht nog op twee betalingen"),
        "en": ("escrow service, 4% fee", "middleman for big deals 5%", "send to this one", "old account is closed", "waiting on three payments", "cash pickup friday"),
        "de": ("treuhand service 6%", "mittelsmann für große deals, 8 prozent", "überweis auf dieses konto", "altes konto ist gesperrt", "warte noch auf zwei zahlungen"),
        "fr": ("tiers de confiance, 5%", "intermédiaire sérieux 10%", "envoie sur ce compte", "ancien compte grillé", "j'attends encore deux virements"),
        "es": ("intermediario serio 8%", "colocar dinero sin preguntas", "manda a esta cuenta", "cuenta vieja cerrada", "faltan dos pagos"),
        "tr": ("aracılık yapılır %5 değil 5%", "usdt nakit 3%", "bu hesaba gönder", "eski hesap kapandı", "iki ödeme bekliyorum"),
        "ru": ("гарант-сервис 5%", "посредник в сделках, 7%", "кидай на эту карту", "старая карта заблокирована", "жду ещё два перевода"),
    },
    "source": {
        "nl": ("direct vanaf de boot", "eigen kweek, per hele container", "wij leveren aan winkels", "we persen en koken zelf, wij koken alles zelf", "vracht komt zondag", "partij komt dinsdag binnen, alvast reserveren", "fabrieksprijzen", "wij zijn de kweker"),
        "en": ("straight off the boat", "own grow, no middleman", "fresh load every week", "we cook everything ourselves", "boat lands sunday", "next shipment arrives tuesday, book yours", "factory direct prices", "we are the importer"),
        "de": ("direkt vom hersteller", "eigene zucht", "ohne zwischenhändler", "wir drucken alles selbst", "container landet sonntag", "ware kommt dienstag, jetzt sichern", "preise ab werk", "wir sind importeur"),
        "fr": ("direct du producteur", "sans intermédiaire", "fournisseur de grossistes", "on cuisine tout nous-mêmes", "le bateau arrive dimanche", "arrivage mardi, réservez", "prix usine"),
        "es": ("directo del laboratorio", "sin intermediarios", "proveedor de tiendas", "lo cocinamos nosotros", "el domingo llega el barco", "lote nuevo martes, reserva el tuyo", "precio de fábrica"),
        "tr": ("doğrudan üreticiden", "aracısız", "kendi üretimimiz", "dogrudan ureticiden", "tır geliyor pazar", "aracisiz", "fabrika fiyatına"),
        "ru": ("напрямую от производителя", "без посредников", "поставщик для магазинов", "варим сами", "фура придёт в воскресенье", "поставка во вторник, бронь открыта"),
    },
    "money": {
        "nl": ("wissel contant <> crypto vanaf 5k", "euro contant tegen usdt, vandaag 40k", "contant storten geen probleem, 5 procent", "btc inkopen zonder verificatie", "hawala zelfde dag", "contant snel naar usdt", "wisselkantoor btc en cash", "ontvangen betalingen voor derden"),
        "en": ("cash to usdt, any city", "exchange btc for cash", "buy btc no kyc", "we clean your cash, 8 percent"),
        "de": ("tausche bargeld gegen btc", "usdt gegen bargeld", "btc kaufen ohne verifizierung"),
        "fr": ("échange espèces contre usdt", "btc sans vérification", "dépôt d'espèces sans souci"),
        "es": ("cambio efectivo por usdt", "btc sin verificación", "recogida de efectivo"),
        "tr": ("nakit usdt alım satım", "elden usdt", "usdt bozdurulur"),
        "ru": ("обмен usdt на наличные", "нал на крипту", "куплю usdt за наличку"),
    },
    "seeks": {
        "nl": ("nog 2 runners nodig dit weekend", "zoeken bezorgers omgeving breda", "wie heeft een rijbewijs en wil bijverdienen", "loods gezocht", "extra handen nodig"),
        "en": ("drivers needed tonight", "looking for a reliable runner", "who wants to make money", "need a lock-up in leeds", "packers wanted"),
        "de": ("fahrer gesucht, 250 am tag", "suche noch zwei läufer", "bankkonto gesucht", "suche lagerraum"),
        "fr": ("on recrute des livreurs", "cherche guetteurs pour ce soir", "qui veut bosser ce week-end", "qui a un compte à louer"),
        "es": ("buscamos repartidores con moto", "se busca conductor", "quién quiere ganar dinero", "busco un trastero"),
        "tr": ("kurye aranıyor", "motoru olan aranıyor", "çalışmak isteyen yazsın", "paketleyici aranıyor"),
        "ru": ("нужны курьеры", "ищем водителя", "быстрый заработок", "нужен гараж"),
    },
    "cleaning": {
        "nl": ("geld van je rekening af? bel ons", "wij halen cash en storten op je wallet", "facturen op maat geregeld", "crypto kopen zonder gedoe"),
        "en": ("pull money off any account", "we wash any amount", "invoices made on request"),
        "de": ("krypto zu bar", "geld vom konto holen", "rechnungen auf bestellung"),
        "fr": ("sortir l'argent du compte", "fausses factures sur demande", "usdt en espèces"),
        "es": ("sacamos dinero de cuentas", "facturas falsas", "usdt a efectivo"),
        "tr": ("naylon fatura kesilir", "hesaptan para çekilir"),
        "ru": ("вывод денег с карты", "бумажный ндс"),
    },
    "cashout": {
        "nl": ("uitcashen 60/40",),
        "en": ("cashout 70/30", "cash outs daily"),
        "de": ("auszahlung binnen 1 tag",),
        "fr": ("cash out rapide",),
        "es": ("cashout diario",),
        "tr": ("nakit çekimi yapılır",),
        "ru": ("обнал 10%",),
    },
    "cut": {
        "nl": ("9%", "zeven procent is 7 procent"),
        "en": ("60/40", "fifty-fifty"),
        "de": ("12,5 prozent",),
        "fr": ("8 pour cent",),
        "es": ("5 por ciento",),
        "tr": ("50/50",),
        "ru": ("10 процентов",),
    },
    "wholesale": {
        "nl": ("alleen grossiers", "voor wederverkopers", "groothandelsprijzen", "enkel aan winkels"),
        "en": ("wholesale only", "no small orders", "for resellers", "shops only"),
        "de": ("großhandelspreise", "nur größere mengen", "für wiederverkäufer", "wir sind großhändler", "nur läden"),
        "fr": ("prix de gros pour revendeurs", "pas de détail", "vente en gros"),
        "es": ("precio al por mayor", "solo mayoristas", "para revendedores"),
        "tr": ("toptan satış", "perakende yok", "bayilere"),
        "ru": ("только опт", "оптовые цены", "для перепродажи"),
    },
}  # fmt: skip
OTHERS = {
    "courier": ("wat rij jij voor auto", "hoe laat is de laatste trein", "rijd voorzichtig", "traffic was bad", "last night was great", "letzte woche", "010 teslimat var mı?", "hoeveel adressen heb je", "ik ben er zo", "witte polo te koop", "tot morgen"),
    "arrival": ("dans 20 min", "over 5 min", "de trein stopt in zwolle", "what a bell", "it is cold outside", "kom je naar beneden?", "bus 5 min te laat"),
    "carries": ("ik rij naar breda", "neem je tijd", "can you run?", "colis perdu", "neem een jas mee"),
    "between": ("escrow accepted, 10% off", "geld terug", "escrow of btc", "no middleman, 10% off today", "treuhandkonto akzeptiert"),
    "source": ("coke uit colombia", "bron van ellende", "de haven in rotterdam is dicht", "open source", "direct contact via signal", "levering elke week mogelijk", "nieuwe lading binnen", "verse partij vrijdag", "ik maak zelf pizza", "load of new strains", "the bus arrives at nine", "fresh drop tonight", "ware ist da", "neue lieferung eingetroffen", "nouvel arrivage ce soir", "llega mañana tu pedido", "yeni mal geldi", "новая партия, пиши"),
    "self_offer": ("gezocht: rijders met eigen auto", "wie kan er vanavond rijden", "kan je naar utrecht rijden?", "is er een koerier in breda beschikbaar?", "koerier beschikbaar?", "drivers needed"),
    "money": ("betalen met cash of btc", "heb cash bij me", "net 100 euro in btc gestuurd", "kan ik contant ophalen?", "nakit veya usdt ile ödeme", "2 voor 100 euro", "kan ik met usdt betalen?", "bar oder btc", "cash or crypto, 10% off today", "10% korting bij contant betalen", "vandaag 10% korting, btc of cash"),
    "cleaning": ("geld terug als het niet goed is", "factuur erbij", "heb geld op mijn rekening", "cash or crypto", "ik haal geld bij de automaat", "10% korting bij contant betalen"),
    "cashout": ("cash alleen", "cash and out", "uit de kast"),
    "at_door": ("onderweg naar mijn werk in de trein", "outside it is cold", "5 min geleden nog gezien", "minuten later"),
    "of_others": ("ik ben de koerier van rex", "escrow via mij", "rij nu naar ede", "old account is closed"),
    "calls": ("garage sale zondag", "doos over", "ik werk morgen", "wholesale, resellers welcome"),
    "frames": ("gezocht: 2 gram wit", "iemand wakker?", "need a gram"),
    "no_call": ("chauffeur gezocht met rijbewijs", "bankpas nodig", "drivers wanted"),
    "seeks": ("ik zoek een kamer in ede", "loodgieter gezocht", "fatbike 700 euro dm", "ik rijd voor wie wil", "nieuwe opslag, zelfde menu", "heb je je pas terug"),
    "cut": ("24/7", "10/12", "1/2 gram", "50 euro"),
    "wholesale": ("1 gram 50, 5 gram 220", "grote honger", "optie twee is ook goed"),
}  # fmt: skip


def found(sense: str, text: str) -> bool:
    row = duckdb.execute("SELECT regexp_matches(lower(?), ?)", [text, role_pattern(sense)]).fetchone()
    return bool(row and row[0])


@pytest.mark.parametrize("sense", SAID)
def test_what_people_say_of_their_work_is_found_in_seven_languages(sense: str) -> None:
    assert len(SAID[sense]) == 7
    missed = [text for texts in SAID[sense].values() for text in texts if not found(sense, text)]
    assert not missed


@pytest.mark.parametrize("sense", OTHERS)
def test_other_talk_is_left_alone(sense: str) -> None:
    assert not [text for text in OTHERS[sense] if found(sense, text)]


def test_who_seeks_work_or_papers_of_drivers_calls_nobody() -> None:
    for text in (
        "looking for work as driver",
        "ik zoek werk",
        "suche arbeit",
        "need drivers license",
        "ищу работу",
        "iş arıyorum",
    ):
        assert found("no_call", text)


def test_words_stand_on_their_own_in_letters_of_any_script() -> None:
    assert found("wholesale", "тут опт, пишите")
    assert not found("wholesale", "оптимист")
    assert found("courier", "завтра я курьер")


def test_every_pattern_is_one_that_the_engine_takes_and_has_no_name_left_open() -> None:
    for sense in role_words()["words"]:
        assert not found(sense, "x")
        assert not any(f"{{{name}}}" in role_pattern(sense) for name in role_words()["classes"])
