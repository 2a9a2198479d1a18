"""A post cut into what may be a word of the trade and what stands around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from schakel.reading.folding.plain_text import PlainText, plain_text
from schakel.reading.places.find import find_places
from schakel.reading.selectors.find import read_selectors
from schakel.reading.terms.term_search import TermHit, find_terms
from schakel.reading.word_data import data_file

GOODS, WORD, SIGN, OTHER = "goods", "word", "sign", "other"
_WRITTEN = data_file("measures_written.toml")["suggesting"]
_UNIT = f"(?:{'|'.join(_WRITTEN['units'])})"
_NUMBER = r"\d+(?:[.,]\d+)*k?"
_TOKEN = re.compile(
    rf"(?P<price>[€$£₽₺] ?{_NUMBER}|{_NUMBER} ?(?:{'|'.join(_WRITTEN['money'])}))"
    rf"|(?P<amount>{_NUMBER} ?{_UNIT}(?![^\W_])|(?<![^\W_])x ?\d+(?![^\W_]))"
    rf"|(?P<number>{_NUMBER}%?)"
    r"|(?P<word>[^\W\d_][\w'’-]*[^\W_]|[^\W\d_])"
    r"|(?P<sign>[\U0001f300-\U0001faff☀-➿⬀-⯿])"
    r"|(?P<equals>[=→]|->)"
)
_DEALING = frozenset({"offer", "request"})
_CONTACT = "<contact>"
_FAR = 2  # tokens that count on each side


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its `kind`, its `label` as others see it beside them, where it stands, and its commodity."""

    kind: str
    label: str
    start: int
    end: int
    concept: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a post as tokens; `listed` if the next line begins with a number."""

    tokens: tuple[Token, ...]
    listed: bool


def lines_of(text: str) -> tuple[str, list[Line]]:
    """The folded post and its lines."""
    folded = plain_text(text)
    hits, contacts = find_terms(folded), read_selectors(text)
    places = [(place.start, place.end) for place in find_places(folded, contacts)]
    named = _Named([(found.start, found.end) for found in contacts], places)
    starts: list[int] = [0]
    for line in folded.plain.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    cut = [
        _tokens(folded, (start, end), hits, named)
        for start, end in zip(starts, [*(at - 1 for at in starts[1:]), len(folded.plain)], strict=True)
    ]
    led = [bool(line) and line[0].label.startswith("<n") for line in cut]
    return folded.plain, [
        Line(tuple(line), following) for line, following in zip(cut, [*led[1:], False], strict=True) if line
    ]


def neighbours(line: Line, first: int, last: int) -> Iterator[tuple[int, str]]:
    """What stands around the tokens `first` to `last` of a line: place from -2 to 2, and label."""
    count = len(line.tokens)
    for away in range(1, _FAR + 1):
        before, after = first - away, last + away
        if before >= -1:
            yield -away, line.tokens[before].label if before >= 0 else "<start>"
        if after <= count:
            ends = "<end, a list follows>" if line.listed else "<end>"
            yield away, line.tokens[after].label if after < count else ends


def words_of_talk(text: str) -> set[str] | None:
    """The words, signs and pairs of words of ordinary talk; None for a text that may offer or ask for something.

    Who asks for goods by a new word is not understood yet, and would make the word look ordinary.
    """
    folded = plain_text(text)
    if any(hit.term.kind == "act" and hit.term.concept in _DEALING for hit in find_terms(folded)):
        return None
    plain = folded.plain
    found = [
        (m.group(), m.start(), m.end()) for m in _TOKEN.finditer(plain) if m.lastgroup in {"word", "sign"}
    ]
    pairs = pairwise(found)
    return {word for word, _, _ in found} | {
        f"{one} {other}" for (one, _, end), (other, start, _) in pairs if start == end + 1
    }


@dataclass(frozen=True, slots=True)
class _Named:
    """Stretches that name somebody or some place: contacts in the original text, places in the folded one."""

    contacts: list[tuple[int, int]]
    places: list[tuple[int, int]]

    def label(self, folded: PlainText, at: int) -> str:
        """What is named at a place of the folded text, or ""."""
        if any(start <= folded.origin[at] < end for start, end in self.contacts):
            return _CONTACT
        return "<place>" if any(start <= at < end for start, end in self.places) else ""


def _tokens(folded: PlainText, span: tuple[int, int], hits: Sequence[TermHit], named: _Named) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(folded.plain, *span):
        label = named.label(folded, match.start())
        token = Token(OTHER, label, match.start(), match.end()) if label else _token(match, hits)
        # A known phrase of several words is one token, and so is an address.
        if not (found and token.label == found[-1].label and _is_one(found[-1], token)):
            found.append(token)
    return found


def _is_one(before: Token, token: Token) -> bool:
    return token.label == _CONTACT or (token.label == "<goods>" and before.end >= token.end)


def _token(match: re.Match[str], hits: Sequence[TermHit]) -> Token:
    kind, at, to = match.lastgroup or "", match.start(), match.end()
    over = [hit for hit in hits if hit.start < to and hit.end > at]
    goods = next((hit for hit in over if hit.term.kind == "commodity"), None)
    if goods is not None and kind in {"word", "sign"}:
        return Token(GOODS, "<goods>", goods.start, goods.end, goods.term.concept)
    if kind in {"price", "amount", "number"}:
        return Token(OTHER, f"<n: {kind}>", at, to)
    if kind == "equals":
        return Token(OTHER, "<=>", at, to)
    if over:
        return Token(OTHER, f"<{over[0].term.kind}: {over[0].term.concept}>", at, to)
    if kind == "sign":
        return Token(SIGN, match.group(), at, to)
    word = match.group()
    return Token(OTHER if word in ordinary_words() or len(word) < 2 else WORD, word, at, to)


@cache
def ordinary_words() -> frozenset[str]:
    """Frequent words of seven languages, which are no street words whatever stands beside them."""
    data = loads(files("schakel.lexicons").joinpath("language_words.toml").read_text("utf-8"))
    lists = [*data["common"].values(), *data["telling"].values()]
    return frozenset(plain_text(word).plain for words in lists for word in words.split())
