"""What stands around a part of an offer and says what it is: the price of this or of the next, a size, a word that only counts."""

from collections.abc import Sequence

from schakel.reading.amounts.market_tokens import ListedHit
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    DASH,
    EACH,
    FOR,
    FROM,
    LINE,
    MONEY,
    NUMBER,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    Part,
)
from schakel.reading.amounts.waiting import Waiting
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["ladder_context"]
_LEAST_PRICE: float = _LIMITS["least_price"]
_PRICE_OF_A_KILO: float = _LIMITS["price_of_a_kilo"]
_LAST: int = _LIMITS["last"]
_WEIGHTS = frozenset({"g", "kg", "ml", "l"})
_SINGLE_DOSES = ("pill", "seal")
_DOSES = frozenset({"tab", "seal"})
_BULLETS = frozenset({DASH, SEPARATOR})


def _counts_at_price(three: Sequence[Part]) -> bool:
    """Whether a number of things, "for" and a price stand here."""
    return three[0].unit not in _WEIGHTS and three[1].kind == FOR and three[2].kind in (NUMBER, MONEY)


class LadderContext(Waiting):
    """Answers questions about a part by the parts beside it and by what waits."""

    def _only_counts(self, i: int) -> bool:
        """Whether a word such as "pillen" counts the product that governs here and is none itself."""
        return not self._begins_priced_line(i) and self._counts_ground(i)

    def _counts_ground(self, i: int) -> bool:
        """The same of a word that does not begin a line with an amount below goods that have their price."""
        if i and self.parts[i - 1].kind == PRODUCT:
            return True
        word = self.parts[i].hit
        if self.context is None or word is None:
            return self.line in self._strong and self._joined_to_product(i)
        unit = self.parts[i].unit_name
        if unit == "piece" or (unit == "thing" and self._may_come_with(word)):
            return word.term.concept == self.context.term.concept  # "glock 14 bin, şarjör 1500" are two goods
        if unit not in _SINGLE_DOSES:
            return True
        if unit == "seal":
            counted = self.context.term.concept in self._lists.counted_in.get(unit, ())
            begins = self.parts[i - 1].kind in (LINE, STOP, SEPARATOR, DASH)
            return counted or not (begins or self._number_ahead(i))  # "xtc 5, zegels 10" are two goods
        return any(
            self.context.term.concept in self._lists.counted_in.get(unit, ()) for unit in _SINGLE_DOSES
        )

    def _begins_priced_line(self, i: int) -> bool:
        """Cases such as "coke 5g 90", below it "ballon 2 stuks 30", "tripjes 10 stuks 40": other goods with an amount.

        Only where the goods above have their price already: below a heading such a word counts what the heading names.
        A word for single doses needs an amount with a unit of its own: "xanax 10 voor 20", below it "tabs 30 voor 50".
        """
        word, unit = self.parts[i].hit, self.parts[i].unit_name
        if self.unpriced or self.context is None or word is None:
            return False
        if word.term.concept == self.context.term.concept:
            return False
        leads = next((part.kind for part in reversed(self.parts[:i]) if part.kind not in _BULLETS), LINE)
        following = next(iter(self.parts[i + 1 : i + 2]), None)
        if leads != LINE or following is None or following.kind not in (AMOUNT, NUMBER, MONEY):
            return False
        counted = following.kind == AMOUNT and following.unit != "count"
        return unit == "thing" or (unit in _DOSES and counted)

    def _may_come_with(self, hit: ListedHit) -> bool:
        """Whether goods of this sort also come with those that govern, at one price."""
        ground = self.context.term.concept if self.context is not None else ""
        return hit.term.concept in self._lists.companions.get(ground, ())

    def _number_ahead(self, i: int) -> bool:
        """Whether an amount or a price follows in the same piece or begins the next line."""
        for part in self.parts[i + 1 : i + 5]:
            if part.kind in (STOP, SEPARATOR):
                return False
            if part.kind in (AMOUNT, NUMBER, MONEY):
                return True
        return False

    def _counts_itself(self, part: Part) -> bool:
        """Cases such as "Zoraki 9mm 50 Schuss 60": the word for the goods is the unit of the amount right before it."""
        amount = self.amount
        return amount is not None and part.unit_word and 0 <= part.start - amount.end <= 1

    def _is_still_the_thing(self, hit: ListedHit) -> bool:
        """Cases such as "growkit golden teacher 35", "carts (1g live resin) 40": a second word for a thing sold whole."""
        same = self.context is not None and self.context.term.concept == hit.term.concept
        return same and self.line_thing and self.unpriced and self.fresh_product

    def _says_more(self, i: int, hit: ListedHit) -> bool:
        """Cases such as "shisha 1 kg ohne Banderole 22": a second word for the goods before the price of their amount."""
        same = self.context is not None and self.context.term.concept == hit.term.concept
        return same and not self.split and self.unpriced and self._price_next(i)

    def _names_field(self, hit: ListedHit) -> bool:
        """Cases such as "40k leads name/tel/dob, £250": a word of the same goods that only says what a record holds."""
        if self.amount is None or hit.term.concept not in self._lists.told_by_fields:
            return False
        return self.ground is not None and hit.term.concept == self.ground.term.concept

    def _joined_to_product(self, i: int) -> bool:
        """Whether a product follows in the same run: "100 pillen 45 euro echte xanax", not "..., ket"."""
        for part in self.parts[i + 1 : i + 10]:
            if part.kind in (SEPARATOR, STOP, LINE):
                return False
            if part.kind == PRODUCT and not part.unit_word:
                return True
        return False

    def _price_next(self, i: int) -> bool:
        following = self.parts[i + 1 : i + 4]
        if following and following[0].kind == PRODUCT:
            following = following[1:]
        if following and following[0].kind in (FOR, DASH, AT):
            following = following[1:]
        return bool(following) and following[0].kind in (MONEY, NUMBER)

    def _is_size(self, i: int, part: Part) -> bool:
        """Cases such as "vlinders 200 gr 5 voor 40", "tank 2 kg 3 for 90": the weight of one, then how many."""
        if part.unit not in _WEIGHTS or not self.sold_by_size:
            return False
        following = self.parts[i + 1 : i + 4]
        return len(following) == 3 and following[0].kind in (NUMBER, AMOUNT) and _counts_at_price(following)

    def _price_came_first(self, i: int) -> bool:
        """Cases such as "50 voor 1g", "€50 1g" where no price of its own follows."""
        if self.split:
            return False
        linked = i > 0 and self.parts[i - 1].kind == FOR and self.parts[i - 1].unit != ":"
        if self.parts[i].kind == NUMBER and not linked:
            return False
        following = self.parts[i + 1 : i + 3]
        own = bool(following) and (
            following[0].kind in (MONEY, NUMBER)
            or (
                following[0].kind in (FOR, DASH)
                and len(following) > 1
                and following[1].kind in (MONEY, NUMBER)
            )
        )
        return linked or not own

    def _prices_a_kilo(self, amount: Part) -> bool:
        """Cases such as "haze 3600 kilo", "keta 7.250 kg" without a price: it is one itself, as nobody has so many."""
        if amount.unit != "kg" or not amount.grouped:
            return amount.unit == "kg" and amount.value >= _PRICE_OF_A_KILO
        bounds = self._lists.gram_price.get(self.ground.term.concept) if self.ground is not None else None
        if bounds is None or not bounds.low <= amount.value <= bounds.high:
            return False
        amount.value *= 1000.0
        return True

    def _rates_before(self, i: int) -> bool:
        """Cases such as "£50 each from 5, £45 each from 20": the next price has an amount of its own behind it."""
        after = self.parts[i + 1 : i + 7]
        price = next((k for k, part in enumerate(after[:3]) if part.kind in (MONEY, NUMBER)), 0)
        if not price or after[0].kind not in (SEPARATOR, STOP):
            return False
        rated = any(part.kind in (PER, EACH) for part in after[price + 1 : price + 2])
        return rated and any(part.kind == FROM or part.threshold for part in after[price + 2 :])

    def _is_least_order(self, part: Part) -> bool:
        """Cases such as "brengen vanaf 40 euro" below a price list: goods that have their prices, and none beside it."""
        priced = bool(self.drafts) and any(draft.price is not None for draft in self.drafts[-_LAST:])
        return (
            self.from_
            and (part.spelled or not self.unpriced)
            and priced
            and not self.line_product
            and len(self.drafts) == self.line_start
        )

    def _led_to(self, i: int) -> bool:
        """Cases such as "Сбер молодёжка — от 9 000": a sign of a price list stands before "from"."""
        return i > 1 and self.parts[i - 1].kind == FROM and self.parts[i - 2].kind in (DASH, FOR)

    def _weighs_little(self, amount: Part) -> bool:
        """Whether "по" behind this weight may lead to the price of all: "5 г по 9000", but not "5 кг по 480"."""
        return amount.unit in _WEIGHTS - {"kg"} and not amount.threshold

    def _is_price_of(self, i: int, part: Part) -> bool:
        """Cases such as "50er 6g", "50 bag = 3.5g": the number that waits is the price of the weight at part i."""
        waiting, ground = self.amount, self.ground
        bounds = self._lists.gram_price.get(ground.term.concept) if ground is not None else None
        if waiting is None or bounds is None or part.unit != "g" or waiting.unit not in ("count", "ball"):
            return False
        before = self.parts[i - 2] if self.parts[i - 1].kind == FOR else self.parts[i - 1]
        following = self.parts[i + 1 : i + 3]
        priced = bool(following) and (
            following[0].kind in (NUMBER, MONEY)
            or (following[0].kind in (FOR, DASH, AT) and len(following) > 1)
        )
        usual = bounds.low <= waiting.value / part.value <= bounds.high
        return before is waiting and not priced and usual and waiting.value >= _LEAST_PRICE

    def _is_thing(self, hit: ListedHit | None, amount: Part | None) -> bool:
        """Whether what is sold is a whole thing: "cart 1g 40", but not "cart 40, gelato 5g 45"."""
        weighed = amount is not None and amount.unit in _WEIGHTS
        other = weighed and self.words and len(self.drafts) > self.line_start and not self.fresh_product
        return self.line_thing or (hit in self._things and not other)

    def _alone_on_line(self, i: int) -> bool:
        """Whether the line after part i holds one price and nothing to count."""
        prices = 0
        started = False
        for part in self.parts[i + 1 : i + 12]:
            if part.kind == LINE:
                if started:
                    break
                continue
            started = True
            if part.kind in (AMOUNT, NUMBER, PRODUCT):
                return False
            prices += part.kind == MONEY
        return prices == 1
