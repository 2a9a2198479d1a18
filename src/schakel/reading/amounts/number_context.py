"""What stands around a number and says what it cannot be: an hour, a price of one, a strength, a name."""

from math import inf

from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    DASH,
    FOR,
    MONEY,
    NUMBER,
    PRODUCT,
    STRENGTH,
    WORD,
    Part,
    parse_number,
)
from schakel.reading.amounts.token_reader import CONTAINERS, INSIDE, THOUSANDS, TIMES, TokenReader
from schakel.reading.amounts.wanted import is_wanted
from schakel.reading.word_data import data_file

_RATES = data_file("amount_words.toml")["rates"]
_EACH_EN, _FROM = _RATES["each_en"], _RATES["from_es_fr"]
_WEIGHED = {"g": 1.0, "kg": 1000.0}  # in grams
_LIMITS = data_file("amount_limits.toml")["number_context"]
_LEAST_RUNG: float = _LIMITS["least_rung"]
_OF_AN_OUNCE = frozenset({"1/8", "1/4"})  # how English ads write 3.5 and 7 g
_RUNGS = 4  # tokens of the rung before
_COUNTS_SHARES = frozenset[str](_LIMITS["counts_shares"])
_SHARES = tuple[float, ...](_LIMITS["shares"])
_DEARER: float = _LIMITS["dearer"]
_FEW: float = _LIMITS["few"]
_HALF = 0.5
_LEAST_OF_A_GRAM: float = _LIMITS["least_of_a_gram"]
_LEAST_PRICE: float = _LIMITS["least_price"]
_SAYS_EACH = frozenset[str](_LIMITS["says_each"])
_SPELLS_FOR = frozenset[str](_LIMITS["spells_for"])
_MANY: float = _LIMITS["many"]
_LEAST_OF_ONE: float = _LIMITS["least_of_one"]
_LAST_HOUR = 24.0
_LEAST_NOTE: float = _LIMITS["least_note"]
_AS_FAR: int = _LIMITS["as_far"]
_ENDS_A_SUM = frozenset({"", "line", "comma", "stop", "slash", "close", "money"})
_OF_ONE = frozenset({"pill", "strip", "box", "pack"})


