"""Reads the words between the numbers: per, each, from, for, currencies, units that stand alone."""

from collections.abc import Callable

from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    CLOSE,
    DASH,
    EACH,
    FOR,
    FREE,
    FROM,
    LINE,
    MINIMUM,
    MONEY,
    NOT_A_PRICE,
    NUMBER,
    OPEN,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    STRENGTH,
    UNKNOWN,
    WHOLE,
    WORD,
    Part,
    parse_number,
)
from schakel.reading.amounts.rates import NAMES_COUNT, RateReader
from schakel.reading.amounts.token_reader import PRICE_LIKE, TIMES
from schakel.reading.word_data import data_file

_ROLE_PARTS = (
    ("each", EACH),
    ("from", FROM),
    ("minimum", MINIMUM),
    ("for", FOR),
    ("at", AT),
    ("not_a_price", NOT_A_PRICE),
    ("free", FREE),
    ("whole", WHOLE),
    ("and", SEPARATOR),
)
_SIGN_PARTS = {
    "equals": FOR,
    "dash": DASH,
    "comma": SEPARATOR,
    "plus": SEPARATOR,
    "at": AT,
    "line": LINE,
    "close": CLOSE,
    "open": OPEN,
}
_PER_OF = (NUMBER, MONEY, STRENGTH)
_WORDS = data_file("amount_words.toml")
_ABOUT = frozenset[str](_WORDS["about"]["words"])
_KILO = frozenset[str](_WORDS["thousands"])  # after "per"
_MEASURED = frozenset({"g", "ml", "l", "kg"})
_EACH_OF = frozenset[str](_WORDS["rates"]["each_ru"])
_PAR, _ARTICLE = _WORDS["rates"]["par_fr"], _WORDS["article_en"]
_TABLETS = "steroids"
_NAMED_PORTIONS = frozenset({"ball", "strip", "thing"})  # "bolletje" is a ware and its unit


