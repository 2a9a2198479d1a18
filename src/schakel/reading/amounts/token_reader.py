"""Walks along the tokens of a text, and tells which digits are no number of their own."""

from collections.abc import Sequence

from schakel.reading.amounts.dozens import says_dozen
from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.measure_words import MeasureWord, MeasureWords
from schakel.reading.amounts.no_money import forget_money
from schakel.reading.amounts.no_shares import forget_shares
from schakel.reading.amounts.offer_parts import AMOUNT, AT, DASH, FOR, PRODUCT, Part, parse_number
from schakel.reading.word_data import data_file

_WORDS = data_file("amount_words.toml")
THOUSANDS = frozenset[str](_WORDS["thousands"])
TIMES = frozenset[str](_WORDS["times"])
PENCE_EN, EUROS = _WORDS["counts"]["pence_en"], _WORDS["counts"]["euros"]
CONTAINERS = frozenset({"strip", "box", "pack", "small box", "carton"})
INSIDE = frozenset({"pill", "tab", "piece", "thing", "ball"})  # what a container may hold
PRICE_LIKE = frozenset({"number", "money", "equals", "dash", "fraction", "at"})
_LIMITS = data_file("amount_limits.toml")["token_reader"]
LEAST_INSIDE: float = _LIMITS["least_inside"]
_ARTICLES = frozenset[str](_WORDS["articles"])
_OF = {language: frozenset(words) for language, words in _WORDS["of"].items()}  # articles elsewhere
_LEADING = frozenset({"dash", "equals", "at"})  # signs before a price
_SPACED_THOUSANDS = frozenset[str](_LIMITS["spaced_thousands"])
_COUNTED_ON = frozenset({"number", "equals", "slash"})
_HUNDRED = 100.0
_DOZEN = 12.0
_NOTES = "counterfeit-money"
_BEYOND = (Token("", 0, 0, " "),) * 16  # more than anybody looks ahead or back
_WEIGHED = frozenset({"g", "kg"})
_HALF, _OF_A_HALF = 0.5, 3.0  # times its price the whole costs at most
_BELOW_HALF = frozenset({0.25, 3.5, 7.0})  # grams: "half 100 quarter 55", "half 35 quarter 20"


