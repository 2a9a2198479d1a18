"""What the wording of texts says about what they do: a linear model over letter and word sequences.

Every sequence of two to five letters and every word and pair of words has a place in a table of weights, found
by hashing (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). Letters, words and the course
of a text (see `course`) are three views of it, each with a length of its own. An earlier fit, for which a text has one length,
stands beside: the two err apart, so that together they say more (decision 26). The weights are fitted by
`tools/fit_reading.py` and shipped as `lexicons/wording.npz` (for the search for candidates, which sees letters alone,
`lexicons/wording_scan.npz`); nothing is learned while reading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.int64]
Packed = npt.NDArray[np.int64]
Part = tuple[Rows, Rows]

# 1,048,576 places. With 35,600 texts fitted on, 18 bits told .810 of 1,896 acts of another round right, 20 bits .814 and 22 (four
# times the memory) .82; 20 cost 3 microseconds a text more than 18. The table of the search for candidates has 18.
BITS = 20
SIZES = (2, 3, 4, 5)
# What stands behind this sign is the course of a text. Of 3,195 acts of two rounds that were not fitted on .836 were told right
# with one length for all sequences and .851 with one for each view; how much the course counts hardly matters (.5 to .8).
COURSE_BEHIND = "\3"
_OF_COURSE = 0.6
_PRIME = np.uint32(0x01000193)
_WORD_SEED = np.uint32(0x811C9DC5)
_PAIR = np.uint32(0x9E3779B1)


# Three weights lie side by side in one integer, each lifted above 0. Sums of 8,000 fit; a masked text has at most
# 1,200 letters, its course 190, and so some 7,000 sequences.
_LANE, _LANES, _LIFT = 21, 3, 128

MOST_OF_WORDING = 3.0  # log10: what the wording may say for or against an act at most
_AT_ONCE = 500  # texts: their letters and the weights of these stay in a core's cache (2,000 at once take a tenth longer)


@dataclass(frozen=True, slots=True)
class Wording:
    """The table of weights by place, packed, with the size of one step and the prior for each act.

    All weights of a place lie side by side in a row, so that memory is gone to once for them: a table for each three acts
    took twice as long. Behind the last place stands one more that weighs nothing, for sequences that are none.
    Weights times step, summed over each view of a text and divided by the root of the number of its sequences, are
    together log10 odds against `none`. In the last columns, as many as `whole`, a text is one view.
    """

    packed: Packed
    step: npt.NDArray[np.float32]
    prior: npt.NDArray[np.float32]
    whole: int = 0

    @property
    def bits(self) -> int:
        """How many bits of a hash make a place: a smaller table has fewer."""
        return (len(self.packed) - 1).bit_length() - 1


@cache
def load_wording(name: str = "wording") -> Wording:
    """The weights as shipped: those of whole readings, or `wording_scan`, fitted on folded letters alone."""
    with np.load(BytesIO((files("schakel.lexicons") / f"{name}.npz").read_bytes())) as data:
        whole = int(data["whole"]) if "whole" in data else 0
        return Wording(pack(data["weights"]), data["step"], data["prior"], whole)


def pack(weights: npt.NDArray[np.int8]) -> Packed:
    """Weights (one row a place, one column an act) as integers that hold three columns each, in a row too."""
    places, columns = weights.shape
    packed = np.zeros((places + 1, -(-columns // _LANES)), np.int64)
    for column in range(columns):  # one by one: all lifted at once took six times as long, and 180 MB
        lane = column % _LANES
        packed[:-1, column // _LANES] += (weights[:, column].astype(np.int64) + _LIFT) << (_LANE * lane)
    return packed


def wording_odds(texts: Sequence[str], wording: Wording | None = None) -> Numbers:
    """Log10 odds of each act against `none` for masked texts: one row a text, one column an act of `ACTS`.

    As shipped, five more columns hold what the earlier fit says of each act.
    """
    table = wording or load_wording()
    if len(texts) <= _AT_ONCE:
        return _odds(texts, table)
    slices = [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
    return np.concatenate([_odds(some, table) for some in slices])


def _odds(texts: Sequence[str], table: Wording) -> Numbers:
    if not texts:
        return np.zeros((0, len(table.prior)))
    codes, row = _codes(_views(texts))
    words = _word_sequences(codes, row)
    of_letters, of_words = _numbers_of_letters(row), _numbers_of_words(words, 2 * len(texts))
    letters = _unpacked(_sums_of_letters(table, codes), of_letters, len(table.prior))
    spoken = _unpacked(_sums_of_words(table, words, 2 * len(texts)), of_words, len(table.prior))
    weighed = _by_view(letters, spoken, of_letters, of_words)
    if table.whole:
        weighed[:, -table.whole :] = _as_one(letters + spoken, of_letters + of_words)[:, -table.whole :]
    odds: Numbers = weighed * table.step + table.prior
    return odds


def _by_view(letters: Numbers, spoken: Numbers, of_letters: Rows, of_words: Rows) -> Numbers:
    """The sums of each text with a length for its letters, its words and its course."""
    half = len(letters) // 2
    weighed = letters[:half] * _counting(of_letters[:half])[:, None]
    weighed += spoken[:half] * _counting(of_words[:half])[:, None]
    course = _OF_COURSE * _counting((of_letters + of_words)[half:])
    weighed += (letters + spoken)[half:] * course[:, None]
    return weighed


def _as_one(sums: Numbers, number: Rows) -> Numbers:
    """The sums of each text with one length for all that it says and the course that it takes."""
    half = len(sums) // 2
    weighed: Numbers = (sums[:half] + sums[half:]) * _counting(number[:half] + number[half:])[:, None]
    return weighed


def _views(texts: Sequence[str]) -> list[str]:
    """What each text says, and behind all of these the course of each."""
    parted = [text.partition(COURSE_BEHIND) for text in texts]
    return [said for said, _, _ in parted] + [taken for _, _, taken in parted]


def _counting(number: Rows) -> Numbers:
    """How much each of so many sequences counts."""
    counting: Numbers = 1 / np.sqrt(np.maximum(number, 1))
    return counting


def _numbers_of_letters(row: Rows) -> Rows:
    """How many letter sequences each text has."""
    length = np.bincount(row) - 1  # without the mark at the end
    number: Rows = np.sum([np.maximum(length - size + 1, 0) for size in SIZES], axis=0, dtype=np.int64)
    return number


def _numbers_of_words(parts: Sequence[Part], texts: int) -> Rows:
    """How many words and pairs of words each text has."""
    number: Rows = np.sum([np.bincount(row, minlength=texts) for row, _ in parts], axis=0, dtype=np.int64)
    return number


def _unpacked(total: Packed, count: Rows, acts: int) -> Numbers:
    """The sums of weights: one row a text, one column an act."""
    lanes = [(total >> (_LANE * lane)) & ((1 << _LANE) - 1) for lane in range(_LANES)]
    sums = np.stack(lanes, axis=2).reshape(len(count), -1)[:, :acts] - (_LIFT * count)[:, None]
    return sums.astype(np.float64)


def _sums_of_letters(table: Wording, codes: Codes) -> Packed:
    """The packed weights of the letter sequences of each text, summed: one row a text."""
    ends = np.flatnonzero(codes == 0)
    starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1])
    nowhere, begun = len(table.packed) - 1, np.zeros((len(codes), table.packed.shape[1]), np.int64)
    longer = np.concatenate([codes, np.zeros(max(SIZES), np.uint32)])  # so that one begins at every letter
    for size, mixed in _mixed(longer):
        place = _place(mixed[: len(codes)], table.bits)
        for back in range(size):  # those that reach over the end of a text weigh nothing
            over = ends - back
            place[over[over >= 0]] = nowhere
        begun += table.packed.take(place, axis=0)
    total: Packed = np.add.reduceat(begun, starts)
    return total


def _sums_of_words(table: Wording, parts: Sequence[Part], texts: int) -> Packed:
    """The same for words and pairs of words, of which a text may have none."""
    total = np.zeros((texts, table.packed.shape[1]), np.int64)
    for row, place in parts:
        if len(row):
            first = np.flatnonzero(np.concatenate([[True], row[1:] != row[:-1]]))
            weights = table.packed.take(place >> (BITS - table.bits), axis=0)
            total[row[first]] += np.add.reduceat(weights, first)
    return total


def weighed_sequences(texts: Sequence[str]) -> tuple[Rows, Rows, Numbers]:
    """The sequences in all texts: for each the number of its text, its place in the table and how much it counts."""
    views, half = _views(texts), len(texts)
    codes, of_view = _codes(views)
    letters, words = _letter_sequences(codes, of_view), _word_sequences(codes, of_view)
    of_letters, of_words = _numbers_of_letters(of_view), _numbers_of_words(words, 2 * half)
    course = _OF_COURSE * _counting((of_letters + of_words)[half:])
    counting = [np.concatenate([_counting(of[:half]), course]) for of in (of_letters, of_words)]
    parts = [(row, place, counting[0][row]) for row, place in letters]
    parts += [(row, place, counting[1][row]) for row, place in words]
    row, place, counts = (np.concatenate(one) for one in zip(*parts, strict=True))
    return row % half, place, counts


def _codes(texts: Sequence[str]) -> tuple[Codes, Rows]:
    """The letters of all texts as numbers, a 0 behind each text, and the number of the text of each."""
    joined = "\0".join(texts) + "\0"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = codes == 0
    return codes, np.cumsum(ends) - ends  # the end itself still belongs to its text


def _letter_sequences(codes: Codes, row: Rows) -> list[Part]:
    parts = []
    letter = codes != 0
    for size, mixed in _mixed(codes):
        inside = np.logical_and.reduce([letter[at : at + len(mixed)] for at in range(size)])
        parts.append((row[: len(mixed)][inside], _place(mixed[inside])))
    return parts


def _mixed(codes: Codes) -> Iterator[tuple[int, Codes]]:
    """Each size with the hash of the sequence of that size that begins at each letter."""
    mixed = codes
    for size in range(2, max(SIZES) + 1):
        mixed = mixed[:-1] * _PRIME + codes[size - 1 :]
        if size in SIZES:
            yield size, mixed ^ np.uint32(size * 0x01234567)


def _word_sequences(codes: Codes, row: Rows) -> list[Part]:
    """Words, and pairs of neighbouring words of one text; words are what stands between spaces."""
    gap = codes <= 32
    begins = ~gap & np.concatenate([[True], gap[:-1]])
    start = np.flatnonzero(begins)
    end = np.flatnonzero(~gap & np.concatenate([gap[1:], [True]])) + 1
    # A word's hash is a sum over its letters, each mixed with its place in the word.
    place = np.arange(len(codes))
    within = place - np.maximum.accumulate(np.where(begins, place, 0))
    letters = (codes * _PRIME ^ within.astype(np.uint32) * _PAIR) * np.uint32(0x85EBCA6B)
    letters ^= letters >> np.uint32(15)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters, dtype=np.uint64)])
    words = ((sums[end] - sums[start]) & np.uint64(0xFFFFFFFF)).astype(np.uint32) ^ _WORD_SEED
    of_row = row[start]
    together = of_row[1:] == of_row[:-1]
    pairs = (words[:-1] * _PAIR + words[1:])[together]
    return [(of_row, _place(words)), (of_row[:-1][together], _place(pairs))]


def _place(mixed: Codes, bits: int = BITS) -> Rows:
    """The place in the table: the last mixing steps of MurmurHash3 (Appleby 2011), then the top bits."""
    mixed = (mixed ^ mixed >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    mixed = (mixed ^ mixed >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return (mixed >> np.uint32(32 - bits)).astype(np.int64)
