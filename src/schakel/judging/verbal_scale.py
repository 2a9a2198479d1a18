"""Likelihood ratios in words, as forensic institutes write them (ENFSI guideline, 2015)."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from schakel.judging.word_data import data_file


@cache
def _bands(language: str) -> tuple[tuple[float, str], ...]:
    rows = data_file("verbal_scale.toml", "verbal-scale")["band"]
    return tuple(sorted(((float(row["from"]), str(row[language])) for row in rows), reverse=True))


def term(log10_lr: float, language: str = "en") -> str:
    """The term for a likelihood ratio, whichever way it points: `more probable`, `veel waarschijnlijker`."""
    ratio = 10.0 ** min(abs(log10_lr), 300.0)
    # 10 ** 1 is exactly the border of a band; the small margin keeps float noise from stepping below it.
    return next((words for border, words in _bands(language) if ratio * (1 + 1e-12) >= border), "")


def ghost_sentence(log10_lr: float, language: str = "en") -> str:
    """What all signs together say about ghost or real, in one sentence; the prior has no part in it."""
    towards_ghost, towards_real, neither = data_file("verbal_scale.toml", "verbal-scale")["sentence"][
        "ghost"
    ][language]
    words = term(log10_lr, language)
    if words == _bands(language)[-1][1]:
        return str(neither)
    return str(towards_ghost if log10_lr > 0 else towards_real).format(words=words)


@cache
def _chances(language: str) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """From where each term holds, rising, and the terms."""
    rows = data_file("verbal_scale.toml", "verbal-scale")["chance"]
    bands = sorted((float(row["from"]), str(row[language])) for row in rows)
    return tuple(border for border, _ in bands), tuple(words for _, words in bands)


def chance_term(probability: float, language: str = "en") -> str:
    """A probability in words: `unlikely`, `zeer waarschijnlijk`."""
    borders, terms = _chances(language)
    return terms[max(bisect_right(borders, probability) - 1, 0)]


def role_sentence(role: str, probability: float, language: str = "en") -> str:
    """How sure it is that a role is held, in one sentence."""
    scale = data_file("verbal_scale.toml", "verbal-scale")
    name = scale["role"][language].get(role, role)
    return str(scale["sentence"]["role"][language]).format(
        words=chance_term(probability, language), role=name
    )


def chance_sentence(kind: str, probability: float, language: str, **facts: object) -> str:
    """What was found in one sentence, with its probability in words."""
    sentence = data_file("verbal_scale.toml", "verbal-scale")["sentence"][kind][language]
    return str(sentence).format(**facts, chance=chance_term(probability, language))


def level_sentence(
    level: Mapping[str, float], below: float, language: str, *, compared: int, sellers: int
) -> str:
    """A price level with its bounds, and how sure it is that it lies below (or above) the market."""
    sentence = data_file("verbal_scale.toml", "verbal-scale")["sentence"]["price-level"][language]
    side = "below" if below >= 0.5 else "above"
    numbers = {name: _decimal(number, language) for name, number in level.items()}
    chance = chance_term(max(below, 1.0 - below), language)
    return str(sentence[side]).format(**numbers, chance=chance, compared=compared, sellers=sellers)


@cache
def named(commodity: str, language: str) -> str:
    """The name of a commodity in a language."""
    names = data_file("trade_signs.toml", "trade-signs")["names"].get(language, {})
    return str(names.get(commodity, commodity))


def _decimal(number: float, language: str) -> str:
    written = f"{number:.2f}"
    return written.replace(".", ",") if language == "nl" else written
