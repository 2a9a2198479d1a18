"""How a seller comes to a wording: of its own, or taken from another seller."""

from dataclasses import replace

from schakel.simulating.actors import Good, Line, Seller, Wording
from schakel.simulating.chance import Chance, running
from schakel.simulating.disguise import hide
from schakel.simulating.words import AdWords, Commodity, Lexicon

_RETAIL_STYLES = ("title", "inline", "threshold", "per", "listed", "mixed")
_RETAIL_WEIGHTS = running([0.32, 0.28, 0.12, 0.08, 0.1, 0.1])


class Writer:
    """Composes wordings for sellers."""

    def __init__(self, lexicon: Lexicon, chance: Chance) -> None:
        self._lexicon = lexicon
        self._chance = chance

    def own(self, seller: Seller) -> Wording:
        """A new wording for what the seller sells, in the seller's language and place."""
        chance, words = self._chance, self._lexicon.ads[seller.language]
        bulk = seller.scale == "bulk"
        style = chance.by_weight(_RETAIL_STYLES, _RETAIL_WEIGHTS)
        hidden = seller.disguises or chance.yes(self._lexicon.disguise.share)
        lines = tuple(self._line(good, seller, style, hidden) for good in seller.goods)
        head = chance.pick(words.bulk_heads if bulk and chance.yes(0.8) else words.heads)
        return Wording(
            language=seller.language,
            head=self._place(head, seller, _NEUTRAL),
            lines=lines,
            feet=self._feet(seller, words),
            money=self._money(words),
            units=tuple((unit, chance.pick(words.units[unit])) for unit in sorted(words.units)),
            dotted=chance.yes(0.4),
            listed=chance.pick(words.several) if style == "listed" and not bulk else "",
            bold=chance.yes(0.2),
        )

    def stolen(self, wording: Wording, thief: Seller, edit: bool) -> Wording:
        """Another seller's wording with one's own contact lines; `edit` changes head, money or emoji."""
        words = self._lexicon.ads[wording.language]
        feet = tuple(foot for foot in wording.feet if "{c}" in foot or not foot.startswith(_OWN_MARKS))
        for own in (f"{_PHONE_MARKS[1]} {thief.phone}" if thief.phone else "", _wallet_line(thief)):
            feet = self._insert(feet, own)
        taken = replace(wording, feet=feet)
        if not edit:
            return taken
        way = self._chance.below(3)
        if way == 0:
            return replace(taken, head=f"{taken.head} ✅".strip())
        if way == 1:
            return replace(taken, feet=self._insert(feet, self._chance.pick(words.post)))
        mark = self._chance.pick(_NEUTRAL)
        return replace(taken, head=f"{mark} {taken.head}".strip())

    def _insert(self, feet: tuple[str, ...], line: str) -> tuple[str, ...]:
        """The feet with one line more, anywhere; unchanged if the line is empty."""
        at = self._chance.below(len(feet) + 1)
        return (*feet[:at], line, *feet[at:]) if line else feet

    def _money(self, words: AdWords) -> str:
        form = self._chance.pick(words.money)
        if form[0] in "$£" and self._chance.yes(0.6):
            return words.money[0]
        return form

    def _line(self, good: Good, seller: Seller, style: str, hidden: bool) -> Line:
        chance, commodity = self._chance, good.commodity
        word = self.word(commodity, seller.language)
        if hidden:
            word = hide(word, self._lexicon.disguise, chance)
        shape, forms, rungs = (
            self._bulk(commodity, seller)
            if seller.scale == "bulk"
            else self._retail(commodity, seller.language, style)
        )
        return Line(commodity.name, word, chance.pick(commodity.emoji), shape, forms, rungs)

    def word(self, commodity: Commodity, language: str) -> str:
        """A word for a commodity in a language; English or Dutch where the language has none."""
        by_language = commodity.words
        return self._chance.pick(by_language.get(language) or by_language.get("en") or by_language["nl"])

    def _retail(
        self, commodity: Commodity, language: str, style: str
    ) -> tuple[str, tuple[str, ...], tuple[tuple[float, str, float], ...]]:
        chance, words = self._chance, self._lexicon.ads[language]
        ladder = [(amount, commodity.unit, price) for amount, price in commodity.retail]
        keep = ladder[: 2 + chance.below(len(ladder) - 1)] if len(ladder) > 2 else ladder
        if style == "mixed":
            style = chance.pick(["title", "inline", "named"])
        if style == "title":
            return "title", (chance.pick(words.titles), chance.pick(words.rungs)), tuple(keep)
        if style in ("per", "threshold"):
            forms = (chance.pick(words.per), chance.pick(words.threshold))
            return style, forms, tuple(ladder)
        if style == "inline":
            between = chance.pick([", ", " / ", " | "])
            return "inline", (chance.pick(words.inline), chance.pick(words.rungs[:4]), between), tuple(keep)
        return "named", (chance.pick(words.named),), ()

    def _bulk(
        self, commodity: Commodity, seller: Seller
    ) -> tuple[str, tuple[str, ...], tuple[tuple[float, str, float], ...]]:
        chance, words = self._chance, self._lexicon.ads[seller.language]
        ladder = [rung for rung in commodity.bulk if rung[1] != "block"]
        blocks = [rung for rung in commodity.bulk if rung[1] == "block"]
        if blocks and chance.yes(0.4):
            return "block", (chance.pick(words.block),), (blocks[0],)
        if chance.yes(0.35):
            return "bulk-threshold", (chance.pick(words.bulk_threshold),), (chance.pick(ladder),)
        return "bulk", (chance.pick(words.bulk_whole),), tuple(ladder[-1 - chance.below(len(ladder)) :])

    def _place(self, form: str, seller: Seller, emoji: list[str]) -> str:
        town, near = self._chance.pick(seller.home.street), self._chance.pick(seller.home.near)
        return form.replace("{t}", town).replace("{n}", near).replace("{e}", self._chance.pick(emoji))

    def _feet(self, seller: Seller, words: AdWords) -> tuple[str, ...]:
        chance = self._chance
        feet = [chance.pick(words.post if seller.prepay else words.delivery)]
        if chance.yes(0.55):
            feet.append(chance.pick(words.prepay if seller.prepay else words.cash))
        if seller.phone and chance.yes(0.7):
            feet.append(f"{chance.pick(_PHONE_MARKS)} {seller.phone}")
        if seller.wallet and seller.prepay and chance.yes(0.7):
            feet.append(_wallet_line(seller))
        feet.append(chance.pick(words.contacts) if chance.yes(0.75) else chance.pick(words.plain_contact))
        if seller.snap:
            feet.append(f"Snap: {seller.snap}")
        if chance.yes(0.1):
            feet.append("t.me/{u}")
        if chance.yes(0.08):
            feet.append(f"#{seller.home.name.lower().replace(' ', '')} #menu")
        if chance.yes(0.4):
            feet = chance.some(feet, len(feet))
        return tuple(self._place(foot, seller, _NEUTRAL) for foot in feet)


_NEUTRAL = ["🔥", "💯", "⭐", "🚀", "✨"]  # emoji that name no product
_PHONE_MARKS = ("Signal", "WhatsApp", "📞", "Bel/app")
_OWN_MARKS = (*_PHONE_MARKS, "BTC:", "USDT TRC20:", "Snap: ")


def _wallet_line(seller: Seller) -> str:
    if not seller.wallet:
        return ""
    return f"BTC: {seller.wallet}" if seller.wallet[0] == "1" else f"USDT TRC20: {seller.wallet}"
