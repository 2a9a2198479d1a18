"""Digits that belong to something else: the number of a line, an hour, a day, a model, what only comes with a thing."""

import re

from schakel.reading.amounts.measure_words import MeasureWord
from schakel.reading.amounts.number_context import NumberContext
from schakel.reading.amounts.offer_parts import AMOUNT, MONEY, NUMBER, STRENGTH, WORD
from schakel.reading.amounts.token_reader import (
    CONTAINERS,
    INSIDE,
    LEAST_INSIDE,
    PRICE_LIKE,
    THOUSANDS,
    TIMES,
)
from schakel.reading.word_data import data_file

_LAST_DAY = 31.0
_WORDS = data_file("amount_words.toml")
_COUNTS = _WORDS["counts"]
_ENDINGS_NL = frozenset[str](_COUNTS["endings_nl"])
_ENDINGS_TR = frozenset[str](_COUNTS["endings_tr"])  # of what is counted
_UNIT, _TABLETS_RU, _PACK_EN = _COUNTS["unit"], _COUNTS["tablets_ru"], _COUNTS["pack_en"]
_ENDING_DE = _COUNTS["ending_de"]
_PER_DE, _ARTICLE = _WORDS["rates"]["per_de"], _WORDS["article_en"]
_ONE_OF_MANY = frozenset({"box", "strip"})
_LIMITS = data_file("amount_limits.toml")["number_names"]
_TABLETS: float = _LIMITS["tablets"]
_FIRST_FEW: float = _LIMITS["first_few"]
_BESIDE: int = _LIMITS["beside"]
_FIREWORKS = "fireworks"
_HOUR = re.compile(r"(?:[01]?\d|2[0-4])\.(?:00|15|30|45)")
_BEHIND_MODEL = frozenset({"number", "money", "equals", "dash", "word", "product"})
_COUNTED = frozenset({"piece", "box", "pack", "thing"})
_AS_FAR: int = _LIMITS["as_far"]
_OF_ONE = frozenset[str](_WORDS["articles_of_rates"])
_RATED = frozenset({"g", "kg", "piece", "pill", "strip"})  # what a price in whole tens may be for