class NumberContext(TokenReader):
    """Answers questions about a number by the tokens beside it."""

    def _is_strength(self, i: int, value: float) -> bool:
        """Cases such as "lyrica 300 kutu 2400", "oxy 40 a 20 la pasti": milligrams that this medicine comes in.

        Only where a container follows, or a price list or a price for one: "oxy 20 150" may be twenty for 150.
        """
        product = self._at(i - 1)
        if product is None or product.kind != "product" or product.hit is None:
            return False
        if product.hit.term.concept not in self._lists.by_strength or not self._comes_in(product.text, value):
            return False
        if not value.is_integer() or self._counted_behind(i + 1):
            return True  # "ozempic 0.5 → 130": nobody sells half a pen
        after = self._known(i + 1)
        if after is not None and after.unit:
            held = self._tokens[i + 2].text in self._lists.holding and self._kind(i + 3) == "number"
            inside = self._kind(i + 2) == "open" or held or self._content_priced(i + 2)
            return after.unit in CONTAINERS and (inside or self._price_follows(i + 2))
        leads = after is not None and bool(after.roles & {"each", "per", "at"})
        open_end = self._kind(i + 1) != "word" or leads or self._is_number_word(i + 1)
        return open_end and self._prices_below(i + 1)

    def _wanted(self, i: int, j: int, value: float) -> bool:
        """Cases such as "hoeveel voor 5", "need 10": so many are asked for."""
        return is_wanted(self._tokens, i, j, value, self._lists, self._language)

    def _counted_behind(self, j: int) -> bool:
        """Cases such as "gabapentin 300 x50 25", "kamagra 100 (4 st) 15": how many, and their price behind."""
        times = self._tokens[j].text in TIMES and self._kind(j + 1) == "number"
        return (times and self._price_follows(j + 2)) or self._content_in_brackets(j)

    def _per_dose(self, j: int) -> int:
        """Skips "/tab", "/1ml", "per ml" and the like after a strength."""
        while True:
            word = self._known(j)
            if self._kind(j) != "slash" and (word is None or "per" not in word.roles):
                return j
            at = j + 2 if self._kind(j + 1) == "number" else j + 1
            unit = self._known(at)
            if unit is None or not unit.unit:
                return j
            j = at + 1

    def _counts_people(self, value: float) -> bool:
        """Cases such as "leads 25.000 clientes 500": of records so many people are what is sold."""
        told = (part.hit.term.concept for part in self.parts if part.hit is not None)
        return value >= _MANY and any(concept in self._lists.told_by_fields for concept in told)

    def _says_for(self, i: int) -> bool:
        """Cases such as "50 4 60", "oz 4 200": in English the figure reads as the word."""
        if self._language not in _SPELLS_FOR or self._kind(i + 1) not in ("number", "money"):
            return False
        if self._glued(i) or self._glued(i + 1):
            return False
        before, after = self._known(i - 1), self._known(i + 2)
        counted = self._kind(i - 1) == "number" or (before is not None and bool(before.unit))
        return counted and not (after is not None and after.unit)

    def _content_in_brackets(self, j: int) -> bool:
        """Cases such as "kamagra 100 (4 st) 15": so many in brackets, and the price of those behind."""
        unit = self._known(j + 2)
        counted = self._kind(j) == "open" and self._kind(j + 1) == "number" and self._kind(j + 3) == "close"
        return counted and unit is not None and unit.unit in INSIDE and self._price_follows(j + 4)

    def _comes_in(self, written: str, value: float) -> bool:
        return any(
            value in values for begin, values in self._lists.strengths.items() if written.startswith(begin)
        )

    def _prices_below(self, j: int) -> bool:
        """Whether what follows on the line is for one pill, strip or box, with the price still to come."""
        if self._kind(j) == "equals" and self._tokens[j].text == "=":
            return False
        numbers = 0
        for at in range(j, j + _AS_FAR):
            kind, word = self._kind(at), self._known(at)
            numbers += kind in ("number", "fraction") or self._is_number_word(at)
            if word is not None and (word.unit in _OF_ONE or word.roles & {"each", "per"}):
                return bool(numbers) or self._price_follows(at + 1) or self._kind(at + 1) == "number"
            if kind in ("line", "product", ""):
                return False
        return False

    def _opens_until(self, i: int) -> bool:
        """Cases such as "abierto de 17 a 3", "open 14 tot 2": hours on both sides, after a word that numbers a thing."""
        word = self._known(i + 1)
        until = word is not None and bool(word.roles & {"until", "at"})
        if not until or self._kind(i + 2) != "number" or self._known(i + 3):
            return False
        hours = (parse_number(self._tokens[at].text) for at in (i, i + 2))
        return self._numbers_a_thing(i) and all(hour is not None and hour <= _LAST_HOUR for hour in hours)

    def _is_dotted_unit(self, j: int) -> bool:
        """Cases such as "1.g = 30, 5.g = 120": a dot between a number and its unit, with no space on either side."""
        dotted = self._tokens[j].text == "." and self._glued(j) and self._glued(j + 1)
        unit = self._known(j + 1) if dotted and self._kind(j + 1) == "word" else None
        return unit is not None and bool(unit.unit)

    def _rest_of_thousands(self, j: int) -> float:
        """Cases such as "3 bin 500", "2 mil 500 pesos": the hundreds behind a word for a thousand; 0 for none."""
        digits, after = self._tokens[j].text, self._known(j + 1)
        hundreds = self._kind(j) == "number" and len(digits) == 3 and digits.isdigit()
        ends = self._kind(j + 1) in _ENDS_A_SUM or (after is not None and bool(after.currency))
        return float(digits) if hundreds and ends else 0.0

    def _is_no_sum(self, j: int, value: float) -> bool:
        """Cases such as "plants of 6 ft": feet, as nobody counts so few forints."""
        return value < self._lists.least_sums.get(self._tokens[j].text, 0.0)

    def _is_gram(self, j: int) -> bool:
        word = self._known(j)
        return word is not None and word.unit == "g" and word.factor <= 1.0

    def _per_follows(self, j: int) -> bool:
        word = self._known(j)
        per_word = word is not None and bool(word.roles & {"per", "each"})
        return per_word or (self._kind(j) == "slash" and bool(self._known(j + 1)))

    def _is_face_value(self, j: int) -> bool:
        """Cases such as "£20 notes", "50€ scheine": a sum right before a word for notes is what stands on them."""
        return (word := self._known(j)) is not None and "face_value" in word.roles

    def _leads(self, j: int, word: MeasureWord) -> bool:
        """Cases such as "5 halen 85", not "5 halen 4 betalen": the word leads to a price."""
        counted = (after := self._known(j + 2)) is not None and "not_an_amount" in after.roles
        return "for" in word.roles and self._kind(j + 1) in ("number", "money") and not counted

    def _is_before_half(self, j: int, value: float) -> bool:
        """Cases such as "gramo 60 medio 35": the half behind a price has a lower one of its own."""
        if self._numbers.get(self._tokens[j].text) != _HALF:
            return False
        at = self._tokens[j + 1].word
        return self._sum_at(j + 2 if at is not None and "at" in at.roles else j + 1) < value

    def _prices_alone(self, j: int, word: MeasureWord, value: float = 0.0) -> bool:
        """Whether the number is the price of the unit before it: "eighth 40 quarter 70", "28g 100 9bar 750", "1g 10 oz 180"."""
        if self._is_before_half(j, value):
            return True
        last = self._last(FOR) if self.parts[-2:-1] and self.parts[-2].kind == NUMBER else self._last()
        apart = last is not None and (
            last.alone
            or last.kind == PRODUCT
            or self._tokens[j].text[0].isdigit()
            or self._is_greater(last, j, word)
        )
        if last is not None and last.kind == NUMBER:
            return word.alone and self._is_greater(last, j, word)  # "3.5 60 oz 350"
        measured = last is not None and (
            last.kind == AMOUNT or (last.kind == PRODUCT and last.unit in _WEIGHED)
        )
        if last is None or not measured or not (apart and word.alone):
            return False
        digits = parse_number(self._tokens[j - 1].text) if self._kind(j - 1) == "number" else None
        if last.unit == word.unit and last.value == (digits or 0.0) * word.factor:
            return False  # "half oz 14g £240": said twice
        return not (last.unit in CONTAINERS and word.unit in INSIDE) and self._price_follows(j + 1)

    def _is_priced_range(self, j: int) -> bool:
        """Cases such as "6 t/m 20 3,50 p/s", "10-49 €3": what stands behind both ends can only be the price of the range."""
        if self._kind(j) == "number":
            return self._per_follows(j + 1)
        signed = self._kind(j) == "money" and self._kind(j + 1) == "number"
        return signed and self._glued(j + 1) and not self._glued(j)

    def _share_word(self, j: int, value: float) -> float:
        """Cases such as "2 hele 85", "3 halve 70": what a word behind a small number counts, a half or a whole; 0 for neither.

        Not behind what still waits for its price: "halve 10 hele 20".
        """
        share, last = self._numbers.get(self._tokens[j].text, 0.0), self._last()
        waits = last is not None and (last.kind == AMOUNT or (last.kind == NUMBER and last.in_words))
        if self._language not in _COUNTS_SHARES or share not in _SHARES or not 1 < value <= _FEW or waits:
            return 0.0
        counts = value.is_integer() and self._tokens[j].text not in self._any_article()
        return share if counts and value * share * _LEAST_OF_A_GRAM <= self._sum_at(j + 1) < inf else 0.0

    def _is_weighed(self, i: int) -> bool:
        """Whether goods stand here of which a bare number is grams."""
        hit = self._tokens[i].hit
        ware = self._lists.counted.get(hit.term.concept) if hit is not None else None
        return ware is not None and ware.bare == "g"

    def _is_greater(self, last: Part, j: int, word: MeasureWord) -> bool:
        """Whether one of this unit is more than the amount that waits for its price, and no dearer by weight: the next rung.

        "coke 100g 20 kilo 500000" is a lot of twenty kilos.
        """
        bare = last in self.parts[-2:] and last.kind == NUMBER and last.value < _LEAST_RUNG
        rung = word.unit in _WEIGHED and (last.unit in _WEIGHED or bare)
        before = self._tokens[j - 2 if self._is_number_word(j - 1) else j - 1]  # "90 half ons 160"
        price = parse_number(before.text) if before.kind == "number" else None
        if not rung or price is None or price < _LEAST_PRICE:
            return False
        grams, more = _WEIGHED.get(last.unit, 1.0) * last.value, _WEIGHED[word.unit] * word.factor
        return grams < more and price / grams >= self._sum_at(j + 1) / more

    def _is_of_an_ounce(self, i: int) -> bool:
        """Whether a part of one in digits is one of an ounce: "1/4 60 1/2 110", not a half by itself."""
        beside = [token.text for token in self._tokens[max(0, i - _RUNGS) : i]]
        return self._tokens[i].text in _OF_AN_OUNCE or (
            self._tokens[i].text == "1/2" and not _OF_AN_OUNCE.isdisjoint(beside)
        )

    def _sum_at(self, j: int) -> float:
        """The sum that stands here, behind a sign or not, "60" or "60k"; endless where none does."""
        at = j + 1 if self._kind(j) in ("money", "equals", "dash") else j
        value = parse_number(self._tokens[at].text) if self._kind(at) == "number" else None
        return inf if value is None else value * (1000.0 if self._tokens[at + 1].text in THOUSANDS else 1.0)

    def _begins_container(self, j: int, word: MeasureWord) -> bool:
        """Whether the number before is a price, and the container holds what is said behind it.

        Cases such as "4 pour 50 carton de 10 à 110", "5 voor 20 plaat 100g 250", "670g 25 doos 6 stuks 130".
        """
        linked = bool(self.parts) and self.parts[-1].kind == FOR and self.parts[-2:-1] != []
        counted = linked and self.parts[-2].kind in (NUMBER, AMOUNT)
        if not counted:
            sized = bool(self.parts) and self.parts[-1].kind in (AMOUNT, STRENGTH)
            return sized and word.unit in CONTAINERS and self._dearer_by_the_box(j)
        asked = parse_number(self._tokens[j - 1].text) or inf if self._kind(j - 1) == "number" else inf
        if word.unit in CONTAINERS | {"seal", "block"} and _DEARER * asked <= self._sum_at(j + 1) < inf:
            return True  # "10 for 60 sheet 350"
        inside = self._known(j + 2)
        weighs = word.unit == "block" and inside is not None and inside.unit in _WEIGHED
        held = self._tokens[j + 1].text in self._lists.holding and word.unit in CONTAINERS | {"seal"}
        at = j + 2 if held else j + 1
        return (held or weighs) and self._kind(at) == "number" and self._price_follows(at + 1 + weighs)

    def _dearer_by_the_box(self, j: int) -> bool:
        """Whether a box at token j costs more than the number before it, and less than that for each thing inside."""
        inside = self._known(j + 2)
        if self._tokens[j].text not in self._lists.says_one.get(self._language, ()) or inside is None:
            return False
        told = [
            parse_number(self._tokens[at].text) if self._kind(at) == "number" else None
            for at in (j - 1, j + 1)
        ]
        one, many = (value or 0.0 for value in told)
        return one > 1 and inside.unit in INSIDE and one < self._sum_at(j + 3) < one * many

    def _prices_one(self, j: int, value: float, word: MeasureWord) -> bool:
        """Cases such as "8 pièce", "0,80 pièce dès 500", "8 unidad": one of them, so that the number is its price."""
        if self._tokens[j].text in self._lists.says_one.get(self._language, ()):
            if self._tokens[j].text == _EACH_EN:
                return True  # "caps 20ea 10+ 15ea"
            one = value % 10 == 1 and value % 100 != 11  # "21 планка" are so many
            few = (
                value < _LEAST_OF_ONE or self._kind(j + 1) not in _ENDS_A_SUM
            )  # "nog 3 doos", "640 doos van 6"
            return not (one or (few and self._language != "ru")) and not self._price_follows(j + 1)
        if self._language not in _SAYS_EACH or "each" not in word.roles or value == 1:
            return False
        return not value.is_integer() or not self._price_follows(j + 1)

    def _is_size_of_one(self, i: int, j: int, value: float) -> bool:
        """Whether German "12er" at token i says the size of the one thing that begins at j, not how many.

        Cases such as "Springer mit 12er Klinge", "100er Karte", "tilidin 100er 2€", "300er lyrica".
        """
        before, after = self._tokens[i - 1].hit, self._tokens[j].hit
        if self._kind(j) in ("", "line") and self._last_is_money():
            return False  # "160€ 2er"
        medicine = before is not None and before.term.concept in self._lists.by_strength
        if medicine and self._comes_in(self._tokens[i - 1].text, value):
            return True
        if after is not None and after.term.concept in self._lists.single:
            return True
        unit = self._known(j + 1)
        weighed = self._kind(j) == "number" and unit is not None and unit.unit == "g"
        if weighed and value >= _LEAST_NOTE and not self._price_follows(j + 2):
            return False  # "50er 6g"
        return not self._counts_at(j)

    def _is_from_to(self, i: int, j: int) -> bool:
        """Cases such as "de 10 a 49 ... 4,50": Spanish and French say "from" and "to" by words that say "of" and "at"."""
        word = self._known(j)
        to = word is not None and "at" in word.roles
        begins = (
            self._tokens[i - 1].text == _FROM and self._kind(i - 2) in _ENDS_A_SUM
        )  # not "plaquette de 10 à 15€"
        return to and begins and self._language in _SAYS_EACH

    def _last_is_money(self) -> bool:
        return bool(self.parts) and self.parts[-1].kind == MONEY

    def _counts_at(self, j: int) -> bool:
        """Whether a price or the thing counted stands here."""
        word = self._known(j)
        return self._kind(j) == "product" or bool(word and word.unit) or self._price_follows(j)

    def _is_grade(self, j: int, word: MeasureWord) -> bool:
        """Whether a word that is neither unit nor money is written onto the number: "1a"."""
        if "for" in word.roles and self._kind(j + 1) == "number" and self._glued(j + 1):
            return False  # "5v80"
        silent = not (word.unit or word.currency or word.slang) and not word.roles & {"per", "each"}
        return self._glued(j) and silent and bool(word.roles)

    def _wants_price(self) -> bool:
        """Whether an amount waits for its price, so that "штуки" and "pounds" are money."""
        last = self._last(FOR, AT, DASH, WORD)
        if (
            last is not None
            and last.kind == NUMBER
            and self.parts[-1].kind == FOR
            and self.parts[-1].unit != ":"
        ):
            return True  # "fifty for twenty-five pound"
        if self.parts and last is not None and last.kind == PRODUCT:
            last = self._last(FOR, AT, DASH, WORD, PRODUCT)  # "5g coke 300 pounds"
        return last is not None and last.kind == AMOUNT
