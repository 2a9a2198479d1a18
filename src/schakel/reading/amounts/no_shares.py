"""Words for an eighth or a quarter where they are a time of day, a part of a town, a room or a rank."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.offer_parts import parse_number
from schakel.reading.amounts.spellings import spellings

_LAST_HOUR = 12.0


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    table = loads((files("schakel.lexicons") / "units.toml").read_text("utf-8"))["no_share"]
    return {
        name: frozenset(written for word in words for written in spellings(word))
        for name, words in table.items()
    }


def forget_shares(tokens: Sequence[Token]) -> None:
    """Makes such words say nothing: "Viertel nach acht", "un quart d'heure", "im Viertel" neither weigh nor count."""
    words = _lists()["words"]
    for i, token in enumerate(tokens):
        if token.word is None or token.text not in words:
            continue
        to_hour = _leads_to_hour(tokens[i + 1 : i + 3])
        if to_hour or _is_elsewhere(tokens, i) or _has_an_amount(tokens[i + 1 : i + 4]):
            token.kind, token.word = "noise", None
        if to_hour:
            tokens[i + 2].kind, tokens[i + 2].word = "noise", None


def _leads_to_hour(behind: Sequence[Token]) -> bool:
    """Cases such as "kwart voor 8", "quarter past nine", not "quarter to go" before a price, "kwart voor 60"."""
    return len(behind) == 2 and behind[0].text in _lists()["to_hour"] and _is_hour(behind[1:])


def _has_an_amount(behind: Sequence[Token]) -> bool:
    """Cases such as "im Kiez und Viertel 5g 250": the number behind the word has a unit of its own.

    Not so "quarter 45 oz 150": another weight than the gram behind the number begins the next rung, where a number follows.
    """
    if len(behind) < 2 or behind[0].kind != "number" or (unit := behind[1].word) is None:
        return False
    next_rung = unit.alone and unit.factor != 1.0 and [one.kind for one in behind[2:]] == ["number"]
    return bool(unit.unit) and not unit.currency and not next_rung


def _is_elsewhere(tokens: Sequence[Token], i: int) -> bool:
    lists = _lists()
    before = tokens[i - 1].text if i else ""
    if before in lists["between"] and i > 1:
        before = before if before in lists["before"] else tokens[i - 2].text
    behind = tokens[i + 1 : i + 3]
    if behind and behind[0].text in lists["between"]:
        behind = behind[1:]
    if not behind:
        return before in lists["before"]
    past = i > 1 and before in lists["hour_and"] and _is_hour(tokens[i - 2 : i - 1])
    return before in lists["before"] or behind[0].text in lists["behind"] or past


def _is_hour(tokens: Sequence[Token]) -> bool:
    """Whether the first token is no greater number than an hour, or a word that is no measure."""
    if not tokens or tokens[0].kind != "number":
        return bool(tokens) and tokens[0].kind == "word" and tokens[0].word is None
    return (parse_number(tokens[0].text) or _LAST_HOUR + 1) <= _LAST_HOUR
