"""Lists with a legend: "B - T (beyaz/taş)", "⚪ = cola 🍬 = xtc", where signs stand for goods in the lines with prices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schakel.reading.amounts.market_tokens import ListedHit, ListedTerm
from schakel.reading.word_data import data_file

_SIGN = r"(?:(?<![^\W_])[^\W\d_]|[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff])\ufe0f?"
_EXPLAINED = re.compile(rf"({_SIGN})\s?[=:]\s?$")
_PICTURE = re.compile(r"([\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)\s?$")
_LIMITS = data_file("amount_limits.toml")["legends"]
_REACH: int = _LIMITS["reach"]
_EXPLAINS = ("=", ":")
_LETTERS_END = "\u2600"  # from here on are pictures
_STRENGTH = re.compile(r"(?<![\w.,])\d{1,4}\s?(?:mg|µg|ug|мг)(?!\w)")  # "Tesla 240mg"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Meant:
    """A sign in a line of the list, with the goods that the legend says it stands for."""

    term: ListedTerm
    start: int
    end: int


def with_legend(plain: str, hits: Sequence[ListedHit]) -> Sequence[ListedHit]:
    """The words for goods with the signs that a legend explains; another meaning of such a sign gives way."""
    meanings = dict(_explained(plain, hits))
    if not meanings:
        return hits
    signs = [one for sign, hit in meanings.items() for one in _uses(plain, sign, hit)]
    taken = {place for one in signs for place in range(one.start, one.end)}
    kept = [
        hit for hit in hits if hit.term.kind != "commodity" or taken.isdisjoint(range(hit.start, hit.end))
    ]
    return [*kept, *signs]


def _explained(plain: str, hits: Sequence[ListedHit]) -> Iterator[tuple[str, ListedHit]]:
    """Each sign with the word for goods right behind it, in a line or brackets without a number."""
    for hit in hits:
        if hit.term.kind != "commodity" or hit.end - hit.start < 2 or not plain[hit.start].isalpha():
            continue
        ahead = plain[max(0, hit.start - _REACH) : hit.start]
        sign = ahead.rstrip()[-1:]
        if not sign > _LETTERS_END and sign not in _EXPLAINS:
            continue
        found = _EXPLAINED.search(ahead) or _PICTURE.search(ahead)
        if found is None:
            continue
        start, end = plain.rfind("\n", 0, hit.start) + 1, plain.find("\n", hit.end)
        if not _DIGIT.search(_STRENGTH.sub("", plain[start : end if end >= 0 else len(plain)])):
            yield found.group(1), hit


def _uses(plain: str, sign: str, hit: ListedHit) -> Iterator[_Meant]:
    """The places where a sign stands for its goods: in lines with a number; a letter only where a number is beside it."""
    for found in re.finditer(re.escape(sign), plain):
        at, end = found.span()
        begins, ends = plain.rfind("\n", 0, at) + 1, plain.find("\n", end)
        beside = plain[max(begins, at - 3) : at] + "|" + plain[end : end + 4].partition("\n")[0]
        if sign.isalpha() and (_is_part_of_word(plain, at, end) or not _DIGIT.search(beside)):
            continue
        if _DIGIT.search(plain, begins, ends if ends >= 0 else len(plain)):
            yield _Meant(hit.term, at, end)


def _is_part_of_word(plain: str, at: int, end: int) -> bool:
    return plain[at - 1 : at].isalpha() or plain[end : end + 1].isalpha()
