"""How names of towns are inflected: Russian cases in both scripts, Turkish suffixes."""

import re

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
_HARD = "бвгджзклмнпрстфхцчшщ"
_MASCULINE_SOFT = ("поль", "славль", "емль", "аль")
# Genitive of names in the plural, which no rule gives.
_PLURAL_GENITIVE = {
    "Химки": "Химок",
    "Мытищи": "Мытищ",
    "Люберцы": "Люберец",
    "Челны": "Челнов",
    "Сумы": "Сум",
}
_PLURAL_GENITIVE |= {"Черкассы": "Черкасс", "Черновцы": "Черновцов", "Чебоксары": "Чебоксар", "Шахты": "Шахт"}
_PLURAL_GENITIVE |= {"Великие Луки": "Великих Лук", "Набережные Челны": "Набережных Челнов"}


def latin_of(name: str) -> str:
    """A Russian name in Latin letters, small."""
    return "".join([_LATIN.get(sign, sign) for sign in name.lower()]).replace("_", "")


def russian_cases(name: str) -> list[str]:
    """A Russian name in the genitive, dative, accusative, instrumental and prepositional case."""
    first, mark, last = name.partition(" ")
    if mark and first.endswith(("ий", "ый", "ой")):
        soft = first.endswith(("ний", "чий", "жий", "ший", "щий"))  # Нижнего Тагила, Горячего Ключа
        hard_by = "ым" if first.endswith(("ый", "ой")) else "им"
        ends = ("его", "ему", "им", "ем") if soft else ("ого", "ому", hard_by, "ом")
        return [f"{first[:-2]}{end} {form}" for end, form in zip(ends, _noun(last)[:4], strict=False)]
    if mark and first.endswith(("ая", "яя", "ое", "ые", "ие")):
        ends = {
            "ая": ("ой",),
            "яя": ("ей",),
            "ое": ("ого", "ому", "ом"),
            "ые": ("ых", "ым"),
            "ие": ("их", "им"),
        }[first[-2:]]
        return [f"{first[:-2]}{end} {form}" for end in ends for form in _noun(last)]
    head, mark, tail = name.partition("-на-")
    if mark:
        return [f"{form}-на-{tail}" for form in _noun(head)] + [f"{head} на {tail}"]
    return _noun(name) if not re.search(r"[ \-]", name) else []


def _noun(name: str) -> list[str]:  # noqa: C901, PLR0911 -- one ending a line
    """The cases of a noun by its ending: genitive, dative, instrumental, prepositional, accusative."""
    stem, last = name[:-1], name[-1]
    if name in ("Орел", "Орёл"):
        return ["Орла", "Орлу", "Орлом", "Орле"]
    if name in _PLURAL_GENITIVE or last in "ыи":
        plural = [stem + ending for ending in ("ам", "ами", "ах")]
        return [_PLURAL_GENITIVE.get(name, stem), *plural]
    if name.endswith(("ный", "кий", "ский")):
        return [name[:-2] + ending for ending in ("ого", "ому", "ым", "ом")]
    if name.endswith("ец"):
        stem = name[:-2] + ("ьц" if name[-3] == "л" else "ц")
        return [stem + ending for ending in ("а", "у", "ом", "е")]
    if name.endswith("ск"):  # "Омском" is an adjective: of the region
        return [name + ending for ending in ("а", "у", "е")]
    if last in _HARD:
        return [name + ending for ending in ("а", "у", "ом", "е")]
    if last == "й":
        return [stem + ending for ending in ("я", "ю", "ем", "е")]
    if last == "ь":
        soft = ("я", "ю", "ем", "е") if name.endswith(_MASCULINE_SOFT) else ("и", "ью")
        return [stem + ending for ending in soft]
    if last == "а":
        return [stem + ("и" if stem[-1] in "гкхжчшщ" else "ы"), stem + "е", stem + "ой", stem + "у"]
    if last == "я":
        return [stem + ending for ending in ("и", "е" if stem[-1] != "и" else "и", "ей", "ю")]
    if last == "о" and name.endswith(("во", "но")):
        return [stem + "е"]  # the other cases are surnames: Иванова, Пушкину
    return []


def russian_in_latin(name: str) -> list[str]:
    """A Russian name in Latin letters as Russians type it: in the prepositional case, and with "h" for "kh"."""
    plain = name.replace("'", "").replace("’", "")
    if re.search(r"[ \-]", plain) or len(plain) < 4 or not plain.isascii():
        return [plain] if plain != name else []
    short = re.sub("kh", "h", plain)
    forms = [short, re.sub("^Ye", "E", short), re.sub("yy$", "y", short)]
    for one in list(dict.fromkeys(forms)):
        if one[-1] in "bdfgklmnprstvz":
            forms += [one + "e", one + "a", one + "u"]
        elif one.endswith("a") and len(one) > 4:
            forms += [one[:-1] + "e", one[:-1] + "u"]
    return [form for form in dict.fromkeys([plain, *forms]) if form != name]


def turkish_suffixes(name: str) -> list[str]:
    """A Turkish name with the suffixes for in, from and to, written together as in chats (grammar: vowel harmony)."""
    vowels = re.findall("[aıoueiöüâAIİOUEÖÜ]", name)
    if len(name) < 5 or not vowels or re.search(r"[ \-]", name):
        return []
    open_vowel = "a" if vowels[-1] in "aıouâAIOU" else "e"
    hard = "t" if name[-1] in "fstkçşhp" else "d"
    glide = "y" if name[-1] in "aıoueiöü" else ""
    return [f"{name}{hard}{open_vowel}", f"{name}{hard}{open_vowel}n", f"{name}{glide}{open_vowel}"]
