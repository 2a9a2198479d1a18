"""What is held while a message is read: which product governs, and which half of a line waits for the other."""

from collections.abc import Sequence
from functools import cached_property

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.market_tokens import ListedHit
from schakel.reading.amounts.measure_words import MeasureWords
from schakel.reading.amounts.offer_parts import Part, lines_with_product, only_product


class Waiting:
    """What the reader of a message holds: the lines so far, what governs, and what waits for its other half."""

    def __init__(self, parts: Sequence[Part], lists: MeasureWords, language: str) -> None:
        self.parts = parts
        self._lists = lists
        self._each_language = language in lists.each_languages or language == "und"
        self._in_thousands = language == lists.bare_thousands.language
        self._things: list[ListedHit] = []
        self._units: dict[int, str] = {}  # by product: the unit that its words say
        self.drafts: list[Draft] = []
        self.mentions: list[tuple[ListedHit, int]] = []
        self.strengths: list[tuple[int, Part]] = []
        self.context: ListedHit | None = None  # the product that governs
        self.line = 0
        self.line_start = 0  # index in `drafts` of the first draft of this line
        self.line_product = False
        self.line_thing = False  # a thing sold whole is named on this line: "carts 1g 40"
        self.fresh_product = False  # no separator since the last product
        self.packed = ""  # the container named since the last sentence: "sleeves £55 each"
        self.line_unit = ""  # the unit word that this line begins with
        self.amount: Part | None = None
        self.amount_hit: ListedHit | None = None
        self.amount_bound = False  # the amount followed its product directly
        self.money: Part | None = None
        self.money_bound = False
        self.per: Part | None = None
        self.heading: Part | None = None  # "per 10 sloffen:" above lines with a price only
        self.heading_used = False
        self.from_ = self.minimum = self.veto = self.at = self.each = False
        self.unpriced = False  # the product that governs has no price yet
        self.split = False  # a separator since the waiting part
        self.words = False  # words or products since the last draft, or since the line began
        self.described = False  # words since an amount without a unit: "zwei Gürtel"
        self.apart = False  # a separator or a stop since the last draft
        self.after_product = False  # nothing but words since the last product
        self.loose: Part | None = None  # a number that counts and has found no price
        self.lot: Part | None = None  # all that is left, whose price comes next
        self.fresh = 0  # parts left in which "per gram" still belongs to the last price

    def unit_named(self, hit: ListedHit | None) -> str:
        """The unit that the words for these goods say: "xtc pillen", "bolletjes wit"."""
        return self._units.get(id(hit), "")

    @property
    def ground(self) -> ListedHit | None:
        """The product that governs here, named before or the only one of the text."""
        return self.context or self._only

    @cached_property
    def _only(self) -> ListedHit | None:
        """The product of a text with goods of one sort; it governs lines before its name as well."""
        return only_product(self.parts)

    @cached_property
    def _strong(self) -> frozenset[int]:
        return lines_with_product(self.parts)

    @property
    def rated(self) -> bool:
        """Whether the last price on this line is for one, or for nothing said: "from 20 up" may follow."""
        last = self.drafts[-1] if len(self.drafts) > self.line_start else None
        return last is not None and last.price is not None and (last.from_per or last.quantity is None)

    @property
    def told_of_one(self) -> bool:
        """Whether the last price on this line was said to be for one: "£45 each on 20+" may follow."""
        return self.rated and self.drafts[-1].from_per

    @property
    def named_by_number(self) -> bool:
        """Whether the goods that govern have numbers in their names: "iphone 15"."""
        return self.ground is not None and self.ground.term.concept in self._lists.named_by_number

    @property
    def sold_by_strength(self) -> bool:
        """Whether the goods that govern are told apart by milligrams: "tramadol 50"."""
        return self.ground is not None and self.ground.term.concept in self._lists.by_strength

    def told_by_strength(self, value: float) -> bool:
        """Whether a number may be milligrams by which the goods that govern are told apart, or micrograms: "LSD 110"."""
        bounds = self._lists.micrograms.get(self.ground.term.concept) if self.ground is not None else None
        return self.sold_by_strength or (bounds is not None and bounds[0] <= value <= bounds[1])

    @property
    def counted_by_contents(self) -> bool:
        """Whether the goods that govern are counted by what is in a container: a sheet of 100, a box of 50."""
        return self.ground is not None and self.is_counted_by_contents(self.ground)

    def is_counted_by_contents(self, hit: ListedHit) -> bool:
        """The same for the goods of this word."""
        return hit.term.concept in self._lists.by_contents

    @property
    def sold_singly(self) -> bool:
        """Whether a price without an amount is the price of one of the goods that govern."""
        return self.ground is not None and self.ground.term.concept in self._lists.single

    @property
    def told_by_fields(self) -> bool:
        """Whether the goods that govern are records, so that a number with a plus may be an age: "pensioners 55+"."""
        return self.ground is not None and self.ground.term.concept in self._lists.told_by_fields

    def is_too_cheap(self, price: float) -> bool:
        """Whether a bare number is less than one of the goods that govern can cost: "mbo 4", "tire du 9 court"."""
        if self.ground is None or (self.amount is not None and self.amount.value > 1):
            return False
        least = self._lists.least_price.get(self.ground.term.concept, 0.0)
        return not self._in_thousands and price < least

    @property
    def sold_by_face_value(self) -> bool:
        """Whether the goods that govern are told by the sum that stands on them: notes, gift cards."""
        return self.ground is not None and self.ground.term.concept in self._lists.by_face_value

    @property
    def sold_by_size(self) -> bool:
        """Whether a weight of the goods that govern is the size of one of them: "tank 2kg"."""
        return self.ground is not None and self.ground.term.concept in self._lists.sized

    @property
    def counted_by_weight(self) -> bool:
        """Whether the goods that govern are weighed, also where a plate or bag of them is sold."""
        return self.ground is not None and self.ground.term.concept in self._lists.counted_in.get("g", ())
