"""Price lists and ads: a seller has his own shape of list, his own frames, and pastes them for weeks."""

from __future__ import annotations

import re
from random import Random

from .lexicon import Lexicon
from .people import Account, Ad, Look, Seller, Ware
from .worlds import STYLE

MONEY = ("{}", "€{}", "{}€", "{},-", "{}e", "€ {}", "{} euro", "{}eu")
UNITS = {
    "g": {
        "nl": ("g", "gr", "gram", "g", " gram"),
        "ru": ("г", "гр", "г", " г", "г"),
        "tr": ("g", "gr", " gram", "g", "gr"),
        "x": ("g", "g", "gr", " g", "g"),
    },
    "pill": {
        "nl": ("x", " stuks", "st", " pillen", "x"),
        "de": ("x", " stk", "stk", " stück", "x"),
        "ru": (" шт", "шт", " шт", "шт", " штук"),
        "x": ("x", "x", "pcs", " pcs", "x"),
    },
    "ml": {"x": ("ml", " ml", "ml", "ml", " ml")},
    "seal": {"nl": ("x", " zegels", "x", " st", "x"), "x": ("x", "x", "x", "x", "x")},
    "strip": {
        "nl": (" strip", "strip", " strips", "x strip", " strip"),
        "x": (" strip", "x strip", " strip", " strips", " strip"),
    },
    "piece": {
        "nl": ("x", " stuks", "x", "st", "x"),
        "ru": (" шт", "шт", "х", " шт", "шт"),
        "x": ("x", "x", "x", " pcs", "x"),
    },
    "ball": {"nl": (" bol", "x", " bolletjes", "b", "x"), "x": ("x", " balls", "x", "x", "x")},
    "carton": {"nl": (" slof", " sloffen", "x", "x", " slof"), "x": ("x", "x", "x", "x", "x")},
    "box": {"nl": (" doos", " dozen", "x", "x", " doos"), "x": (" box", "x", "x", " box", "x")},
}
KILO = {
    "nl": (" kilo", "kg", " kg", "k", " kilo"),
    "ru": ("кг", " кг", "кг", " кг", "кг"),
    "x": ("kg", " kg", " kilo", "kg", "kg"),
}
BULLETS = ("", "", "", "- ", "• ", "🔥", "⚡️ ", "✅ ", "▪️", "💊 ", "* ", "🔹", "➡️ ", "~ ", "🍃 ", "> ")
STYLES = 9


def make_look(rng: Random) -> Look:
    """A seller's own list shape."""
    return Look(
        rng.randrange(STYLES),
        rng.randrange(len(MONEY)),
        rng.randrange(5),
        rng.choice(BULLETS),
        rng.choice((1, 2, 3, 3, 4)),
        rng.random() < 0.25,
    )


def _num(value: float) -> str:
    """A quantity as written: .5 or 0.5, whole numbers bare."""
    return str(int(value)) if value == int(value) else str(value)


def _qty(look: Look, unit: str, qty: float, lang: str) -> str:
    """Quantity and unit in the seller's habit."""
    if unit == "g" and qty >= 1000:
        return _num(qty / 1000) + KILO.get(lang, KILO["x"])[look.unit]
    if unit == "ml" and qty >= 1000:
        return _num(qty / 1000) + ("L", " liter", "l", " L", "L")[look.unit]
    return _num(qty) + UNITS[unit].get(lang, UNITS[unit]["x"])[look.unit]


def item_line(look: Look, ware: Ware, lang: str, style: int | None = None) -> str:
    """One product with its steps, in the seller's shape."""
    steps = ware.ladder[: look.steps] or ware.ladder
    word, bul = ware.words[lang], look.bullet
    pairs = [(_qty(look, ware.product.unit, q, lang), MONEY[look.money].format(int(p))) for q, p in steps]
    kind = look.style if style is None else style
    if kind == 0:
        return f"{bul}{word}: " + " / ".join(f"{q} {p}" for q, p in pairs)
    if kind == 1:
        return f"{bul}{word}\n" + "\n".join(f"{q} - {p}" for q, p in pairs)
    if kind == 2:
        return f"{bul}{word} " + " ".join(f"{q}={p}" for q, p in pairs)
    if kind == 3:
        return f"{bul}{pairs[0][0]} {word} {pairs[0][1]}" + "".join(f", {q} {p}" for q, p in pairs[1:])
    if kind == 4:
        return f"{bul}{word.upper()}\n" + "\n".join(
            f"  {q} voor {p}" if lang == "nl" else f"  {q} {p}" for q, p in pairs
        )
    if kind == 5:
        return f"{bul}{word} | " + " | ".join(f"{q} {p}" for q, p in pairs)
    if kind == 6:
        return f"{bul}{word}"
    if kind == 7:
        return "\n".join(f"{bul}{q} {word} {p}" for q, p in pairs)
    return f"{bul}{word} ({', '.join(f'{q}: {p}' for q, p in pairs)})"


