"""The words of amounts and prices, loaded once from the word lists."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from schakel.reading.amounts.goods_words import Counted, of_goods
from schakel.reading.amounts.number_words import compose_numbers
from schakel.reading.amounts.spellings import all_listed, all_spelled, spellings
from schakel.reading.word_data import data_file

_LISTS = "schakel.lexicons"
_TIMES = frozenset[str](data_file("amount_words.toml")["times_written"])
_JOINING = frozenset({"&", "+", "/"})
_ROLES = (
    "per", "each", "from", "minimum", "for", "and", "until", "at",
    "not_a_price", "free", "upward", "no_veto", "whole", "on_request", "formerly", "instead", "otherwise",
)  # fmt: skip


@dataclass(slots=True)
class MeasureWord:
    """What one written word can mean in an amount or a price. One word may mean several things."""

    unit: str = ""
    factor: float = 1.0  # units in one of the word: an ounce is 28 g
    alone: bool = False  # may stand for one of it without a number
    currency: str = ""
    slang: float = 0.0  # money in one of the word: a tientje is 10
    slang_currency: str = ""
    slang_alone: bool = False
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GramPrice:
    """Bounds of the price of a gram in euros, and the weight of a block in grams."""

    low: float
    high: float
    block: float


@dataclass(frozen=True, slots=True)
class BareThousands:
    """The language in which a small number without a currency is a price in thousands, and for what it is not."""

    language: str
    below: float
    least: float  # no gram costs less
    excepted: frozenset[str]
    dear: frozenset[str]  # goods of which even a number below `below_dear` is meant in thousands
    below_dear: float


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Everything that the grammar of amounts and prices knows about words."""

    words: Mapping[str, MeasureWord]
    with_signs: tuple[str, ...]  # written forms that a plain word pattern would cut ("8-ball", "p/st")
    numbers: Mapping[str, Mapping[str, float]]  # by language
    meant: Mapping[str, frozenset[str]]  # by language: words that mean something without being a measure
    counting: Mapping[str, frozenset[str]]  # by language: words that count in a line without digits
    articles: Mapping[str, frozenset[str]]
    counted: Mapping[str, Counted]
    counted_product: Mapping[str, Counted]  # `piece` is "" where that of the commodity holds
    gram_price: Mapping[str, GramPrice]
    gram_rates: Mapping[str, float]  # by language: how much of its money is about a euro
    least_price: Mapping[str, float]  # of one of the goods
    home_currency: Mapping[str, str]  # by language: of a price without a sign
    country_currency: Mapping[str, str]  # by country
    local_languages: frozenset[str]  # in which the country tells the currency
    named_money: Mapping[str, str]  # written forms that name the money of all prices, with its code
    close_money: frozenset[str]  # written forms that are money only close behind a number: "10eu"
    local_dollar: frozenset[str]  # countries in which "$" is their own money
    real_dollar: frozenset[str]  # words of a text that means dollars
    each_languages: frozenset[str]
    in_thousands: Mapping[str, tuple[str, ...]]  # by language: phrases that say so of all prices of a list
    no_abbreviation: frozenset[str]  # short words behind which a dot ends a sentence
    so_many: Mapping[str, frozenset[str]]  # by language: articles of an amount: "100 les 5"
    at_each: Mapping[str, frozenset[str]]  # by language: endings that make a price that of one: "48den"
    describing: frozenset[str]  # product words that only describe when another product stands beside them
    model_numbers: frozenset[str]  # commodities whose product names end in a number: "glock 17"
    named_by_number: frozenset[str]  # commodities whose names hold numbers of any kind: "iphone 15 pro"
    company: frozenset[str]  # before a container: it only comes with something
    company_any: frozenset[str]  # before goods that only come with other goods
    companions: Mapping[str, frozenset[str]]  # by commodity: what may come with it at one price
    joining: frozenset[str]  # between two goods at one price: "wit en bruin 10 p/st"
    by_contents: frozenset[str]  # commodities counted by what is in the box
    by_face_value: frozenset[str]  # commodities told by the sum that stands on them
    by_strength: frozenset[str]  # commodities told apart by milligrams
    told_by_fields: frozenset[str]  # commodities whose words say what a record holds
    micrograms: Mapping[str, tuple[float, float]]  # by commodity: what one holds
    strengths: Mapping[
        str, frozenset[float]
    ]  # by the beginning of a medicine's name: the milligrams it comes in
    models: Mapping[str, frozenset[float]]  # by the beginning of a name: numbers that are part of it
    series: Mapping[str, frozenset[float]]  # the same, of goods that come one number after the other
    stamped: frozenset[str]  # commodities whose pills are named by their stamp
    powder: frozenset[str]  # words that tell powder from pills: its milligrams are an amount
    blocks: frozenset[str]  # words for a block
    sized: frozenset[str]  # commodities of which a weight is the size of one
    bare_thousands: BareThousands
    street_endings: tuple[str, ...]  # a number after such a word is a house number
    counted_in: Mapping[str, frozenset[str]]  # commodities by the unit of one counted thing
    puff_commodities: frozenset[str]  # where "9k" is the number of puffs
    says_one: Mapping[str, frozenset[str]]  # by language: units that after a number say "each"
    holding: frozenset[str]  # words between a container and what it holds: "strip van 10"
    no_joint: Mapping[str, frozenset[str]]  # by language: joining words of other languages that join nothing
    single: frozenset[str]  # commodities of which a price without an amount is the price of one
    one_ware: frozenset[str]  # commodities whose product words all mean the same ware
    left_in: Mapping[str, frozenset[str]]  # the same by language, where only a number follows
    hundreds: Mapping[str, frozenset[str]]  # by language: words for a hundred
    collective: frozenset[str]  # "a dozen"
    short_hundreds: frozenset[str]  # languages in which "three fifty" is 350
    no_unit: Mapping[str, frozenset[str]]  # by language: words that are a unit in another one only
    piece_is_gram: frozenset[str]  # languages in which a piece of what is weighed is a gram
    thing_endings: tuple[str, ...]  # of words for goods that are sold whole
    local_units: Mapping[str, Mapping[str, str]]  # by language: words that are another unit there
    wanted: Mapping[str, frozenset[str]]  # beside a bare number, by language: how many somebody wants
    left: frozenset[str]  # before an amount: so many are left, and a price for one is that of one
    denied_before: frozenset[str]  # words that say that the goods after them are not what is sold
    denied_after: frozenset[str]  # and those before them
    denominations: frozenset[float]  # what stands on notes
    both: Mapping[str, float]  # words for all of two or three: "beide"
    told_by_size: Mapping[str, float]  # by commodity: what one costs at least, where numbers also tell a size
    packed_weight: Mapping[str, tuple[float, float]]  # by commodity: the grams of one pack
    same_content: frozenset[str]  # commodities of which a price alone is that of the content told before
    tablet_names: frozenset[str]  # goods of a weighed commodity that are tablets
    model_words: frozenset[str]  # behind digits: "15 pro"
    shots: frozenset[str]  # behind a number beside fireworks
    before_hours: frozenset[str]  # before a time of day: "na 20.00"
    eighth_ball: frozenset[str]  # commodities of which a ball is an eighth of an ounce
    eighth_ball_language: str
    weighed_by_fraction: frozenset[str]  # commodities of which a number that is not whole tells grams
    tablets_from: Mapping[str, float]  # by commodity: so many can only be tablets
    least_sums: Mapping[str, float]  # by written form: less is no sum of that money
    least_portion: Mapping[str, float]  # by commodity: the least that one can cost
    most_for_one: Mapping[str, float]  # by commodity: the most that one can cost
    portion_price: Mapping[str, float]  # by commodity: the highest price of a ready portion


