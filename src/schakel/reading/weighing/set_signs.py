"""Forms that tell an act by themselves, too rare in the fitted messages for a weight: see `lexicons/set_signs.toml`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.accounts_sought import accounts_signs
from schakel.reading.weighing.asked_in_talk import asked_in_talk_signs
from schakel.reading.weighing.asking import asking_signs, question_signs, taker_signs
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.hands_sought import hands_signs
from schakel.reading.weighing.late_reach import BRIEF
from schakel.reading.weighing.offered_in_talk import laid_out_signs
from schakel.reading.weighing.open_sellers import open_signs, restock_signs
from schakel.reading.weighing.papers_at_a_price import PAPERS_PRICED, papers_priced
from schakel.reading.weighing.plainly_said import plainly_said
from schakel.reading.weighing.reports import IN_WORDS_OF_WARNING, report_signs
from schakel.reading.weighing.said_to_sellers import said_to_seller
from schakel.reading.weighing.shop_pages import shop_signs
from schakel.reading.weighing.short_ads import SHORT_AD, SHORT_QUESTION, SHORT_REQUEST, bare_sign
from schakel.reading.weighing.talk import talk_signs
from schakel.reading.weighing.told_of_names import told_of_names
from schakel.reading.word_data import data_file

BY_NAME = "few words of {} and an account"
MENU, VEHICLE, NAMED = "menu", "vehicle at a price", "a name beside words of {}"
DEALING = "goods and a way to deal, no other word"
CRY, SAID_FOR_SALE = "a cry of warning", "plain goods said to be for sale"
_LEAST_LINES, _MOST_LINES = 3, 40
_LONGEST_LINE, _LONGEST = 60, 1500  # characters
_LINE = re.compile(r"[^\n]+?(?= / |\n|$)(?: /)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_BESIDE_GOODS = 6  # letters beside the goods of a line: "gram", "euro"
_WAYS = ("delivery", "payment", "advance", "contact")
_MARKS_OUT_OF = re.compile(r"(?<!\d)(?:10/10|9/10|5/5|⭐|★)")
_SAYS = frozenset({"vouch", "warning", "request", "recruit"})
_TELLING = 1.0  # log10: the least weight of a word that praises, warns, asks or calls in a menu that is none
_BRIEF = 60
_NEAR = 60  # characters between words that offer, ask, praise or warn and what they are about
# Two capitalised words, or one with a capital, an underscore or digits inside.
_INSIDE_NAMES = "|".join(data_file("seller_names.toml")["inside"]["words"])
_NAME = re.compile(
    rf"(?<![\w@/.])(?:[^\W\d_a-zß-ÿа-я][a-zß-ÿа-яğışıё0-9'’]+(?: (?:{_INSIDE_NAMES}))?(?:[ ][^\W\d_a-zß-ÿа-я][a-zß-ÿа-яğışıё0-9'’]+)+"
    r"|[^\W\d_]+_\w+|[^\W\d_a-z][a-z]+[A-Z]\w*|[^\W\d_a-z][a-z]+\d{2,})(?![\w@/])"
)
_BESIDE_NAME = 24  # characters
_WRITTEN = {name: "|".join(words) for name, words in data_file("measures_written.toml")["sale"].items()}
_FOR_SALE = re.compile(
    rf"[^\S\n]*(?:{_WRITTEN['words']})?\W{{0,3}}\d{{2,5}}[^\S\n]*(?:{_WRITTEN['money']})(?!\w|\W{{0,3}}(?:{_WRITTEN['rates']})\b|/)"
)


def set_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The names of these forms that a text has."""
    plain = found.text.plain
    if goods and "?" not in plain and _is_menu(found, goods):
        yield MENU
    if clues := found.kinds.get("clue"):
        if len(plain) <= _BRIEF and any(_sold(plain, hit) for hit in clues) and _lawful(goods):
            yield VEHICLE
        cries = _words()[0]
        if any(hit.term.written in cries and not _LETTERS.sub("", plain, 1).strip(" !.?") for hit in clues):
            yield CRY
    if len(plain) <= BRIEF and "?" not in plain and _said_for_sale(found, goods):
        yield SAID_FOR_SALE
    if goods:
        yield from asking_signs(found, goods)
        yield from laid_out_signs(found, goods)
        yield from asked_in_talk_signs(found, goods)
    yield from shop_signs(found)
    yield from question_signs(plain, bool(goods))
    yield from taker_signs(found)
    yield from hands_signs(plain)
    yield from accounts_signs(plain)
    yield from _told(found)
    yield from talk_signs(found, goods)
    yield from told_of_names(found)
    yield from said_to_seller(found)
    yield from _cries_of_sellers(found, goods)
    if goods and _way_to_deal(found) and says_nothing_else(found):
        yield DEALING
    if len(plain) <= _BRIEF and found.reachable and "?" not in plain:
        yield from (BY_NAME.format(act) for act in ("vouch", "warning") if _plainly_said(found, act))
    if len(plain) <= _BRIEF and "act" in found.kinds and "\n" not in plain and not found.selectors:
        yield from (NAMED.format(act) for act in ("vouch", "warning") if _beside_a_name(found, act))


