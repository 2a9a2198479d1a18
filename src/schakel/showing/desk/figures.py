"""Figures, dates and coded words as people of one language write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from schakel.records.unit_words import unit_word, units_by_word
from schakel.showing.desk.sayings import Sentence, in_language
from schakel.showing.printable import one_line

_SWAP = str.maketrans(",.", ".,")
_LARGEST = 6  # powers of ten: from here on a factor is written with its power
_NO_CENTS = 100
_TITLE = re.compile(r"(?P<main>[a-z-]+)(?:, up to (?P<amount>[^;]+))?(?:; also (?P<others>.+))?")


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes values in one language; `words` are the texts of that language."""

    language: str
    words: Mapping[str, Any]

    def number(self, value: float) -> str:
        """A count: 1,234,567 or 1.234.567."""
        return self._local(f"{value:,.0f}")

    def rounded(self, value: float) -> str:
        """An estimate, rounded to what is known: two digits that count."""
        return self._local(f"{float(f'{value:.2g}'):,.10g}")

    def amount(self, value: float) -> str:
        """A quantity or price as it was read, without a tail of zeros."""
        return self._local(f"{value:,.10g}")

    def money(self, value: float) -> str:
        """What is usually asked, as people write it: 75, 72.50, and from a hundred on without cents."""
        whole = value >= _NO_CENTS or float(value).is_integer()
        return self._local(f"{value:,.0f}" if whole else f"{value:,.2f}")

    def measure(self, quantity: float, unit: str | None) -> str:
        """An amount with its unit: 1 pill, 10 pills."""
        return f"{self.amount(quantity)} {self.unit(unit, quantity)}".rstrip()

    def unit(self, unit: str | None, quantity: float | None = None) -> str:
        """The word for a unit beside a quantity, or for several of it."""
        return one_line(unit_word(unit, quantity, self.language), 60)

    def weight(self, value: float) -> str:
        """A log10 weight with its sign."""
        return self._local(f"{value:+.2f}").replace("-", "\u2212")

    def factor(self, weight: float) -> str:
        """A log10 weight as the factor it stands for: x 0.34."""
        times = 10**weight
        written = f"{float(f'{times:.3g}'):,.10g}" if abs(weight) < _LARGEST else f"{times:.1e}"
        return f"\u00d7\u00a0{self._local(written)}"

    def percent(self, share: float) -> str:
        """A share in whole percents, never rounded to a certainty."""
        whole = round(100 * share)
        if whole == 0 and share > 0:
            return "<1%"
        return ">99%" if whole == 100 and share < 1 else f"{whole}%"

    def percents(self, low: float, high: float) -> str:
        """The bounds of a share: 12-58%."""
        return f"{self.percent(low).rstrip('%')}\u2013{self.percent(high)}"

    def day(self, moment: date | None) -> str:
        """A day: 18 nov 2025."""
        if moment is None:
            return ""
        return f"{moment.day}\u00a0{self.words['months'][moment.month - 1]}\u00a0{moment.year}"

    def month(self, written: str) -> str:
        """A month written as 2025-11: nov 2025."""
        year, _, month = written.partition("-")
        known = month.isascii() and month.isdigit() and 1 <= int(month) <= 12
        return (
            f"{self.words['months'][int(month) - 1]}\u00a0{one_line(year, 8)}"
            if known
            else one_line(written, 20)
        )

    def moment(self, moment: datetime | None) -> str:
        """A moment to the second, in UTC."""
        return "" if moment is None else f"{self.day(moment)} {moment:%H:%M:%S}\u00a0UTC"

    def written(self, moment: str) -> str:
        """A moment as the casebook writes it, to the minute, in UTC."""
        try:
            read = datetime.fromisoformat(moment)
        except ValueError:
            return one_line(moment, 24)
        return f"{self.day(read)} {read:%H:%M}"

    def coded(self, code: str | None, group: str) -> str:
        """The word for a code (a commodity, a rule, a scale); the code itself where there is none."""
        if not code:
            return ""
        known: str | None = self.words[group].get(code)
        if known is None and group == "rules" and (said := self.sentence(code)).language != "en":
            known = said.text
        return known if known is not None else one_line(code.replace("_", " ").replace("-", " "), 60)

    def labelled(self, label: str) -> str:
        """The label of a finding: the word for it, or as it was written (a place, hours)."""
        known: str | None = self.words["labels"].get(label)
        return known if known is not None else one_line(self.sentence(label).text, 80)

    def rule(self, code: str) -> str:
        """The name of a rule; `not:rule` means that its sign was looked for and is not there."""
        if code.startswith("not:"):
            return f"{self.words['reasons']['absent']}: {self.rule(code[4:])}"
        if code.startswith("prior "):
            return f"{self.coded('prior', 'rules')} ({self.coded(code[6:], 'acts')})"
        before, of, act = code.rpartition(" of ")
        if of and act in self.words["acts"]:
            return f"{self.coded(before, 'rules')}: {self.coded(act, 'acts')}"
        return self.coded(code, "rules")

    def title(self, written: str) -> str:
        """The title of a lead in this language."""
        found = _TITLE.fullmatch(written)
        if not found or (found["main"] not in self.words["commodities"]):
            return one_line(written, 100)
        out = self.coded(found["main"], "commodities")
        if found["amount"]:
            out += f", {self.words['lead']['up_to']} {self._of_title(found['amount'])}"
        if found["others"]:
            others = ", ".join(self.coded(name, "commodities") for name in found["others"].split(", "))
            out += f"; {self.words['lead']['also']} {others}"
        return one_line(out, 120)

    def _of_title(self, amount: str) -> str:
        """An amount as a title has it; those kept from before have the code of the unit."""
        number, _, unit = amount.partition(" ")
        unit = units_by_word().get(unit, unit)
        if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", number):
            return self.measure(float(number), unit)
        return f"{number} {self.unit(unit)}".rstrip()

    def sentence(self, text: str, rule: str = "") -> Sentence:
        """A sentence that a room wrote about a rule, in this language as far as there is a saying for it."""
        return in_language(text, self.language, rule)

    def _local(self, written: str) -> str:
        return written.translate(_SWAP) if self.language == "nl" else written


def short(identifier: str) -> str:
    """The first ten characters of an id, enough to tell things on one page apart."""
    return one_line(identifier, 80)[:10]