class Filler:
    """Fills a frame's slots for a seller and keeps count of the commodities said."""

    def __init__(
        self, rng: Random, lex: Lexicon, seller: Seller, account: Account, lang: str, wares: list[Ware]
    ) -> None:
        self.rng, self.lex, self.seller, self.account, self.lang = rng, lex, seller, account, lang
        self.wares = wares
        self.said: list[str] = []

    def fill(self, frame: str) -> str:
        """The frame with every slot filled."""
        return re.sub(r"\{(\w+)\}", lambda m: getattr(self, "_" + m.group(1))(), frame)

    def _use(self, ware: Ware) -> Ware:
        """Note a product's family."""
        self.said.append(ware.product.commodity)
        return ware

    def _menu(self) -> str:
        look = self.seller.look
        gap = "\n\n" if look.style in (1, 4, 7) else "\n"
        return gap.join(item_line(look, self._use(w), self.lang) for w in self.wares)

    def _one(self) -> str:
        return item_line(
            self.seller.look, self._use(self.rng.choice(self.wares)), self.lang, self.rng.choice((2, 3, 0))
        ).strip()

    def _two(self) -> str:
        both = self.rng.sample(self.wares, min(2, len(self.wares)))
        return ", ".join(item_line(self.seller.look, self._use(w), self.lang, 3).strip() for w in both)

    def _prod(self) -> str:
        return self._use(self.rng.choice(self.wares)).words[self.lang]

    def _prods(self) -> str:
        sep = {0: " ", 1: ", ", 2: "/", 3: " - "}[self.seller.look.style % 4]
        return sep.join(self._use(w).words[self.lang] for w in self.wares)

    def _place(self) -> str:
        return self.rng.choice(street(self.lex, self.seller.place))

    def _places(self) -> str:
        return ", ".join(
            [
                street(self.lex, self.seller.place)[0],
                *self.rng.sample(self.lex.data["places"]["near"][self.seller.place], 2),
            ]
        )

    def _name(self) -> str:
        return self.account.name

    def _contact(self) -> str:
        parts = (
            [f"@{self.account.username}"]
            if self.account.username and (not self.account.contacts or self.rng.random() < 0.5)
            else []
        )
        parts += [
            self.lex.data["contacts"].get(kind, "{}").format(value) for kind, value in self.account.contacts
        ]
        return self.rng.choice((" / ", "\n", " | ")).join(parts) or "dm"

    def _deliv(self) -> str:
        return self.lex.pick(self.rng, "bits", self.lang, "deliv")

    def _pay(self) -> str:
        return self.lex.pick(
            self.rng, "bits", self.lang, "prepay" if self.seller.prepay and self.rng.random() < 0.6 else "pay"
        )

    def _hours(self) -> str:
        return self.lex.pick(self.rng, "bits", self.lang, "hours")


def street(lex: Lexicon, place: str) -> list[str]:
    """A place's names: the proper one and what the street says."""
    return [place, *lex.data["places"]["street"].get(place, [])]


def make_ad(
    rng: Random,
    lex: Lexicon,
    seller: Seller,
    account: Account,
    lang: str,
    kind: str = "ads",
    frame: str | None = None,
) -> Ad:
    """A fresh ad from the seller's frames, typed in his voice."""
    kind = "bulk" if kind == "ads" and seller.bulk else kind
    key = "source" if kind == "bulk" and "supplier" in seller.roles and rng.random() < 0.7 else "lines"
    if kind == "ads" and seller.theme in STYLE and lang in ("nl", "en") and rng.random() < 0.8:
        key = STYLE[seller.theme]
    rows = lex.lines(kind, lang, key)
    mine = seller.frames.setdefault(f"{kind}_{lang}_{key}", list(rng.sample(rows, min(4, len(rows)))))
    wares = [w for w in seller.wares if w.out_until < 0] or seller.wares
    wares = wares if rng.random() < 0.7 else rng.sample(wares, max(1, len(wares) // 2))
    filler = Filler(rng, lex, seller, account, lang, wares)
    text = filler.fill(frame or rng.choice(mine))
    photo = rng.choice(account.photos) if account.photos and rng.random() < 0.6 else None
    return Ad(seller.voice.say(rng, text, lang, light=True), tuple(sorted(set(filler.said))), photo, lang)
