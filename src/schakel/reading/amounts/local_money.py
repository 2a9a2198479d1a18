"""In which money a price is that has no sign, or a sign that several countries share."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from schakel.reading.amounts.crowns import crowns_of
from schakel.reading.amounts.measure_words import MeasureWords
from schakel.reading.amounts.offer_parts import MONEY, Part
from schakel.reading.countries import countries_of

_WORD_OR_SIGN = re.compile(r"[^\W\d_]+|[€$£₽₺₴₸]")
_DOLLAR = "USD"
_PESO = "PESO"
_CROWNS = "XKR"
_UNKNOWN = "und"  # languages that are not seen in this traffic are mostly disguised text
_EVERYWHERE = "en"  # spoken in too many countries
_NOWHERE: frozenset[str] = frozenset()


class Money(NamedTuple):
    """The currency (ISO 4217) of a price without a sign, if it can be told, of one in "$" and of one in "kr"."""

    unsigned: str | None
    dollar: str
    crowns: str | None = None

    def of(self, written: str) -> str | None:
        """The currency of a price that is written with this one, or with none; that of pesos and crowns is told by the country."""
        if written == _CROWNS:
            return self.crowns
        if written == _PESO:
            return None if self.dollar == _DOLLAR else self.dollar
        return self.dollar if written == _DOLLAR else written or self.unsigned


def money_of(parts: Sequence[Part], text: tuple[str, str], lists: MeasureWords, language: str) -> Money:
    """The money of a text, folded and as written: the only one that it names, else that of its country, else that of its language.

    In a country with dollars or pesos of its own "$" means those, unless the text speaks of dollars.
    """
    plain, original = text
    country = _country(plain, lists, language)
    local = lists.country_currency.get(country)
    own = local and country in lists.local_dollar and lists.real_dollar.isdisjoint(plain.split())
    dollar = local if local and own else _DOLLAR
    crowns = (
        crowns_of(f"{plain}\n{original.lower()}") if any(part.currency == _CROWNS for part in parts) else None
    )
    named = {part.currency for part in parts if part.kind == MONEY and part.currency}
    named = named or _named_for_all(plain, lists)
    if len(named) == 1:
        only = named.pop()
        return Money(Money(None, dollar, crowns).of(only), dollar, crowns)
    return Money(local or _of_language(lists, language), dollar, crowns)


def _of_language(lists: MeasureWords, language: str) -> str | None:
    """The money of a language; none for English, that of disguised text for languages that are not expected."""
    if language == _EVERYWHERE:
        return None
    return lists.home_currency.get(language, lists.home_currency[_UNKNOWN])


def _country(plain: str, lists: MeasureWords, language: str) -> str:
    """The one country that a text hints at, where it may tell the money in this language; "" for none."""
    countries = countries_of(plain) if language in lists.local_languages else _NOWHERE
    return next(iter(countries)) if len(countries) == 1 else ""


def _named_for_all(plain: str, lists: MeasureWords) -> set[str]:
    """The money that is named apart from the prices: "all AUD", "Preise in CHF", "each £"."""
    return {lists.named_money[word] for word in _WORD_OR_SIGN.findall(plain) if word in lists.named_money}