@cache
def load_measure_words() -> MeasureWords:
    """The word lists units, money and number_words as one look-up."""
    units, money, numbers = _table("units"), _table("money"), _table("number_words")
    words: dict[str, MeasureWord] = {}
    _add_measures(words, units["measure"], units["alone_units"])
    _add_currencies(words, money["currency"])
    _add_slang(words, money["slang"])
    _add_roles(words, units, money)
    by_language = {lang: compose_numbers(numbers[lang], spellings) for lang in _languages(numbers)}
    articles = {lang: frozenset(all_spelled(numbers[lang]["articles"])) for lang in _languages(numbers)}
    return MeasureWords(
        words=words,
        with_signs=tuple(sorted((w for w in words if not _PLAIN.fullmatch(w)), key=lambda w: (-len(w), w))),
        numbers=by_language,
        meant={
            lang: _TIMES.union(spelled, money["at_each"].get(lang, ()), money["so_many"].get(lang, ()))
            for lang, spelled in by_language.items()
        },
        counting=_counting(words, by_language, articles),
        articles=articles,
        hundreds={lang: frozenset(all_spelled(numbers[lang]["hundred"])) for lang in _languages(numbers)},
        collective=frozenset(all_spelled(numbers["collective"])),
        short_hundreds=frozenset(numbers["short_hundreds"]),
        blocks=frozenset(word for word, measure in words.items() if measure.unit == "block"),
        **of_goods(units),
        **_of_money(money),
    )