class PartReader(RateReader):
    """Turns the tokens of a text into the parts of its offers, from left to right."""

    def read(self) -> list[Part]:
        """All parts in order."""
        i, n, parts, meant = 0, self._count, self.parts, self._meant
        while i < n:
            token = self._tokens[i]
            kind = token.kind
            if kind == "word" and token.word is None and token.text not in meant:
                parts.append(UNKNOWN)
                i += 1
                continue
            handler = _HANDLERS.get(kind)
            if handler is not None:
                i = handler(self, i)
            else:
                part = Part(_SIGN_PARTS.get(kind, WORD), token.start, token.end)
                part.unit = ":" if token.text[0] == ":" else ""
                self.parts.append(part)
                i += 1
        return self.parts

    # ---- signs

    def _sign(self, i: int) -> int:
        """A currency sign before its number."""
        word = self._known(i)
        return self._prefixed(i, word.currency if word else "") or self._skip(i)

    def _slash(self, i: int) -> int:
        """Cases such as "50€/g" and "3,50 /st" say what the price is for; other slashes only separate."""
        word = self._known(i + 1)
        last = self._last()
        # "60 / oz 180", "1500 / joint 3 adet 600": the next line of the ladder
        rung = not self._glued(i) and (self._price_follows(i + 2) or self._kind(i + 2) == "number")
        if word is not None and word.unit and last is not None and not rung and last.kind in _PER_OF:
            self._put_per(i, i + 2, word.factor, word.unit)
            return i + 2
        priced = last is not None and last.kind == MONEY and self._kind(i + 1) == "number"
        following = self._known(i + 2)
        if priced and following is not None and following.unit and self._kind(i + 3) in ("number", "money"):
            priced = False  # "8€/10 St 60€"
        priced = priced or self._prices_measure(i, last)
        part = self._put(FOR if priced and self._glued(i + 1) else SEPARATOR, i)
        part.unit = "/"  # "$55/5g" links, "1g 50 / 2g 90" separates
        return i + 1

    def _prices_measure(self, i: int, last: Part | None) -> bool:
        """Cases such as "600/1gr, 4800/10gr": a number and a smaller weight or content that has no price of its own."""
        if last is None or last.kind != NUMBER or not (self._glued(i) and self._glued(i + 1)):
            return False
        unit, amount = self._known(i + 2), parse_number(self._tokens[i + 1].text)
        measured = self._kind(i + 1) == "number" and unit is not None and unit.unit in _MEASURED
        own = self._price_follows(i + 3) or self._kind(i + 3) == "slash"
        return (
            measured
            and amount is not None
            and not own
            and (last.value > amount or unit is None or unit.unit == "ml")
        )

    def _stop(self, i: int) -> int:
        """A row of dots leads to the price; one dot after a unit is an abbreviation; the rest ends a sentence."""
        text = self._tokens[i].text
        if (len(text) > 1 and text[0] in ".…") or text == "…":
            self._put(FOR, i)
            return i + 1
        before, after = self._at(i - 1), self._kind(i + 1)
        short = before is not None and before.word is not None and len(before.text) <= 4
        short = short and before is not None and before.kind != "money"  # "60$. 10'lu paket 200$"
        short = short and before is not None and before.text not in self._lists.no_abbreviation
        if text == "." and before is not None and before.text in self._lists.company:
            return i + 1  # "incl. mail 900"
        unit = short and before is not None and before.word is not None and bool(before.word.unit)
        if text == "." and (unit or (short and after in PRICE_LIKE) or self._glued(i + 1)):
            return i + 1
        self._put(STOP, i)
        return i + 1

    def _plus(self, i: int) -> int:
        """Cases such as "courier in all of Berlin (+10€)": a sum on top where no goods are named is no price of any."""
        part = self._put(SEPARATOR, i)
        begins = not self._glued(i) or self._kind(i - 1) == "open"
        counted = self._kind(i + 1) in ("number", "money") and self._glued(i + 1)
        if not (begins and counted) or self._goods_beside():
            return i + 1
        mark = len(self.parts)
        end = self._number(i + 1) if self._kind(i + 1) == "number" else self._sign(i + 1)
        told = self.parts[mark:]
        if len(told) == 1 and told[0].kind in (NUMBER, MONEY) and not self._price_follows(end):
            told[0].kind, part.kind = WORD, WORD
        return end

    def _times(self, i: int) -> int:
        """Cases such as "x10" after a product counts it; between a thing and its price it only separates."""
        last = self._last(SEPARATOR, STOP)
        if self._kind(i + 1) != "number" or last is None:
            return self._skip(i)
        if self._kind(i + 2) == "equals" and self._lists_amounts(i + 3):
            return self._name(i, i + 1)  # "filtré x3 : 5g 40": a grade that heads its list
        mark = len(self.parts)
        end = self._number(i + 1)
        part = self.parts[mark]
        if part.kind == NUMBER and last.kind not in (AMOUNT, NUMBER):
            named = [p.unit for p in self.parts[max(0, mark - 3) : mark] if p.kind == WORD and p.unit]
            part.kind, part.unit = AMOUNT, (named[-1] if named else "count")
        if part.kind == AMOUNT and last.kind in (EACH, PER):
            part.threshold = True  # "6.50 each x 60"
        elif part.kind == MONEY and last.kind == AMOUNT:
            self.parts.insert(mark, Part(AT, self._tokens[i].start, self._tokens[i].end))
        return end

    def _product(self, i: int) -> int:
        token, last = self._tokens[i], self._last(FOR, AT)
        rated = last is not None and token.word is not None and bool(token.word.unit)
        if rated and token.word and last and (self._rates(i, last) or self._rates_threshold(i, token.word)):
            self._put_per(i, i + 1, token.word.factor, token.word.unit)
            self.parts[-1].end = token.start
        part = self._put(PRODUCT, i)
        part.hit, part.unit_word = token.hit, token.word is not None and bool(token.word.unit)
        part.unit_name = token.word.unit if token.word is not None else ""
        last_word = self._lists.words.get(token.text.rpartition(" ")[2]) if " " in token.text else None
        if token.text in self._lists.tablet_names:
            part.counts = "pill"
        elif token.text.endswith(self._lists.thing_endings) or (
            token.word is not None and "sold_whole" in token.word.roles
        ):
            part.counts, part.whole = "thing", True
        elif last_word is not None and last_word.unit in NAMES_COUNT:
            part.counts = last_word.unit
        elif " " in token.text and self._named_first(token.text) in _NAMED_PORTIONS:
            part.counts = self._named_first(token.text)  # "bolletjes wit"
        elif part.unit_name in _NAMED_PORTIONS:
            part.counts = part.unit_name
        elif token.text.endswith("mg") and token.hit is not None and token.hit.term.concept == _TABLETS:
            part.counts = "pill"  # "dbol 10mg x100"
        if part.unit_word and i not in self._used and token.word is not None and token.word.alone:
            part.unit, part.value = token.word.unit, token.word.factor
        return i + 1

    def _rates(self, i: int, last: Part) -> bool:
        """Cases such as "45 la cartouche": a word for the goods, with its article, is what the price is for."""
        article = last.kind == WORD and self._tokens[i - 1].text in self._any_article()
        return article and len(self.parts) > 1 and self.parts[-2].kind in (MONEY, NUMBER)

    # ---- words

    def _word(self, i: int) -> int:
        token = self._tokens[i]
        if i in self._used:
            return self._skip(i)
        if self._is_each_suffix(i) and self.parts and self.parts[-1].kind in (NUMBER, MONEY):
            if self._language != "de":  # whose rate stands behind: "10er das g"
                self._put(EACH, i)
            return i + 1
        if token.text in self._lists.so_many.get(self._language, ()) and (done := self._so_many(i)):
            return done
        done = self._spelled(i) if token.text in self._numbers else 0
        if done:
            return done
        if token.word is None:
            return self._times(i) if token.text in TIMES else self._skip(i)
        return self._known_word(i, token.word)

    def _so_many(self, i: int) -> int:
        """Cases such as "100 les 5", "70 les dix", "180 los 5", "150 de 28": an amount by its article; 0 for none.

        French leads to the amount before its price as well: "les 3 à 40".
        """
        mark, last = len(self.parts), self._last()
        if self._language != "fr" and not self._is_priced_amount(i + 1, last):
            return 0
        if self._kind(i + 1) == "number":
            end = self._number(i + 1)
        elif self._is_number_word(i + 1):
            self._put(FROM, i)  # makes a spelled number count
            end = self._spelled(i + 1)
            del self.parts[mark]
        else:
            return 0
        if not end or len(self.parts) <= mark or self.parts[mark].kind not in (NUMBER, AMOUNT):
            return end
        part = self.parts[mark]
        part.kind, part.unit = AMOUNT, part.unit or "count"
        part.after_price = last is not None and last.kind in (MONEY, NUMBER)
        return end

    def _is_priced_amount(self, j: int, last: Part | None) -> bool:
        """Whether a price stands before an article, and a number that ends the piece, or its unit, behind it."""
        if last is None or last.kind not in (MONEY, NUMBER) or last.unit:
            return False
        value = parse_number(self._tokens[j].text) if self._kind(j) == "number" else self._price_in_words(j)
        end = self._known(j + 1)
        measured = end is not None and end.unit in _MEASURED and self._kind(j) == "number"
        return (
            bool(value)
            and (value or 0.0) < last.value
            and (measured or self._is_number_word(j) or self._ends(j + 1))
        )

    def _known_word(self, i: int, word: MeasureWord) -> int:
        """The first thing that the word means here: per, money, a unit, or its role in a sentence."""
        if done := self._former_price(i, word) or self._otherwise(i, word):
            return done
        if "per" in word.roles:
            if word.unit and not (self._language == "fr" and self._tokens[i].text == _PAR):  # "pg"
                self._put_per(i, i + 1, word.factor, word.unit)
                return i + 1
            return self._course(i) or self._short_per(i) or self._per(i) or self._role(i, word)
        last = self._last() if word.roles & {"each", "upward"} else None
        if last is not None and last.kind in (MONEY, NUMBER) and "each" in word.roles:
            return self._role(i, word)  # "10 € l'unité"
        if last is not None and last.kind in (AMOUNT, NUMBER) and "upward" in word.roles:
            last.threshold = last.upward = True
            return i + 1
        done = self._money_word(i, word) if word.currency or word.slang else 0
        if not done and word.unit:
            done = self._unit_alone(i, word)
        return done or self._role(i, word)

    def _role(self, i: int, word: MeasureWord) -> int:
        if self._before_sum(i):
            return i + 1
        if self._is_model_letter(i, word):
            return self._name(i, i + 1)
        for role, kind in _ROLE_PARTS:
            if role not in word.roles or (role == "and" and self._is_of(i)):
                continue
            if role == "from" and self._leads_elsewhere(i + 1):
                continue
            if role == "at" and self._tokens[i].text in self._articles and self._is_number_word(i + 1):
                continue  # "a dozen 25"
            if role != "minimum" or self._says_least(i + 1):
                part = self._put(kind, i)
                part.unit = "and" if role == "and" else ""
                if role == "whole":
                    last = self._tokens[i].text.rpartition(" ")[2]
                    part.value = self._lists.both.get(last) or self._numbers.get(last, 0.0)
                elif self._tokens[i].text in _EACH_OF and self._language == "ru":
                    part.kind, part.unit = AT, "each"  # "от 50 блоков по 700"
                return i + 1
        return self._skip(i)

    def _is_model_letter(self, i: int, word: MeasureWord) -> bool:
        """Cases such as "fatbike v20": a letter that may say "for" is tied to its digits, and counts nothing before."""
        tied = len(self._tokens[i].text) == 1 and "for" in word.roles and self._glued(i + 1)
        last = self._last()
        counted = last is not None and last.kind in (NUMBER, AMOUNT)
        return tied and self._kind(i + 1) == "number" and not counted and not self._glued(i)

    def _before_sum(self, i: int) -> bool:
        """Cases such as "ten for a tenner": an article before a word for money."""
        following = self._known(i + 1)
        return self._tokens[i].text == _ARTICLE and following is not None and following.slang_alone

    def _leads_elsewhere(self, j: int) -> bool:
        """Cases such as "from Spain 14", "от макета 8т": what follows "from" is neither amount nor price."""
        token = self._tokens[j]
        unknown = token.kind == "word" and token.word is None and token.text not in self._numbers
        return unknown and token.text not in _ABOUT

    def _says_least(self, j: int) -> bool:
        """Whether a number stands close behind "minimum", and it is no part of a name: "draco mini"."""
        kinds = [self._kind(at) for at in range(j, j + 3)]
        near = kinds[1] if kinds[0] in ("word", "equals", "stop") else kinds[0]
        return near in ("number", "money", "fraction") or (kinds[0] == "word" and self._is_number_word(j))

    def _is_of(self, i: int) -> bool:
        """Whether a joining word of one language is another word in this one: "of"."""
        return self._tokens[i].text in self._lists.no_joint.get(self._language, ())

    # ---- per

    def _per(self, i: int) -> int:
        """Cases such as "per gram", "p/st", "per 10 stuks", "per 100"; 0 where no amount follows."""
        j = i + 1
        if self._kind(j) in ("slash", "stop") and self._glued(j):
            j += 1
        word = self._known(j)
        if kind := self._rate(i, j):
            self._put(kind, i)
            return j
        if self._kind(j) == "word" and self._tokens[j].text in _KILO:
            self._put_per(i, j + 1, 1.0, "kg")
            return j + 1
        if word is not None and word.unit and self._kind(j) in ("word", "product"):
            self._put_per(i, j + 1, word.factor, word.unit)
            return j + 1
        mark = len(self.parts)
        if self._kind(j) in ("number", "fraction"):
            end = self._number(j) if self._kind(j) == "number" else self._fraction(j)
        elif self._is_number_word(j):
            end = self._spelled(j)
        else:
            return self._per_one(i)
        if len(self.parts) <= mark or self.parts[mark].kind not in (AMOUNT, NUMBER):
            return end
        part = self.parts[mark]
        part.kind, part.start, part.unit = PER, self._tokens[i].start, part.unit or "count"
        return end


_HANDLERS: dict[str, Callable[[PartReader, int], int]] = {
    "number": PartReader._number,
    "fraction": PartReader._fraction,
    "word": PartReader._word,
    "money": PartReader._sign,
    "slash": PartReader._slash,
    "stop": PartReader._stop,
    "product": PartReader._product,
    "times": PartReader._times,
    "plus": PartReader._plus,
}
