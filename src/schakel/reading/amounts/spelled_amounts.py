"""Reads numbers and sums of money that are written in words, where what stands beside them shows that they count."""

from collections.abc import Sequence

from schakel.reading.amounts.dozens import in_dozens
from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.number_words import AND, spelled_number
from schakel.reading.amounts.numbers import NumberReader
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    CLOSE,
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
    WORD,
    parse_number,
)
from schakel.reading.amounts.token_reader import PRICE_LIKE, TIMES
from schakel.reading.word_data import data_file

_OPENING = (LINE, STOP, SEPARATOR, PRODUCT, MONEY, NUMBER, EACH, PER)
_HALF, _NOON = 0.5, 12.0
_ALSO_NEW = frozenset[str](data_file("amount_words.toml")["spelled"]["also_new"])
_TEN, _HUNDRED = 10.0, 100.0
_SHARES = (0.25, 0.5, 1.0)
_BEFORE_SPELLED = (FOR, AMOUNT, FROM, AT, PER, EACH)


class SpelledReader(NumberReader):
    """Reads number words and street words for money."""

    def _spelled(self, i: int) -> int:
        """A spelled number, where what stands beside it shows that it counts; 0 otherwise."""
        words, places = self._words_from(i)
        value, taken = spelled_number(words, self._numbers)
        if taken and self._is_article_of(words, places):
            value, taken = self._numbers[words[1]], 2  # "een half" is a half, "eine ganze" one
        if (
            self.parts
            and self.parts[-1].kind in (FOR, AMOUNT)
            and (hundreds := self._short_hundreds(words))[1]
        ):
            value, taken = hundreds
        value, taken = in_dozens(words, value, taken, self._articles, self._language)
        if not taken or value <= 0:
            return 0
        j = places[taken - 1] + 1
        if value < 1 and self._kind(j) == "word" and self._tokens[j].text in self._articles:
            j += 1  # "half a gram"
        if self._is_half_past(i, j, value):
            return self._name(i, j + 1)
        weighs = (known := self._known(i)) is not None and bool(known.unit)
        if taken == 1 and value in _SHARES and not weighs and self._follows_price(i) and self._ends(j):
            part = self._put(PER, i, j)  # "£60 half", "dix euros le demi"
            part.value, part.unit = value, "count"
            return j
        if weighs and taken == 1 and value < _HALF and not ((beside := self._known(j)) and beside.unit):
            return 0  # "quarter for 150" is a quarter of an ounce, "quarter gram 20" one of a gram
        if not self._counts(i, j, taken):
            return 0
        mark = len(self.parts)
        end = self._after_number(i, j, value, True)
        for part in self.parts[mark : mark + 1]:
            part.in_words = True
        return end

    def _words_from(self, i: int) -> tuple[list[str], list[int]]:
        """The words from token i on that a number may take, and their places; a hyphen between two is none."""
        words, places = [], []
        for at in range(i, min(i + 8, self._count)):
            if self._kind(at) == "dash" and self._glued(at):
                continue
            if self._kind(at) != "word":
                break
            words.append(self._tokens[at].text)
            places.append(at)
        return words, places

    def _is_half_past(self, i: int, j: int, value: float) -> bool:
        """Cases such as "tot half 3", "bis halb zwei": a time of day behind a word that leads to one."""
        word = self._known(i - 1)
        leads = self._tokens[i - 1].text in self._lists.before_hours or (
            word is not None and bool(word.roles & {"from", "until"})
        )
        hour = (
            parse_number(self._tokens[j].text)
            if self._kind(j) == "number"
            else self._numbers.get(self._tokens[j].text)
        )
        return (
            value == _HALF
            and leads
            and hour is not None
            and 1 <= hour <= _NOON
            and self._known(j + 1) is None
        )

    def _short_hundreds(self, words: Sequence[str]) -> tuple[float, int]:
        """Cases such as "one eighty", "three twenty five": in English the hundred is left out of a price; (0, 0) for none."""
        ones, taken = spelled_number(words[:1], self._numbers)
        if self._language not in self._lists.short_hundreds or not (1 <= ones < _TEN and ones.is_integer()):
            return 0.0, 0
        rest, more = spelled_number(words[1:], self._numbers)
        return (ones * _HUNDRED + rest, taken + more) if _TEN <= rest < _HUNDRED else (0.0, 0)

    def _follows_price(self, i: int) -> bool:
        """Whether a sum of money stands right before token i, or before its article."""
        article = self._tokens[i - 1].text in self._any_article()
        behind = self.parts[-2:-1] if article else self.parts[-1:]
        return bool(behind) and behind[0].kind == MONEY

    def _ends(self, j: int) -> bool:
        return self._kind(j) in ("", "line", "comma", "stop")

    def _spelled_beside(self, i: int, start: int) -> bool:
        """Whether the part that begins at `start` is a number in words right before token i."""
        return self._is_number_word(i - 1) and start <= self._tokens[i - 1].start and not self._glued(i)

    def _price_in_words(self, j: int) -> float:
        """The value of the words from token j on, if they are one number that ends its piece; 0 otherwise."""
        words: list[str] = []
        for at in range(j, min(j + 6, self._count)):
            joint = self._tokens[at].text in AND and words != [] and self._is_number_word(at + 1)
            if not (joint or self._is_number_word(at)):
                break
            words.append(self._tokens[at].text)
        value, taken = spelled_number(words, self._numbers)
        if taken < len(words):
            value, taken = self._short_hundreds(words)
        return value if taken == len(words) and self._ends(j + taken) else 0.0

    def _is_article_of(self, words: Sequence[str], places: Sequence[int]) -> bool:
        """Whether "a" only leads to a half or a whole; Turkish "bir buçuk" is one and a half."""
        if self._language == "tr" or len(words) < 2 or words[0] not in self._articles:
            return False
        if (value := self._numbers.get(words[1])) is None:
            return False  # a couple is two in English, but in French it may be two people
        ends = self._kind(places[1] + 1) not in ("word", "product")  # not "een hele tray"
        collective = words[1] in self._lists.collective
        return words[1] not in self._articles and (value == 0.5 or collective or (value == 1.0 and ends))

    def _counts(self, i: int, j: int, taken: int) -> bool:
        """Whether a spelled number is an amount or a price here, not an article or a part of a sentence."""
        following = self._known(j)
        if self._measured_by(j) or (following is not None and following.roles & {"upward", "whole"}):
            return True
        first = self._tokens[i].text
        last = self._last()
        known = self._known(i)
        weighs = taken == 1 and known is not None and known.alone  # "quarter 60" is an amount by itself
        opens = (last is None or last.kind in _OPENING) and not weighs
        if taken == 1 and first in self._articles:
            return opens and self._numbers[first] == 1.0 and self._price_follows(j)
        if weighs and self._tokens[i - 1].text in self._any_article():
            return False  # "55 a quarter"
        if last is not None and last.kind in _BEFORE_SPELLED and last.end < self._tokens[i].start:
            return True
        opens = opens and not (
            taken == 1 and first in _ALSO_NEW and self._language == "fr"
        )  # "Glock 17 neuf 2800"
        if self._price_follows(j) and (opens or self._numbers[first] in (0.5, 1.0, 1.5)):
            return True  # "halve 30", "drie 140"
        paired = (
            self._is_priced_dozen(j)
            or self._prices_bracket(i)
            or self._is_price_of_word(i, j)
            or (opens and self._opens_pair(j, self._numbers[first]))
        )
        return paired or self._kind(j) == "product" or self._price_linked(j)

    def _prices_bracket(self, i: int) -> bool:
        """Cases such as "media (50) ciento treinta": a price in words right behind a number in brackets."""
        behind = [part.kind for part in self.parts[-2:]] == [NUMBER, CLOSE]
        return behind and self._price_in_words(i) > 0

    def _is_priced_dozen(self, j: int) -> bool:
        """Cases such as "a dozen 25", "docena de polos 90": a word for a number of things, perhaps the things, and the price."""
        if self._tokens[j - 1].text not in self._lists.collective:
            return False
        holds = self._tokens[j].text in self._lists.holding and self._kind(j + 1) in ("product", "word")
        return self._price_follows(j) or (holds and self._price_follows(j + 2))

    def _is_price_of_word(self, i: int, j: int) -> bool:
        """Cases such as "zwei vierzig", "10 семь с половиной тыщ": the number right before is the amount, and this its price."""
        last = self._last(WORD)  # "lote de 10 mezclados ochocientos"
        return (
            last is not None
            and last.kind == NUMBER
            and self._ends(j)
            and (self._spelled_beside(i, last.start) or self._price_in_words(i) > last.value)
        )

    def _opens_pair(self, j: int, value: float) -> bool:
        """Cases such as "zwei vierzig", "fünfzehn bunte Briefmarken": a price in words or described goods follow."""
        if self._is_number_word(j):
            return self._price_in_words(j) > value
        if value > 1.0 and value.is_integer() and self._priced_thing(j):
            return True
        described = self._known(j) is None and self._tokens[j].text not in self._any_article()
        return described and value > 1.0 and self._kind(j) == "word" and self._kind(j + 1) == "product"

    def _priced_thing(self, j: int) -> bool:
        """Cases such as "twee jassen 200": a word that the lists do not know, and its price that ends the piece."""
        token = self._tokens[j]
        unknown = token.kind == "word" and token.word is None and token.text not in self._any_article()
        before = self._tokens[j - 2]
        if (
            before.kind == "slash"
            or before.text in self._lists.company_any
            or before.text in self._lists.company
        ):
            return False  # "glock w/ two mags $900"
        if not unknown or token.text in self._numbers:
            return False
        at = j + 2 if self._kind(j + 1) in ("dash", "equals", "money") else j + 1
        end = at + 2 if self._kind(at + 1) == "money" else at + 1
        return self._kind(at) == "number" and (self._ends(end) or self._kind(end) in ("flat", "close"))

    def _measured_by(self, j: int) -> bool:
        """Whether a unit, a currency or a times sign follows."""
        before, after = self._known(j - 1), self._known(j)
        if self._kind(j) == "money" and self._kind(j + 1) == "number" and before is not None and before.alone:
            return False  # "quarter £400"
        if after is not None and (after.unit or after.currency or after.slang):
            return True
        if self._tokens[j].text in self._any_article():  # "trente le g", "cent vingt les cinq"
            unit = self._known(j + 1)
            counted = self._kind(j + 1) == "number" or self._is_number_word(j + 1)
            return counted or (unit is not None and bool(unit.unit))
        return self._kind(j) == "money" or (self._kind(j) == "word" and self._tokens[j].text in TIMES)

    def _price_linked(self, j: int) -> bool:
        """Whether "voor" or "=" and a number follow."""
        after = self._known(j)
        if after is not None and "for" in after.roles:
            at = j + 2 if self._tokens[j + 1].text in self._articles else j + 1
            sum_named = (known := self._known(at)) is not None and known.slang_alone  # "ten for a tenner"
            return sum_named or self._kind(j + 1) in ("number", "money") or self._is_number_word(j + 1)
        return self._kind(j) == "equals" and self._kind(j + 1) in PRICE_LIKE

    # ---- money in words

    def _money_word(self, i: int, word: MeasureWord) -> int:
        """Cases such as "euro 50", "een tientje"; 0 where the word is no money here."""
        token = self._tokens[i]
        if word.currency and len(token.text) > 1:
            done = self._prefixed(i, word.currency)
            if done:
                return done
        if word.slang and word.slang_alone and self._counted(i):
            return self._after_number(i, i + 1, word.slang)  # "tientje gr 420", "halbes 40 / fünfer 300"
        if word.slang and word.slang_alone and not word.unit:
            return self._money(i, i + 1, word.slang, word.slang_currency)
        return 0

    def _counted(self, i: int) -> bool:
        """Whether a word for money stands for its number here: a unit or a price follows, and no amount waits."""
        last = self._last(FOR, DASH, WORD)
        if last is not None and last.kind == AMOUNT:
            return False
        after = self._known(i + 1)
        if after is not None and after.unit and not after.roles:
            return self._price_follows(i + 2)
        return self._kind(i + 1) in PRICE_LIKE and self._price_follows(i + 1)
