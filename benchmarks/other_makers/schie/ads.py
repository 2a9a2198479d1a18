"""Ads: a frame, filled with what this seller has, at his prices, in his spelling; reposted with small changes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

from . import lexicon, selectors
from .people import Account, Ad, Seller
from .voice import Voice, roughen


def street(seller: Seller, good: str, lang: str, rng: random.Random) -> str:
    """The word this seller uses; he mostly sticks to it."""
    key = f"{good}:{lang}"
    if key not in seller.words or rng.random() < 0.12:
        word = rng.choice(lexicon.goods()[good].words[lang])
        seller.words[key] = disguise(word, int(seller.careful * 1000)) if seller.careful < 0.14 else word
    return seller.words[key]


def disguise(word: str, how: int) -> str:
    """The word made hard to find for filters: a digit, a star, dots or spaces; each hider has his own way."""
    for letter, other in (("o", "0"), ("e", "3"), ("i", "1"), ("a", "4"), ("о", "0"), ("е", "3")):
        at = word.find(letter, 1)
        if at > 0 and how % 4 < 2:
            return word[:at] + ("*" if how % 4 else other) + word[at + 1 :]
    return ("." if how % 2 else " ").join(word) if len(word) < 6 and word.isalpha() and how % 4 > 1 else word


def amount(count: int, unit: str, voice: Voice, rng: random.Random) -> str:
    """How much, in this hand's writing of units."""
    lang = voice.lang
    if unit in ("g", "ml") and count >= 1000:
        word = rng.choice(lexicon.names()["kilo" if unit == "g" else "litre"][lang])
        return f"{count // 1000} {word}"
    options = lexicon.lines(lang, "fill", f"unit_{unit}")
    return f"{count}{' ' if voice.layout % 2 else ''}{options[voice.layout % len(options)]}"


def money(value: float, voice: Voice) -> str:
    """A price in this hand's writing."""
    if value >= 10000 and voice.money % 2:
        return f"{value / 1000:g}k"
    styles = lexicon.names()["euro"]["any"]
    return styles[voice.money % len(styles)].replace("{n}", f"{value:g}")


def tidy(value: float) -> float:
    """Prices people ask: whole, rounded to fives or better."""
    step = 5 if value < 500 else 50 if value < 10000 else 500
    return max(float(step), round(value / step) * step)


def ladder(
    seller: Seller, good: str, voice: Voice, rng: random.Random, bulk: bool = False, most: int = 4
) -> str:
    """A row of amounts with prices."""
    row = lexicon.goods()[good]
    steps = list(row.bulk if bulk else row.steps)
    start = rng.randrange(max(1, len(steps) - 2))
    chosen = steps[start : start + rng.randint(1, most)]
    signs = (" ", " = ", ": ", " voor " if voice.lang == "nl" else " ", " - ", " ")
    rows = [
        f"{amount(count, row.unit, voice, rng)}{signs[voice.layout]}{money(tidy(price * seller.level), voice)}"
        for count, price in chosen
    ]
    return (", ", " / ", " | ", ", ", "  ", " ")[voice.layout].join(rows)


def single(seller: Seller, good: str, voice: Voice, rng: random.Random) -> str:
    """One price."""
    row = lexicon.goods()[good]
    count, price = rng.choice(row.steps[:2])
    if count == 1 and rng.random() < 0.5:
        return money(tidy(price * seller.level), voice)
    return f"{amount(count, row.unit, voice, rng)} {money(tidy(price * seller.level), voice)}"


