"""Invented names: brands, people, handles, numbers, chats."""

import re

BRAND_A = {
    "nl": [
        "Witte",
        "Snelle",
        "Nacht",
        "Gouden",
        "Zuid",
        "Brabo",
        "Zachte",
        "Kale",
        "Koning",
        "Groene",
        "Zwarte",
        "Ome",
        "Tante",
        "Polder",
        "Meester",
        "Maas",
        "Dokter",
        "Luxe",
        "Echte",
        "Kleine",
    ],
    "en": [
        "White",
        "Night",
        "Royal",
        "Uncle",
        "Velvet",
        "Lucky",
        "Grey",
        "Doctor",
        "Euro",
        "Silver",
        "Rapid",
        "Northern",
        "Old",
    ],
    "de": ["Graf", "Onkel", "Nacht", "Kaiser", "Rhein", "Alter", "Schneller", "Stille"],
    "fr": ["Le Petit", "Tonton", "Royal", "Chez", "La Belle", "Nuit"],
    "es": ["El Tío", "Don", "La Reina", "Rápido", "Sol"],
    "ru": ["Дядя", "Белый", "Север", "Ночной", "Старый"],
    "tr": ["Abi", "Gece", "Kral", "Beyaz", "Usta"],
}
BRAND_B = {
    "nl": [
        "Taxi",
        "Express",
        "Bakker",
        "Kruidenier",
        "Koerier",
        "Apotheek",
        "Kees",
        "Smurf",
        "Menu",
        "Winkel",
        "Vos",
        "Kat",
        "Boer",
        "Line",
        "Jansen-niet",
        "Kapper",
        "Slager",
        "Uil",
        "Molen",
        "Wolf",
    ],
    "en": [
        "Fox",
        "Express",
        "Owl",
        "Market",
        "Line",
        "Chef",
        "Pharmacy",
        "Kitchen",
        "Post",
        "Store",
        "Ghostrider",
        "Bear",
    ],
    "de": ["Laden", "Kurier", "Fuchs", "Bäcker", "Apotheke", "Express"],
    "fr": ["Marché", "Renard", "Express", "Coffee", "Momo", "Livreur"],
    "es": ["Paco", "Express", "Tienda", "Lobo", "Chino"],
    "ru": ["Лис", "Маркет", "Ваня", "Аптека", "Волк"],
    "tr": ["Market", "Kurt", "Express", "Eczane", "Baba"],
}
FIRST = {
    "nl": str.split(
        "Daan Sem Youssef Jay Kevin Rick Mo Bram Sjors Ties Noah Sanne Lisa Fleur Naomi Kim Dewi Joost Henk Ruud Twan Bas Thijs Lars Ilias Bilal Denzel Romy Anouk Koen Mees Gijs Stan Wout Jelle Frenk Sjaak Toon Marloes Demi"
    ),
    "en": str.split("Jack Danny Liam Ash Callum Ryan Josh Meg Tash Ollie Kev Sean Tom Ellie Max Dee"),
    "de": str.split("Lukas Finn Jonas Kevin Murat Lena Jana Timo Nico Dennis Marvin Leon Paul Sven"),
    "fr": str.split("Karim Lucas Enzo Theo Nadia Mehdi Camille Hugo Yanis Sofiane Lea Bastien"),
    "es": ["Javi", "Dani", "Lucia", "Pablo", "Nacho", "Marta", "Rafa", "Sergio", "Iker", "Carmen"],
    "ru": ["Дима", "Саша", "Лёха", "Настя", "Миша", "Ира", "Костя", "Вова", "Женя", "Артём", "Slava", "Oleg"],
    "tr": ["Emre", "Burak", "Can", "Deniz", "Ayşe", "Mert", "Kaan", "Selin", "Yusuf", "Hakan"],
    "pl": str.split("Kamil Bartek Piotrek Kuba Mateusz Ania Łukasz Gosia Dawid Tomek Marek Zosia"),
    "fl": str.split("Jef Wannes Stijn Lotte Yorben Seppe Gert Maarten Nele Robbe Dries Senne"),
}
TAIL = [
    "",
    "",
    "",
    "",
    " V",
    " de B",
    " 040",
    " 013",
    " K.",
    " 🥷",
    " x",
    " J",
    "tje",
    " ⚡",
    " M",
    " 🦁",
    " 073",
    " S.",
    ".",
    " 🌙",
    " 88",
    " 😎",
]
NICK = [
    "kaas",
    "Zwerver",
    "..",
    "nvt",
    "Gast 1",
    "bami",
    "X",
    "pannenkoek",
    "ik ben t",
    "kip",
    "Deleted?",
    "schaduw",
    "frikandel",
    "S",
    "Dikke",
    "boterham",
    "Mr T",
    "Ghost rider",
    "A",
    "noname",
    "Kroket",
    "vlinder",
    "Spook",
    "Lange",
    "snoepie",
    "Bolle",
    "joker",
    "Smurfin",
    "user",
    "Q",
    "rooie",
    "tijger",
    "Neef",
    "L.",
    "Kees Kaas",
]
LATIN = str.maketrans(
    "абвгдежзийклмнопрстуфхыэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЫЭЮЯ",
    "abvgdegziyklmnoprstufhyeuaABVGDEGZIYKLMNOPRSTUFHYEUA",
)
STRIPU = str.maketrans("áéíóúñüöäçğışàèêëîïôûœłÁÉÖÜŞİ", "aeiounuoacgisaeeeiiouolaeousi")


