"""Nicknames, brands, handles, neighbourhoods."""

NICKS = str.split("""Sjonnie Appie Moos Kleine G Yous Ricky Dikke Ron Fatih Emre Ome Henk Tess Jayjay Ouassim Bilal Zakaria Milan
Romano Gino Chantal Shani Jermaine Dewi Kev Mitch Danny Joost Bas Timo Lotte Noor Femke Sven Rens Koen Thijs Niels Dylan
Rayan Amin Nadia Samira Yara Puck Jip Mees Stijn Luuk Boris Piotr Kasia Marek Wojtek Janek Dmitri Sergej Ilya Tonnie Wim
Bennie Corrie Sjaak Leo Frits Arie Gerrit Kees Truus Ali Hamza Soufiane Mo Moha Redouan Tarik Younes Ayoub Farid Hicham
Deniz Murat Kaan Cem Burak Ebru Selin Baris Jordy Kimmy Priscilla Wesley Mandy Rowan Quincy Clyde Orlando Stanley Winston
Ruben Cher Faya Delano Furgill Elvis Sherwin Ludwin Nigel Djenairo Guus Roos Isa Sem Luna Fenna Bram""")
TAILS = [
    "",
    "",
    "",
    "",
    "010",
    "Zuid",
    "x",
    "🖤",
    "🦁",
    "🥷🏽",
    "⚓",
    "jr",
    "🇲🇦",
    "🇸🇷",
    "🇹🇷",
    "🇨🇼",
    "🇵🇱",
    "🐺",
    "B.",
    "v.d. B",
    "M.",
    "93",
    "2k",
    "🌙",
    "♠️",
    "🍀",
    "de Lange",
    "K.",
    "🎧",
    "FR12",
]
FOREIGN = {
    "en": str.split(
        "Baz Tommo Ellie Shaz Deano Callum Niamh Jaz Kez Ollie Mads Reece Gaz Tilly Fin Connor Abi Leroy Tash Dom"
    ),
    "de": str.split(
        "Jonas Lena Malte Kalle Ronny Enrico Jule Steffi Hannes Kevin Mandy Olli Finn Ayla Can Bernd Uwe Nico Svenja Toni"
    ),
    "fr": str.split(
        "Momo Kev Inès Yanis Théo Lola Nabil Jordan Sofiane Manon Enzo Karim Léa Max Titi Bastien Rayane Chloé Hugo Samy"
    ),
    "es": str.split(
        "Javi Paco Nerea Iker Lucía Dani Chema Rocío Rubén Marta Kiko Álex Pili Sergi Nacho Vane Toni Yoli Edu Curro"
    ),
    "ru": str.split(
        "Лёха Саня Димон Катя Вован Жека Настя Серый Макс Ира Тимур Рома Оля Стас Юра Лис Кот Миша Аня Гоша"
    ),
    "tr": str.split(
        "Emre Kaan Ebru Serkan Volkan Merve Hakan Tolga Zeynep Onur Barış Cem Aslı Ufuk Deniz Selim Burcu Ozan Murat Eda"
    ),
}
BRAND_A = str.split("""Bakkerij Slager Nachtwinkel Koerier Loket Kapsalon Tante Oom Meneer Dokter Kapitein Bezorgdienst Snackbar Kiosk
Haven Pakhuis Markt Tuinder Kruidenier Stamcafé Expres Vliegende Gouden Blauwe Zwarte Witte Snelle Stille Dikke Ouwe Nette Tevreden""")
BRAND_B = str.split("""Coba Toon Zuid Maas Rotte Kade Kraan Kees 010 24/7 Express Plug Connect Service Deluxe Shop Spot Hoek Lijn
Vink Reiger Zwaan Bever Haai Snoek Meeuw Kat Vos Wolf Eend Brug Singel Vlaggetje Anker Lantaarn Fiets""")
BRAND_INT = [
    "Polar",
    "Lotus",
    "Milano",
    "Kermit",
    "Panda",
    "Dr Nose",
    "Goldline",
    "Escobaer",
    "Wonka",
    "Mr Green",
    "Pinky",
    "Tulip",
    "La Casa",
    "Rheinland",
    "Zuidpool",
    "Amigo",
    "Bosporus",
    "Nord",
    "Oase",
    "Viktor",
    "Atlas",
    "Sultan",
    "Baron",
    "Piñata",
]
HOODS = {
    "010": str.split(
        "Charlois,Feijenoord,Afrikaanderwijk,Hillesluis,Bloemhof,Lombardijen,Vreewijk,Pendrecht,Zuidwijk,Katendrecht,IJsselmonde,"
        "Beverwaard,Hoogvliet,Delfshaven,Spangen,West,Noord,Crooswijk,Centrum,Kralingen,Schiedam,Vlaardingen,Barendrecht,Capelle",
        ",",
    ),
    "070": str.split(
        "Schilderswijk,Transvaal,Laak,Escamp,Scheveningen,Zoetermeer,Delft,Rijswijk,Ypenburg,Centrum,Wateringen,Leidschenveen",
        ",",
    ),
    "040": str.split(
        "Woensel,Strijp,Tongelre,Gestel,Helmond,Best,Veldhoven,Tilburg,Den Bosch,Breda,Oss,Uden,Weert,Venlo,Roermond",
        ",",
    ),
    "nl": str.split(
        "Rotterdam,Den Haag,Utrecht,Amsterdam,Tilburg,Breda,Dordrecht,Eindhoven,Arnhem,Zwolle,Groningen,Almere,Leiden,Gouda,Delft,Venlo",
        ",",
    ),
    "eu": str.split(
        "Rotterdam,Antwerpen,Aachen,Köln,Lille,Paris,Berlin,Barcelona,London,Maastricht,Liège,Düsseldorf,Brussel,Madrid,Hamburg,Gent",
        ",",
    ),
}
STREETS = str.split(
    "de Dorpsweg,Zuidplein,de Beijerlandselaan,het Maashaven metro,de Groene Hilledijk,de markt,de Wolphaertsbocht,Ahoy,de Lidl,het tankstation,de brug,de Vaanweg,het park,de flat",
    ",",
)


