"""From a wording to the text of an advertisement, and to the items that it truly holds."""

from schakel.simulating.actors import Good, Line, Wording
from schakel.simulating.prices import currency, money, neat, number, price_of
from schakel.simulating.words import AdWords

Rung = tuple[float, str, float]
_BY_THE_PIECE = 0.2  # prices of one are less round than those of a rung


class Written:
    """Collects the lines of one advertisement and its items."""

    def __init__(self, wording: Wording, words: AdWords) -> None:
        self.wording = wording
        self.words = words
        self.units = dict(wording.units)
        self.comma = wording.language not in ("en",)
        self.currency = currency(wording.money)
        self.lines: list[str] = []
        self.items: list[str] = []

    def sum(self, value: float) -> str:
        """A sum in the wording's own way."""
        return money(value, self.wording.money, self.wording.dotted, self.comma)

    def quantity(self, amount: float, unit: str) -> tuple[str, float, str]:
        """How a quantity is written, and what it is: "halve kilo" is .5 kg."""
        special = self.words.special.get(f"{amount:g} {unit}")
        if special and not self.wording.dotted:
            return special, 0.5, "kg"
        if amount >= 1000 and amount % 1000 == 0 and not self.wording.dotted:
            return f"{int(amount) // 1000}k{self.units[unit]}", amount, unit
        return f"{number(amount, self.comma)}{self.units[unit]}", amount, unit

    def item(self, name: str, amount: float, unit: str, price: float) -> None:
        """One line of truth: commodity, quantity, unit, whole price, currency."""
        self.items.append(f"{name},{number(amount)},{unit},{number(price)},{self.currency}\n")

    def whole(self, line: Line, good: Good, rung: Rung) -> tuple[str, str]:
        """Quantity and whole price of a rung as written; the item is kept."""
        price = price_of(good, rung[2])
        text, amount, unit = self.quantity(rung[0], rung[1])
        self.item(line.commodity, amount, unit, price)
        return text, self.sum(price)

    def each(self, good: Good, rung: Rung) -> float:
        """The price of one, rounded; a ladder's later rungs are cheaper by the piece."""
        return neat(rung[2] * good.factor / rung[0], _BY_THE_PIECE)

    def threshold(self, line: Line, rung: Rung, one: float) -> tuple[str, str]:
        """Quantity and price of one from there on, as written; the item holds the whole price."""
        text, amount, unit = self.quantity(rung[0], rung[1])
        self.item(
            line.commodity, amount, unit, one * rung[0]
        )  # "halve kilo" halves the number, not the price
        return text, self.sum(one)


def advert_text(
    wording: Wording, goods: dict[str, Good], words: AdWords, contact: str
) -> tuple[str, tuple[str, ...]]:
    """The text with today's prices and contact, and its item lines; goods that are sold out are left out.

    The text is empty if nothing is in stock.
    """
    out = Written(wording, words)
    lines = [line for line in wording.lines if goods[line.commodity].in_stock]
    if not lines:
        return "", ()
    if wording.listed:
        named = ", ".join(line.word for line in lines)
        out.lines.append(_capital(wording.listed.replace("{list}", named)))
        out.items += [f"{line.commodity},,,,\n" for line in lines]
    else:
        for line in lines:
            _SHAPES[line.shape](out, line, goods[line.commodity])
    user = contact[1:] if contact.startswith("@") else ""
    feet = [
        foot.replace("{c}", contact).replace("{u}", user)
        for foot in wording.feet
        if user or "{u}" not in foot
    ]
    if wording.listed:
        return ". ".join([*filter(None, [wording.head]), *out.lines, *feet]), tuple(out.items)
    return "\n".join([*filter(None, [wording.head]), *out.lines, *feet]), tuple(out.items)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fill(form: str, line: Line, **parts: str) -> str:
    words = {"w": line.word, "W": _capital(line.word), "e": line.emoji, **parts}
    return form.format(**words)


def _title(out: Written, line: Line, good: Good) -> None:
    out.lines.append(_fill(line.forms[0], line))
    for rung in line.rungs:
        quantity, price = out.whole(line, good, rung)
        out.lines.append(_fill(line.forms[1], line, q=quantity, p=price))


def _inline(out: Written, line: Line, good: Good) -> None:
    rungs = []
    for rung in line.rungs:
        quantity, price = out.whole(line, good, rung)
        rungs.append(_fill(line.forms[1], line, q=quantity, p=price))
    out.lines.append(_fill(line.forms[0], line, rungs=line.forms[2].join(rungs)))


def _per(out: Written, line: Line, good: Good) -> None:
    first, last = line.rungs[0], line.rungs[-1]
    one, cheaper = out.each(good, first), out.each(good, last)
    out.item(line.commodity, 1, first[1], one)
    text = _fill(line.forms[0], line, p=out.sum(one), u=out.words.one[first[1]])
    if line.shape == "threshold" and cheaper < one:
        quantity, price = out.threshold(line, last, cheaper)
        text += _fill(line.forms[1], line, q=quantity, p=price, u=out.words.one[last[1]])
    out.lines.append(text)


def _bulk(out: Written, line: Line, good: Good) -> None:
    for rung in line.rungs:
        quantity, price = out.whole(line, good, rung)
        out.lines.append(_fill(line.forms[0], line, q=quantity, p=price))


def _bulk_threshold(out: Written, line: Line, good: Good) -> None:
    rung = line.rungs[0]
    quantity, price = out.threshold(line, rung, out.each(good, rung))
    out.lines.append(_fill(line.forms[0], line, q=quantity, p=price, u=out.words.one[rung[1]]))


def _block(out: Written, line: Line, good: Good) -> None:
    price = neat(line.rungs[0][2] * good.factor)
    out.item(line.commodity, 1, "block", price)
    out.lines.append(_fill(line.forms[0], line, k=number(price / 1000)))


def _named(out: Written, line: Line, good: Good) -> None:
    out.lines.append(_fill(line.forms[0], line))
    out.items.append(f"{line.commodity},,,,\n")


_SHAPES = {
    "title": _title,
    "inline": _inline,
    "per": _per,
    "threshold": _per,
    "bulk": _bulk,
    "bulk-threshold": _bulk_threshold,
    "block": _block,
    "named": _named,
}
