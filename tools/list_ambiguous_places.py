"""Adds to place_words_ambiguous.tsv the names of places that are also ordinary words or names of persons.

    pip install wordfreq names     (in an environment of its own, with what the reading needs)
    python tools/list_ambiguous_places.py FOLDER

FOLDER holds a spelling dictionary a language as nl.dic, en.dic... (Hunspell). A name is ambiguous in a language
if the dictionary has it, or its stem, in small letters and word counts (wordfreq; Speer, 2022) say that it is in
use; and in English if it is a common first name or surname (US census of 1990). Rows that are in the list stay.
"""

import re
import sys
from importlib.resources import files
from pathlib import Path

from schakel.reading.places.gazetteer import fold, list_rows

LIST = Path(__file__).resolve().parents[1] / "src" / "schakel" / "lexicons" / "place_words_ambiguous.tsv"
LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")
ENDINGS = {
    "nl": ("en", "n", "s", "e", "t"),
    "en": ("s", "es", "ed", "ing"),
    "de": ("en", "n", "e", "er", "s"),
    "fr": ("s", "e", "es", "er", "ez"),
    "es": ("s", "es", "a", "as"),
    "ru": ("а", "у", "ом", "е", "ы", "и", "ой", "ам", "ах"),
    "tr": ("i", "a", "e", "da", "de", "dan", "den", "lar", "ler"),
}
IN_USE, STEM_IN_USE = 2.2, 3.2  # occurrences a billion words as log10, less 3
# The German and the Turkish dictionary have towns in small letters too; of those these are words.
WORDS_ONLY = {
    "de": frozenset(
        [
            "aue",
            "baden",
            "berg",
            "berge",
            "bergen",
            "binge",
            "brand",
            "bruck",
            "buchen",
            "burg",
            "dabei",
            "datteln",
            "enger",
            "erlangen",
            "essen",
            "forst",
            "gerne",
            "halle",
            "hall",
            "haar",
            "hagen",
            "hof",
            "kamen",
            "kauen",
            "kalkar",
            "kent",
            "lachen",
            "lage",
            "landen",
            "langen",
            "lauf",
            "leer",
            "leimen",
            "linden",
            "meise",
            "melle",
            "norden",
            "oral",
            "parat",
            "pest",
            "port",
            "rain",
            "regen",
            "ried",
            "senden",
            "siegen",
            "singen",
            "springe",
            "stade",
            "stolp",
            "strassen",
            "splitt",
            "tulpen",
            "waren",
            "warten",
            "wangen",
            "wedel",
            "wehr",
            "weiden",
            "weil",
            "werder",
            "wetter",
            "wil",
            "zug",
            "stein",
            "sitten",
            "salon",
            "villa",
            "aalst",
            "basic",
            "human",
            "mobile",
            "mission",
            "most",
            "deal",
            "delta",
            "dandy",
            "egg",
            "gap",
            "gay",
            "lee",
            "logo",
            "mus",
            "mut",
            "ob",
            "of",
            "rum",
            "spa",
            "van",
            "feucht",
            "cognac",
            "colon",
            "panama",
            "orange",
            "marks",
            "flint",
            "boom",
            "barking",
            "wesen",
            "ahlen",
            "heide",
            "lohne",
            "lohn",
            "bunde",
            "rees",
            "rheine",
            "schilde",
            "gland",
            "trim",
            "zeitz",
            "asse",
            "auch",
            "schmelz",
            "werne",
            "herten",
            "hemer",
            "buhl",
            "lahr",
            "lehrte",
            "garten",
        ]
    ),
    "tr": frozenset(
        [
            "adalet",
            "agri",
            "alaca",
            "asker",
            "aydin",
            "batman",
            "bor",
            "bostan",
            "bucak",
            "buhar",
            "can",
            "dilli",
            "dinar",
            "diren",
            "genc",
            "gerede",
            "hendek",
            "idil",
            "ilgin",
            "kabil",
            "karakol",
            "karin",
            "karsi",
            "kasaba",
            "kasabada",
            "kasabadan",
            "kazan",
            "kemer",
            "kent",
            "keskin",
            "kilise",
            "kolon",
            "kozluk",
            "kula",
            "kulp",
            "kumru",
            "korona",
            "manas",
            "mus",
            "mut",
            "mason",
            "menemen",
            "ordu",
            "oral",
            "parla",
            "ragbi",
            "rum",
            "salon",
            "salt",
            "seren",
            "surat",
            "tire",
            "tokat",
            "tara",
            "tokmak",
            "turne",
            "van",
            "villa",
            "of",
            "bulancak",
            "ahlat",
            "senden",
            "monte",
            "pinar",
            "deniz",
            "derince",
            "zile",
            "sale",
            "mobil",
            "mobile",
            "delta",
            "port",
            "term",
            "terme",
            "bordo",
            "baston",
            "sete",
            "sama",
            "lens",
            "kano",
            "hale",
            "rota",
            "orta",
            "soma",
            "kars",
            "vera",
            "korkmaz",
            "gence",
            "karasu",
            "derbi",
            "romana",
            "ceyhan",
            "simav",
            "usak",
        ]
    ),
}
# Known to everyone as a place, whatever else it means.
PLACES_FIRST = frozenset(
    [
        "bxl",
        "ffm",
        "ldn",
        "мск",
        "спб",
        "екб",
        "уфа",
        "уфу",
        "уфе",
        "urk",
        "ulm",
        "ufa",
        "amsterdam",
        "antwerpen",
        "alicante",
        "anchorage",
        "barcelona",
        "boston",
        "bradford",
        "brighton",
        "charleston",
        "chester",
        "chicago",
        "dallas",
        "detroit",
        "dover",
        "geneva",
        "houston",
        "lancaster",
        "limerick",
        "liverpool",
        "manchester",
        "gent",
        "bristol",
        "hamburg",
        "hove",
        "bursa",
        "oss",
        "hoorn",
        "liege",
        "nuremberg",
        "memphis",
        "montpellier",
        "orlando",
        "oxford",
        "philadelphia",
        "portland",
        "salisbury",
        "seattle",
        "winchester",
        "wellington",
        "belfort",
        "bergerac",
        "borgloon",
        "bordeaux",
        "bourges",
        "coulommiers",
        "cannes",
        "delft",
        "dublin",
        "elche",
        "fontainebleau",
        "frankfurt",
        "lourdes",
        "maastricht",
        "malaga",
        "marseille",
        "milaan",
        "namur",
        "puebla",
        "tarragona",
        "torrent",
        "turnhout",
        "utrecht",
        "wenen",
        "winterberg",
        "kaapstad",
        "mersin",
        "калуга",
        "кострома",
        "костроме",
        "костромы",
        "пермь",
        "сочи",
        "ессентуки",
        "златоуст",
        "кубинка",
        "курган",
        "кургана",
        "кургане",
        "электросталь",
        "академгородок",
        "aschaffenburg",
        "bogota",
        "cordoba",
        "jaen",
        "cuzco",
        "jerez",
        "havanna",
        "guatemala",
        "igualada",
        "montreal",
        "monterrey",
        "oporto",
        "paraguay",
        "quito",
        "rotterdam",
        "soest",
        "texel",
        "toulouse",
        "tokyo",
        "triest",
        "trieste",
        "valencia",
        "utrera",
        "verona",
        "beirut",
        "mekka",
        "rennes",
        "quimper",
        "saragossa",
        "teheran",
        "acapulco",
        "arganda",
        "calahorra",
        "torun",
        "knokke",
        "lissabon",
        "helsinki",
        "luxemburg",
        "londres",
        "bangkok",
        "pforzheim",
        "galway",
        "swindon",
        "bilbao",
        "lugano",
        "aviles",
    ]
)
# The languages of the countries: elsewhere a town is less likely, and a word that looks like it more.
AT_HOME = {
    **dict.fromkeys(["GB", "IE", "US", "AU", "NZ", "CA"], ("en",)),
    **dict.fromkeys(["DE", "AT"], ("de",)),
    **dict.fromkeys(["FR", "LU", "CH", "BE"], ("fr", "de", "nl")),
    **dict.fromkeys(
        ["ES", "MX", "AR", "CO", "CL", "PE", "EC", "BO", "UY", "PY", "VE", "CR", "PA", "DO"], ("es",)
    ),
    **dict.fromkeys(["RU", "UA", "BY", "KZ"], ("ru",)),
    "TR": ("tr",),
    "NL": ("nl",),
}
# Russian towns that are called as people are, or by an adjective: Гусев, Чехов, Жуковский, Светлый.
_SURNAME = re.compile(r"[а-я]+(?:ов|ев|ин|ын|ыи|ии|ои)")
NO_SURNAMES = frozenset(
    [
        "псков",
        "тамбов",
        "саратов",
        "ростов",
        "азов",
        "киев",
        "харьков",
        "чернигов",
        "берлин",
        "гетеборг",
        "кишинев",
        "тячев",
        "дублин",
        "рубин",
    ]
)
KNOWN_ABROAD, ELSEWHERE_IN_USE = 110_000, 3.0  # people; occurrences as above
LARGE = 400_000  # known to everyone: no first name is a reason to doubt it