def _of_money(money: Mapping[str, Any]) -> dict[str, Any]:
    """Which prices and currencies are meant, for the fields of the same names."""
    return {
        "gram_rates": money["gram_rates"],
        "gram_price": {name: GramPrice(**row) for name, row in money["gram_price"].items()},
        "least_price": money["least_price"],
        "least_sums": {written: float(least) for written, least in money["least_sums"].items()},
        "least_portion": money["least_portion"],
        "most_for_one": {ware: float(most) for ware, most in money["most_for_one"].items()},
        "portion_price": {ware: float(most) for ware, most in money["portion_price"].items()},
        "home_currency": money["home_currency"],
        "country_currency": money["country_currency"],
        "local_languages": frozenset(money["local_languages"]),
        "named_money": _named_money(money),
        "close_money": frozenset(all_spelled(money["close_money"]["words"])),
        "local_dollar": frozenset(money["local_dollar"]["countries"]),
        "real_dollar": frozenset(money["local_dollar"]["unless"]),
        "in_thousands": {lang: tuple(all_spelled(words)) for lang, words in money["in_thousands"].items()},
        "no_abbreviation": frozenset(all_listed(money["no_abbreviation"])),
        "so_many": {lang: frozenset(words) for lang, words in money["so_many"].items()},
        "at_each": {lang: frozenset(words) for lang, words in money["at_each"].items()},
        "each_languages": frozenset(money["each_languages"]),
        "joining": _JOINING.union(all_listed(money["and"])),
        "bare_thousands": BareThousands(
            money["bare_thousands"]["language"],
            float(money["bare_thousands"]["below"]),
            float(money["bare_thousands"]["least"]),
            frozenset(money["bare_thousands"]["except"]),
            frozenset(money["bare_thousands"]["dear"]),
            float(money["bare_thousands"]["below_dear"]),
        ),
        "both": {one: float(row["of"]) for row in money["both"] for one in all_spelled(row["words"])},
        "no_joint": {lang: frozenset(words) for lang, words in money["no_joint"].items()},
        "denominations": frozenset(float(one) for one in money["denominations"]["values"]),
    }


def _named_money(money: Mapping[str, Any]) -> dict[str, str]:
    excepted = frozenset(all_spelled(money["named_money"]["except"]))
    return {
        written: code
        for code, listed in money["currency"].items()
        for written in all_spelled(listed)
        if written not in excepted
    }


def _counting(
    words: Mapping[str, MeasureWord],
    numbers: Mapping[str, Mapping[str, float]],
    articles: Mapping[str, frozenset[str]],
) -> dict[str, frozenset[str]]:
    alone = {written for word, m in words.items() if m.alone or m.slang_alone for written in word.split()[:1]}
    return {
        lang: frozenset(alone | {word for word, value in spelled.items() if value > 1} - articles[lang])
        for lang, spelled in numbers.items()
    }


_PLAIN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(_LISTS).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _languages(table: Mapping[str, Any]) -> list[str]:
    return sorted(name for name, value in table.items() if isinstance(value, dict))


def _word(words: dict[str, MeasureWord], written: str) -> MeasureWord:
    return words.setdefault(written, MeasureWord())


def _add_measures(
    words: dict[str, MeasureWord], rows: list[dict[str, Any]], alone_units: Mapping[str, Any]
) -> None:
    """The first row that lists a word wins, so that rows are in order of weight of use."""
    excepted = frozenset(all_spelled(alone_units["except"]))
    for row in rows:
        alone = frozenset(all_spelled(row.get("alone", [])))
        each = row["unit"] in alone_units["units"]
        for written in sorted({*all_listed(row), *alone}):
            word = _word(words, written)
            if not word.unit:
                word.unit, word.factor = row["unit"], row["factor"]
                word.alone = written in alone or (each and len(written) > 1 and written not in excepted)


def _add_currencies(words: dict[str, MeasureWord], table: Mapping[str, list[str]]) -> None:
    for code, listed in table.items():
        for written in all_spelled(listed):
            _word(words, written).currency = code


def _add_slang(words: dict[str, MeasureWord], rows: list[dict[str, Any]]) -> None:
    for row in rows:
        alone = frozenset(all_spelled(row.get("alone", [])))
        for written in sorted({*all_listed(row), *alone}):
            word = _word(words, written)
            word.slang, word.slang_currency = float(row["value"]), row["currency"]
            word.slang_alone = written in alone


def _add_roles(words: dict[str, MeasureWord], units: Mapping[str, Any], money: Mapping[str, Any]) -> None:
    tables = {role: money[role] for role in _ROLES}
    tables |= {
        role: units[role] for role in ("not_an_amount", "numbered_thing", "size", "face_value", "sold_whole")
    }
    for listed, unit in units["per_unit"].items():
        for written in spellings(listed):
            word = _word(words, written)
            word.unit, word.roles = unit, word.roles | {"per"}
    for role, table in tables.items():
        for written in all_listed(table):
            word = _word(words, written)
            word.roles |= {role}
