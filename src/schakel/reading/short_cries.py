"""Marks behind a few words of praise: "vouch!!" and "bedankt, snel geleverd!!" say what they say without them."""

import re

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.terms.term_search import find_terms

_LONGEST = 48  # characters of such a text
_MARKS = re.compile(r"\s*[!‼❗]+[\s!‼❗]*1?$")
_OF_ACTS = frozenset({"act", "clue"})


def without_marks(text: PlainText) -> PlainText:
    """The text without the marks behind it if it is a few words of praise and nothing else; else the same one.

    To the lists two marks are a sign of warning, and to the fitted weights any; of a single mark only that behind a
    single word is left out.
    """
    plain = text.plain
    if len(plain) > _LONGEST or "\n" in plain or not ("!" in plain or "‼" in plain or "❗" in plain):
        return text
    found = _MARKS.search(plain)
    if found is None:
        return text
    end = found.start()
    bare = PlainText(text.original, plain[:end], text.origin[: end + 1])
    hits = [hit for hit in find_terms(bare) if hit.term.kind in _OF_ACTS]
    told = {hit.term.concept for hit in hits}
    if "vouch" not in told or "warning" in told:
        return text
    alone = any(hit.end - hit.start == len(bare.plain.strip()) for hit in hits)
    return bare if alone or len(found.group().strip()) > 1 else text  # "спасибо за ответы!" thanks anybody