class NumberNames(NumberContext):
    """Tells numbers that are part of a name, a date or a time from those that count."""

    def _belongs_elsewhere(self, i: int) -> int:
        """Puts a number that counts nothing, and gives the next token; 0 where it may count."""
        if self._numbers_a_line(i) or self._is_time(i):
            return self._pass_over(i, i)
        if self._is_model_name(i):
            end = i + 1
            while self._tokens[end + 1].text in self._lists.model_words:
                end += 1
            return self._pass_over(i, end)  # "15 pro max 310"
        if self._comes_with(i):
            self._used.add(i + 1)
            return self._pass_over(i, i)
        return self._pass_over(i, i) if self._fills_box_that_comes_with(i) else 0

    def _is_size_of_box(self, j: int, value: float) -> bool:
        """Cases such as "50 box £28", "14 strip £12": in English the singular is one box of so many."""
        singular = self._language == "en" and self._tokens[j].text in _ONE_OF_MANY
        return singular and value >= LEAST_INSIDE and value.is_integer() and self._price_follows(j + 1)

    def _counted_by(self, j: int, value: float) -> str:
        """The unit of a number by a word that elsewhere means something else; "" for none."""
        text = self._tokens[j].text
        loose = self._language == "es"  # "6 u 300"
        if (
            text == _UNIT
            and (self._glued(j) or loose)
            and not self._glued(j + 1)
            and self._price_follows(j + 1)
        ):
            return "count"  # "1u 8 / 10u 60": "unidad"
        if text == _TABLETS_RU and self._glued(j) and value <= _TABLETS and self._price_follows(j + 1):
            return "pill"  # "баклосан 50т 1800"
        if text in _ENDINGS_NL and self._language == "nl" and self._glued(j):
            return "count"  # "200 voor 5tje wit"
        if text in _ENDINGS_TR and self._language == "tr" and self._price_follows(j + 1):
            return "count"  # "5 i 1200 10 u 2100"
        return (
            "count" if text == _PACK_EN and self._language == "en" and value > 1 else ""
        )  # "100 pack for 450"

    def _is_each_suffix(self, j: int) -> bool:
        """Turkish "48den", "160'tan", German "10er das g": at so much for one."""
        if self._tokens[j].text == _ENDING_DE and self._language == "de":
            return self._glued(j) and self._says_rate(j + 1)
        return self._tokens[j].text in self._lists.at_each.get(self._language, ())

    def _leaves(self, i: int, leads: str) -> bool:
        """Whether a word says that the number at token i is left: "noch 4", not "nur noch 8 das g"."""
        before = self._known(i - 2)
        only = before is not None and "for" in before.roles
        return leads in self._lists.left_in.get(self._language, ()) and not only

    def _says_rate(self, j: int) -> bool:
        """Whether token j begins what a price before it is for, "das g", "pro Stück", and no price of that stands behind."""
        word, unit = self._known(j), self._known(j + 1)
        per = word is not None and "per" in word.roles
        if per and self._kind(j + 1) != "number" and not (unit is not None and unit.unit):
            return True  # "9er kurs"
        measured = unit is not None and unit.unit in _RATED
        return (per or self._tokens[j].text in _OF_ONE) and measured and not self._price_follows(j + 2)

    def _pass_over(self, i: int, last: int) -> int:
        self._put(WORD, i, last + 1)
        return last + 1

    def _other_end(self, i: int) -> int:
        """The place behind a number that does not count and what it reaches to: "balance 40-60"."""
        if self._tokens[i + 1].text in TIMES and self._glued(i + 1):
            return i + 2  # "glock 43x"
        if self._opens_until(i):
            return i + 3
        end = i + 2 if self._tokens[i + 1].text in THOUSANDS and self._glued(i + 1) else i + 1
        ranged = self._kind(end) == "dash" and self._glued(end) and self._glued(end + 1)
        if not ranged or self._kind(end + 1) != "number":
            return end
        return end + 3 if self._tokens[end + 2].text in THOUSANDS else end + 2  # "bal 2k-5k"

    def _numbers_a_line(self, i: int) -> bool:
        """Cases such as "[3] wiet 5g 40": the number of a line of the list."""
        first = self._kind(i - 2) in ("", "line") and self._kind(i + 1) == "close"
        return first and self._tokens[i - 1].text == "[" and self._tokens[i].text.isdigit()

    def _is_time(self, i: int) -> bool:
        """Cases such as "ab 18.30", "na 20.00", "от 17.30": a quarter of an hour behind a word that begins or ends a time."""
        word = self._known(i - 1)
        leads = self._tokens[i - 1].text in self._lists.before_hours or (
            word is not None and bool(word.roles & {"from", "until"})
        )
        after = self._known(i + 1)
        counts = self._kind(i + 1) == "money" or (after is not None and bool(after.unit or after.currency))
        return leads and not counts and _HOUR.fullmatch(self._tokens[i].text) is not None

    def _is_model_name(self, i: int) -> bool:
        """Cases such as "iphone 14, 15 pro 400", "13 mini 150": digits that a word for a model makes a name."""
        after, last = self._tokens[i + 1], self._last()
        if after.text not in self._lists.model_words or not self._tokens[i].text.isdigit():
            return False
        per = after.text == _PER_DE and self._language == "de" and self._kind(i + 2) not in PRICE_LIKE
        if per or self._is_german_per(i + 1):
            return False  # "90 pro Woche"
        begins = last is None or last.kind != AMOUNT
        return begins and self._kind(i + 2) in _BEHIND_MODEL

    def _is_german_per(self, i: int) -> bool:
        """Whether "pro" before a number is "per": after a price or before a unit, not in "airpods pro 70"."""
        last, unit = self._last(), self._known(i + 2)
        priced = last is not None and last.kind in (MONEY, NUMBER)
        unit_next = (known := self._known(i + 1)) is not None and bool(known.unit)
        return self._language == "de" and (priced or unit_next or (unit is not None and bool(unit.unit)))

    def _is_ordinal(self, i: int, j: int, value: float) -> bool:
        """Cases such as "tot de 15e", "2e voor 30": Dutch and French for the second and the fifteenth."""
        if not self._glued(j) or not value.is_integer() or value > _LAST_DAY:
            return False
        article = self._tokens[i - 1].text in self._any_article() and self._tokens[i - 1].text != _ARTICLE
        leads = (word := self._known(j + 1)) is not None and "for" in word.roles
        return article or (value <= _FIRST_FEW and leads and self._price_follows(j + 1))

    def _counts_shots(self, i: int, j: int) -> bool:
        """Cases such as "Batterie 100 Schuss 80", "90 shot cake": how long a firework burns."""
        if self._tokens[j].text not in self._lists.shots:
            return False
        near = [self._tokens[k].hit for k in range(max(0, i - _BESIDE), j + _BESIDE)]
        return any(hit is not None and hit.term.concept == _FIREWORKS for hit in near)

    def _comes_with(self, i: int) -> bool:
        """Cases such as "Glock met 2 houders en 50 patronen 1800": what is counted only comes with the thing."""
        word = self._known(i + 1)
        if word is None or word.unit not in _COUNTED:
            return False
        at = next((k for k in range(i - 1, max(i - _AS_FAR, 0), -1) if self._ends_company(k)), 0)
        if not at or self._tokens[at].text not in self._lists.company_any:
            return False
        before = (self._tokens[k] for k in range(at - 1, max(at - _AS_FAR, -1), -1))
        product = next((token for token in before if token.kind in ("product", "line", "comma")), None)
        return (
            product is not None
            and product.hit is not None
            and product.hit.term.concept in self._lists.companions
        )

    def _fills_box_that_comes_with(self, i: int) -> bool:
        """Cases such as "1750 incl doosje 50 scherp": what is in a box that only comes with the thing."""
        box, unit = self._known(i - 1), self._known(i + 1)
        boxed = (
            box is not None and box.unit in CONTAINERS and self._tokens[i - 2].text in self._lists.company_any
        )
        return boxed and not (unit is not None and unit.unit) and not self._price_follows(i + 1)

    def _ends_company(self, k: int) -> bool:
        """Whether token k says "with", or no "with" before it can hold any more."""
        token = self._tokens[k]
        if token.text == ".":
            return False  # "incl. 30 kogels"
        return token.kind not in ("word", "number", "noise") or token.text in self._lists.company_any

    def _strength_before(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        """Cases such as "Durogesic 75 parche 35": what this medicine comes in, and no number of the things behind it."""
        hit = self._tokens[i - 1].hit
        medicine = hit is not None and hit.term.concept in self._lists.by_strength
        if word.unit != "thing" or not medicine or not self._comes_in(self._tokens[i - 1].text, value):
            return 0
        if not self._price_follows(j + 1):
            return 0
        self._put(STRENGTH, i, j).value = value
        return j

    def _named_by(self, i: int, j: int, value: float, word: MeasureWord) -> int:
        """The end of a number that is part of a name, though a unit follows; 0 where it counts.

        "tramadol 100 plaquette 20" is one strip of tablets of 100; "12 li paket 300" and "10er packung 30" are
        one pack; "33 lük şarjör" and "300er lyrica" say the size.
        """
        after = self._known(j + 1)
        if "size" in word.roles:
            return j + 1
        if word.unit == "count":
            holds = after is not None and after.unit in CONTAINERS
            if self._tokens[j].text == _ENDING_DE and self._is_size_of_one(i, j + 1, value):
                return j + 1
            return j + 1 if holds else 0
        singular = word.alone and self._language != "tr"  # Turkish counts in the singular
        if word.unit not in CONTAINERS or not singular or not value.is_integer():
            return 0
        hit = self._tokens[i - 1].hit
        model = hit is not None and hit.term.concept in self._lists.named_by_number  # "cobra 6 doosje"
        if value < 20 and not model:
            return 0
        named = self._kind(i - 1) == "product" or (self._kind(i - 1) == "word" and self._known(i - 1) is None)
        holds = self._kind(j + 1) == "word" and self._tokens[j + 1].text in self._lists.holding
        inside = self._known(j + 2)
        held = (
            holds and self._kind(j + 2) == "number"
        ) or (  # "lyrica 300 tira de 14", "300 strips 14 st 20"
            self._kind(j + 1) == "number" and inside is not None and inside.unit in INSIDE
        )
        return j if named and (held or self._price_follows(j + 1)) else 0
