"""Names that look like the next account of the same seller: the same, disguised, numbered, or one letter changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.comparing.disguises import digits_as_letters, plain_letters
from schakel.linking.copies.shingles import Ints
from schakel.linking.weights import load_settings

_LEAST = 5  # shorter names agree too often by chance
_LONGEST = 32  # as long as a Telegram username may be
_BUCKET = 12  # names that meet in one deletion form; more means the form is no name


@dataclass(frozen=True, slots=True)
class Forms:
    """A name as written, its letters and digits only, without what marks a next account, and without disguise.

    `compact`, `stem` and `plain` have no letters of another script that only look alike; in `plain` digits are
    letters too. `raw` is `compact` as written; `words` are those of the stem in the order of the alphabet, empty for a
    name of one word.
    """

    written: str
    compact: str
    stem: str
    plain: str = ""
    raw: str = ""
    words: str = ""

    @property
    def bare(self) -> str:
        """The stem without the number it ends in."""
        return self.stem.rstrip("0123456789")

    @property
    def claims(self) -> bool:
        """Whether a word beside the name says that this is the real one."""
        return any(w in self.compact and w not in self.stem for w in load_settings().words["name_claims"])

    @property
    def digits(self) -> str:
        """The number that the name ends in, with or without what marks a next account."""
        return max((name[len(name.rstrip("0123456789")) :] for name in (self.compact, self.stem)), key=len)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two different names that resemble each other, and by which rule."""

    rule: str
    one: Forms
    other: Forms


def forms(names: Iterable[str]) -> list[Forms]:
    """The forms of each different name that is long enough to say something, sorted."""
    written = pa.array(sorted(set(names)), pa.string())
    lower = plain_letters(written)
    raw = _letters(pc.utf8_lower(pc.utf8_normalize(written, form="NFKC")))
    columns = (
        written,
        _letters(lower),
        _stems(lower),
        _letters(digits_as_letters(lower)),
        raw,
        _words(lower),
    )
    rows = zip(*(column.to_pylist() for column in columns), strict=True)
    return [Forms(*row) for row in rows if _LEAST <= len(row[1]) <= _LONGEST]


def alike(names: list[Forms]) -> Iterator[Alike]:
    """Pairs of different names: the same letters, the same stem with another number or mark, the same words turned round, one
    edit apart.
    """
    done: set[tuple[str, str]] = set()
    for rule, buckets in (
        ("same_name", _shared([n.compact for n in names])),
        ("disguised_name", _shared([n.plain for n in names])),
        ("numbered_name", _shared([n.stem if len(n.stem) >= _LEAST else None for n in names])),
        ("numbered_name", _shared([n.bare if len(n.bare) > _LEAST else None for n in names])),
        ("numbered_name", _shared(_undone([n.bare if len(n.bare) > _LEAST else None for n in names]))),
        ("turned_name", _shared([n.words if len(n.words) > _LEAST else None for n in names])),
        ("name_one_edit_apart", _one_letter_left_out([n.compact for n in names])),
    ):
        for one, other in (pair for bucket in buckets for pair in combinations(bucket, 2)):
            a, b = names[one], names[other]
            if (a.written, b.written) in done:
                continue
            if _fits(rule, a, b):
                done.add((a.written, b.written))
                yield Alike(_told_by(rule, a, b), a, b)


def resemble(a: Forms, b: Forms) -> bool:
    """Whether two names are the same, numbered, marked as a next one, or one edit apart."""
    if a.compact == b.compact or a.plain == b.plain or _one_edit(a.compact, b.compact):
        return True
    if (a.stem == b.stem and len(a.stem) >= _LEAST) or (a.words == b.words and len(a.words) > _LEAST):
        return True
    return a.bare == b.bare and len(a.bare) > _LEAST and _fits("numbered_name", a, b)


def _told_by(rule: str, a: Forms, b: Forms) -> str:
    """The rule by which two names resemble each other, told closer: by their looks, or by a word such as official."""
    if rule == "same_name" and a.raw != b.raw:
        return "disguised_name"
    claims = rule == "numbered_name" and a.stem == b.stem and a.claims != b.claims
    return "claims_to_be_real" if claims else rule


def _fits(rule: str, a: Forms, b: Forms) -> bool:
    if rule == "name_one_edit_apart":
        return _one_edit(a.compact, b.compact)
    # name010 and name020 are two towns, not a number and the next
    told = a.stem == b.stem or rule in {"same_name", "disguised_name", "turned_name"}
    return told or min(len(a.digits), len(b.digits)) <= 1


def _undone(bare: list[str | None]) -> list[str | None]:
    """Bare stems with digits read as letters: what is left of names that are numbered and in disguise."""
    told = digits_as_letters(pa.array([stem or "" for stem in bare], pa.string())).to_pylist()
    return [None if stem is None else name for stem, name in zip(bare, told, strict=True)]


def _letters(names: pa.Array) -> pa.Array:
    return _replaced(names, r"[^\pL\pN]+", "")


