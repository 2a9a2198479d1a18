"""Whether an ambiguous word means goods: "wit" beside "10 gram", not beside "muur"; by weight of evidence."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.bare_lists import in_bare_list
from schakel.reading.weighing.decoration import without_decoration, without_idle_pictures, without_praise
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.goods_signs import Setting, setting_of, signs_of_hit
from schakel.reading.weighing.guns_and_parts import for_sale
from schakel.reading.weighing.line_pictures import without_line_pictures
from schakel.reading.weighing.means_of_payment import without_means_of_payment
from schakel.reading.weighing.not_sold import (
    with_both,
    without_forms,
    without_idle_words,
    without_lacking,
    without_missing,
    without_notes,
    without_signs_of_money,
)
from schakel.reading.weighing.not_wares import (
    without_calls_to_write,
    without_contact_words,
    without_flavours,
    without_points,
)
from schakel.reading.weighing.pictures import settled_by_pictures
from schakel.reading.weighing.seller_names import without_own_name
from schakel.reading.weighing.trees import Trees, load_goods_trees
from schakel.reading.weighing.weights import load_families
from schakel.reading.word_data import data_file

Weighed = tuple[float, TermHit]  # log10 odds that a word means these goods

# Fitted weights cannot tell: the labelled messages come from trade chats, where a bare "watch" is seldom honest.
_NO_MARK = -0.8
_LINES = 2  # that make a price list
_ENOUGH = -0.2  # log10 odds from which a word counts: about the best F1 on trade chats
_TELLING = 1.0  # log10: the least weight of a word that may be taken for goods where nothing says so
# In a bare list of goods (see `bare_lists`): from which odds a word is one of the sure ones there, and what these lift the
# others by, those of the same family and the rest. Chosen on nine made-up markets by other writers (seeds 1).
_SURE_IN_LIST, _IN_LIST, _IN_OTHER_LIST = 0.45, 1.2, 0.8
_SETTLED = 9.0  # log10: more than signs can say against a word that a picture settles
_LETTERS = 4  # and its least length: "3 m" is a measure too
# "Te koop: 10g coke": worded as lawful ads are, but no lawful ad sells anything that is also called so by a few grams.
_BY_WEIGHT = 0.8
_REACH = 14  # characters
_NO_PIECE = -2.0  # log10
_PIECES_ONLY = frozenset({"explosives", "firearms", "ammunition"})
_OFFERED = ("offered or asked in few words", 1.0)
_WRITTEN = {name: "|".join(words) for name, words in data_file("measures_written.toml")["grams"].items()}
_GRAMS = re.compile(rf"(?<![\d.,])\d{{1,2}}(?:[.,]\d)?\s?(?:{_WRITTEN['units']})\.?\s(?:{_WRITTEN['of']})?")
_GRAMS_BEHIND = re.compile(rf"[^\w\n]{{0,4}}\d{{1,2}}(?:[.,]\d)?\s?(?:{_WRITTEN['units']})(?!\w)")
# Goods of which a number without a measure is an amount: "3 stuks".
_BY_PIECE = frozenset({"mdma", "lsd", "benzodiazepines"})
_AMOUNT_AND_PRICE = re.compile(
    rf"[^\w\n]{{0,5}}\d{{1,4}}\s?(?:(?:{_WRITTEN['weights']})|(?P<piece>{_WRITTEN['pieces']}))\.?\s?(?:(?:{_WRITTEN['for']})\s?)?"
    rf"(?:[€$£]\s?\d|\d[\d.,]*\s?(?:{_WRITTEN['money']}))"
)

# "Snow 50 euro a gram": a price by the gram right behind; nothing lawful that these words mean is sold so.
_PER_GRAM = re.compile(
    rf"[^\w\n]{{0,4}}(?:[€$£]\s?)?\d[\d.,]*\s?(?:{_WRITTEN['rate_money']})?\s?(?:{_WRITTEN['rate_by']})\s?(?:{_WRITTEN['rate_units']})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Enough:
    """The log10 odds from which the likeliest word counts where none is likely, and whether everyday goods need a mark."""

    alone: float
    marked: bool


IN_A_MESSAGE = Enough(alone=_ENOUGH, marked=True)


def goods_in(found: Found, wording: Sequence[float], trees: Trees | None = None) -> list[TermHit]:
    """The commodity words that mean goods here, by place: the plain ones, and ambiguous ones in company.

    `wording` are the log10 odds of the acts from the text's wording; `trees` are those shipped if not given.
    Of two meanings of the same word the likelier counts.
    """
    return goods_in_each([(found, wording)], trees)[0]


def goods_in_each(
    texts: Sequence[tuple[Found, Sequence[float]]], trees: Trees | None = None, enough: Enough = IN_A_MESSAGE
) -> list[list[TermHit]]:
    """The same for each of many texts, each with its wording; many at once cost less each."""
    trees = trees or load_goods_trees()
    asked: list[tuple[int, TermHit, float]] = []  # number of the text, ambiguous word, what it adds or lacks
    signs: list[dict[str, float]] = []
    for number, (found, wording) in enumerate(texts):
        if unsure := [hit for hit in found.wares if _unsure(found, hit)]:
            setting = setting_of(found, wording)
            of_text = dict(setting.signs)
            asked += [(number, hit, _by_itself(hit, setting, trees, enough)) for hit in unsure]
            signs += [of_text | signs_of_hit(hit, setting) for hit in unsure]
    weighed: dict[int, list[tuple[float, TermHit]]] = {}
    for (number, hit, more), odds in zip(asked, trees.odds_of(signs), strict=True):
        weighed.setdefault(number, []).append((odds + more, hit))
    for number, by_signs in weighed.items():
        found = texts[number][0]
        by_list = _lifted(found, by_signs)
        weighed[number] = _with_pictures(by_list, settled_by_pictures(found.text.plain, found.wares))
    least = min(_ENOUGH, enough.alone)
    return [
        _kept(found, _likely(found, weighed.get(number, ()), least))
        for number, (found, _) in enumerate(texts)
    ]


def _lifted(found: Found, weighed: list[Weighed]) -> list[Weighed]:
    """The weighed words, those in a bare list of goods lifted by the sure ones in it."""
    sure = [hit for hit in found.wares if not hit.term.ambiguous]
    sure += [hit for odds, hit in weighed if odds > _SURE_IN_LIST]
    row = in_bare_list(found.text.plain, found.wares, sure)
    lifts = {hit: _IN_LIST if of_family else _IN_OTHER_LIST for hit, of_family in row.items()}
    return [(odds + lifts.get(hit, 0.0), hit) for odds, hit in weighed] if lifts else weighed


def _with_pictures(weighed: list[Weighed], settled: Sequence[TermHit]) -> list[Weighed]:
    """The weighed words with those that a picture settles above all others."""
    if not settled:
        return weighed
    known = {hit for _, hit in weighed}
    odds = [(one + _SETTLED if hit in settled else one, hit) for one, hit in weighed]
    return odds + [(_SETTLED, hit) for hit in settled if hit not in known]


def _likely(found: Found, weighed: Sequence[Weighed], least: float) -> Sequence[Weighed]:
    """The ambiguous words that are likely to mean goods; where none is and no plain word stands, the likeliest."""
    likely = [one for one in weighed if one[0] > _ENOUGH]
    plain = {hit.term.concept for hit in found.wares if not hit.term.ambiguous}
    if likely or plain:
        return likely + _told_by_others(weighed, plain.union(hit.term.concept for _, hit in likely))
    telling = [
        (odds, hit)
        for odds, hit in weighed
        if odds > least and hit.term.weight >= _TELLING and len(hit.term.written) >= _LETTERS
    ]
    return sorted(telling, key=lambda one: -one[0])[:1]


def _told_by_others(weighed: Sequence[Weighed], sure: Collection[str]) -> list[Weighed]:
    """Cases such as "Glock 19 ... обоймы": a clip or rounds beside a gun, though the word alone is not likely enough."""
    families = load_families()
    told = frozenset[str]().union(*(families.beside.get(concept, ()) for concept in sure))
    return [
        one for one in weighed if families.beside_odds < one[0] <= _ENOUGH and one[1].term.concept in told
    ]


def _unsure(found: Found, hit: TermHit) -> bool:
    return hit.term.ambiguous and not _in_compound(found.text.plain, hit)


def _kept(found: Found, weighed: Sequence[tuple[float, TermHit]]) -> list[TermHit]:
    """The plain commodity words and the ambiguous ones that mean goods, by place, one meaning a place."""
    plain = [(hit.term.weight, hit) for hit in found.wares if not hit.term.ambiguous]
    kept = without_contact_words(found, list((_likeliest(weighed) | _likeliest(plain)).values()))
    kept = with_both(found.text.plain, without_idle_words(found, kept))
    kept = without_signs_of_money(found, kept)
    if len(kept) < 2:
        return kept
    by_place = sorted(kept, key=lambda hit: (hit.start, hit.end, hit.term.concept))
    by_place = without_calls_to_write(found, by_place)
    by_place = without_means_of_payment(found, without_lacking(found.text.plain, by_place))
    by_place = without_forms(found.text.plain, without_notes(without_missing(by_place)))
    by_place = without_line_pictures(found.text.plain, by_place)
    by_place = without_flavours(found.text.plain, without_points(found.text.plain, by_place))
    by_place = without_own_name(found.text, without_decoration(found.text.plain, by_place))
    by_place = without_idle_pictures(found.text.plain, by_place)
    by_place = without_praise(found.text.plain, by_place)
    return for_sale(found.text.plain, by_place)


def _in_compound(plain: str, hit: TermHit) -> bool:
    """Cases such as "zwart-wit-foto": a word tied to letters on both sides is a part of another."""
    if not plain.startswith("-", hit.end):
        return False
    before, after = plain[max(0, hit.start - 2) : hit.start], plain[hit.end : hit.end + 2]
    tied = before[-1:] == after[:1] == "-"
    return tied and before[:1].isalpha() and after[1:].isalpha()


def _by_itself(hit: TermHit, setting: Setting, trees: Trees, enough: Enough) -> float:
    """What the word says whatever stands around it, and what it lacks of marks, as log10."""
    odds = trees.of_word(hit.term.written, hit.term.concept) + _by_weight(hit, setting)
    return odds + _lack_of_mark(hit, setting) if enough.marked else odds


def _by_weight(hit: TermHit, setting: Setting) -> float:
    """What a few grams right before the name of a drug, or an amount and its price right behind it, say as log10.

    Only where something is offered in few words. Nobody sells grenades by the gram: "10g appeltjes" are apples.
    """
    plain = setting.found.text.plain
    if hit.term.concept in load_families().members["fraud"] and _GRAMS_BEHIND.match(plain, hit.end):
        return _NO_PIECE
    if hit.term.concept in load_families().members["drugs"] and _PER_GRAM.match(plain, hit.end):
        return _BY_WEIGHT
    if _OFFERED not in setting.signs:
        return 0.0
    begin = max(0, hit.start - _REACH)
    if hit.term.concept not in load_families().members["drugs"]:
        by_gram = any(m.end() == hit.start for m in _GRAMS.finditer(plain, begin, hit.start))
        return _NO_PIECE if by_gram and hit.term.concept in _PIECES_ONLY else 0.0
    behind = _AMOUNT_AND_PRICE.match(plain, hit.end)
    if behind and (behind["piece"] is None or hit.term.concept in _BY_PIECE):
        return _BY_WEIGHT
    return _BY_WEIGHT if any(m.end() == hit.start for m in _GRAMS.finditer(plain, begin, hit.start)) else 0.0


def _lack_of_mark(hit: TermHit, setting: Setting) -> float:
    """What it costs a watch or a phone that nothing in the text tells of more than an ordinary sale, as log10."""
    everyday = hit.term.concept in load_families().everyday and hit.term.concept not in setting.plain
    lawful = not setting.marked and not setting.found.contacts
    return _NO_MARK if everyday and lawful and not _in_shady_list(hit, setting) else 0.0


def _in_shady_list(hit: TermHit, setting: Setting) -> bool:
    """Whether the word begins one line of a price list, and goods that nobody sells lawfully begin others.

    Such goods are named by plain words that are no everyday goods, or of the same family: papers beside bought accounts.
    """
    plain, families = setting.found.text.plain, load_families()
    if len(setting.heads) < _LINES or _line_of(plain, hit) not in setting.heads:
        return False
    family = families.members.get(families.of.get(hit.term.concept, ""), frozenset())
    telling = [
        one
        for one in setting.found.wares
        if not one.term.ambiguous
        and (one.term.concept in family or one.term.concept not in families.everyday)
    ]
    return any(_line_of(plain, one) in setting.heads for one in telling)


def _line_of(plain: str, hit: TermHit) -> int:
    """Where the line of a word begins."""
    return plain.rfind("\n", 0, hit.start) + 1


def _likeliest(weighed: Sequence[tuple[float, TermHit]]) -> dict[tuple[int, int], TermHit]:
    """One meaning for each place."""
    best: dict[tuple[int, int], tuple[float, TermHit]] = {}
    for odds, hit in weighed:
        place = (hit.start, hit.end)
        if place not in best or odds > best[place][0]:
            best[place] = (odds, hit)
    return {place: hit for place, (_, hit) in best.items()}