class TokenReader:
    """Holds the tokens, the word lists and the parts read so far."""

    def __init__(self, tokens: Sequence[Token], words: MeasureWords, language: str) -> None:
        self._count = len(tokens)
        self._tokens = [
            *tokens,
            *_BEYOND,
        ]  # so that one may look ahead, and back from the first, without asking
        forget_shares(tokens)
        forget_money(tokens, words)
        if (elsewhere := words.no_unit.get(language)) is not None:
            for token in tokens:
                if token.text in elsewhere:
                    token.word = None
        self._lists = words
        self._language = language
        self._numbers = words.numbers.get(language) or words.numbers["en"]
        self._articles = words.articles.get(language, words.articles["en"])
        self._own_articles = self._articles | (_ARTICLES - _OF.get(language, frozenset()))
        self._used: set[int] = set()  # unit words that an earlier number took
        self._depth = 0  # numbers within numbers: "2 x 5 x 10 - 20 g"
        self.parts: list[Part] = []
        self._meant = words.meant.get(language) or words.meant["en"]  # words outside the lists of measures

    # ---- small helpers

    def _at(self, i: int) -> Token | None:
        token = self._tokens[i]
        return token if token.kind else None

    def _kind(self, i: int) -> str:
        return self._tokens[i].kind

    def _glued(self, i: int) -> bool:
        """Whether token i follows the token before it without a space."""
        return 0 < i < self._count and self._tokens[i - 1].end == self._tokens[i].start

    def _known(self, i: int) -> MeasureWord | None:
        return self._tokens[i].word

    def _named_first(self, text: str) -> str:
        """The unit that the first word of a phrase names: "bolletjes wit"."""
        word = self._lists.words.get(text.partition(" ")[0])
        return word.unit if word is not None else ""

    def _put(self, kind: str, i: int, j: int | None = None) -> Part:
        """Adds a part that covers tokens i up to j (not included)."""
        part = Part(kind, self._tokens[i].start, self._tokens[(j or i + 1) - 1].end)
        self.parts.append(part)
        return part

    def _last(self, *skip: str) -> Part | None:
        for part in reversed(self.parts[-4:]):
            if part.kind not in skip:
                return part
        return None

    def _ends_phrase(self, text: str) -> bool:
        """Whether behind this word stands another thing than what the number before it counts."""
        return text in self._own_articles or text in self._lists.company_any or text in self._lists.company

    def _any_article(self) -> frozenset[str]:
        return self._own_articles

    # ---- what follows

    def _price_follows(self, j: int) -> bool:
        """Whether a price stands at token j, with what leads to it: "50", "= 50", "voor 50", "... 50", "(10) 50", "C$50"."""
        kind = self._kind(j)
        if kind == "word" and self._tokens[j].text.endswith("$") and self._glued(j + 1):
            return self._kind(j + 1) == "number"
        if kind == "open" and self._kind(j + 1) == "number" and self._kind(j + 2) == "close":
            return self._price_follows(j + 3) or self._is_number_word(j + 3)
        if kind == "number":
            after = self._known(j + 1)
            counts = after is not None and ((after.unit and not after.currency) or "for" in after.roles)
            return (not counts or self._begins_next(j)) and self._kind(j + 1) != "equals"
        if kind in _LEADING or (kind == "stop" and len(self._tokens[j].text) > 1):
            return self._kind(j + 1) in ("number", "money")
        return kind in PRICE_LIKE or self._price_word(j)

    def _content_priced(self, j: int) -> bool:
        """Cases such as "strip 14 = 20": so many in one strip, and its price behind the sign."""
        if self._kind(j) != "number" or self._kind(j + 1) != "equals" or self._tokens[j + 1].text != "=":
            return False
        many = parse_number(self._tokens[j].text) or 0.0
        return many >= LEAST_INSIDE and self._kind(j + 2) in ("number", "money")

    def _begins_next(self, j: int) -> bool:
        """Cases such as "eighth 35 q 60", "half 100 oz 190", "half 35 quarter 20": the unit behind the number begins the next rung."""
        before, after = self._known(j - 1), self._known(j + 1)
        if (
            after is None
            or not after.alone
            or self._glued(j + 1)  # "30 eur g, 5g 120"
            or after.unit not in _WEIGHED
            or self._kind(j + 2) not in ("number", "money")
        ):
            return False
        if self._numbers.get(self._tokens[j - 1].text) == _HALF:
            price, whole = (parse_number(self._tokens[at].text) for at in (j, j + 2))
            times = (whole or 0.0) / (price or 1.0)
            smaller = after.factor in _BELOW_HALF and 1.0 / _OF_A_HALF <= times < 1.0
            return bool(price and whole) and (1.0 < times <= _OF_A_HALF or smaller)
        return before is not None and before.alone and before.unit in _WEIGHED

    def _price_word(self, j: int) -> bool:
        """Whether token j is "for" or its like before a number, or a word for a sum of money."""
        word = self._known(j)
        if word is not None and word.roles & {"for", "at", "from"}:
            return self._kind(j + 1) in ("number", "money") or self._is_number_word(j + 1)
        return word is not None and word.slang_alone

    def _is_number_word(self, i: int) -> bool:
        token = self._at(i)
        return token is not None and token.kind == "word" and token.text in self._numbers

    # ---- digits that belong to something else

    def _is_name_number(self, i: int) -> bool:
        """Digits that belong to a name: "og18", "nr 5", "top 10"."""
        before = self._at(i - 1)
        if before is None or before.kind not in ("word", "product", "dash"):
            return False
        if before.kind == "dash":
            return self._ends_name(i)
        if before.kind == "product":
            return (
                self._is_balance(i, before)
                or self._is_model(i, before)
                or self._is_listed_model(i, before)
                or self._is_denomination(i, before)
            )
        word = before.word
        if self._numbers_a_thing(i):
            after = self._known(i + 1)
            return after is None or not after.unit
        letter = word is not None and len(before.text) == 1 and bool(word.unit)  # "g4"
        known = (word is not None and not letter) or before.text in TIMES or before.text in self._numbers
        after = self._known(i + 1)
        coded = word is None and len(before.text) == 1 and self._glued(i)  # "N2 Packung"
        if after is not None and after.unit and not self._glued(i + 1) and not coded:
            return False
        return not known and (self._glued(i) or before.text.endswith(self._lists.street_endings))

    def _numbers_a_thing(self, i: int) -> bool:
        """Cases such as "nr 5", "saldo van 1000", "guthaben ab 500": the number of what the word before says."""
        holder = self._known(i - 2)
        if (
            holder is not None
            and "face_value" in holder.roles
            and self._tokens[i - 1].text in self._lists.holding
        ):
            return True
        if self._joins_denomination(i):
            return True
        if self._kind(i - 2) == "slash" and self._glued(i - 1):
            return False  # "12.000 regels naam/adres/mail 400"
        for at in (i - 1, i - 2):
            word = self._known(at)
            if word is not None and "numbered_thing" in word.roles:
                return not self._is_numbered_before(at, word)
            leads = word is not None and bool(word.roles & {"from", "for", "until"})
            if not leads and self._tokens[at].text not in self._lists.holding:
                return False
        return False

    def _is_numbered_before(self, at: int, word: MeasureWord) -> bool:
        """Cases such as "mit 1500 Limit 90", "acc 2k balance 150": the number of the thing stands before its word."""
        before = self._tokens[at - 1]
        told = before.kind == "number" or (before.text in THOUSANDS and self._kind(at - 2) == "number")
        return told and "not_an_amount" in word.roles

    def _is_balance(self, i: int, product: Token) -> bool:
        """Cases such as "pas + pin, saldo 14k", "saldo 1000 = 100": after a word for goods that also says "balance"."""
        numbers = product.word is not None and "numbered_thing" in product.word.roles
        thousands = self._glued(i + 1) and self._tokens[i + 1].text in THOUSANDS
        return numbers and (thousands or self._price_follows(i + 1))

    def _joins_denomination(self, i: int) -> bool:
        """Cases such as "billets de 20 et 50": another number that stands on notes."""
        joint, product, holder = self._known(i - 1), self._tokens[i - 3].hit, self._known(i - 4)
        if joint is None or "and" not in joint.roles or self._kind(i - 2) != "number":
            return False
        if product is not None:
            return product.term.concept == _NOTES
        notes = holder is not None and "face_value" in holder.roles
        return notes and self._tokens[i - 3].text in self._lists.holding

    def _ends_name(self, i: int) -> bool:
        """Cases such as "df-118", "u-47700": digits tied to an unknown word, without a unit."""
        tied = self._glued(i) and self._glued(i - 1) and self._kind(i - 2) in ("word", "product")
        after = self._known(i + 1)
        measured = self._kind(i + 1) == "money" or (after is not None and bool(after.unit or after.currency))
        return tied and self._known(i - 2) is None and not measured

    def _is_model(self, i: int, product: Token) -> bool:
        """Cases such as "glock 17": the number is part of the product's name."""
        if product.hit is None or product.hit.term.concept not in self._lists.model_numbers:
            return self._glued(i) and len(product.text) <= 2 and product.text.isalpha()
        if self._tokens[i].text[0] == ".":
            return True  # ".38 special"
        token, after = self._tokens[i], self._tokens[i + 1]
        word = after.word
        measured = word is not None and bool(word.unit or word.currency or word.slang)
        if after.text in TIMES:
            measured = not self._glued(i + 1) or self._glued(i + 2)  # "glock 43x"
        return len(token.text) == 2 and token.text.isdigit() and not measured

    def _is_listed_model(self, i: int, product: Token) -> bool:
        """Cases such as "cobra 6 9 euro", "cobra 6 p/st 9": the number is that of a model, and a price comes behind it."""
        value = parse_number(self._tokens[i].text)
        if not any(value in n for begin, n in self._lists.models.items() if product.text.startswith(begin)):
            return False
        for token in self._tokens[i + 1 : i + 4]:
            if token.kind in ("number", "money"):
                return token is not self._tokens[i + 1] or token.kind == "number"
            word = token.word
            priced = word is not None and (bool(word.currency) or "for" in word.roles)
            if token.kind != "word" or priced:
                return False
        return False

    def _is_denomination(self, i: int, product: Token) -> bool:
        """Cases such as "фальш купюры 5000, 20 шт": what stands on the notes, before their number and price."""
        joint = self._known(i + 1)
        listed = self._kind(i + 1) == "comma" or (joint is not None and "and" in joint.roles)
        if not listed or product.hit is None or product.hit.term.concept != _NOTES:
            return False
        return parse_number(self._tokens[i].text) in self._lists.denominations

    def _begins_name(self, i: int) -> bool:
        """Cases such as "5-methoxy", "4-ho-met": digits that begin the name of a substance."""
        if self._kind(i + 1) != "dash" or not (self._glued(i + 1) and self._glued(i + 2)):
            return False
        token = self._tokens[i + 2]
        return token.kind == "word" and token.word is None and token.text not in self._numbers

    # ---- thousands

    def _is_sum(self, end: int) -> bool:
        """Cases such as "numéro limé. 1 900.", "1 400 le pompe", "6 800 lignes": of things sold singly, before no number."""
        ware = next((part.hit for part in reversed(self.parts) if part.hit is not None), None)
        after = next((token.hit for token in self._tokens[end : end + 3] if token.hit is not None), None)
        sold = ware or after
        return (
            sold is not None
            and sold.term.concept in self._lists.single
            and self._kind(end) not in _COUNTED_ON
        )

    def _thousands(self, j: int, value: float) -> tuple[float, int]:
        """Takes "k" ("2k", "1k5") and spaces between thousands ("10 000 €", "2 300 000")."""
        token = self._at(j)
        if token is None:
            return value, j
        if token.text in THOUSANDS and token.kind == "word":
            if self._glued(j) and self._kind(j + 1) == "number" and self._glued(j + 1):
                digits = self._tokens[j + 1].text
                if digits.isdigit() and len(digits) <= 3:
                    return value * 1000 + float(digits.ljust(3, "0")), j + 2
            return value * 1000, j + 1
        if value < _HUNDRED and (times := self._multiplied(j)):
            return value * times, j + 1
        end = j
        while self._is_group(end) and end - j < 3:
            end += 1
        if end == j or value >= 1000 or not self._tokens[j - 1].text.isdigit() or not self._joins(j, end):
            return value, j
        for token in self._tokens[j:end]:
            value = value * 1000 + float(token.text)
        return value, end

    def _multiplied(self, j: int) -> float:
        """What a word at token j multiplies the number before it by; 0 for none."""
        if self._says_hundred(j):
            return _HUNDRED
        return _DOZEN if self._says_dozen(j) else 0.0

    def _says_hundred(self, j: int) -> bool:
        """Cases such as "11hunnid", "2 hundred"; not "5 = 60 honderd = 700"."""
        hundred = self._tokens[j].text in self._lists.hundreds.get(self._language, ())
        return hundred and (self._glued(j) or not self._price_follows(j + 1))

    def _says_dozen(self, j: int) -> bool:
        """Cases such as "2 dozen pills"; not "1 pill 5 dozen 50" and "1 = 5 dozen = 50", where the five is a price."""
        if self._kind(j) != "word" or not says_dozen(self._tokens[j].text, self._language):
            return False
        last = self._last()
        priced = last is not None and last.kind in (AMOUNT, FOR, AT)
        return not (priced and self._price_follows(j + 1))

    def _is_group(self, j: int) -> bool:
        """Whether token j is three digits, one space behind the digits before it."""
        token = self._at(j)
        if token is None or token.kind != "number" or len(token.text) != 3 or not token.text.isdigit():
            return False
        return token.start == self._tokens[j - 1].end + 1

    def _joins(self, j: int, end: int) -> bool:
        """Whether the groups j up to `end` are thousands of the number before, not numbers of their own."""
        last = self._tokens[end - 1].text
        container = self._known(j - 3)
        holds = (
            container is not None
            and container.unit in CONTAINERS | {"seal"}
            and self._tokens[j - 2].text in self._lists.holding
        )
        paired = self._tokens[j - 2].text in TIMES or self._kind(end) == "equals"
        if holds or (paired and last != "000"):
            return False  # "carton de 12 150€", "x100 140 €", "50=200 100=350"
        if last == "000":
            return True
        if self._language not in _SPACED_THOUSANDS:
            return False
        after = self._known(end)
        one = self._tokens[end].text in self._lists.says_one.get(self._language, ())  # "NB 4 900 пара"
        if (
            self._kind(end) == "money"
            or (after is not None and after.currency)
            or (one and last[-2:] == "00")
        ):
            return True
        if (
            self._language == "fr"
            and last.endswith("00")
            and self._tokens[j - 2].text != "les"
            and self._is_sum(end)
        ):
            return True
        linked = bool(self.parts) and self.parts[-1].kind in (FOR, DASH, AT)
        closes = last.endswith("00") and self._kind(end) in ("", "line", "comma", "stop")
        before = [part.kind for part in self.parts[-2:]]  # "kilo 1 900, les cinq 8 500", "kilo hasch 1 900"
        of_amount = before[-1:] == [AMOUNT] or before == [AMOUNT, PRODUCT]
        return linked or (closes and (self._language == "ru" or (self._language == "fr" and of_amount)))
