"""Making an account's ad sheet and writing ads from it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from .names import WORDS, phone_form
from .people import Account, Contact, Line, Seller, Sheet
from .phrases import BOOKS, GOODS, PLACES, SPEECH, common, fill, pick
from .voice import Voice, disguise, dress
from .worlds import TRADE

LAYOUTS: list[str] = WORDS["layouts"]
DUTCH: list[str] = LAYOUTS + WORDS["layouts_nl"]
RATES = {"ru": 95.0, "tr": 38.0, "en": 0.86}


def commodity_word(rng: random.Random, lang: str, commodity: str) -> str:
    """A word for a commodity in a language."""
    return rng.choice(GOODS[commodity][lang])


def price(rng: random.Random, lang: str, low: float, high: float, factor: float) -> int:
    """A rounded price in the money of the language's country."""
    value = rng.uniform(low, high) * factor * RATES.get(lang, 1.0)
    step = 1 if value < 20 else 5 if value < 300 else 10 if value < 2000 else 50 if value < 20000 else 500
    return max(1, int(round(value / step) * step))


def fitting(commodity: str, word: str, rows: list[list[Any]]) -> list[list[Any]]:
    """The quantities that fit the word: crystal goes by weight, pills by number."""
    entry = GOODS[commodity]
    if "special" not in entry:
        return rows
    special = any(mark in word for mark in entry["special"])
    return [row for row in rows if (row[1] in entry["special_units"]) == special] or rows


def make_lines(rng: random.Random, lang: str, goods: list[str], bulk: bool, factor: float) -> list[Line]:
    """A price list."""
    lines = []
    for commodity in goods:
        word = commodity_word(rng, lang, commodity)
        rows = fitting(commodity, word, GOODS[commodity]["bulk" if bulk else "retail"])
        for quantity, unit, low, high in sorted(rng.sample(rows, min(len(rows), rng.choice((1, 1, 2, 3))))):
            lines.append(Line(commodity, word, quantity, unit, price(rng, lang, low, high, factor), bulk))
    return lines


def make_sheet(rng: random.Random, seller: Seller, goods: list[str] | None = None) -> Sheet:
    """An ad sheet in somebody's own hand."""
    book = BOOKS[seller.lang]
    trade = all(good in TRADE for good in seller.goods)
    pool = (
        book["ads_bulk"]
        if seller.bulk
        else book["ads_trade"] + book["ads_short"][:6]
        if trade
        else book["ads_list"] + book["ads_short"]
    )
    lists, shorts = [f for f in pool if "{items}" in f], [f for f in pool if "{items}" not in f]
    frames = rng.sample(lists, min(len(lists), rng.choice((1, 2)))) + rng.sample(
        shorts, min(len(shorts), rng.choice((0, 1, 2)))
    )
    pay = (
        pick(rng, seller.lang, "prepay")
        if seller.prepay and rng.random() < 0.7
        else pick(rng, seller.lang, "cod")
        if rng.random() < 0.35
        else ""
    )
    photos = [(seller.scene * 100 + i, 0) for i in range(rng.choice((0, 1, 2, 3)))]
    return Sheet(
        frames,
        make_lines(rng, seller.lang, goods or seller.goods, seller.bulk, seller.cheap),
        rng.choice(DUTCH if seller.lang == "nl" else LAYOUTS),
        rng.randrange(9),
        rng.choice(SPEECH[seller.lang]["money"]),
        seller.base.title(),
        pick(rng, seller.lang, "deliver"),
        pay,
        photos,
        seller.town,
    )


def reword(rng: random.Random, sheet: Sheet, lang: str, care: float) -> Sheet:
    """A sheet with some things changed: what a mover or a copier does to it."""
    lines = [
        replace(line, price=max(1, int(line.price * rng.choice((0.9, 0.95, 1.0, 1.0, 1.05)))))
        if rng.random() < care
        else replace(line)
        for line in sheet.lines
    ]
    if rng.random() < care and len(lines) > 2:
        lines.pop(rng.randrange(len(lines)))
    return replace(
        sheet,
        lines=lines,
        frames=list(sheet.frames),
        layout=rng.choice(LAYOUTS) if rng.random() < care * 0.5 else sheet.layout,
        deliver=pick(rng, lang, "deliver") if rng.random() < care else sheet.deliver,
        photos=list(sheet.photos),
    )


