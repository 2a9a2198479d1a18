"""Who asks for goods, and who asks others whether they need them and so sells: see `lexicons/set_signs.toml`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from schakel.reading.folding.needed_letters import NeededLetters
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.late_reach import BRIEF
from schakel.reading.weighing.reports import with_parts
from schakel.reading.weighing.sold_by_name import stands_beside
from schakel.reading.word_data import data_file

NEEDED = "goods that others may need, at a price"
NEEDED_PERHAPS = "goods that others may need, at what may be a price"
ADDRESSED = "goods that the reader may need"
ASKED = "plain goods right beside words of request"
QUOTED = "goods and a price quoted behind a question"
QUOTED_THERE = "a price quoted behind a question, and where or how"
MAY_QUOTE = "goods and what may be a price behind who is asked"
PAYS, MOST = "what the speaker pays for goods", "the most that is paid for goods"
TAKERS = "takers of goods looked for"
STANDS = "goods, a number and where the speaker is beside a question"
_LONGEST = 240  # characters: in longer texts a question is one of many things
_NUMBER = re.compile(r"\d")
_TELLING = 1.0  # log10: the least weight of a word of offer that says what a text does
_Form = tuple[str, re.Pattern[str]]  # with the sign that it is a form of


def asking_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The names of these forms that a text with goods has."""
    plain = found.text.plain
    if "?" in plain:
        yield from needed_signs(plain)
    forms, needed = _sought()
    could = needed.of(plain)
    if could and _has(ADDRESSED, plain, could, forms):
        yield ADDRESSED
    if "veto" not in found.kinds and not found.short_ad and _asked_for(found, goods):
        yield ASKED
    if could and len(plain) <= _LONGEST and _NUMBER.search(plain):
        yield from (sign for sign in (PAYS, MOST) if _has(sign, plain, could, forms))


def _has(sign: str, plain: str, could: Sequence[int], forms: Sequence[_Form]) -> bool:
    """Whether one of the forms of a sign stands in a text, of those that it could hold."""
    return any(forms[number][0] == sign and forms[number][1].search(plain) for number in could)


def question_signs(plain: str, goods: bool) -> Iterator[str]:
    """Who quotes a price behind a question, or tells where he stands: "iemand pillen? 3 voor 20" sells, "max 20" buys."""
    if len(plain) > _LONGEST or not _NUMBER.search(plain):
        return
    question, ask = plain.find("?"), _beside_questions()
    if question < 0:
        who = ask["asked"].search(plain) if goods and len(plain) <= BRIEF else None
        if who and ask["money"].search(plain, who.end()) and not _limited(plain):
            yield MAY_QUOTE
        return
    if _limited(plain):
        return
    quoted, there = ask["money"].search(plain, question), ask["stands"].search(plain)
    if quoted and goods:
        yield QUOTED
    elif quoted and (there or ask["brings"].search(plain)):
        yield QUOTED_THERE
    elif goods and len(plain) <= BRIEF and ask["bare"].search(plain, question):
        yield MAY_QUOTE
    if goods and there and _NUMBER.search(plain, question):
        yield STANDS


def _asked_for(found: Found, goods: Sequence[TermHit]) -> bool:
    """Whether plain goods stand beside a word that asks, and no weighty word offers: "wij bezorgen; prijs voor 10 g pep is"."""
    words = found.words("act", "request")
    if not words or any(word.term.weight >= _TELLING for word in found.words("act", "offer")):
        return False
    return any(not hit.term.ambiguous and stands_beside(found.text.plain, hit, words) for hit in goods)


def needed_signs(plain: str) -> Iterator[str]:
    """Who is asked whether it needs something, money named from there on; or money before, or a number that may be a price."""
    needs, money = _patterns()
    asked = needs.search(plain)
    if asked is None:
        return
    if money.search(plain, asked.start()):
        yield NEEDED
        return
    short = len(plain) <= _LONGEST and not _limited(plain)
    if short and (_beside_questions()["bare"].search(plain) or money.search(plain)):
        yield NEEDED_PERHAPS


def taker_signs(found: Found) -> Iterator[str]:
    """The sign that somebody looks for people who take its goods off it: "zoek vaste afnemers voor speed"."""
    plain = found.text.plain
    if not found.wares or len(plain) > _LONGEST:
        return
    forms, needed = _takers()
    if any(forms[number].search(plain) for number in needed.of(plain)):
        yield TAKERS


@cache
def _takers() -> tuple[Sequence[re.Pattern[str]], NeededLetters]:
    data = data_file("set_signs.toml")
    forms = [re.compile(form) for form in data["takers"]]
    return forms, NeededLetters(forms)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who may need something, at the beginning of a line or sentence; money."""
    data = data_file("set_signs.toml")
    needs, money = ("|".join(data[name]) for name in ("needs", "money"))
    return re.compile(rf"(?:^|[\n.!,])[^\w\n]{{0,6}}(?:{needs})[^\n?]{{0,100}}\?"), re.compile(money)


def _limited(plain: str) -> bool:
    """Whether a word of who pays no more stands in a text."""
    forms, needed = _limits()
    return any(forms[number].search(plain) for number in needed.of(plain))


@cache
def _limits() -> tuple[Sequence[re.Pattern[str]], NeededLetters]:
    data = data_file("set_signs.toml")["questions"]
    forms = [re.compile(rf"(?<!\w)(?:{form})") for form in data["limits"]]
    return forms, NeededLetters(forms)


def may_be_price(plain: str) -> bool:
    """Whether money stands in a text, or a number that may be a price, and no word of who pays no more or lets others earn."""
    ask = _beside_questions()
    named = ask["money"].search(plain) or ask["bare"].search(plain)
    return named is not None and not _limited(plain)


def priced_from(plain: str, at: int) -> bool:
    """Whether money, or a number that may be a price, stands from a place on."""
    ask = _beside_questions()
    return any(ask[name].search(plain, at) for name in ("money", "bare"))


@cache
def _beside_questions() -> dict[str, re.Pattern[str]]:
    """A price; what may be one; who is asked; where the speaker stands; how goods are handed over."""
    data = data_file("set_signs.toml")["questions"]
    words = {name: re.compile(rf"(?<!\w)(?:{'|'.join(data[name])})") for name in ("stands", "brings")}
    return words | {
        "money": re.compile("|".join(data["money"])),
        "bare": re.compile(data["bare"]),
        "asked": re.compile(data["asked"]),
    }


@cache
def _sought() -> tuple[Sequence[_Form], NeededLetters]:
    """The reader addressed as one who may need something, what the speaker pays, and the most that it pays."""
    data = data_file("set_signs.toml")
    forms = [(ADDRESSED, re.compile(rf"(?<!\w)(?:{reader})(?!\w)")) for reader in data["reader"]]
    for sign, name in ((PAYS, "pays"), (MOST, "most")):
        forms += [(sign, re.compile(with_parts(form))) for form in data["buying"][name]]
    return forms, NeededLetters(form for _, form in forms)
