"""What is sold, for how much, and how a price list looks.

Why: prices hang on commodity, place and person (a seller keeps his own factor), sizes get cheaper by the piece (discount about 8 % a doubling), and the
lay-out of the list is a habit: aliases often keep it, strangers sometimes share it because lists are copied about.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Any

from .phrases import table


def catalogue() -> dict[str, dict[str, Any]]:
    """Commodity -> its row, drugs and other wares."""
    return {**table("common_goods"), **table("common_wares")}


@dataclass(frozen=True)
class Item:
    """One product of somebody: the word he uses, sizes with prices, trade or street."""

    commodity: str
    word: str
    emoji: str
    unit: str
    tiers: tuple[tuple[float, int], ...]
    bulk: bool

    @property
    def fam(self) -> str:
        """Family: drugs, pharma, arms, papers, fraud, shop, fireworks."""
        return catalogue()[self.commodity]["fam"]


def words(commodity: str, lang: str) -> list[str]:
    """Street words of a language, English for want of them."""
    row = catalogue()[commodity]
    return row.get(lang) or row["en"]


def _round(value: float) -> int:
    """A price as people ask it."""
    if value < 20:
        return max(1, round(value))
    step = 5 if value < 300 else 10 if value < 1000 else 50 if value < 8000 else 100
    return int(round(value / step) * step)


def item(rng: random.Random, commodity: str, lang: str, factor: float, *, bulk: bool = False) -> Item:
    """A product as one seller has it."""
    row = catalogue()[commodity]
    pre = "bulk_" if bulk else ""
    sizes = sorted(rng.sample(row[pre + "sizes"], min(len(row[pre + "sizes"]), rng.choice((1, 2, 3, 3, 4)))))
    base = row[pre + "price"] * factor * rng.uniform(0.92, 1.08)
    tiers = tuple((size, _round(base * size * discount(size / sizes[0]))) for size in sizes)
    word = disguise(rng, rng.choice(words(commodity, lang)), commodity)
    unit = row["bulk_unit"] if bulk else row["unit"]
    return Item(commodity, word, rng.choice(row["emoji"]), unit, tiers, bulk)


def disguise(rng: random.Random, word: str, commodity: str) -> str:
    """A word as some write it to slip past filters: a picture, figures for letters, dots between."""
    look = table("common_lines")
    dice = rng.random()
    if dice < 0.03 and commodity in look["picture"]:
        return rng.choice(look["picture"][commodity])
    if dice > 0.07 or " " in word or len(word) < 3:
        return word
    if dice > 0.055:
        return ".".join(word)
    spots = [n for n, c in enumerate(word) if c in look["swap"]]
    if not spots:
        return word
    at = rng.choice(spots)
    return word[:at] + rng.choice(look["swap"][word[at]]) + word[at + 1 :]


def discount(times: float) -> float:
    """What a bigger piece costs less: 8 % a doubling."""
    return 0.92 ** math.log2(max(1.0, times))


def style(rng: random.Random, lang: str) -> int:
    """A lay-out that this language uses."""
    rows = table("common_lines")["style"]
    return rng.choice([n for n, row in enumerate(rows) if row.get("only", lang) == lang])


def unit_word(rng: random.Random, lang: str, unit: str) -> str:
    """The unit as written."""
    rows = table("common_lines")["unit"]
    return rng.choice(rows.get(lang, rows["en"]).get(unit) or rows["en"].get(unit) or [unit])


def _number(size: float, price: int, unit: str, rng: random.Random) -> tuple[str, str]:
    """Size and price as text: halves, 10k pills, 24.5 a block."""
    q = "½" if size == 0.5 and rng.random() < 0.2 else f"{size:g}"
    if size >= 1000 and unit in ("pill", "piece"):
        q = f"{size / 1000:g}k"
    p = f"{price / 1000:g}k" if price >= 5000 and rng.random() < 0.4 else str(price)
    return q, p


def row_text(rng: random.Random, lang: str, thing: Item, number: int) -> str:
    """One product in a lay-out."""
    look = table("common_lines")["style"][number]
    unit = unit_word(rng, lang, thing.unit)
    tiers = thing.tiers[:1] if look.get("one") else thing.tiers
    head = look["head"].format(
        e=thing.emoji, w=thing.word, W=thing.word.upper(), Wt=thing.word[:1].upper() + thing.word[1:]
    )
    parts = []
    for size, price in tiers:
        q, p = _number(size, price if not look.get("one") else max(1, round(price / size)), thing.unit, rng)
        parts.append(look["tier"].format(q=q, u=unit, p=p))
    return head + look["open"] + look["sep"].join(parts)


def price_list(rng: random.Random, lang: str, things: list[Item], number: int) -> str:
    """The whole list."""
    return table("common_lines")["style"][number]["join"].join(row_text(rng, lang, t, number) for t in things)


def inline(rng: random.Random, lang: str, things: list[Item]) -> str:
    """Products in a sentence."""
    names = [t.word for t in things]
    if len(names) == 1:
        return names[0]
    sep = rng.choice((", ", ", ", "/", " ", " - ", " + "))
    joiner = table("common_lines")["and"][lang]
    return sep.join(names[:-1]) + (joiner if sep == ", " else sep) + names[-1]


def one_price(rng: random.Random, lang: str, thing: Item) -> str:
    """A single size with its price, as in a short line."""
    size, price = rng.choice(thing.tiers)
    q, p = _number(size, price, thing.unit, rng)
    unit = unit_word(rng, lang, thing.unit)
    return rng.choice(
        (f"{q}{unit} {thing.word} {p}", f"{q}{unit} {thing.word} €{p}", f"{thing.word} {q}{unit} {p}€")
    )