def contact_text(rng: random.Random, contact: Contact, lang: str) -> str:
    """How to reach the seller, one way or two."""
    ways = []
    if contact.handle:
        ways += [f"@{contact.handle}", f"dm @{contact.handle}", f"tg @{contact.handle}"]
    if contact.phone:
        ways += [
            f"wa {phone_form(rng, contact.phone)}",
            phone_form(rng, contact.phone),
            f"signal {phone_form(rng, contact.phone)}",
        ]
    if contact.session and rng.random() < 0.6:
        ways.append(f"session {contact.session}")
    return rng.choice(ways) if ways and rng.random() < 0.78 else rng.choice(SPEECH[lang]["reach"])


def number(quantity: float, lang: str) -> str:
    """A quantity as written."""
    return (
        str(int(quantity))
        if quantity == int(quantity)
        else str(quantity).replace(".", "," if lang != "en" else ".")
    )


def item(line: Line, sheet: Sheet, lang: str, word: str) -> tuple[str, str, str]:
    """Word, quantity and price of a line as text."""
    forms = SPEECH[lang]["units"][line.unit]
    unit = forms[sheet.unit_form % len(forms)]
    quantity = number(line.quantity, lang) + ("" if len(unit) < 3 and sheet.unit_form % 2 else " ") + unit
    return word, quantity, sheet.money.format(line.price)


def write_ad(rng: random.Random, account: Account, skip: str = "") -> tuple[str, tuple[str, ...]]:
    """One ad from the sheet, and the commodities that it names. `skip` is a commodity that is out of stock."""
    sheet, voice, lang = account.sheet, account.voice, account.lang
    assert sheet is not None
    lines = [line for line in sheet.lines if line.commodity != skip] or sheet.lines
    frame = rng.choice(sheet.frames)
    words = {
        line.word: disguise(rng, line.word) if rng.random() < voice.disguise else line.word for line in lines
    }
    one = rng.choice(lines)
    named = (
        list(dict.fromkeys(line.commodity for line in lines))
        if "{items}" in frame or "{goods}" in frame
        else [one.commodity]
    )
    rows = "\n".join(
        fill(sheet.layout, **dict(zip("wqp", item(line, sheet, lang, words[line.word]), strict=True)))
        for line in lines
    )
    word, quantity, cost = item(one, sheet, lang, words[one.word])
    place = rng.choice(sheet.town) if sheet.town else rng.choice(rng.choice(PLACES[lang]["towns"]))
    if rng.random() < 0.25:
        place = f"{place} {rng.choice(PLACES[lang]['parts'])}"
    text = fill(
        frame,
        items=rows,
        goods=", ".join(dict.fromkeys(words.values())),
        good=word,
        q=quantity,
        p=cost,
        place=place,
        brand=sheet.brand,
        deliver=fill(sheet.deliver, place=place),
        contact=contact_text(rng, account.contact, lang),
    )
    if sheet.pay and rng.random() < 0.8:
        text += ("\n" if "\n" in text else ". ") + sheet.pay.replace("{wallet}", account.contact.wallet)
    text = common(rng, lang, text.replace("**", ""), place)
    return finish(rng, voice, text), tuple(named)


def finish(rng: random.Random, voice: Voice, text: str) -> str:
    """Last touches: a shouting or whispering seller, his usual faces. Lines stay as they are for most."""
    lines = text.strip().split("\n")
    last = lines[-1].strip()
    if (
        "@" not in last
        and len(last) < 60
        and max(map(len, last.split()), default=0) < 26
        and last
        and not last[-1].isdigit()
    ):
        lines[-1] = dress(rng, voice, last)
    return "\n".join(line for line in lines if line.strip() or len(lines) > 3)
