"""Reads units that stand without a number: "gram 50", "50 le gramme", "kilo op aanvraag"."""

from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    DASH,
    FOR,
    FROM,
    LINE,
    MONEY,
    NUMBER,
    OPEN,
    PER,
    SEPARATOR,
    WORD,
    Part,
    parse_number,
)
from schakel.reading.amounts.spelled_amounts import SpelledReader
from schakel.reading.amounts.token_reader import CONTAINERS, INSIDE
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["lone_units"]
_FULL_BOX: float = _LIMITS["full_box"]
_WRAPPED = CONTAINERS | {"block", "ball"}
_POINT_EN = data_file("amount_words.toml")["counts"]["decimal_point_en"]
_TENTHS = frozenset("23456789")
_MEASURED = frozenset({"g", "kg", "l"})


class LoneUnitReader(SpelledReader):
    """Tells whether a unit without a number means one of it, or what a price is for."""

    def _unit_alone(self, i: int, word: MeasureWord) -> int:
        """Cases such as "gram 50", "50 le gramme", "2500 за грамм"; 0 where the unit word says nothing here."""
        last = self._last(FOR, AT)
        if (
            self._kind(i - 1) == "open"
            and self._kind(i + 1) == "close"
            and (done := self._in_brackets(i, word))
        ):
            return done
        if self._is_decimal_point(i, word):
            part = self._put(AMOUNT, i, i + 2)
            part.value, part.unit = float(f"0.{self._tokens[i + 1].text}"), word.unit
            return i + 2
        if last is not None and self._says_per(i, last):
            self._put_per(i, i + 1, word.factor, word.unit)
            return i + 1
        if self._rates_threshold(i, word):
            self._put_per(i, i + 1, word.factor, word.unit)
            return i + 1
        free = last is None or last.kind != AMOUNT
        one = self._holds_number(i + 1, word) or (word.alone and self._stands_for_one(i + 1, word))
        one = one or self._is_least(i, word)
        if free and (one or self._is_in_a_row(i, word) or self._ends_priced_line(i, word)):
            part = self._put(AMOUNT, i)
            part.value, part.unit, part.alone = word.factor, word.unit, True
            if self._holds_number(i + 1, word):
                self._used.add(i + 1)  # "of" is no "or" here
            return i + 1
        return 0

    def _is_least(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "гашиш от килограмма", "hasj vanaf kilo": from one of it on."""
        from_it = bool(self.parts) and self.parts[-1].kind == FROM
        return from_it and word.unit in _MEASURED and self._ends(i + 1)

    def _is_in_a_row(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "(eighth / quarter / zip)": weights with slashes between them head the columns of a table."""
        beside = [
            self._known(k) for k, slash in ((i - 2, i - 1), (i + 2, i + 1)) if self._kind(slash) == "slash"
        ]
        return word.unit == "g" and any(one is not None and one.alone and one.unit == "g" for one in beside)

    def _ends_priced_line(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "£40 | eighth": a line of nothing but a price, a sign and a weight."""
        row = [part.kind for part in self.parts[-3:]]
        begins = row[-2:] == [MONEY, SEPARATOR] and (len(self.parts) == 2 or row[0] in (LINE, SEPARATOR))
        return begins and word.alone and word.unit in _MEASURED and self._kind(i + 1) in ("", "line")

    def _in_brackets(self, i: int, word: MeasureWord) -> int:
        """Cases such as "shag (kilo) 85", "sulphate 30 (gram)": the unit of the price beside it; 0 for none."""
        beside = [part.kind for part in self.parts[-6:] if part.kind not in (FOR, AT, DASH, OPEN)][-2:]
        if beside[-1:] in ([NUMBER], [MONEY]):
            if beside[0] in (NUMBER, AMOUNT):
                return 0  # "1 ➜ £80, 2 ➜ £150 (grams)"
            self._put_per(i, i + 1, word.factor, word.unit)
            return i + 1
        if not self._price_follows(i + 2) or beside[-1:] == [AMOUNT]:
            return 0
        part = self._put(AMOUNT, i)
        part.value, part.unit, part.alone = word.factor, word.unit, True
        return i + 1

    def _is_decimal_point(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "point 5 £40": in English tenths of a gram, one digit and its price."""
        spoken = self._language == "en" and self._tokens[i].text == _POINT_EN and bool(word.unit)
        digit = self._tokens[i + 1].text
        return spoken and digit in _TENTHS and self._kind(i + 1) == "number" and self._price_follows(i + 2)

    def _rates_threshold(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "50 karton ve üzeri, kartonu 540", "5 gram üstü gramı 450": behind a least amount, the price of one of its units."""
        said = self.parts[:-1] if self.parts and self.parts[-1].kind == SEPARATOR else self.parts
        if not said:
            return False
        least = said[-1]
        return (
            least.kind == AMOUNT
            and least.threshold
            and least.unit == word.unit
            and self._price_follows(i + 1)
        )

    def _holds_number(self, j: int, word: MeasureWord) -> bool:
        """Cases such as "strip van 10", "strips of 10": one container and what is inside."""
        of = self._kind(j) == "word" and self._tokens[j].text in self._lists.holding
        return of and word.unit in CONTAINERS and self._kind(j + 1) == "number"

    def _stands_for_one(self, j: int, word: MeasureWord) -> bool:
        """Cases such as "gram 50", "doos (50 st) 350", "blok wit 24.5", "kilo wit": one of the unit."""
        if (self._glued(j) and len(self._tokens[j - 1].text) == 1) or self._in_company(j - 2):
            return False  # "g4" is a name; "with box and papers", "bij ons"
        bracket = self._kind(j) == "open" and self._kind(j + 1) == "number"
        if word.unit in _MEASURED and self._is_on_request(j):
            return True
        if self._price_in_words(j):
            return True  # "ein Streifen fünfundzwanzig"
        return bracket or self._price_follows(j) or self._counted_inside(j, word) or self._of_a_ware(j, word)

    def _is_on_request(self, j: int) -> bool:
        """Cases such as "kilo op aanvraag": one of the unit, at a price that is not told."""
        following = self._known(j)
        return following is not None and "on_request" in following.roles

    def _of_a_ware(self, j: int, word: MeasureWord) -> bool:
        """Cases such as "kilo wit", "caja de bengalas 30€": the thing measured, or a price close behind it."""
        for at in range(j, j + 5):
            if at > j and word.unit in CONTAINERS and self._price_follows(at):
                return True
            if self._kind(at) == "product":
                return word.unit in _MEASURED or word.unit in _WRAPPED or self._price_follows(at + 1)
            known = self._known(at)
            if self._kind(at) != "word" or (known is not None and (known.unit or known.currency)):
                return False
        return False

    def _in_company(self, i: int) -> bool:
        """Whether the word before says that the container comes with something else."""
        token = self._at(i)
        return token is not None and token.text in self._lists.company

    def _counted_inside(self, j: int, word: MeasureWord) -> bool:
        """Cases such as "коробка 24 шт — 1900": the number of things inside, and then the price."""
        if word.unit in CONTAINERS and self._language != "tr" and self._content_priced(j):
            return True  # "strip 14 = 20"
        many = self._kind(j) == "number" and (parse_number(self._tokens[j].text) or 0.0) >= _FULL_BOX
        if word.unit == "box" and many and self._price_word(j + 1):
            return True  # "doos 100 voor 300"
        unit = self._known(j + 1) if word.unit in CONTAINERS else None
        inside = self._kind(j) == "number" and unit is not None and unit.unit in INSIDE
        return inside and self._price_follows(j + 2)

    def _says_per(self, i: int, last: Part) -> bool:
        before = self._at(i - 1)
        if before is None:
            return False
        if last.kind == MONEY:
            return not self._price_follows(i + 1) or self._threshold_follows(i + 1)
        if last.kind == WORD and before.text in self._any_article() and len(self.parts) > 1:
            return self.parts[-2].kind in (MONEY, NUMBER)
        linked = before.word is not None and bool(before.word.roles & {"for", "per", "at"})
        return last.kind == NUMBER and (linked or self._is_rated_in_singular(i - 1, i))

    def _threshold_follows(self, j: int) -> bool:
        """Cases such as "$4 a gram from 500 g": an amount, not the next price."""
        word, unit = self._known(j), self._known(j + 2)
        starts = word is not None and "from" in word.roles and self._kind(j + 1) == "number"
        return starts and unit is not None and bool(unit.unit)

    def _put_per(self, i: int, j: int, value: float, unit: str) -> None:
        part = self._put(PER, i, j)
        part.value, part.unit = value, unit
