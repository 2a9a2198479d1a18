"""What is said on the market of `forum_market.py`: goods, phrases by language, names, small talk."""

LANGUAGES = ("nl", "de", "en", "es")
SYLLABLES = (
    "ka", "ro", "mi", "zen", "tu", "lo", "vex", "ba", "dor", "si", "que", "nal", "fi", "gru", "pan", "to", "rix", "el",
    "mo", "sha", "vi", "kur", "de", "lum",
)  # fmt: skip
TRADE = ("", " Shop", " Farm", " Lab", "Team", " 24/7", " Kitchen", "Store", " Apotheke", " & Co")
GOODS = {  # word and unit, amounts, price of one
    "coke": (("Cocaine", "g"), (1, 3, 5, 10), 55), "speed": (("Speed", "g"), (5, 10, 50), 6),
    "keta": (("Ketamine", "g"), (1, 5, 10), 23), "mdma": (("MDMA", "g"), (1, 5, 10, 25), 16),
    "xtc": (("XTC", "x"), (10, 25, 100), 3), "weed": (("Weed Haze", "g"), (5, 10, 50), 9),
    "hash": (("Hash", "g"), (5, 10, 100), 6), "lsd": (("LSD", "x"), (5, 10, 25), 7),
    "3mmc": (("3-MMC", "g"), (1, 5, 10, 50), 15), "xanax": (("Xanax", "strips"), (1, 5, 10), 14),
}  # fmt: skip
TOWNS = {
    "nl": ("Utrecht", "Zwolle", "Breda", "Leiden", "Arnhem", "Venlo", "Almere"),
    "de": ("Köln", "Bremen", "Aachen", "Münster", "Dortmund", "Kassel", "Mainz"),
    "en": ("Leeds", "Bristol", "Cardiff", "Derby", "Luton", "York", "Bath"),
    "es": ("Malaga", "Valencia", "Sevilla", "Alicante", "Marbella", "Murcia", "Cadiz"),
}
HEADS = {
    "nl": ("💊 MENU 💊", "Deze week op voorraad", "Vers van de pers", "⚡ Nu te koop ⚡", "Lijst van vandaag", "Te bestellen"),
    "de": ("🔥 PREISLISTE 🔥", "Diese Woche auf Lager", "Frisch eingetroffen", "Jetzt zu verkaufen", "Unser Angebot", "Im Sortiment"),
    "en": ("🌿 MENU 🌿", "In stock this week", "Fresh batch landed", "For sale now", "Our price list", "Available today"),
    "es": ("❄️ CARTA ❄️", "En venta esta semana", "Recién llegado", "Lista de precios", "Disponible hoy", "Tenemos en stock"),
}  # fmt: skip
PROMISES = {
    "nl": ("Bezorging in {town} binnen het uur", "Afhalen in {town}, tijd in overleg", "Wij rijden door heel {town}", "{town} en omgeving elke dag", "Vanuit {town} ook met de post"),
    "de": ("Lieferung in {town} in einer Stunde", "Abholung in {town} nach Absprache", "Wir fahren in ganz {town}", "{town} und Umland täglich", "Aus {town} auch per Post"),
    "en": ("Delivery in {town} within the hour", "Pickup in {town}, time by message", "We drive all over {town}", "{town} and around every day", "Posted from {town} as well"),
    "es": ("Entrega en {town} en una hora", "Recogida en {town}, hora a convenir", "Llevamos a todo {town}", "{town} y alrededores cada día", "Desde {town} también por correo"),
}  # fmt: skip
ORDER = {
    "nl": ("Bestel bij", "Contact:", "Stuur een bericht:", "Appje naar"),
    "de": ("Bestellen bei", "Kontakt:", "Schreib an", "Melden bei"),
    "en": ("Order at", "Contact:", "Message us:", "Write to"),
    "es": ("Pedidos:", "Contacto:", "Escribe a", "Mensaje a"),
}
CLOSING = {
    "nl": ("Geen tijdverspillers", "Altijd discreet ✌️", "Kwaliteit gaat voor", "Op is op", "Tot snel"),
    "de": ("Keine Zeitverschwender", "Immer diskret ✌️", "Qualität zuerst", "Nur solange Vorrat", "Bis bald"),
    "en": ("No time wasters", "Always discreet ✌️", "Quality first", "While stock lasts", "See you soon"),
    "es": ("No perder el tiempo", "Siempre discreto ✌️", "Calidad primero", "Hasta agotar", "Hasta pronto"),
}
ROWS = ("{a}{unit} €{p}", "{a} {unit} = {p} euro", "{a}{unit} {p}€", "{a} {unit}: €{p}")

STANDBY = {
    "nl": ("Reserve:", "Backup account:"),
    "de": ("Ersatzaccount:", "Backup account:"),
    "en": ("Backup:", "Second account:"),
    "es": ("Segunda cuenta:", "Backup account:"),
}
GUARANTEES = ("Escrow:", "Safe deal with", "Garant", "Payment held by", "Treuhand:")
RIDERS = ("Rider:", "Driver on", "Fahrer:", "Koerier", "Delivery by")
TALK = (
    "moin", "iemand ervaring met die nieuwe?", "was geht", "any vouches?", "gracias hermano", "wie laat is het nu daar",
    "nice weather today", "kennt jemand den?", "hola a todos", "haha", "thanks mate", "tot morgen", "wer schaut fussball",
)  # fmt: skip