def person(rng, lang, accent=None):
    pool = FIRST.get({"polish": "pl", "flemish": "fl"}.get(accent, lang), FIRST["en"])
    if rng.random() < 0.25:
        n = rng.choice(NICK)
        return n + (str(rng.randrange(2, 99)) if rng.random() < 0.5 else "")
    n = rng.choice(pool) + rng.choice(TAIL)
    return n.lower() if rng.random() < 0.2 else n


def brand(rng, lang, area="", code=""):
    a, b = rng.choice(BRAND_A[lang]), rng.choice(BRAND_B[lang])
    k = rng.random()
    if k < 0.4:
        n = f"{a} {b}"
    elif k < 0.55:
        n = f"{b} {area or a}"
    elif k < 0.7:
        n = f"{b}{rng.choice(['040', '013', '073', '076', '24', '247', '2.0', 'NL', 'BE'])}"
    elif k < 0.85:
        n = rng.choice(FIRST[lang]) + rng.choice([" ", " de "]) + b
    else:
        n = person(rng, lang)
    if rng.random() < 0.3:
        n = n + " " + rng.choice(["🚕", "❄️", "🍀", "⭐", "🦅", "👑", "🔥", "💊", "🦊", "📦", "✅"])
    if rng.random() < 0.12:
        n = n.upper()
    return n


def handle(rng, name):
    s = re.sub(r"[^a-z0-9]", "", name.translate(LATIN).translate(STRIPU).lower()) or "user"
    s = s[:14]
    k = rng.random()
    if k < 0.3:
        s += str(rng.randrange(1, 999))
    elif k < 0.5:
        s = (
            s[:6] + "_" + s[6:]
            if len(s) > 7
            else s + "_" + rng.choice(["nl", "official", "x", "real", "zuid", "bckp"])
        )
    elif k < 0.65:
        s += rng.choice(["official", "nl", "real", "express", "xx", "shop", "line", "bot2"])
    if len(s) < 5:
        s += str(rng.randrange(1000, 99999))
    return "@" + s


def lookalike(rng, user):
    s = user[1:]
    k = rng.randrange(5)
    if k == 0 and "l" in s:
        s = s.replace("l", "I", 1)
    elif k == 1 and "o" in s:
        s = s.replace("o", "0", 1)
    elif k == 2:
        s += "_"
    elif k == 3:
        s += s[-1]
    else:
        s = s + rng.choice(["nl", "1", "real", "_new"])
    return "@" + s


def phone(rng, lang="nl"):
    d = "".join(str(rng.randrange(10)) for _ in range(8))
    if lang == "nl":
        return rng.choice([f"06{d}", f"06-{d}", f"06 {d[:4]} {d[4:]}", f"+316{d}"])
    return {"de": "+4915", "fr": "+336", "es": "+346", "en": "+447", "ru": "+316", "tr": "+316"}[lang] + d


def wallet(rng):
    al = "023456789acdefghjklmnpqrstuvwxyz"
    return "bc1q" + "".join(rng.choice(al) for _ in range(34))


def rnd(rng, n=10):
    return "".join(rng.choice("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(n))