def _replaced(names: pa.Array, pattern: str, by: str) -> pa.Array:
    """The names with what fits a pattern replaced; classes of letters stand in brackets.

    To make ready for the letters and numbers of all scripts takes 2 ms a pattern, so 20 of the 30 that a few names took; where
    all names are ASCII nothing else can fit than what is.
    """
    if pc.all(pc.string_is_ascii(names)).as_py():
        pattern = pattern.replace(r"\pL", "A-Za-z").replace(r"\pN", "0-9")
    return pc.replace_substring_regex(names, pattern, by)


def _stems(lower: pa.Array) -> pa.Array:
    """Names without what marks a next account; of usernames also what is added where the name itself is taken."""
    names = _without_marks(lower, "name_extras", "name_tails")
    usernames = _without_marks(lower, "username_extras", "username_tails")
    return pc.if_else(pc.starts_with(lower, "@"), usernames, names)


def _without_marks(lower: pa.Array, apart: str, glued: str) -> pa.Array:
    extras, tails = _any_word(apart), _any_word(glued)
    spaced = _replaced(lower, r"[^\pL\pN]+", "  ")
    bare = _apart_from(spaced, extras)
    joined = pc.replace_substring_regex(bare, " +", "")
    without = _replaced(joined, rf"^(.{{4,}}?[\pL\pN])(?:{tails})+$", r"\1")
    without = _replaced(
        without, r"^(new|nieuwe?|real|official|officieel|echte|thereal|theofficial)([\pL]{5})", r"\2"
    )
    return _replaced(without, r"([\pL])[0-9]$", r"\1")


def _apart_from(spaced: pa.Array, extras: str) -> pa.Array:
    return pc.replace_substring_regex(spaced, rf"(?:^| )(?:{extras}|[0-9]{{1,2}})(?: |$)", "  ")


def _words(lower: pa.Array) -> pa.Array:
    """The words of each name in the order of the alphabet, without what marks a next account; empty where it is one word."""
    spaced = _replaced(lower, r"[^\pL\pN]+", "  ")
    told = _apart_from(spaced, _any_word("name_extras")).to_pylist()
    made = (sorted(name.split()) for name in told)
    return pa.array([" ".join(words) if len(words) > 1 else "" for words in made], pa.string())


def _any_word(of: str) -> str:
    """A pattern for any of the words of a list, the longest first; the words of usernames are those of names and more."""
    words = load_settings().words
    known = {*words[of], *words[of.replace("username", "name")]}
    return "|".join(sorted(known, key=lambda word: (-len(word), word)))


def _shared(keys: Sequence[str | None] | pa.Array, owners: Ints | None = None) -> list[list[int]]:
    """The owners (by default places) of each key that more than one and at most `_BUCKET` of them have."""
    array = pa.array(keys, pa.string()) if not isinstance(keys, pa.Array) else keys
    codes = array.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    places = np.arange(len(codes)) if owners is None else owners
    many = int(places.max(initial=0)) + 1
    codes, places = np.divmod(np.unique((codes * many + places)[codes >= 0]), many)
    counts = np.bincount(codes, minlength=1)
    wanted = ((counts > 1) & (counts <= _BUCKET))[codes]
    codes, places = codes[wanted], places[wanted]
    ends = np.flatnonzero(np.diff(codes, append=-1))
    return [part.tolist() for part in np.split(places, ends[:-1] + 1) if len(part)]


def _one_letter_left_out(compact: list[str]) -> list[list[int]]:
    # Two names one edit apart share the form in which the edited letter is left out.
    names = pa.array(compact, pa.string())
    lengths = pc.utf8_length(names).to_numpy(zero_copy_only=False)
    keys, owners = [names], [np.arange(len(compact))]
    for at in range(_LONGEST):
        long = np.flatnonzero(lengths > max(at, _LEAST))
        some = names.take(pa.array(long))
        before, after = pc.utf8_slice_codeunits(some, 0, at), pc.utf8_slice_codeunits(some, at + 1)
        left_out = pc.binary_join_element_wise(before, after, "")
        telling = _telling(some, at, pc.is_in(left_out, value_set=names))
        keys.append(left_out.filter(telling))
        owners.append(long[telling.to_numpy(zero_copy_only=False)])
    return _shared(pa.concat_arrays(keys), np.concatenate(owners))


def _telling(names: pa.Array, at: int, is_name: pa.Array) -> pa.Array:
    """Where the sign at a place may be the edited one: not a digit among digits, unless it was added to a name.

    Numbers at the end of a name differ by one digit for thousands of strangers.
    """
    digit = pc.utf8_is_digit(pc.utf8_slice_codeunits(names, at, at + 1))
    last = pc.utf8_is_alpha(pc.utf8_slice_codeunits(names, max(at - 1, 0), at))
    following = pc.utf8_is_alpha(pc.utf8_slice_codeunits(names, at + 1, at + 2))
    return pc.or_(pc.or_(pc.invert(digit), pc.and_(last, following)), is_name)


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if a[start + (len(a) >= len(b)) :] != b[start + (len(b) >= len(a)) :]:
        return False
    # one digit for another is another number, not a slip
    return not (len(a) == len(b) and a[start].isdigit() and b[start].isdigit())
