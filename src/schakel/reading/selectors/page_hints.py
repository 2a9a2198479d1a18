"""What could stand on which page: many pages are searched at once, as one long text, for what only few of them hold.

Asking each page for each of these took twice as long: a search through a short text costs little beside its call.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from schakel.reading.folding.disguise import AT_BEGINS, SLASH_BEGINS
from schakel.reading.selectors.mail_addresses import disguise_words

MAIL, SLASH, SAID_AT = 1, 2, 4
_BETWEEN = "\0"  # stands in no listed word, so that none is found over two pages
Match = tuple[int, int, int]  # number of the pattern, start, end


def hints_of(pages: Sequence[str]) -> list[int]:
    """For each page in small letters which of MAIL, SLASH and SAID_AT it could hold, added up.

    MAIL is an address whose signs are spelled out, SLASH a slash in words, SAID_AT the name of the sign @ in some
    language.
    """
    search, meant = _hints()
    found = [0] * len(pages)
    for page, matches in matches_by_page(search, pages, overlapping=True).items():
        for which, _, _ in matches:
            found[page] |= meant[which]
    return found


def matches_by_page(
    search: AhoCorasick, pages: Sequence[str], *, overlapping: bool = False
) -> dict[int, list[Match]]:
    """What a search finds on each page, by the number of the page; pages with nothing are left out."""
    starts = _starts(pages)
    found: dict[int, list[Match]] = {}
    for which, start, end in search.find_matches_as_indexes(_BETWEEN.join(pages), overlapping=overlapping):
        page = bisect_right(starts, start) - 1
        found.setdefault(page, []).append((which, start - starts[page], end - starts[page]))
    return found


def pages_with(pattern: re.Pattern[str], pages: Sequence[str]) -> set[int]:
    """The numbers of the pages that hold a pattern which reaches over no line end and looks at nothing around it."""
    starts = _starts(pages)
    return {bisect_right(starts, match.start()) - 1 for match in pattern.finditer("\n".join(pages))}


def _starts(pages: Sequence[str]) -> list[int]:
    """Where each page begins when all stand one behind the other with one sign between them."""
    return list(accumulate((len(page) + 1 for page in pages), initial=0))


@cache
def _hints() -> tuple[AhoCorasick, list[int]]:
    """The search for all words that hint at something, and at what each of them does."""
    words = dict.fromkeys(disguise_words(), MAIL)
    for more, meant in ((SLASH_BEGINS, SLASH), (AT_BEGINS, SAID_AT)):
        words |= {word: words.get(word, 0) | meant for word in more}
    return AhoCorasick(list(words)), list(words.values())
