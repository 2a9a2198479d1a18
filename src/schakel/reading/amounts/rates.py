"""Tells what a price is for by the words beside it: each, per one of the goods, a former price, a sum on top."""

from schakel.reading.amounts.lone_units import LoneUnitReader
from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    EACH,
    FOR,
    FROM,
    LINE,
    MONEY,
    NUMBER,
    OPEN,
    PRODUCT,
    SEPARATOR,
    STOP,
    WORD,
)
from schakel.reading.word_data import data_file

NAMES_COUNT = frozenset(
    {"pill", "tab", "seal", "piece", "thing", "strip", "box", "pack", "small box", "carton"}
)  # say what "100x ..." counts
_WORDS = data_file("amount_words.toml")["rates"]
_SHORT_PER = frozenset[str](_WORDS["short_per"])
_PER_DE, _FOR_FR = _WORDS["per_de"], _WORDS["for_fr"]
_EACH_BEFORE = frozenset[str](_WORDS["each_before"])
_COURSE = _WORDS["course_de"]


class RateReader(LoneUnitReader):
    """Reads the words that make a price that of one, or of nothing on sale."""

    def _rate(self, i: int, j: int) -> str:
        """What "per" at token i does before token j: it leads to the price of each, or says that the price before is so."""
        if self._rates_each(i):
            return AT
        return EACH if self._begins_rate(i) or self._rates_goods(j) else ""

    def _otherwise(self, i: int, word: MeasureWord) -> int:
        """Cases such as "58 le g à partir de 10, sinon 65": the amount is told, what follows is the price of one; 0 elsewhere."""
        if "otherwise" not in word.roles or not self._ends_threshold():
            return 0
        self._put(STOP, i)
        self._put_per(i, i + 1, 1.0, "count")
        return i + 1

    def _former_price(self, i: int, word: MeasureWord) -> int:
        """Cases such as "240€ (antes 300)", "statt 80 nur 70": a price that holds no more; 0 where none follows."""
        j = i + 2 if self._kind(i + 1) == "equals" else i + 1
        instead = "instead" in word.roles
        if not (instead or "formerly" in word.roles) or self._kind(j) not in ("number", "money"):
            return 0
        mark = len(self.parts)
        sign = self._known(j)
        end = (
            self._number(j) if self._kind(j) == "number" else self._prefixed(j, sign.currency if sign else "")
        )
        told = self.parts[mark:]
        del self.parts[mark:]
        if len(told) != 1 or told[0].kind not in (NUMBER, MONEY):
            return 0
        if self._price_follows(end) and not instead:
            return 0
        return self._name(i, end - 1)

    def _lists_amounts(self, j: int) -> bool:
        """Whether an amount with its unit and a price stand at token j."""
        unit = self._known(j + 1)
        return (
            self._kind(j) == "number" and unit is not None and bool(unit.unit) and self._price_follows(j + 2)
        )

    def _ends_threshold(self) -> bool:
        """Whether the part before, or before a comma, is an amount behind "from": "à partir de 10, sinon 65"."""
        before = [part.kind for part in self.parts[-3:] if part.kind != SEPARATOR]
        return before[-1:] in ([NUMBER], [AMOUNT]) and FROM in [part.kind for part in self.parts[-4:]]

    def _goods_beside(self) -> bool:
        """Whether goods or an amount stand in this piece of the line, or in the one right before: "demper erbij? +300"."""
        for k, part in enumerate(reversed(self.parts[:-1])):
            if part.kind in (PRODUCT, AMOUNT):
                return True
            if part.kind in (LINE, STOP, SEPARATOR, MONEY, OPEN) and k:
                return False
        return False

    def _short_per(self, i: int) -> int:
        """Cases such as "p60", "iphone 15 pro 600" and French "50 p 100", where "p" and "pro" are no "per"."""
        text = self._tokens[i].text
        if text not in _SHORT_PER or self._kind(i + 1) != "number":
            return 0
        if self._glued(i + 1) or (text == _PER_DE and not self._is_german_per(i)):
            return self._skip(i)
        if text == _FOR_FR and self._language == "fr":
            self._put(FOR, i)
            return i + 1
        return 0

    def _rates_each(self, i: int) -> bool:
        """Cases such as "ab 5 je 100": an amount before, and a price that ends the piece: so much for each."""
        last = self._last()
        amount = last is not None and last.kind in (AMOUNT, NUMBER)
        ends = self._kind(i + 2) in ("", "line", "comma", "stop", "money")
        return self._tokens[i].text in _EACH_BEFORE and amount and self._kind(i + 1) == "number" and ends

    def _begins_rate(self, i: int) -> bool:
        """Cases such as "Cube und Haibike, je 700": a price that ends the piece, with no amount before: that of one."""
        last = self._last()
        begins = last is None or last.kind in (SEPARATOR, STOP, LINE, PRODUCT, WORD)
        ends = self._kind(i + 2) in ("", "line", "comma", "stop", "money")
        return self._tokens[i].text in _EACH_BEFORE and begins and self._kind(i + 1) == "number" and ends

    def _rates_goods(self, j: int) -> bool:
        """Cases such as "350 pro Konto", "80 quid per cat": a price, and a word for goods that are sold singly."""
        last, hit = self._last(), self._tokens[j].hit
        priced = last is not None and last.kind in (NUMBER, MONEY)
        known = self._known(j)
        unit = known is not None and bool(known.unit)
        return priced and not unit and hit is not None and hit.term.concept in self._lists.single

    def _course(self, i: int) -> int:
        """Cases such as "Kurs 7", "100g Kurs 7", "9er Kurs ab 50g": so much for one; 0 where no number stands beside."""
        if self._tokens[i].text != _COURSE:
            return 0
        last, follows = self._last(), self._kind(i + 1) == "number"
        if follows and last is not None and last.kind in (AMOUNT, NUMBER):
            self._put(AT, i)
            return i + 1
        if not follows and (last is None or last.kind not in (NUMBER, MONEY)):
            return self._skip(i)
        self._put_per(i, i + 1, 1.0, "count")
        return i + 1

    def _per_one(self, i: int) -> int:
        """Cases such as "bricks, 23 per.": so much for each; 0 where it is not said at the end of a piece."""
        last, ends = self._last(), self._kind(i + 1) in ("", "line", "comma", "stop")
        if self._tokens[i].text != "per" or not ends or last is None or last.kind not in (NUMBER, MONEY):
            return 0
        self._put(EACH, i)
        return i + 1

    def _skip(self, i: int) -> int:
        part = self._put(WORD, i)
        word = self._known(i)
        if word is not None and "sold_whole" in word.roles:
            part.unit, part.whole = word.unit or "thing", True
        elif word is not None and word.unit in NAMES_COUNT and i not in self._used:
            part.unit = word.unit
        return i + 1
