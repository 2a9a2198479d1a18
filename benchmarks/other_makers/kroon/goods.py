"""What a seller has and how it writes its price list: product words, ladders, layouts."""

from __future__ import annotations

from random import Random

from benchmarks.other_makers.kroon.core import Ware
from benchmarks.other_makers.kroon.words import good, mapping
from benchmarks.other_makers.kroon.worlds import STREET, World

BULLETS = ("", "", "", "- ", "• ", "▪️", "✅ ", "➡️ ", "🔹", "~ ", "* ")
JOINTS = (" - ", " = ", ": ", " ", " > ", "➡️", "....", " voor ", " / ", "=", " | ")
GROUPS = (
    ("cocaine", "ketamine", "mdma", "designer-drugs", "amphetamine"),
    ("cocaine", "crack", "heroin", "methamphetamine"),
    ("cannabis", "psilocybin", "tobacco-vapes", "nitrous-oxide"),
    ("benzodiazepines", "prescription-medicines", "opioids", "steroids"),
    ("mdma", "lsd", "psilocybin", "ghb", "ketamine", "amphetamine"),
    ("firearms", "ammunition", "weapon-parts", "explosives", "other-weapons"),
    ("documents", "counterfeit-money", "accounts", "payment-fraud"),
    ("payment-fraud", "fraud-tools", "personal-data", "accounts"),
    ("fireworks", "other-weapons", "nitrous-oxide", "explosives"),
    ("stolen-goods", "counterfeit-goods", "tobacco-vapes"),
)


def weighted(rng: Random, table: dict[str, float]) -> str:
    """One key by weight."""
    return rng.choices(list(table), list(table.values()))[0]


def assortment(rng: Random, world: World, bulk: bool) -> list[str]:
    """The commodities of one seller: one main kind and what goes along with it."""
    main = weighted(rng, STREET if rng.random() < world.street else world.goods)
    extra = 0 if rng.random() < 0.4 else rng.randint(1, 2 if bulk else 4)
    kin = [c for group in GROUPS if main in group for c in group if c != main]
    out = [main]
    for _ in range(extra):
        pool = [c for c in kin if c not in out]
        if pool:
            out.append(rng.choice(pool))
    return out


def make_ware(rng: Random, commodity: str, lang: str, bulk: bool) -> Ware:
    """One line of goods with this seller's word and prices."""
    facts = good(commodity)
    ladder = facts["bulk" if bulk else "retail"]
    factor = rng.uniform(0.8, 1.25)
    take = rng.randint(min(2, len(ladder)), len(ladder))  # type: ignore[arg-type]
    steps = sorted(rng.sample(list(ladder), take))  # type: ignore[call-overload]
    names = facts.get(lang) or facts["en"]
    return Ware(
        commodity,
        rng.choice(names),
        rng.choice(facts["emoji"]),
        str(facts["unit"]),  # type: ignore[arg-type]
        [(float(q), nice(p * factor)) for q, p in steps],
    )


def nice(price: float) -> float:
    """A price as people round it."""
    step = 1 if price < 20 else 5 if price < 300 else 50 if price < 5000 else 250
    return max(step, round(price / step) * step)


def number(value: float) -> str:
    """A number as typed by hand."""
    return f"{value:g}"


def amount(look: Random, ware: Ware, quantity: float, lang: str) -> str:
    """Quantity with a unit word, kilos where that is what is said."""
    units = mapping(lang, "units")
    unit, value = ware.unit, quantity
    if unit in ("g", "ml") and quantity >= 1000:
        unit, value = ("kg" if unit == "g" else "l"), quantity / 1000
    text = number(value)
    if unit not in ("kg", "g", "l", "ml") and value >= 1000 and value % 1000 == 0 and look.random() < 0.5:
        text = f"{number(value / 1000)}k"
    options = units.get(unit, "x").split("|")
    choice = options[look.randrange(len(options))]
    return f"{text}{choice}" if look.random() < 0.5 or not choice else f"{text} {choice}"


def price_text(look: Random, price: float, lang: str) -> str:
    """A price as this seller types it."""
    kind = look.randrange(6)
    whole = number(price)
    if price >= 10000 and kind < 3 and price % 500 == 0:
        return f"{number(price / 1000)}k"
    if lang == "ru" and kind < 4:
        return f"{number(price)} евро" if kind < 2 else f"{number(price)}€"
    return (f"€{whole}", f"{whole}€", whole, f"{whole},-", f"{whole} euro", f"€ {whole}")[kind]


def steps(layout: int, ware: Ware, lang: str, factor: float) -> list[str]:
    """The ladder of one ware as separate pieces in the seller's layout."""
    out = []
    for quantity, price in ware.ladder:
        look = Random(layout)
        joint = look.choice(JOINTS)
        if joint == " voor ":
            joint = f" {mapping(lang, 'units').get('for', 'for')} "
        out.append(
            f"{amount(look, ware, quantity, lang)}{joint}{price_text(look, nice(price * factor), lang)}"
        )
    return out


def inline(layout: int, ware: Ware, lang: str, factor: float) -> str:
    """The ladder in one line."""
    return (
        Random(layout + 1).choice((" / ", ", ", " | ", "  ", " - ")).join(steps(layout, ware, lang, factor))
    )


def menu(layout: int, wares: list[Ware], lang: str, factors: dict[str, float]) -> str:
    """The whole price list over several lines."""
    look = Random(layout + 2)
    bullet, upper, faces, dense, blank = (
        look.choice(BULLETS),
        look.random() < 0.4,
        look.random() < 0.6,
        look.random() < 0.45,
        look.random() < 0.3,
    )
    out: list[str] = []
    for ware in wares:
        name = ware.word.upper() if upper else ware.word
        title = f"{ware.emoji} {name}" if faces else name
        factor = factors.get(ware.commodity, 1.0)
        if dense:
            out.append(f"{bullet}{title} {inline(layout, ware, lang, factor)}")
        else:
            out.append(title)
            out += [f"{bullet}{step}" for step in steps(layout, ware, lang, factor)]
        if blank:
            out.append("")
    return "\n".join(out).strip()
