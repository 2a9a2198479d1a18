"""What sellers cry: that they are open ("lijn open tot 3, zelfde menu"), or that goods have come in ("verse haze binnen")."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.word_data import data_file

OPEN, CAME_IN = "a cry of an open seller", "goods said to have come in"
_LONGEST = 60  # characters
_SHARE = 0.5  # of all letters
_TELLING = 1.0  # log10: the least weight of a word of another act that says something else
_LETTERS = re.compile(r"[^\W\d_]+")


def open_signs(found: Found) -> Iterator[str]:
    """The sign of such a cry: words of an open seller are half of its letters at least, and it names no goods and asks nothing."""
    plain = found.text.plain
    if found.wares or len(plain) > _LONGEST or "?" in plain or "act" not in found.kinds:
        return
    told = {hit.term.concept for hit in found.kinds["act"] if hit.term.weight >= _TELLING}
    if "offer" not in {hit.term.concept for hit in found.kinds["act"]} or not told <= {"offer"}:
        return
    said = " ".join(_words().findall(plain))
    if _letters(said) >= _SHARE * _letters(plain):
        yield OPEN


def restock_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The sign that goods stand right beside a word which says that they have come in."""
    plain = found.text.plain
    if len(plain) > _LONGEST or "?" in plain or "veto" in found.kinds:
        return
    if any(hit.term.concept != "offer" and hit.term.weight >= _TELLING for hit in found.kinds.get("act", ())):
        return
    behind, before = _come_in()
    if any(behind.match(plain, hit.end) or before.search(plain, 0, hit.start) for hit in goods):
        yield CAME_IN


@cache
def _come_in() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says so right behind goods, and right before them."""
    data = data_file("set_signs.toml")["restock"]
    behind, before = "|".join(data["behind"]), "|".join(data["before"])
    return (
        re.compile(rf"[^\w\n]{{0,4}}(?:(?:{data['between']}) ){{0,4}}(?:{behind})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{before})[^\w\n]{{1,3}}$"),
    )


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))


@cache
def _words() -> re.Pattern[str]:
    """The words of `acts_of_open_sellers.toml` and those named in `set_signs.toml`, the longest first."""
    sellers, own = (
        loads((files("schakel.lexicons") / name).read_text("utf-8"))
        for name in ("acts_of_open_sellers.toml", "set_signs.toml")
    )
    listed = [*own["open"], *(word for group in sellers["group"] for word in group["words"])]
    words = {plain_text(word).plain.strip() for word in listed}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