def words(folder: Path, language: str) -> set[str]:
    """The words of a spelling dictionary that are written in small letters, folded."""
    lines = (folder / f"{language}.dic").read_text("utf-8").splitlines()
    found = {line.partition("/")[0].split("\t")[0].strip() for line in lines}
    return {fold(word) for word in found if len(word) > 1 and word[0].islower()}


def persons() -> set[str]:
    """First names and surnames of every thousandth American or more."""
    found = set()
    for file, least in (("dist.male.first", 0.02), ("dist.female.first", 0.02), ("dist.all.last", 0.03)):
        for line in files("names").joinpath(file).read_text().splitlines():
            name, share, *_ = line.split()
            if float(share) >= least:
                found.add(name.lower())
    return found


def main() -> None:  # noqa: C901, PLR0912 -- one ground a branch
    """Write the list with the new rows."""
    from wordfreq import zipf_frequency  # noqa: PLC0415

    folder = Path(sys.argv[1])
    small = {language: words(folder, language) for language in LANGUAGES}
    people = persons()
    rows = {row["written"]: (row["needs"], row["languages"]) for row in list_rows(LIST.name)}
    checked: dict[str, tuple[str, int, str]] = {}
    for file in ("places_world.tsv", "places_nl.tsv"):
        for row in list_rows(file):
            for name in (row["name"], *row["names"].split("|")):
                checked.setdefault(fold(name), (file, int(row["population"] or 0), row.get("country", "NL")))
    for name, (file, size, country) in sorted(checked.items()):
        if name in rows or name in PLACES_FIRST or not re.fullmatch(r"[^\W\d_]+(?:[ '-][^\W\d_]+)?", name):
            continue
        spoken = [
            language
            for language in LANGUAGES
            if not (file == "places_nl.tsv" and language in ("nl",))
            and (
                (name in small[language] and zipf_frequency(name, language) >= IN_USE)
                or (
                    zipf_frequency(name, language) >= STEM_IN_USE
                    and size < LARGE
                    and any(
                        name.endswith(end)
                        and name[: -len(end)] in small[language]
                        and len(name) - len(end) > 2
                        for end in ENDINGS[language]
                    )
                )
            )
        ]
        spoken = [one for one in spoken if name in WORDS_ONLY.get(one, (name,))]
        if name in people and size < LARGE:
            spoken = sorted({*spoken, "en", "nl"})
        if len(name) <= 3:
            spoken = list(LANGUAGES)
        if spoken:
            rows[name] = ("context", ",".join(spoken))
        elif size < (KNOWN_ABROAD if country != "NL" else 9_000) and name.isalpha():
            away = [one for one in LANGUAGES if one not in AT_HOME.get(country, ())]
            used = [one for one in away if zipf_frequency(name, one) >= ELSEWHERE_IN_USE]
            if used:
                rows[name] = ("capital", ",".join(used))
    for row in list_rows("places_world.tsv"):  # a town that is a word is one in all its cases
        russian = [fold(one) for one in row["names"].split("|") if re.match("[А-ЯЁ]", one)]
        surname = any(_SURNAME.fullmatch(one) and one not in NO_SURNAMES for one in russian[:1])
        if int(row["population"]) < LARGE and surname:
            rows |= dict.fromkeys(russian, ("context", "ru"))
        if any("ru" in rows.get(one, ("", ""))[1] for one in russian[:2]) and not {"грозныи"} & set(russian):
            rows |= {one: ("context", "ru") for one in russian if one not in PLACES_FIRST}
    head = [line for line in LIST.read_text("utf-8").splitlines() if line.startswith("#")]
    body = [f"{name}\t{needs}\t{spoken}" for name, (needs, spoken) in sorted(rows.items())]
    LIST.write_text("\n".join([*head, "written\tneeds\tlanguages", *body]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
