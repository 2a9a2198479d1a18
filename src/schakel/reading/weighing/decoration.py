"""Pictures set around a heading, "💊 PHARMACY OPEN 💊": they adorn the list below, whose lines name the goods.

Of the headings without a number that one picture opens and closes, in the fitted messages, the picture named other goods
than the annotators did in 12 and all of the goods in three, none of which named goods on another line.
"""

from collections.abc import Sequence

from schakel.reading.term_search import TermHit

_VARIANT = "\ufe0f"  # asks for the coloured form of the sign before it


def without_decoration(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without the pictures around a heading, where another line names goods."""
    around = [hit for hit in goods if hit.term.language == "emoji" and _adorns(plain, hit)]
    if not around:
        return list(goods)
    lines = {_line(plain, hit) for hit in around}
    if all(_line(plain, hit) in lines for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit not in around]


def _adorns(plain: str, hit: TermHit) -> bool:
    """Whether a picture stands at both ends of its line, and letters but no number between them."""
    start, end = _line(plain, hit)
    line, sign = plain[start:end].strip().strip(_VARIANT), plain[hit.start : hit.end].strip(_VARIANT)
    between = line[len(sign) : len(line) - len(sign)]
    if not (line.startswith(sign) and line.endswith(sign)) or len(line) <= 2 * len(sign):
        return False
    return any(map(str.isalpha, between)) and not any(map(str.isdigit, between))


def _line(plain: str, hit: TermHit) -> tuple[int, int]:
    end = plain.find("\n", hit.end)
    return plain.rfind("\n", 0, hit.start) + 1, end if end >= 0 else len(plain)
