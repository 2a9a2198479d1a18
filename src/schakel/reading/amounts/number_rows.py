"""Reads amounts and prices that stand in two rows: "1/2/5 - 1700/3200/7500"."""

from itertools import pairwise

from schakel.reading.amounts.number_names import NumberNames
from schakel.reading.amounts.offer_parts import AMOUNT, FOR, MONEY, NUMBER, SEPARATOR, parse_number
from schakel.reading.word_data import data_file

_ENDS = ("", "line", "stop", "comma", "slash", "close")
_PAIR_AND_HALF = 3  # numbers before the last price of two pairs
_SINGULAR_ES = data_file("amount_words.toml")["rates"]["singular_es"]
_LIMITS = data_file("amount_limits.toml")["number_rows"]
_LEAST_RATE: float = _LIMITS["least_rate"]
_MOST_RATE: float = _LIMITS["most_rate"]
_DEARER: float = _LIMITS["dearer"]
_Row = list[tuple[int, int, float]]  # first token, the one behind, value


class RowReader(NumberNames):
    """Pairs each amount of one row with the price at its place in the other."""

    def _rows(self, i: int) -> int:
        """Puts the pairs of two rows of the same length, and gives the next token; 0 where there are none."""
        if self._kind(i + 1) != "slash" or not self._glued(i + 1) or self._kind(i + 2) != "number":
            return 0
        amounts, j = self._row(i)
        word = self._known(j)
        unit, factor = (word.unit, word.factor) if word is not None and word.unit else ("count", 1.0)
        j += unit != "count"
        leads = self._known(j)
        if self._kind(j) not in ("dash", "equals") and not (leads is not None and "for" in leads.roles):
            return 0
        prices, end = self._row(j + 1) if self._kind(j + 1) == "number" else ([], j)
        if len(amounts) != len(prices) or not _rises(amounts, prices):
            return 0
        return self._put_pairs(amounts, prices, (unit, factor), end)

    def _put_pairs(self, amounts: _Row, prices: _Row, measure: tuple[str, float], end: int) -> int:
        """Puts each amount with its price; gives the token behind the last, and behind its currency."""
        unit, factor = measure
        sign = self._known(end)
        for (first, behind, amount), (one, after, price) in zip(amounts, prices, strict=True):
            part = self._put(AMOUNT, first, behind)
            part.value, part.unit = amount * factor, unit
            self._put(FOR, one)
            money = self._put(MONEY, one, after)
            money.value, money.spelled = price, True
            money.currency = sign.currency if sign is not None else ""
        return end + (self._kind(end) == "money" or bool(sign is not None and sign.currency))

    def _end_of_ladder(self, i: int, j: int) -> int:
        """Cases such as "1/60 5/250 10/450 g/€", "1=40 5=180 gr.": the unit of all amounts stands behind the last price.

        Gives the token behind the unit at j, or j where it tells what the price is for; 0 where it is the unit of the number at i.
        """
        if self._is_rated_in_singular(i, j):
            return j
        if self._kind(i - 1) not in ("slash", "equals") or self._kind(i - 2) != "number":
            return 0
        end = j + 3 if self._kind(j + 1) == "slash" and self._kind(j + 2) == "money" else j + 1
        if self._kind(end) not in _ENDS and end == j + 1:
            return 0
        line: list[str] = []
        for part in reversed(self.parts[-8:]):
            if part.kind not in (NUMBER, FOR, SEPARATOR):
                break
            line.append(part.kind)
        return end if line.count(NUMBER) >= _PAIR_AND_HALF and line[1:2] == [NUMBER] else 0

    def _row_of_two(self, i: int) -> int:
        """Cases such as "1/2 г — 2100/3900": two amounts that look like a half, with two prices; 0 for a half."""
        word = self._known(i + 1)
        unit, factor = (word.unit, word.factor) if word is not None and word.unit else ("count", 1.0)
        j = i + 2 if unit != "count" else i + 1
        if self._kind(j) not in ("dash", "equals") or self._kind(j + 1) != "number":
            return 0
        prices, end = self._row(j + 1)
        amounts = [(i, i + 1, float(digit)) for digit in self._tokens[i].text.split("/")]
        if len(prices) != len(amounts) or not _rises(amounts, prices):
            return 0
        return self._put_pairs(amounts, prices, (unit, factor), end)

    def _opens_row(self, i: int) -> bool:
        """Cases such as "½ 25 1 45 2 85": a half and its price, then one and a higher price."""
        row = [
            self._tokens[k].text for k in range(i + 1, min(i + 6, self._count)) if self._kind(k) != "comma"
        ]
        half, one, whole = row[:3] if len(row) > 2 else ("", "", "")
        if self._tokens[i].text != "1/2" or one != "1" or not (half.isdecimal() and whole.isdecimal()):
            return False
        return 1 < int(half) < int(whole)

    def _row(self, i: int) -> tuple[_Row, int]:
        """The numbers with slashes between them from token i on, and the token behind."""
        row: _Row = []
        while True:
            digits = parse_number(self._tokens[i].text)
            if digits is None:
                return [], i
            value, end = self._thousands(i + 1, digits)
            row.append((i, end, value))
            if self._kind(end) != "slash" or not self._glued(end) or self._kind(end + 1) != "number":
                return row, end
            i = end + 1

    def _is_rated_in_singular(self, i: int, j: int) -> bool:
        """Cases such as "cristal 70 gramo": in Spanish so many grams have an s, so that the singular says what the price is for."""
        singular = self._language == "es" and self._tokens[j].text == _SINGULAR_ES
        value = parse_number(self._tokens[i].text) if self._kind(i) == "number" else None
        return singular and _LEAST_RATE <= (value or 0.0) <= _MOST_RATE and not self._price_follows(j + 1)


def _rises(amounts: _Row, prices: _Row) -> bool:
    """Whether more costs more in both rows, and each price is a price of its amount."""
    more = all(a[2] < b[2] for row in (amounts, prices) for a, b in pairwise(row))
    return more and all(
        price[2] >= _DEARER * amount[2] for amount, price in zip(amounts, prices, strict=True)
    )
