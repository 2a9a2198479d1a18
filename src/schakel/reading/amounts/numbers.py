"""Reads numbers with what follows them: amounts, strengths, ranges, and money with its sign."""

import re

from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.number_rows import RowReader
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    EACH,
    FOR,
    MONEY,
    NUMBER,
    PER,
    SEPARATOR,
    STRENGTH,
    UNKNOWN,
    WORD,
    Part,
    parse_fraction,
    parse_number,
)
from schakel.reading.amounts.token_reader import CONTAINERS, EUROS, PENCE_EN, THOUSANDS, TIMES

_STRENGTH_UNITS = frozenset({"mg", "ug", "iu"})
_DEEPEST = 3  # numbers that one number may lead into; keeps hostile texts from nesting
_PRICED = ("money", "equals", "number")
_SAYS_EACH = frozenset({"fr", "es"})  # where the word for one piece without an article says "each"
_LAST_HOUR = 24.0
_BEFORE = frozenset("$£")  # signs that stand before their number
_CALIBRE = 9.0  # millimetres
_LIMIT = 1e9  # greater numbers are serial numbers, not amounts


class NumberReader(RowReader):
    """Turns numbers into parts; every method takes the place of a token and gives the next one to read."""

    # ---- numbers

    def _number(self, i: int) -> int:
        text = self._tokens[i].text
        if text == "4" and self._says_for(i):
            self._put(FOR, i)
            return i + 1
        if done := self._rows(i):
            return done
        value = parse_number(text) if text[0] != "0" or not text.isdigit() else None  # "04/22" is a date
        if value is None or not 0 < value <= _LIMIT or self._is_name_number(i) or self._begins_name(i):
            self._put(WORD, i)
            return self._other_end(i)
        if done := self._belongs_elsewhere(i):
            return done
        if self._is_strength(i, value):
            self._put(STRENGTH, i).value = value
            return i + 1
        return self._after_number(i, i + 1, value)

    def _fraction(self, i: int) -> int:
        text = self._tokens[i].text
        follows = self._known(i + 1)
        if "/" in text and (done := self._row_of_two(i)):
            return done
        goods = self._is_weighed(i + 1) and self._price_follows(i + 2)  # "1/4 weed 60"
        if self._language == "en" and self._is_of_an_ounce(i) and (goods or self._kind(i + 1) in _PRICED):
            return self._amount(i, i + 1, 28.0 * parse_fraction(text), "g")
        priced = self._kind(i + 1) == "equals" or (follows is not None and "for" in follows.roles)
        priced = priced or self._opens_row(i)
        if "/" in text and not (follows and follows.unit) and not priced:  # "1/2 voor 25"
            start = self._tokens[i].start
            for at in (0, 2):
                self.parts.append(Part(NUMBER, start + at, start + at + 1, float(text[at])))
                if at == 0:
                    self.parts.append(Part(SEPARATOR, start + 1, start + 2, unit="/"))
            return i + 1
        return self._after_number(i, i + 1, parse_fraction(text))

    def _after_number(self, i: int, j: int, value: float, spelled: bool = False) -> int:
        """Decides by what follows the number at i..j what it is."""
        digits, (value, j) = j, self._thousands(j, value)
        if j > digits and self._tokens[digits].text in THOUSANDS and self._is_gram(j):
            return self._money(i, j, value, "")  # "2k a gram"
        if self._kind(j) == "plus" and self._glued(j):
            if self._kind(j + 1) == "number" and self._glued(j + 1) and value <= 100:
                more = parse_number(self._tokens[j + 1].text) or 0.0
                return self._with_free(i, j + 2, value + (more if more <= value else 0.0))
            return self._after_number_plus(i, j + 1, value)
        return self._range(i, j, value) or self._suffix(i, j, value, spelled)

    def _with_free(self, i: int, j: int, value: float) -> int:
        """Cases such as "5+1": the one on top is part of the amount."""
        mark = len(self.parts)
        end = self._suffix(i, j, value, False)
        if len(self.parts) > mark and self.parts[mark].kind == NUMBER:
            self.parts[mark].kind, self.parts[mark].unit = AMOUNT, "count"
        return end

    def _after_number_plus(self, i: int, j: int, value: float) -> int:
        """Cases such as "5+ gram": a threshold; a plus before a new thing is only a sign between."""
        end = self._suffix(i, j, value, False)
        for part in self.parts[-2:]:
            if part.kind in (AMOUNT, NUMBER) and part.start == self._tokens[i].start:
                part.threshold = True
        return end

    def _range(self, i: int, j: int, value: float) -> int:
        """Cases such as "5-10 g" and "40-50 €" give their lower end; "1-50€" is one for fifty. 0 where it is no range."""
        from_to = self._is_from_to(i, j)
        joint = from_to or self._is_joint(j)
        if joint and self._kind(j + 1) == "noise":
            return self._name(i, j + 1)  # "17 bis 5 Uhr"
        if not joint or self._kind(j + 1) != "number" or self._depth >= _DEEPEST:
            return 0
        high = parse_number(self._tokens[j + 1].text)
        if high is not None and (word := self._known(j + 2)) is not None and "not_an_amount" in word.roles:
            return self._name(i, j + 2)  # "17 bis 5 Uhr"
        if high is None or high <= value:
            return 0
        mark = len(self.parts)
        self._depth += 1
        end = self._after_number(j + 1, j + 2, high)
        self._depth -= 1
        found = self.parts[mark] if len(self.parts) > mark else None
        prices = mark > 0 and self.parts[mark - 1].kind == AMOUNT  # "10g 30 - 50g 100" is no range
        if found is None or not self._ends_range(found, end, value > 0 and high / value <= 3, prices):
            del self.parts[mark:]
            return 0
        found.start = self._tokens[i].start
        if from_to and self.parts[mark - 1 : mark] == [UNKNOWN]:
            del self.parts[mark - 1]  # "de" names nothing
        if found.kind in (AMOUNT, STRENGTH, MONEY):
            found.value *= value / high
        elif found.kind == NUMBER:
            found.value = value
        return end

    def _is_joint(self, j: int) -> bool:
        """Whether token j joins the ends of a range: a dash, or a word such as "tot"."""
        apart = self._kind(j - 1) == "word" and not self._glued(j)  # "docena — 18€"
        until = self._known(j)
        return (self._kind(j) == "dash" and not apart) or (until is not None and "until" in until.roles)

    def _ends_range(self, found: Part, end: int, near: bool, prices: bool) -> bool:
        """Whether what was read of the higher number is the end of a range; `near` it is to the lower one, or behind `prices`."""
        if found.kind != NUMBER:
            return (found.kind in (AMOUNT, STRENGTH, WORD) and not prices) or (found.kind == MONEY and near)
        if near and found.value < 1000 and self._per_follows(end):
            return True
        listed = self._kind(end) in ("equals", "stop") and self._price_follows(end)
        return listed or self._is_priced_range(end)  # "1-99: 4", "10 t/m 49 .... 2,50"

    # ---- what follows a number

    def _suffix(self, i: int, j: int, value: float, spelled: bool) -> int:
        token = self._at(j)
        if token is None or self._is_each_suffix(j):
            return self._bare(i, j, value)
        if token.kind == "money":
            return self._money_after(i, j, value)
        if token.kind == "flat":
            return self._money(i, j + 1, value, "")
        if token.text in TIMES:
            return self._times_after(i, j, value)
        if token.kind == "close" and self._glued(j + 1) and self._kind(j + 1) == "word":
            return self._word_after(i, j + 1, value) or self._bare(i, j, value)  # "(4)gram"
        done = 0
        if self._is_dotted_unit(j):
            done = self._word_after(i, j + 1, value)
        elif token.kind == "product" and token.word is not None:
            done = self._product_after(i, j, value, token.word)
        elif token.kind == "word":
            share = self._share_word(j, value)
            done = self._bare(i, j + 1, value * share) if share else self._word_after(i, j, value)
        return done or self._unit_further_on(i, j, value) or self._bare(i, j, value)

    def _product_after(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        """A word for goods that is also a unit ("pillen") or counts what is not sold ("5000 caladas"); 0 for neither."""
        if "not_an_amount" in word.roles:
            self._put(WORD, i, j)
            return j
        if strength := self._strength_before(i, j, value, word):
            return strength
        if word.unit and (self._prices_alone(j, word) or self._begins_container(j, word)):
            return self._bare(i, j, value)
        if word.unit and self._prices_one(j, value, word):
            return self._price_of_one(i, j, value, word)  # "85 пачка"
        return self._amount(i, j, value * word.factor, word.unit) if word.unit else 0

    def _price_of_one(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        """The number as a price for one of the unit behind it; a word that says "each" is read by itself."""
        end = self._bare(i, j, value)
        if "each" in word.roles:
            return end
        per = self._put(PER, j)
        per.value, per.unit = word.factor, word.unit
        return j + 1

    def _bare(self, i: int, j: int, value: float) -> int:
        part = self._put(NUMBER, i, j)
        part.value = value
        held = self._tokens[i - 1].text in self._lists.holding  # "lot de 10"
        leads = self._tokens[i - 2 if held else i - 1].text
        part.left = self._leaves(i, leads) or self._wanted(i, j, value)
        return j

    def _amount(self, i: int, j: int, value: float, unit: str) -> int:
        part = self._put(STRENGTH if unit in _STRENGTH_UNITS else AMOUNT, i, j)
        part.value, part.unit = value, unit
        part.left = self._tokens[i - 1].text in self._lists.left
        if unit == "kg" and value >= 1000 and re.fullmatch(r"\d[.,]\d{3}", self._tokens[i].text):
            part.value, part.grouped = (
                value / 1000,
                True,
            )  # "1.500 kg" of a street product is a kilo and a half
        if part.kind == STRENGTH:
            return self._per_dose(j)
        if self._kind(j) == "plus" and self._glued(j) and self._kind(j + 1) != "number":
            part.threshold = True
            return j + 1
        return j

    def _money(self, i: int, j: int, value: float, currency: str) -> int:
        if self._is_face_value(j):
            return self._name(i, j)
        part = self._put(MONEY, i, j)
        part.value, part.currency, part.spelled = value, currency, True
        return j

    def _money_after(self, i: int, j: int, value: float) -> int:
        """A sign after a number; "1 €50 2 €90" has it before the next one."""
        if not self._glued(j) and self._kind(j + 1) == "number":
            prefix = self._tokens[j].text in _BEFORE or self._language == "en"
            if self._glued(j + 1) or (prefix and self._kind(j + 2) not in ("money",)):
                return self._bare(i, j, value)
        code = self._tokens[j].word
        return self._money(i, j + 1, value, code.currency if code else "")

    def _prefixed(self, i: int, currency: str) -> int:
        """Money whose sign or word stands before the number; 0 where no number follows."""
        if self._kind(i + 1) != "number" or self._is_no_sum(i, 0.0):
            return 0
        mark = len(self.parts)
        end = self._number(i + 1)
        part = self.parts[mark]
        if part.kind == AMOUNT and self._glued(i + 1):  # "$49 gr": the unit is what the price is for
            del self.parts[mark:]
            value, end = self._thousands(i + 2, parse_number(self._tokens[i + 1].text) or 0.0)
            return self._money(i, end, value, currency)
        if part.kind not in (NUMBER, MONEY):
            return end
        if self._is_face_value(end):
            part.kind = WORD
            return end if self._kind(end) == "product" else end + 1
        part.kind, part.start, part.spelled = MONEY, self._tokens[i].start, True
        part.currency = part.currency or currency
        return end

    def _times_after(self, i: int, j: int, value: float) -> int:
        """Cases such as "10x", "10 x 50", "10 x 1g", "10x 250mg"."""
        if self._kind(j + 1) not in ("number", "fraction") or self._depth >= _DEEPEST:
            word = self._known(j + 1)
            if word is not None and "not_an_amount" in word.roles:
                return self._name(i, j + 1)  # "5x strength"
            if word is not None and word.unit and word.unit not in _STRENGTH_UNITS and not word.roles:
                return self._amount(i, j + 2, value * word.factor, word.unit)
            return self._amount(i, j + 1, value, "count")
        mark = len(self.parts)
        self._depth += 1
        end = self._number(j + 1) if self._kind(j + 1) == "number" else self._fraction(j + 1)
        self._depth -= 1
        inner = self.parts[mark] if len(self.parts) > mark else None
        if inner is not None and inner.kind == AMOUNT and inner.unit != "count":
            inner.start, inner.value = self._tokens[i].start, inner.value * value
            packs = self._known(end)
            if packs is not None and packs.unit in CONTAINERS and self._price_follows(end + 1):
                inner.value, inner.unit = value, packs.unit  # "10 x 50g pouches £120"
                return end + 1
            return end
        count = Part(AMOUNT, self._tokens[i].start, self._tokens[j].end, value, "count")
        self.parts.insert(mark, count)
        return end

    def _word_after(self, i: int, j: int, value: float) -> int:
        """A unit, currency or street word for money right after the number; 0 for none."""
        word = self._tokens[j].word
        if word is None and (counted := self._counted_by(j, value)):
            return self._amount(i, j + 1, value, counted)
        if self._numbers.get(self._tokens[j].text) == 0.5:
            unit = self._known(j + 1)
            if unit is not None and unit.unit:  # "3 halve grammen", but "quarter 60 half oz 110"
                if self._prices_alone(j + 1, unit):
                    return self._bare(i, j, value)
                return self._amount(i, j + 2, value * 0.5 * unit.factor, unit.unit)
        if word is None or self._is_grade(j, word):
            name = self._glued(j) and self._tokens[j].text not in self._numbers
            return self._name(i, j) if name else 0  # "4chan", "1a"
        apart = self._strength_before(i, j, value, word) or self._told_apart(i, j, value, word)
        return apart or self._local_unit(i, j, value) or self._known_after(i, j, value, word)

    def _local_unit(self, i: int, j: int, value: float) -> int:
        """Cases such as "30 mil" of a liquid in English, where Spanish counts thousands; 0 for none."""
        unit = self._lists.local_units.get(self._language, {}).get(self._tokens[j].text)
        if unit is None:
            return 0
        return self._name(i, j + 1) if value == _CALIBRE else self._amount(i, j + 1, value, unit)

    def _known_after(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        money = bool(word.slang or word.currency)
        if "per" in word.roles:
            return 0
        if word.unit and (end := self._end_of_ladder(i, j)):
            self._bare(i, j, value)
            return end
        if word.unit and not (money and self._wants_price()):
            return self._amount(i, j + 1, value * word.factor, word.unit)
        if word.slang and "from" not in word.roles:
            return self._slang_after(i, j, value, word)
        if word.currency:
            return self._currency_after(i, j, value, word)
        counts = "not_an_amount" not in word.roles or self._leads(j, word) or self._counts_people(value)
        return 0 if counts else self._name(i, j)

    def _told_apart(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        """A number to which the unit word behind it does not belong; 0 where it does."""
        if word.unit and (self._prices_alone(j, word, value) or self._begins_container(j, word)):
            return self._bare(i, j, value)
        if word.unit and self._prices_one(j, value, word):
            return self._price_of_one(i, j, value, word)
        if self._tokens[j].text == PENCE_EN and self._language == "en" and self._glued(j) and value < 100:
            return self._money(i, j + 1, value / 100, "GBP")  # "50p" are pence
        if self._counts_shots(i, j):
            return self._name(i, j)
        if unit := self._counted_by(j, value):
            return self._amount(i, j + 1, value, unit)
        named = j if self._is_size_of_box(j, value) else self._named_by(i, j, value, word)
        if named:
            self._put(STRENGTH, i, named).value = value
        return named

    def _name(self, i: int, j: int) -> int:
        self._put(WORD, i, j + 1)
        return j + 1

    def _currency_after(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        if self._tokens[j].text == EUROS:
            second = value <= 5 and self._kind(j + 1) == "word" and self._known(j + 1) is None
            second = second or self._is_ordinal(i, j, value)
            if not self._glued(j) or second:
                return self._name(i, j) if second else 0  # "2e accu"
        if self._is_no_sum(j, value):
            return 0
        end = self._money(i, j + 1, value, word.currency)
        if self._tokens[j].text.rpartition("'")[2] in self._lists.at_each.get(self._language, ()):
            self._put(EACH, j)  # "500 adet 90 TL'den"
        return end

    def _slang_after(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        if word.slang_currency:
            return self._money(i, j + 1, value * word.slang, word.slang_currency)
        if self._depth >= _DEEPEST or value * word.slang > _LIMIT:
            return self._bare(i, j, value)
        rest = (
            self._rest_of_thousands(j + 1) if word.slang == 1000.0 and len(self._tokens[j].text) > 1 else 0.0
        )
        self._depth += 1
        end = self._suffix(i, j + 2 if rest else j + 1, value * word.slang + rest, True)
        self._depth -= 1
        return end

    def _priced_before(self, i: int, j: int) -> bool:
        """Cases such as "90 tabs 110 rivotril strip 25": the number is the price of the amount before it."""
        unit, before = self._known(j + 1), self._known(i - 1)
        amount = before is not None and bool(before.unit) and self._kind(i - 2) in ("number", "fraction")
        return amount and unit is not None and unit.unit in CONTAINERS and self._price_follows(j + 2)

    def _unit_further_on(self, i: int, j: int, value: float) -> int:
        """Cases such as "100 xtc pillen", "10 rode pillen": the unit stands after the product or an unknown word."""
        seen_product = False
        for step in range(3):
            token = self._at(j + step)
            if token is None or token.kind not in ("word", "product") or self._ends_phrase(token.text):
                return 0  # "300 le litre" is a price, and so is "55 incl ballonnen"
            if token.kind == "product" and self._priced_before(i, j + step):
                return 0
            word = token.word
            if (
                step
                and word is not None
                and word.unit
                and not word.roles
                and word.unit not in _STRENGTH_UNITS
            ):
                if token.kind == "word" and word.unit in ("g", "kg") and not seen_product:
                    return 0
                part = self._put(AMOUNT, i, j)
                part.value, part.unit = value * word.factor, word.unit
                self._used.add(j + step)
                return j
            if token.kind == "word" and (word is not None or token.text in self._numbers):
                return 0
            seen_product |= token.kind == "product"
        return 0