def person_name(rng, lang="nl"):
    base = rng.choice(FOREIGN[lang]) if lang in FOREIGN else rng.choice(NICKS)
    r = rng.random()
    if r < 0.12:
        return rng.choice(
            [".", "👻", "~", "x", "M", "J", "🦈", "000", "...", "🕶", "Z", "ik", "niemand", "leeg", "🧿", "💤"]
        ) + rng.choice(["", "", base[0]])
    if r < 0.3:
        base = base.lower()
    elif r < 0.36:
        base = base.upper()
    tail = rng.choice(TAILS)
    return (base + " " + tail).strip() if tail else base


def brand(rng, lang="nl"):
    r = rng.random()
    if lang != "nl" or r < 0.15:
        b = (
            rng.choice(BRAND_INT)
            + " "
            + rng.choice(["", "Shop", "24/7", "EU", "Express", "Plug", "Store", "x"])
        )
    elif r < 0.65:
        b = rng.choice(BRAND_A) + " " + rng.choice(BRAND_B)
    elif r < 0.85:
        b = rng.choice(NICKS) + rng.choice(
            [" de plug", " bezorgt", "", " 010", " ✅", " Zuid", " official", " shop"]
        )
    else:
        b = rng.choice(["De ", "Het ", ""]) + rng.choice(BRAND_A) + rng.choice(["", " 2.0", " NL", "tje"])
    b = b.strip()
    if rng.random() < 0.3:
        b += " " + rng.choice(["🔌", "✅", "❄️", "🍫", "🚀", "🏪", "💯", "🛵", "⚡", "🌿"])
    return b


def handle(rng, name):
    s = "".join(c for c in name.lower() if c.isascii() and c.isalnum())
    if len(s) < 3:
        s += rng.choice(["plug", "zuid", "kade", "rotte", "nacht", "vos", "brug"])
    s += rng.choice(
        [
            "",
            "_010",
            "nl",
            "xx",
            str(rng.randint(2, 99)),
            "_",
            "bk",
            "shop",
            "r",
            "_zuid",
            "180",
            "_off",
            "tje",
        ]
    )
    return (s[:22] + rng.choice(["", str(rng.randint(1, 999))]))[:28].ljust(5, "x")


def near(rng, text):
    """A name that looks like another name."""
    swaps = {"l": "I", "o": "0", "i": "l", "e": "3", "a": "á", "s": "5", "O": "0", "E": "3"}
    k = [i for i, c in enumerate(text) if c in swaps]
    r = rng.random()
    if r < 0.35 and k:
        i = rng.choice(k)
        return text[:i] + swaps[text[i]] + text[i + 1 :]
    if r < 0.55:
        return text + rng.choice([" 2", ".", " backup", " official", " new", "ᅠ"])
    if r < 0.75:
        return text
    i = rng.randrange(max(1, len(text) - 1))
    return text[: i + 1] + text[i] + text[i + 1 :] if text[i : i + 1].isalpha() else text + "_"


def near_handle(rng, h):
    r = rng.random()
    if r < 0.4:
        return h + rng.choice(["_", "x", "1", "nl", "_bk", "0"])
    i = rng.randrange(len(h))
    return (
        h[:i]
        + rng.choice([h[i] * 2, "_" + h[i], {"l": "i", "o": "0", "i": "l"}.get(h[i], h[i] * 2)])
        + h[i + 1 :]
    )


def phone(rng):
    return "06" + "".join(rng.choice("0123456789") for _ in range(8))


def wallet(rng):
    r = rng.random()
    if r < 0.6:
        return "bc1q" + "".join(rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38))
    if r < 0.85:
        return "T" + "".join(
            rng.choice("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") for _ in range(33)
        )
    return "ltc1q" + "".join(rng.choice("023456789acdefghjklmnpqrstuvwxyz") for _ in range(38))