class Slots(Mapping[str, str]):
    """Slots of an offer or request, filled when asked for; remembers which commodities were named."""

    KEYS = frozenset(
        (
            "g",
            "g2",
            "line",
            "p",
            "p2",
            "menu",
            "list",
            "q",
            "bulk",
            "bulk2",
            "bq",
            "place",
            "place2",
            "me",
            "deliver",
            "close",
        )
    )

    def __init__(
        self, seller: Seller, stock: list[str], account: Account, voice: Voice, rng: random.Random
    ) -> None:
        """Take one main good and a second from the stock."""
        self.seller, self.account, self.voice, self.rng = seller, account, voice, rng
        self.stock = stock
        self.main = rng.choice(stock)
        others = [good for good in stock if good != self.main]
        self.second = rng.choice(others) if others else self.main
        self.used: list[str] = []
        self.last_place = ""

    def __iter__(self) -> Iterator[str]:
        """The slots it can fill."""
        return iter(self.KEYS)

    def __len__(self) -> int:
        """How many slots it can fill."""
        return len(self.KEYS)

    def __contains__(self, key: object) -> bool:
        """Whether it can fill this slot."""
        return key in self.KEYS

    def _name(self, good: str) -> str:
        if good not in self.used:
            self.used.append(good)
        return street(self.seller, good, self.voice.lang, self.rng)

    def _place(self, key: str) -> str:
        """A place he works; the second is never the first."""
        places = list(self.account.places or self.seller.places)
        if key == "place2" and self.last_place in places and len(places) > 1:
            places.remove(self.last_place)
        self.last_place = self.rng.choice(places)
        return self.last_place

    def _menu(self) -> str:
        goods = self.rng.sample(self.stock, min(len(self.stock), self.rng.randint(2, 6)))
        mark = self.rng.choice(("", "", "• ", "- ", self.voice.kit[0] + " ", "▪️"))
        signs = (": ", " ", " - ", "\n", " ➡️ ", " ")
        return "\n".join(
            f"{mark}{self._name(good)}{signs[self.voice.layout]}{ladder(self.seller, good, self.voice, self.rng)}"
            for good in goods
        )

    def __getitem__(self, key: str) -> str:
        """Fill one slot."""
        rng, voice = self.rng, self.voice
        if key in ("g", "g2"):
            return self._name(self.main if key == "g" else self.second)
        if key in ("line", "bulk", "bulk2"):
            return ladder(
                self.seller, self.second if key == "bulk2" else self.main, voice, rng, key != "line", 3
            )
        if key in ("p", "p2"):
            return single(self.seller, self.second if key == "p2" else self.main, voice, rng)
        if key == "menu":
            return self._menu()
        if key == "list":
            goods = rng.sample(self.stock, min(len(self.stock), rng.randint(2, 5)))
            return (", ", " / ", " ", ", ", " + ", " ")[voice.layout].join(self._name(good) for good in goods)
        if key in ("q", "bq"):
            row = lexicon.goods()[self.main]
            return amount(rng.choice(row.bulk if key == "bq" else row.steps)[0], row.unit, voice, rng)
        if key in ("place", "place2"):
            return self._place(key)
        if key == "me":
            return reach(self.account, voice, rng)
        return lexicon.expand(
            rng.choice(lexicon.lines(voice.lang, "tails", key)),
            {"place": rng.choice(self.seller.places), "place2": rng.choice(self.seller.places)},
            voice.lang,
            rng,
        )


def reach(account: Account, voice: Voice, rng: random.Random) -> str:
    """How to be reached, as the ad says it."""
    out: list[str] = []
    for kind in account.contact:
        if kind == "user":
            out.append(f"@{account.username}")
        elif kind == "link":
            out.append(f"t.me/{account.username}")
        elif kind == "phone":
            out.append(selectors.spell_phone(account.phone, voice.layout % 4))
        elif kind == "handle":
            out.append(account.handle)
        elif kind == "dm":
            out.append(rng.choice(lexicon.names()["dm"][voice.lang]))
    return " ".join(out)


def readdress(text: str, old: Account, new: Account) -> str:
    """An ad text with the new ways to be reached in the place of the old."""
    for style in range(4):
        text = text.replace(selectors.spell_phone(old.phone, style), selectors.spell_phone(new.phone, style))
    for before, after in ((old.username, new.username), (old.handle, new.handle), (old.wallet, new.wallet)):
        text = text.replace(before, after) if before else text
    return text


def stock_of(seller: Seller, family: str) -> list[str]:
    """What he has in one family of goods."""
    return [good for good in seller.stock if lexicon.goods()[good].family == family] or list(seller.stock)