def _told(found: Found) -> Iterator[str]:
    """What customers report, and whether the text does little but praise or warn, unless it denies what it would warn of."""
    reports = tuple(report_signs(found.text.plain))
    yield from reports
    if not IN_WORDS_OF_WARNING.intersection(reports):
        yield from plainly_said(found)


def _cries_of_sellers(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    if found.short_ad:
        yield SHORT_AD
        if "?" in found.text.plain:
            yield SHORT_QUESTION
    elif found.alone:
        yield bare_sign(found.text)
    elif found.short_request:
        yield SHORT_REQUEST
    if papers_priced(found, goods):
        yield PAPERS_PRICED
    yield from restock_signs(found, goods) if goods else open_signs(found)


@cache
def _words() -> tuple[frozenset[str], re.Pattern[str]]:
    """The cries, and what couriers ride."""
    data = data_file("set_signs.toml")
    return frozenset(data["cries"]), re.compile("|".join(data["vehicles"]))


def _is_menu(found: Found, goods: Sequence[TermHit]) -> bool:
    plain = found.text.plain
    if len(plain) > _LONGEST or plain.count("\n") + plain.count("/") + 1 < _LEAST_LINES:
        return False
    ways = [hit.start for kind in _WAYS for hit in found.kinds.get(kind, ())]
    ways += [hit.start for hit in found.words("act", "offer")]
    if not ways or _says_otherwise(found) or _MARKS_OUT_OF.search(plain):
        return False
    lines = [line.span() for line in _LINE.finditer(plain) if _LETTERS.search(line.group())]
    if not _LEAST_LINES <= len(lines) <= _MOST_LINES or any(
        end - start > _LONGEST_LINE for start, end in lines
    ):
        return False
    if not any(_is_ware(plain, goods, line) for line in lines):
        return False
    return any(
        start <= way < end and not _is_ware(plain, goods, (start, end))
        for start, end in lines
        for way in ways
    )


def _says_otherwise(found: Found) -> bool:
    told = found.kinds.get("act", ())
    return any(hit.term.concept in _SAYS and hit.term.weight >= _TELLING for hit in told)


def _is_ware(plain: str, goods: Sequence[TermHit], line: tuple[int, int]) -> bool:
    """Whether a line names goods and hardly anything else."""
    start, end = line
    within = [hit for hit in goods if start <= hit.start and hit.end <= end]
    if not within:
        return False
    letters = sum(map(len, _LETTERS.findall(plain, start, end)))
    named = sum(map(len, _LETTERS.findall(" ".join(plain[hit.start : hit.end] for hit in within))))
    return letters - named <= _BESIDE_GOODS


def says_nothing_else(found: Found) -> bool:
    """Whether nothing asks, praises, warns or calls: no listed word of it, no clue, no question."""
    if "?" in found.text.plain:
        return False
    told = [hit.term.concept for kind in ("act", "clue") for hit in found.kinds.get(kind, ())]
    return _SAYS.isdisjoint(told)


def _way_to_deal(found: Found) -> bool:
    return bool(found.reachable or found.words("act", "offer") or "contact" in found.kinds)


def _said_for_sale(found: Found, goods: Sequence[TermHit]) -> bool:
    """Whether goods by a plain word stand beside a word of offer, in a text that asks, praises, warns and calls for nothing."""
    if not goods or "act" not in found.kinds:
        return False
    named = [hit for hit in goods if not hit.term.ambiguous]
    return bool(named) and not _says_otherwise(found) and near(found.words("act", "offer"), named)


def near(words: Sequence[TermHit], goods: Sequence[TermHit]) -> bool:
    """Whether one of the words stands within a line's length of one of the goods."""
    return any(hit.start - w.end <= _NEAR and w.start - hit.end <= _NEAR for hit in goods for w in words)


def _lawful(goods: Sequence[TermHit]) -> bool:
    return all(hit.term.concept == "stolen-goods" and hit.term.ambiguous for hit in goods)


def _sold(plain: str, hit: TermHit) -> bool:
    """Whether what a courier rides has a price right behind it, and no time for which that is paid."""
    if hit.term.concept != "recruit" or not _words()[1].fullmatch(plain, hit.start, hit.end):
        return False
    return _FOR_SALE.match(plain, hit.end) is not None


def _plainly_said(found: Found, act: str) -> bool:
    """Whether a weighty word praises or warns, and no other such word says otherwise."""
    told = {hit.term.concept for hit in found.kinds.get("act", ()) if hit.term.weight >= _TELLING}
    return act in told and told <= {act, "offer"}


def _beside_a_name(found: Found, act: str) -> bool:
    """Whether words of praise or warning stand beside a name and do not overlap it."""
    text = found.text
    spans = [text.place(hit.start, hit.end) for hit in found.words("act", act)]
    return any(
        0 <= name.start() - end <= _BESIDE_NAME or 0 <= start - name.end() <= _BESIDE_NAME
        for name in (_NAME.finditer(text.original) if spans else ())
        for start, end in spans
    )
