"""Papers and accounts at a price in few words: "rijbewijs b 1500", "bunq 250 abn 300".

Who calls for people that lend their account or carry a parcel names the same things and a sum, so the wording alone takes such lines for
recruiting. Of 300 training messages for which this holds 265 offer, 15 are nothing, 9 ask, 7 call, 2 praise and 2 warn; who calls says for
how long, what somebody does or whose account it is.
"""

import re
from collections.abc import Sequence
from functools import cache

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.asking import may_be_price
from schakel.reading.weighing.found import Found
from schakel.reading.word_data import data_file

PAPERS_PRICED = "papers or accounts at a price, few words"
_PAPERS = frozenset({"documents", "accounts"})
_SAYS = frozenset({"vouch", "warning", "request", "recruit"})
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6


def papers_priced(found: Found, goods: Sequence[TermHit]) -> bool:
    """Whether a text names papers or accounts and what may be their price in few words, and says nothing else of them."""
    plain = found.text.plain
    if not goods or "?" in plain or any(hit.term.concept not in _PAPERS for hit in goods):
        return False
    if len(_WORD.findall(plain)) > _MOST_WORDS or not may_be_price(plain) or _lent().search(plain):
        return False
    named = [(hit.start, hit.end) for hit in goods]
    told = [
        hit
        for kind in ("act", "clue")
        for hit in found.kinds.get(kind, ())
        if hit.term.concept in _SAYS and not any(start <= hit.start < end for start, end in named)
    ]
    return not told


@cache
def _lent() -> re.Pattern[str]:
    data = data_file("set_signs.toml")
    return re.compile("|".join(data["lent"]))
