"""Which commodity a short text is about, by all its letters: a second opinion on what the word lists say.

A word list knows a word or does not; "percs, blue, pressed" tells an opioid by what stands together. A linear model over
the same sequences of letters and words as that of the wording, with one column a commodity, fitted by
`tools/fit_goods_by_letters.py` on labelled titles and messages that name one commodity, and on the word lists themselves.
What the lists found weighs as much as fitted odds of 50 to 1: on 1,080 offers and requests of one commodity by writers
that it was not fitted on (an earlier fit, which did not see pictures) the commodity was right in .85 by the lists alone, .87
with odds of 3 to 1, .89 with 7, .90 with 20 and with 150, .91 with 55 and .885 with 3,000.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np

from schakel.reading.weighing.wording import Numbers, Wording, pack, wording_odds
from schakel.reading.word_data import data_file

LONGEST = 300  # characters: longer texts seldom speak of one commodity only
_LISTED = 1.7  # log10 odds of the commodity that the word lists name
_PLAINLY_LISTED = 4.0  # the same where a word names it that has no other sense; not fitted (3 to 5 do as well): people look for that word
_LISTED_IN_TITLE = 1.0  # the same where a text only names something (.9 to 1.3 do as well)
# The share of the odds from which a commodity counts that no list names, and the same where there may be none.
_LEAST, _LEAST_OF_TITLE = 0.4, 0.6
_NUMBER = re.compile(r"\d+")
_SIGNS = re.compile(r"[\s!-#&-/:-@\[-`{-~·•…–—|«»“”„’‘]+")  # not money, nor pictures, which name goods
# A price in words: where no list knows the goods, "100 pièces 250 euros" was told as counterfeit money, which is written so too.
_PRICE = re.compile(rf"(?<=\d)\s?(?:{'|'.join(data_file('measures_written.toml')['price']['words'])})(?!\w)")
_DIGITS = 4
_MOST = 15.0  # log10: as far as odds are told apart


@dataclass(frozen=True, slots=True)
class GoodsByLetters:
    """The weights, and the commodity of each column; what is no goods at all has the odds 0."""

    weights: Wording
    commodities: tuple[str, ...]


@cache
def load_goods_by_letters() -> GoodsByLetters:
    """The model as shipped."""
    with np.load(BytesIO((files("schakel.lexicons") / "goods_by_letters.npz").read_bytes())) as data:
        weights = Wording(pack(data["weights"]), data["step"], data["prior"])
        return GoodsByLetters(weights, tuple(map(str, data["commodities"])))


def lettered(plain: str) -> str:
    """A folded text as the model sees it: numbers by their length only, signs left out but those of money."""
    numbered = _NUMBER.sub(lambda number: "0" * min(_DIGITS, len(number[0])), plain.strip())
    return f" {_SIGNS.sub(' ', numbered).strip()} "


class Asked(NamedTuple):
    """A folded text of which the commodity is asked."""

    plain: str
    listed: str | None  # the commodity that the word lists found
    plainly: bool  # by a word that has no other sense
    title: bool  # it only names something
    no_goods: bool  # it may as well name no goods, as it is no act


class Told(NamedTuple):
    """The commodity that a text is about, and how much its letters by themselves speak for it.

    `weight` is log10 of the odds by its letters of this commodity against the one that the lists found, or where they
    found none, against the next likeliest one; 0 where the lists are right or nothing is told.
    """

    commodity: str | None
    weight: float = 0.0


def commodities_told(asked: Sequence[Asked]) -> list[Told]:
    """The commodity that each text is about; None where no list names one and none has a fair share of the odds."""
    if not asked:
        return []
    model = load_goods_by_letters()
    odds = wording_odds([lettered(_told_from(one)) for one in asked], model.weights)
    raised, places = odds.copy(), {name: at for at, name in enumerate(model.commodities)}
    for row, one in zip(raised, asked, strict=True):
        if one.listed in places:
            row[places[one.listed]] += _of_lists(one)
    best = raised.argmax(axis=1).tolist()
    return [
        _told(row, _likeliest(more, at, one, model.commodities), one, model.commodities)
        for row, more, at, one in zip(odds, raised, best, asked, strict=True)
    ]


def _told_from(asked: Asked) -> str:
    return asked.plain if asked.listed else _PRICE.sub("", asked.plain)


def likeliest_commodities(asked: Sequence[Asked]) -> list[str | None]:
    """The same without the weights."""
    return [one.commodity for one in commodities_told(asked)]


def _told(odds: Numbers, found: str | None, asked: Asked, commodities: Sequence[str]) -> Told:
    if found is None or found == asked.listed:
        return Told(found)
    at = commodities.index(found)
    if asked.listed in commodities:
        other = float(odds[commodities.index(asked.listed)])
    else:
        other = max(0.0, *(float(one) for place, one in enumerate(odds) if place != at))
    return Told(found, round(max(-_MOST, min(_MOST, float(odds[at]) - other)), 4))


def _likeliest(odds: Numbers, best: int, asked: Asked, commodities: Sequence[str]) -> str | None:
    """The commodity with the best odds, those of the lists among them, if they are good enough."""
    if asked.listed is not None:
        return asked.listed if asked.no_goods and odds[best] < 0 else commodities[best]
    share = 10 ** odds[best] / ((10**odds).sum() + asked.no_goods)
    return commodities[best] if share >= (_LEAST_OF_TITLE if asked.no_goods else _LEAST) else None


def _of_lists(asked: Asked) -> float:
    if asked.title:
        return _LISTED_IN_TITLE
    return _PLAINLY_LISTED if asked.plainly else _LISTED
