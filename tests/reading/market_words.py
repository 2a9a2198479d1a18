"""Hand-made product words for the tests of amounts and prices, apart from the shipped word lists."""

import re
import unicodedata
from dataclasses import dataclass

from schakel.reading.amounts.items import Item, read_items

_WARES = {
    ("cocaine", "wit"): "wit witte coke sos coca coco koks cocaine kokain коко кокаин cocaina ❄",
    ("crack", "crack"): "crack gekookte",
    ("heroin", "bruin"): "bruin heroine heroin героин",
    ("cannabis", "hash"): "hash hasj hasch hachis shit гашиш esrar costo 🍫",
    ("cannabis", "wiet"): "wiet haze amnesia gras weed beuh weedje marihuana бошки ot cali skunk 🍁 🌿",
    ("mdma", "xtc"): "xtc ecstasy taz pastis экстази extacy pillen 💊",
    ("mdma", "mdma"): "mdma md",
    ("ketamine", "ket"): "ket keta ketamine kétamine кетамин 🐴",
    ("amphetamine", "speed"): "speed pep амф амфетамин speedpasta",
    ("methamphetamine", "meth"): "meth",
    ("lsd", "lsd"): "lsd марки",
    ("ghb", "ghb"): "ghb",
    ("designer-drugs", "3mmc"): "3mmc 3-mmc 4mmc мефедрон меф",
    ("designer-drugs", "2cb"): "2cb tusi",
    ("psilocybin", "paddo"): "paddos truffels",
    ("benzodiazepines", "xanax"): "xanax",
    ("benzodiazepines", "diazepam"): "diazepam valium",
    ("opioids", "oxycodon"): "oxycodon oxy tilidin tramadol трамадол",
    ("prescription-medicines", "pregabalin"): "lyrica лирика lirika kamagra",
    ("nitrous-oxide", "lachgas"): "lachgas protoxyde",
    ("fireworks", "cobra"): "cobra cobra's nitraten",
    ("firearms", "pistool"): "glock pistool",
    ("payment-fraud", "cadeaukaart"): "giftcard giftcards",
    ("ammunition", "patronen"): "9mm",
    ("documents", "paspoort"): "paspoort rijbewijs passeport",
    ("tobacco-vapes", "sigaretten"): "marlboro sigaretten l&m",
    ("tobacco-vapes", "vapes"): "vapes elfbars",
    ("counterfeit-money", "vals geld"): "valsgeld",
    ("personal-data", "gegevens"): "leads dob bsn",
    ("explosives", "granaat"): "granaat granate",
    ("counterfeit-goods", "kopie"): "rolex",
    ("steroids", "anabolen"): "testosteron deca",
}
_MEANING = {word: ware for ware, words in _WARES.items() for word in words.split()}


@dataclass(frozen=True)
class MadeTerm:
    kind: str
    concept: str
    product: str


@dataclass(frozen=True)
class MadeHit:
    term: MadeTerm
    start: int
    end: int


@dataclass(frozen=True)
class MadeText:
    plain: str
    original: str = ""


def fold(text: str) -> str:
    """Lower case without marks, as the plain text is."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


_FOLDED = {fold(word): ware for word, ware in _MEANING.items()}
_PATTERN = re.compile(
    "|".join(
        rf"(?<![^\W_]){re.escape(word)}(?![^\W_])" if word[-1].isalnum() else re.escape(word)
        for word in sorted(_FOLDED, key=lambda w: (-len(w), w))
    )
)


def product_hits(plain: str) -> list[MadeHit]:
    return [
        MadeHit(MadeTerm("commodity", *_FOLDED[m.group()]), m.start(), m.end())
        for m in _PATTERN.finditer(plain)
    ]


def items_of(text: str, language: str = "nl", bulk_words: bool = False) -> list[Item]:
    plain = fold(text)
    hits = product_hits(plain)
    if bulk_words:
        hits.append(MadeHit(MadeTerm("scale", "bulk", ""), 0, 1))
    return read_items(MadeText(plain), hits, language)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def told(items: list[Item]) -> str:
    """Items as "commodity quantity unit price", joined by "; "."""
    return "; ".join(f"{i.commodity} {_number(i.quantity)} {i.unit or '-'} {_number(i.price)}" for i in items)
