"""The words of a text that name products: without overlaps, without the amounts that stand in a listed phrase."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from schakel.reading.amounts.market_tokens import COMPANION, ListedHit, ListedTerm
from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.folding.needed_letters import NeededLetters

_BREAKS = frozenset(",/&|\n+;.!?=:0123456789")
_NEXT_WORD = re.compile(r"\s?([^\W\d_]+)")
_WORD_OR_BREAK = re.compile(r"[^\W_]+|[,.;/|+\n]")
_SENTENCE_ENDS = frozenset(".!?")  # "Con ella te vendo cargador" begins anew
_WITH = 24  # characters between "with" and what comes with a thing
_WORDS_BEHIND_WITH = 3
_WEIGHED = frozenset({"g", "kg", "ml", "l"})
_SHORT = 2  # letters: no ware by themselves
_MEASURES = frozenset({"g", "kg", "ml", "l", "strip", "box"})


@dataclass(frozen=True, slots=True)
class _Cut:
    """A listed phrase without the amount at its end or beginning."""

    term: ListedTerm
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Companion:
    """What comes with other goods: no product of its own, and what it counts is no amount."""

    concept: str
    kind: str = COMPANION
    product: str = ""


def product_hits(plain: str, hits: Sequence[ListedHit]) -> list[ListedHit]:
    """The commodity words by place, without overlaps; emoji give way to a word in the same line."""
    found = [hit for hit in hits if hit.term.kind == "commodity" and 0 <= hit.start < hit.end <= len(plain)]
    if len(found) > 1:
        found.sort(key=lambda hit: (hit.start, -hit.end, hit.term.concept, hit.term.product))
    apart: list[ListedHit] = []
    for hit in _offered(plain, found):
        if (apart and hit.start < apart[-1].end) or _cuts_number(plain, hit):
            continue
        named = _behind_number(plain, hit)
        if named is not None:
            apart.append(_without_amount(plain, named))
    if len(apart) < 2:
        return apart
    apart = [
        hit
        for hit, ware in zip(apart, [*apart[1:], None], strict=True)
        if not _measures_ware(plain, hit, ware)
    ]
    apart = _without_companions(plain, _without_descriptions(plain, apart))
    signs = [hit for hit in apart if not is_word(plain, hit)]
    if not signs or len(signs) == len(apart):
        return apart
    breaks = [place for place, letter in enumerate(plain) if letter == "\n"]
    word_lines = {bisect(breaks, hit.start) for hit in apart if is_word(plain, hit)}
    return [hit for hit in apart if is_word(plain, hit) or bisect(breaks, hit.start) not in word_lines]


def _offered(plain: str, found: list[ListedHit]) -> list[ListedHit]:
    """The words without those of which it is said that they are not sold: "meth, geen mdma"; all if nothing is left."""
    if len(found) < 2:
        return found
    denials, needed = _denials()
    if not needed.of(plain) or not (denied := list(denials.finditer(plain))):
        return found
    ends = {one.end() for one in denied if one.lastgroup == "before"}
    starts = {one.start() for one in denied if one.lastgroup == "after"}
    forms = {hit.end for hit in found if _ends_in_form(plain, hit)}
    return [hit for hit in found if hit.start not in ends and hit.end not in starts - forms] or found


def _ends_in_form(plain: str, hit: ListedHit) -> bool:
    """Cases such as "lyrica 300 kutu değil, şerit": what is denied is the box."""
    goods, _, last = plain[hit.start : hit.end].rpartition(" ")
    return bool(goods) and bool(_unit(last))


@cache
def _denials() -> tuple[re.Pattern[str], NeededLetters]:
    """A word that denies what follows it, with the space behind it, or one that denies what stands before it; the letters of these."""
    lists = load_measure_words()
    before = "|".join(re.escape(word) for word in sorted(lists.denied_before, key=lambda w: (-len(w), w)))
    after = "|".join(re.escape(word) for word in sorted(lists.denied_after))
    denials = rf"\b(?P<before>(?:{before})\s)", rf"(?P<after>\s(?:{after}))\b"
    return re.compile("|".join(denials)), NeededLetters(map(re.compile, denials))


def is_word(plain: str, hit: ListedHit) -> bool:
    """Whether a product is named by letters or digits, not by a picture."""
    return any(c.isalnum() for c in plain[hit.start : hit.end])


def _cuts_number(plain: str, hit: ListedHit) -> bool:
    """Cases such as "3800" is not ".380": part of it belongs to a number."""
    return hit.end < len(plain) and plain[hit.end].isdigit() and plain[hit.end - 1].isdigit()


def _behind_number(plain: str, hit: ListedHit) -> ListedHit | None:
    """Cases such as "100g de beuh", "2 kilo speed", "halve gram coke": the unit at the head of a phrase is no part of the ware.

    None where a letter, digits or the beginning of a word are left behind a number: "1g c02" is not the phrase "g c", nor
    "2g 99" the phrase "g 99"; "5gram md" is "md".
    """
    first, _, rest = plain[hit.start : hit.end].partition(" ")
    if not rest or not (unit := _unit(first)):
        return hit
    counted = plain[max(0, hit.start - 2) : hit.start].rstrip(" ")[-1:].isdigit()
    linking, _, ware = rest.partition(" ")
    if ware and linking in load_measure_words().holding:
        rest = ware
    if not counted and (unit not in _WEIGHED or len(first) == 1 or len(rest) <= _SHORT):
        return hit
    letters = len(rest) == _SHORT and rest.isalpha() and not plain[hit.end : hit.end + 1].isalnum()
    whole = len(rest) > _SHORT or letters
    return _Cut(hit.term, hit.end - len(rest), hit.end) if whole else None


def _without_amount(plain: str, hit: ListedHit) -> ListedHit:
    """Cases such as "xanax strip", "anavar 50 tab", "olive 10g", "1000 adet hesap": only the words of the ware."""
    pieces = plain[hit.start : hit.end].split(" ")
    if len(pieces) == 1:
        return hit
    first, last = 0, len(pieces)
    while last > 1 and _measures(pieces[last - 2], pieces[last - 1]):
        last -= 1
    counted = last < len(pieces) or _unit(_word_at(plain, hit.end))
    if counted and last > 1 and pieces[last - 1].isdigit():
        last -= 1
    if last > 2 and pieces[0].isdigit() and _unit(pieces[1]):
        first = 2
    if (first, last) == (0, len(pieces)):
        return hit
    start = hit.start + sum(len(piece) + 1 for piece in pieces[:first])
    return _Cut(hit.term, start, start + len(" ".join(pieces[first:last])))


def _measures(before: str, last: str) -> bool:
    """Whether the last word of a phrase is a measure, the unit of a number before it, or both in one: "10g"."""
    unit = _unit(last)
    if unit:
        return before.isdigit() or unit in _MEASURES
    return last[0].isdigit() and _unit(last.lstrip("0123456789.,")) in _MEASURES


def _unit(written: str) -> str:
    word = load_measure_words().words.get(written)
    return word.unit if word is not None else ""


def _measures_ware(plain: str, hit: ListedHit, ware: ListedHit | None) -> bool:
    """Cases such as "zips of haze": a word for goods that is the measure of those right behind it."""
    if ware is None or _unit(plain[hit.start : hit.end]) not in _WEIGHED:
        return False
    return plain[hit.end : ware.start].strip() in load_measure_words().holding


def _word_at(plain: str, place: int) -> str:
    """The word that begins here, or one space further."""
    found = _NEXT_WORD.match(plain, place)
    return found.group(1) if found else ""


def _without_companions(plain: str, products: list[ListedHit]) -> list[ListedHit]:
    """Sets aside what only comes with the thing before it at one price: "Glock met 50 patronen", "N26 mit Karte"."""
    companions = load_measure_words().companions
    if all(hit.term.concept not in companions for hit in products):
        return products
    out: list[ListedHit] = []
    for hit in products:
        if out and _continues(plain, out[-1], hit):
            out[-1] = _Cut(out[-1].term, out[-1].start, hit.end)
            continue
        beside = any(hit.term.concept in companions.get(one.term.concept, ()) for one in out[-2:])
        start = _comes_with(plain, out[-1].end, hit) if beside else -1
        out.append(hit if start < 0 else _Cut(_Companion(hit.term.concept), start, hit.end))
    return out


def _continues(plain: str, last: ListedHit, hit: ListedHit) -> bool:
    """Whether a word only counts what came with a thing: "mit Munition 50 Schuss"."""
    counts = last.term.kind == COMPANION and last.term.concept == hit.term.concept
    return counts and not plain[last.end : hit.start].strip(" 0123456789x")


def _comes_with(plain: str, since: int, hit: ListedHit) -> int:
    """Where what comes with a thing begins, right behind "with" and at most two words before the hit; -1 for none."""
    company = load_measure_words().company_any
    words = list(_WORD_OR_BREAK.finditer(plain, max(since, hit.start - _WITH), hit.start))
    for word in reversed(words[-_WORDS_BEHIND_WITH:]):
        if word.group() in company:
            return -1 if _is_added(plain, word.start(), hit) else word.end()
        if word.group() in _BREAKS and not (word.group() == "." and _is_company(words, word)):
            return -1
    return -1


def _is_added(plain: str, start: int, hit: ListedHit) -> bool:
    """Cases such as "Glock 1500, met munitie": named for itself behind a comma, with no number after it."""
    before = plain[max(0, start - 2) : start].strip()
    apart = before == ","
    numbers = any(letter.isdigit() for letter in plain[hit.end :].partition("\n")[0])
    return before in _SENTENCE_ENDS or (apart and not numbers)


def _is_company(words: Sequence[re.Match[str]], dot: re.Match[str]) -> bool:
    """Whether the dot is that of "incl."."""
    before = [word.group() for word in words if word.end() == dot.start()]
    return not load_measure_words().company_any.isdisjoint(before)


def _without_descriptions(plain: str, products: list[ListedHit]) -> list[ListedHit]:
    """Drops words that only describe the product beside them: "mdma crystal", "brown heroin"; not pictures: "pillen 💊"."""
    describing = load_measure_words().describing
    out = []
    for i, hit in enumerate(products):
        if plain[hit.start : hit.end] in describing:
            beside = [
                products[k] for k in (i - 1, i + 1) if 0 <= k < len(products) and is_word(plain, products[k])
            ]
            named = [other for other in beside if plain[other.start : other.end] not in describing]
            if any(_describes(plain, hit, other) for other in named):
                continue
        out.append(hit)
    return out


def _describes(plain: str, hit: ListedHit, other: ListedHit) -> bool:
    first, second = (other, hit) if other.start < hit.start else (hit, other)
    between = plain[first.end : second.start]
    if other.term.concept == hit.term.concept and not _is_tablet(other):
        return False
    return len(between) <= 20 and not set(between) & _BREAKS


def _is_tablet(hit: ListedHit) -> bool:
    """Cases such as "2cb pink": tablets of a commodity that is weighed, told apart by their colours."""
    special = load_measure_words().counted_product.get(hit.term.product)
    return special is not None and special.bare == "pill"
