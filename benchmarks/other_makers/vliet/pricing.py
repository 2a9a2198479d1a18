"""Prices and the many shapes of price lists: ladders, blocks, emoji menus, one-liners, names only."""

from __future__ import annotations

from random import Random

from .lexicon import forms, goods
from .model import Person, Style
from .style import disguise, money

RATE = {"ru": 95.0, "tr": 45.0}
Step = tuple[float, float]
Line = tuple[str, str, list[Step]]


def round_price(amount: float) -> float:
    """People ask round amounts."""
    for below, step in ((3, 0.25), (10, 0.5), (30, 1), (200, 5), (1000, 10), (10000, 50)):
        if amount < below:
            return max(step, round(amount / step) * step)
    return round(amount / 500) * 500


def price(commodity: str, quantity: float, factor: float, lang: str, bulk: bool) -> float:
    """What a quantity costs: a little less for more, and the trade's share in bulk."""
    known = goods()[commodity]
    low, high = known["price"]
    least = known["qty"][0]
    base = (low + (high - low) * 0.5) * factor * RATE.get(lang, 1.0)
    if bulk:
        return round_price(base * known["lot"] * quantity * (known["bulk"][0] / quantity) ** 0.04)
    return round_price(base * quantity * (least / quantity) ** 0.09)


def amount(style: Style, lang: str, commodity: str, quantity: float) -> str:
    """A quantity in the writer's form."""
    unit = goods()[commodity]["unit"]
    shown = f"{quantity:g}"
    if unit == "g" and quantity >= 1000:
        return f"{quantity / 1000:g} {forms()['whole'][lang]}"
    if unit == "g":
        return style.gram.format(q=shown.replace(".", ",") if lang in ("nl", "de", "fr") else shown)
    if unit == "ml":
        return f"{quantity / 1000:g} L" if quantity >= 1000 else f"{shown} ml"
    return style.count.format(q=f"{quantity / 1000:g}k" if quantity >= 1000 else shown)


def steps(
    rng: Random, commodity: str, factor: float, lang: str, bulk: bool, supply: bool = False
) -> list[Step]:
    """The quantities a list names, with prices; a supplier counts in tens of the largest lots."""
    if supply:
        top = goods()[commodity]["bulk"][-1] * rng.choice([1, 5, 10])
        return [
            (top * many, price(commodity, top * many, factor * 0.8, lang, True))
            for many in (1, 5, 10)[: rng.randint(1, 3)]
        ]
    sizes = goods()[commodity]["bulk" if bulk else "qty"]
    first = 0 if bulk else rng.randrange(min(2, len(sizes)))
    chosen = sizes[first : first + rng.randint(1, 4)]
    return [(size, price(commodity, size, factor, lang, bulk)) for size in chosen]


def row(style: Style, lang: str, line: Line) -> str:
    """One product in the seller's form of list. Twelve forms, as they are met."""
    commodity, word, stages = line
    pairs = [(amount(style, lang, commodity, size), money(style, cost)) for size, cost in stages]
    size, cost = pairs[0]
    icon = forms()["icons"].get(commodity, "🔸")
    shapes = {
        0: "\n".join([f"{style.bullet}{word}", *(f"{q} {p}" for q, p in pairs)]),
        1: f"{style.bullet}{word} " + " | ".join(f"{q} {p}" for q, p in pairs),
        2: f"{icon} {word} {icon}\n" + "\n".join(f"{q} ➡️ {p}" for q, p in pairs),
        3: f"{style.bullet}{word} {cost} {'per ' if lang != 'ru' else 'за '}{size}",
        4: f"{word}{'.' * max(3, 18 - len(word))}{cost}",
        5: f"{word}: " + ", ".join(f"{q}={p}" for q, p in pairs),
        6: f"{icon} {word} {size} {cost}",
        7: f"{style.bullet}{word} - " + " - ".join(f"{q} {p}" for q, p in pairs),
        8: f"{style.bullet}{word}",
        9: f"[{word}] " + " ".join(f"{p}/{q}" for q, p in pairs),
        10: "\n".join(f"{q} {word} » {p}" for q, p in pairs),
        11: f"{icon}{word}",
        12: f"{word.upper()}\n" + " // ".join(f"{q} {p}" for q, p in pairs),
        13: f"{word} ({', '.join(f'{q} {p}' for q, p in pairs)})",
    }
    return shapes[style.form]


def block(style: Style, lang: str, lines: list[Line]) -> str:
    """A price list."""
    gap = "\n\n" if style.form in (0, 2, 10, 12) else "\n"
    return gap.join(row(style, lang, line) for line in lines)


def one_line(style: Style, lang: str, lines: list[Line]) -> str:
    """A price list on one line."""
    parts = []
    for commodity, word, stages in lines:
        size, cost = stages[0]
        parts.append(
            f"{word} {amount(style, lang, commodity, size)} {money(style, cost)}"
            if style.frames % 3
            else f"{word} {money(style, cost)}"
        )
    return style.sep.join(parts)


def lines_of(rng: Random, person: Person, commodities: list[str]) -> list[Line]:
    """The seller's goods as lines of a list."""
    bulk = person.scale == "bulk"
    found = []
    for commodity in commodities:
        product = person.goods[commodity]
        found.append(
            (
                commodity,
                disguise(person.style, product.word),
                steps(rng, commodity, product.factor, person.lang, bulk, person.role == "supplier"),
            )
        )
    return found
