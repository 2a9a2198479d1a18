"""Goods asked for in the middle of a talk: for somebody else ("vriend zoekt een 9mm, pb"), or ordered from a seller ("nog oxazepam? doe maar 3 strips").

How they are handed over or whom to write to stands beside them, as in an offer (forms: `lexicons/offered_in_talk.toml`).
"""

from collections.abc import Iterator, Sequence

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.asking import priced_from
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.offered_in_talk import LONGEST, matches, says_nothing_heavy

FOR_OTHER, ORDERED, HOW = (
    "goods sought for somebody else",
    "goods ordered from who is asked",
    "goods needed, and how or from whom",
)
_SELDOM_ELSE = 1.3  # log10: the least weight of an ambiguous word that few use of bread and the like
_NEAR = 30  # characters between who seeks and what is sought


def asked_in_talk_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The signs of a short text that asks for goods so and tells of nothing else, which takes longest to see."""
    signs = list(_signs(found, goods))
    if signs and says_nothing_heavy(found):
        yield from signs


def _signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    plain = found.text.plain
    if len(plain) > LONGEST or not goods:
        return
    question = plain.find("?")
    if question < 0 and _sought_for_other(plain, goods) and not priced_from(plain, 0):
        yield FOR_OTHER
    sure = [hit for hit in goods if not hit.term.ambiguous or hit.term.weight >= _SELDOM_ELSE]
    if any(hit.start < question for hit in sure) and _ordered(plain, question):
        yield ORDERED
    if sure and question < 0 and _says(plain, "needs_goods") and _says(plain, "how"):
        yield HOW


def _ordered(plain: str, question: int) -> bool:
    return any(one.start() > question for one in matches("orders", plain))


def _sought_for_other(plain: str, goods: Sequence[TermHit]) -> bool:
    """Whether goods stand within the words of who seeks for somebody else, or right behind."""
    seekers = list(matches("for_other", plain))
    if not seekers or _says(plain, "rid_of"):
        return False
    return any(who.start() <= hit.start <= who.end() + _NEAR for who in seekers for hit in goods)


def _says(plain: str, name: str) -> bool:
    return next(matches(name, plain), None) is not None