def one_trade(stock: list[str], rng: random.Random) -> list[str]:
    """Notes and papers are not sold in one ad."""
    first = rng.choice(stock)
    return [good for good in stock if (good == "counterfeit-money") == (first == "counterfeit-money")]


def frames_of(good: str, family: str) -> str:
    """The section of phrases for a commodity."""
    return "notes" if good == "counterfeit-money" else family


def spoken(account: Account, lang: str) -> Voice:
    """The account's hand, in the language of the chat."""
    return account.voice if account.voice.lang == lang else replace(account.voice, lang=lang)


def compose(
    seller: Seller,
    account: Account,
    lang: str,
    family: str,
    day: int,
    rng: random.Random,
    covert: bool = False,
) -> Ad:
    """A new ad text; a covert one hides among lawful ones."""
    stock = one_trade(stock_of(seller, family), rng)
    family = lexicon.goods()[stock[0]].family
    bulk = seller.role in ("supplier", "wholesaler") and rng.random() < (
        0.95 if seller.role == "supplier" else 0.65
    )
    section = (
        "bulk"
        if bulk
        else "covert"
        if covert and family in ("drugs", "goods")
        else frames_of(stock[0], family)
    )
    frame = fitting(lexicon.lines(lang, "ads", section), len(stock) > 1, len(account.places) > 1, rng)
    voice = spoken(account, lang)
    slots = Slots(seller, stock, account, voice, rng)
    text = roughen(lexicon.expand(frame, slots, lang, rng), voice, rng, 0.5)
    text += _tails(seller, account, voice, rng)
    photo = rng.choice(account.photos) if account.photos and rng.random() < 0.45 else None
    return Ad(text, tuple(slots.used), lang, photo, day, family)


def fitting(frames: list[str], several: bool, roams: bool, rng: random.Random) -> str:
    """A frame that suits one who has one thing only, or one town only."""
    fit = [
        frame
        for frame in frames
        if (several or not any(slot in frame for slot in ("{g2}", "{p2}", "{bulk2}")))
        and (roams or "{place2}" not in frame)
    ]
    return rng.choice(fit or frames)


def _tails(seller: Seller, account: Account, voice: Voice, rng: random.Random) -> str:
    """What hangs under an ad: how it comes, how it is paid, a last word."""
    place = {"place": rng.choice(seller.places), "place2": rng.choice(seller.places)}
    parts: list[str] = []
    for key, chance in (("deliver", 0.3), ("pay", 0.3), ("close", 0.25)):
        if rng.random() < chance:
            options = lexicon.lines(voice.lang, "tails", key)
            if key == "pay":
                options = pay_words(options, seller.prepay and rng.random() < 0.7)
            parts.append(
                roughen(lexicon.expand(rng.choice(options), place, voice.lang, rng), voice, rng, 0.5)
            )
    if "wallet" in account.contact:
        parts.append(account.wallet)
    if account.slogan and rng.random() < 0.8:
        parts.append(account.slogan)
    return ("\n" if rng.random() < 0.6 else " ").join(["", *parts]) if parts else ""


def pay_words(options: list[str], first: bool) -> list[str]:
    """Lines on payment: the lists keep prepayment in the second half."""
    half = len(options) // 2
    return options[half:] if first else options[:half]


def again(ad: Ad, account: Account, rng: random.Random) -> str:
    """The same ad once more: mostly literally, at times with a mark, a line less, another first line."""
    chance = rng.random()
    if chance < 0.6:
        return ad.text
    if chance < 0.75:
        return ad.text + " " + rng.choice(account.voice.kit)
    if chance < 0.83:
        return rng.choice(("UP\n", "⬆️ ", "🔄 ", "!! ", "‼️ ", "📌\n")) + ad.text
    rows = ad.text.split("\n")
    if chance < 0.9 and len(rows) > 5:
        return "\n".join(rows[:-1])
    return ad.text.replace("  ", " ").rstrip(".! ")
