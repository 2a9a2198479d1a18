"""The language of a short text: character statistics by eldc, and the weight of telling words.

eldc (60 languages) is sure on sentences; on ten characters of street talk its best guess is often a
language that is not seen in this traffic. So its scores are combined with what the words themselves say:
score = eldc's score, less a handicap for languages outside the seven, plus the weights of words found.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from unicodedata import normalize

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.remembered import Remembered

UNKNOWN = ("und", 0.0)
Weights = tuple[tuple[str, float], ...]  # languages that a word speaks for, and how much
SEVEN = ("de", "en", "es", "fr", "nl", "ru", "tr")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Each begins with a letter or sign of its own, so that the search jumps from one of these to the next.
_LINK = re.compile(r"https?://\S+|www\.\S+|t\.me/\S+|@\S+")
# "k3tam1ne": taken as letters, the pieces of such a word are of any language ("k3tam1ne te koop" was Turkish).
# It begins with the digit, so that the search goes from one digit to the next.
_DIGITS_INSIDE = re.compile(r"\d(?<=[^\W\d_]\d)\d*[^\W\d_]")
_BROKEN = re.compile("[\ud800-\udfff\x00]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]")
_LOOK = 600  # characters: more text does not change the answer, only the time it takes
_MANY_WORDS = 60
# One point of eldc's score in log10 units: on lines of 20 characters its scores of right and wrong
# languages lie some .2 apart, which is worth about as much as one telling word.
_ELDC_POINT = 5.0
_OUTSIDE = 1.2  # log10: languages outside the seven are rarer in this traffic, and eldc often guesses them
_handicap = dict.fromkeys(SEVEN, 0.0).get
_LETTERS_ENOUGH = 3
_SURE, _FAIR = 0.7, 0.5
_CYRILLIC, _LATIN = re.compile("[а-яёіїєґў]"), re.compile("[a-zß-ɏ]")
_NO_TWIN = re.compile("[бгджзийлфцчшщъыьэюяё]")  # no Latin letter passes for these


@cache
def _words() -> dict[str, Weights]:
    """Every listed word with the languages it speaks for and its weight."""
    data = loads(files("schakel.lexicons").joinpath("language_words.toml").read_text("utf-8"))
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for kind, weight in (("common", data["weight_common"]), ("telling", data["weight_telling"])):
        for language, words in data[kind].items():
            for word in words.split():
                found[word][language] = float(weight)
    return {word: tuple(sorted(weights.items())) for word, weights in found.items()}


@cache
def _detector() -> object:
    """Eldc with its own settings, so that nobody else's settings change our answers."""
    import eldc  # noqa: PLC0415 -- 70 MB of tables are loaded only when a language is asked for

    eldc.init()
    detector = eldc.instance()
    detector.set_scores(6)
    return detector


def detect_language(text: str) -> tuple[str, float]:
    """The language as ISO 639-1 code with confidence 0..1; ("und", 0.0) where there are no words to judge.

    Where the text as written leaves doubt, its folded copy is asked too: styled and spaced-out letters
    become words there.
    """
    text = text[:_LOOK]
    if "@" in text or "/" in text or "\x00" in text or not text.isascii():
        text = _BROKEN.sub(" ", _LINK.sub(" ", normalize("NFKC", text)))
        text = _HIDDEN.sub("", text).replace("’", "'")
    whole = text
    if _DIGITS_INSIDE.search(text):
        text = " ".join(stretch for stretch in text.split() if not _DIGITS_INSIDE.search(stretch))
    answer = _of_words(text)
    if answer[1] < _SURE:
        folded = plain_text(text).plain
        if folded != text.lower():
            answer = max(answer, _of_words(folded), key=lambda found: found[1])
    return ("ru", _FAIR) if answer == UNKNOWN and _in_cyrillic(whole.lower()) else answer


def _in_cyrillic(low: str) -> bool:
    """Whether a text too short to judge is written in Cyrillic letters: "кокс 1 г 10000", not "wееd" with two of them."""
    cyrillic, latin = len(_CYRILLIC.findall(low)), len(_LATIN.findall(low))
    return cyrillic >= _LETTERS_ENOUGH and (not latin or (cyrillic > latin and bool(_NO_TWIN.search(low))))


def _of_words(text: str) -> tuple[str, float]:
    letters, telling = _words_of(text.lower())
    if letters < _LETTERS_ENOUGH:
        return UNKNOWN
    scores = _character_scores(text)
    for weights in telling:
        for language, weight in weights:
            scores[language] = scores.get(language, 0.0) + weight
    if not scores or (not telling and letters < 2 * _LETTERS_ENOUGH):
        return UNKNOWN
    language, sure = _best(scores)
    return (language, sure) if telling or language in SEVEN or sure >= _FAIR else UNKNOWN


def _words_of(low: str) -> tuple[int, list[Weights]]:
    """How many letters the first words of a text have, and what those of them that the lists know speak for."""
    words = letters = 0
    telling: list[Weights] = []
    for more_words, more_letters, more_telling in map(_STRETCHES.__getitem__, low.split()):
        if words + more_words > _MANY_WORDS:
            return _told_by(_WORD.findall(low)[:_MANY_WORDS])
        words += more_words
        letters += more_letters
        if more_telling:
            telling += more_telling
    return letters, telling


def _told_by(words: Sequence[str]) -> tuple[int, list[Weights]]:
    listed = _words()
    return len("".join(words)), [listed[word] for word in words if word in listed]


def _in_stretch(stretch: str) -> tuple[int, int, list[Weights]]:
    """How many words, how many letters, and what words tell in a stretch without spaces, over which no word reaches."""
    words = _WORD.findall(stretch)
    return (len(words), *_told_by(words))


_STRETCHES = Remembered(_in_stretch)


def _character_scores(text: str) -> dict[str, float]:
    found: dict[str, float] = _detector().detect_details(text).scores  # type: ignore[attr-defined]
    return {
        language: _ELDC_POINT * score - _handicap(language, _OUTSIDE) for language, score in found.items()
    }


def _best(scores: dict[str, float]) -> tuple[str, float]:
    """The language with most evidence, and its share of all evidence as odds."""
    most = max(scores.values())
    best = min([language for language, score in scores.items() if score == most])
    return best, round(
        1.0 / sum([10.0 ** (score - most) for score in scores.values() if most - score < 6.0]), 4
    )


def listed_words() -> frozenset[str]:
    """All words of the language lists: ordinary words of the seven languages."""
    return frozenset(_words())
