"""Goods, their prices, and how a seller writes them down in a list or in a line."""

import random
from dataclasses import dataclass, field
from functools import cache

from .lexicon import table

RATE = {"EUR": 1.0, "GBP": 0.9, "RUB": 90.0, "TRY": 40.0}
STEP = {"EUR": 5, "GBP": 5, "RUB": 100, "TRY": 50}
PLAIN_EMOJI = ("❄️", "🌿", "🍄", "🐴", "⚡", "🧊")
LEET = {"o": "0", "e": "3", "i": "1", "a": "@", "о": "0", "е": "3"}


@dataclass(frozen=True)
class Good:
    """One kind of goods as the word list knows it."""

    key: str
    commodity: str
    unit: str
    retail: tuple[tuple[float, float], ...]
    bulk: tuple[tuple[float, float], ...]
    emoji: str
    words: dict[str, tuple[str, ...]]

    def in_language(self, lang: str) -> tuple[str, ...]:
        """The words of a language, or the English ones."""
        return self.words.get(lang) or self.words["en"]


@dataclass
class Ware:
    """What one seller has of one kind: his rungs, his prices, and whether there is any."""

    good: Good
    bulk: bool
    rungs: list[tuple[float, float]]
    left: float = 1.0
    out_until: int = -1
    seed: int = 0

    def on_sale(self, day: int) -> bool:
        """Is it on the list today?"""
        return day >= self.out_until


@dataclass
class Layout:
    """The way one hand writes price lists; a stable habit of a person, and easily copied."""

    line: str
    rung: str
    join: str
    one: str
    money: str
    unit: dict[str, str]
    pick: int
    leet: bool
    emoji_only: bool
    words: dict[str, str] = field(default_factory=dict)


@cache
def shelf() -> dict[str, Good]:
    """All goods by key."""
    out = {}
    for key, row in table("goods").items():
        words = {lang: tuple(row[lang]) for lang in ("nl", "en", "de", "fr", "es", "ru", "tr") if lang in row}
        retail, bulk = (tuple((float(q), float(p)) for q, p in row[name]) for name in ("retail", "bulk"))
        out[key] = Good(key, row.get("of", key), row["unit"], retail, bulk, row["emoji"], words)
    return out


def new_layout(rng: random.Random, lang: str, currency: str) -> Layout:
    """A fresh habit of writing lists."""
    page = table("layout")
    units = {name: rng.choice(forms["any"] + forms.get(lang, []) * 2) for name, forms in page["unit"].items()}
    rung = rng.choice(page["rung"]).replace("voor", page["voor"][lang])
    one = rng.choice(page["one"]).replace("voor", page["voor"][lang])
    money = rng.choice(page["money"][currency])
    chance = rng.random()
    return Layout(
        rng.choice(page["line"]),
        rung,
        rng.choice(page["join"]),
        one,
        money,
        units,
        rng.randrange(1 << 20),
        chance < 0.1,
        0.1 < chance < 0.17,
    )


def rounded(value: float, currency: str) -> int:
    """A price people would name."""
    step = STEP[currency] if value >= STEP[currency] * 4 else max(1, STEP[currency] // 5)
    if value >= 1000 * RATE[currency]:
        step *= 10
    return max(step, round(value / step) * step)


def stock_up(good: Good, bulk: bool, factor: float, currency: str, rng: random.Random) -> Ware:
    """A seller's own rungs and prices for one kind of goods."""
    base = list(good.bulk if bulk and good.bulk else good.retail)
    rng.shuffle(base)
    keep = sorted(base[: rng.randint(1, len(base))])
    rungs = [
        (q, float(rounded(p * factor * rng.uniform(0.92, 1.08) * RATE[currency], currency))) for q, p in keep
    ]
    return Ware(good, bulk and bool(good.bulk), rungs, rng.uniform(0.5, 1.0), -1, rng.randrange(1 << 20))


def word(ware: Ware, lay: Layout, lang: str, other: int = 0) -> str:
    """The word this hand uses for the ware, with its disguise."""
    words = ware.good.in_language(lang)
    chosen = words[(lay.pick + ware.seed + other) % len(words)]
    if lay.emoji_only and not other and ware.good.emoji in PLAIN_EMOJI and not ware.bulk:
        return ware.good.emoji
    if lay.leet and len(chosen) > 3:
        if not chosen.isalpha() and not chosen.isalnum():
            return chosen
        place = next((i for i, letter in enumerate(chosen) if letter in LEET and i), -1)
        chosen = chosen[:place] + LEET[chosen[place]] + chosen[place + 1 :] if place > 0 else ".".join(chosen)
    return chosen


def amount(quantity: float, unit: str, lay: Layout) -> str:
    """A quantity as this hand writes it."""
    if unit == "g" and quantity >= 1000:
        quantity, unit = quantity / 1000, "kg"
    if unit == "ml" and quantity >= 1000:
        quantity, unit = quantity / 1000, "l"
    text = f"{quantity:g}" if lay.pick % 2 else f"{quantity:g}".replace(".", ",")
    return lay.unit[unit].replace("{n}", text)


def price(value: float, lay: Layout) -> str:
    """A price as this hand writes it."""
    whole = int(value)
    text = f"{whole // 1000}.{whole % 1000:03d}" if whole >= 1000 and lay.pick % 3 == 0 else str(whole)
    return lay.money.replace("{n}", text)


def list_line(ware: Ware, lay: Layout, lang: str) -> str:
    """One line of a list."""
    rungs = [
        lay.rung.replace("{q}", amount(q, ware.good.unit, lay)).replace("{p}", price(p, lay))
        for q, p in ware.rungs
    ]
    name = word(ware, lay, lang)
    emoji = "" if name == ware.good.emoji else ware.good.emoji
    text = (
        lay.line.replace("{r}", lay.join.join(rungs))
        .replace("{e}", emoji)
        .replace("{W}", name.upper())
        .replace("{w}", name)
    )
    return text.strip()


def single(ware: Ware, lay: Layout, lang: str, rng: random.Random) -> str:
    """One quantity for one price, in a line."""
    quantity, cost = rng.choice(ware.rungs)
    text = lay.one.replace("{q}", amount(quantity, ware.good.unit, lay)).replace("{p}", price(cost, lay))
    return text.replace("{w}", word(ware, lay, lang))
