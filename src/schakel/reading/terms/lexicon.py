"""The word lists: what is in them, loaded once and checked on the way in."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from importlib.resources import files
from tomllib import loads
from typing import Any, TypeVar, cast

from schakel.reading.folding.plain_text import plain_text
from schakel.records.errors import SettingsError

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a list.

    `written` as in the list ("*" at the end: up to `MAX_ENDING` more letters may follow),
    `kind` the sort of word (commodity, act, veto...), `concept` what it means (cocaine, offer, courier),
    `product` the usual word for the product, `weight` its evidence as log10 likelihood ratio,
    `ambiguous` whether it means this only in the right company.
    """

    written: str
    kind: str
    concept: str
    product: str
    language: str
    weight: float
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Everything loaded: the terms, and the folded patterns with the terms that each stands for.

    `made` keeps what `made_from_lists` made of them.
    """

    terms: tuple[Term, ...]
    patterns: tuple[str, ...]  # folded, sorted, without the "*"
    by_pattern: tuple[tuple[Term, ...], ...]  # same order as `patterns`
    made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)


# Most words of the lists: folding them one by one took half of the loading. Single letters may be a spaced-out word.
_NOTHING_TO_FOLD = re.compile("[a-z]{2,}(?: [a-z0-9]{2,})*")
_EITHER = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")  # "(die|hij) levert", "(m'n |)vaste adres"
_FORMAT_TERMS = re.compile(r"""^\s*["']?format["']?\s*=\s*["']{1,3}terms""", re.MULTILINE)
_KEPT = 2  # lists that stay loaded: those as shipped, and those with the words of a workspace
MAX_ENDING = 4  # letters: the longest case endings of Russian and Turkish nouns that must still match


def term_files() -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of every list of words, by name."""
    for entry in sorted(files("schakel.lexicons").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            text = entry.read_text("utf-8")
            if _FORMAT_TERMS.search(
                text
            ):  # reading the tables of weights for this took a quarter of the loading
                data = loads(text)
                if data.get("format") == "terms":
                    yield entry.name, data


def group_terms(data: dict[str, Any], group: dict[str, Any]) -> list[Term]:
    """The terms of one group of a list, but for those that it names as `without`; values that a group lacks come from the list."""
    value = {**{k: v for k, v in data.items() if k != "group"}, **group}
    without = frozenset(value.get("without", ()))
    kind, concept, weight = value["kind"], value["concept"], float(value["weight"])
    product, language = value.get("product", ""), value.get("language", "any")
    ambiguous = bool(value.get("ambiguous", False))
    return [
        Term(word, kind, concept, product, language, weight, ambiguous)
        for word in _phrases(value["words"])
        if word not in without
    ]


def _phrases(lines: list[str]) -> list[str]:
    """All phrases of the lines of a list; what two lines of alternatives share stands there once."""
    plain = [line for line in lines if "|" not in line]
    either = dict.fromkeys(word for line in lines if "|" in line for word in each_of(line))
    return [*plain, *(word for word in either if word not in plain)] if either else plain


def each_of(written: str) -> list[str]:
    """The phrases that a line of a list stands for: "(die|hij) levert (wel|)" is four."""
    either = _EITHER.search(written) if "|" in written else None
    if either is None:
        return [" ".join(written.split())]
    before, after = written[: either.start()], written[either.end() :]
    each = (each_of(f"{before}{one}{after}") for one in either[1].split("|"))
    return list(dict.fromkeys(word for words in each for word in words))


def spellings(written: str) -> list[str]:
    """The folded forms under which a term is sought: hyphens may also be spaces or left out."""
    bare = written.rstrip("*")
    if _NOTHING_TO_FOLD.fullmatch(bare):
        return [bare]
    if "-" not in bare:
        folded = plain_text(bare).plain.strip()
        return [folded] if folded else []
    forms = (bare, bare.replace("-", " "), bare.replace("-", ""))
    return sorted({folded for form in forms if (folded := plain_text(form).plain.strip())})


def load_lexicons(own: tuple[Term, ...] | None = None) -> Lexicons:
    """All lists of words as shipped, and behind them the words that a workspace has of its `own`.

    Unless said otherwise those that are in force (see `in_force`). Read once; SettingsError names a list that
    cannot be used.
    """
    return _lists_in_force() if own is None else _load(own)


def _lists_in_force() -> Lexicons:
    """The lists in force, without looking at every word for whether they are still the same."""
    own, held = _own[-1], _lists[-1]
    if held is None or held[0] is not own:  # another thread may have put others in force meanwhile
        held = _lists[-1] = own, _load(own)
    return held[1]


def made_from_lists(make: Callable[[], Made]) -> Callable[[], Made]:
    """What `make` makes of the lists in force, made once for each.

    It stays as long as those lists stay loaded. A look at one more word and back took 5.6 s of processor time on a busy
    machine, 3.2 s since and .9 s without reading again what no word changes; .07 s when the same word is looked at again.
    """

    @wraps(make)
    def made() -> Made:
        kept = _lists_in_force().made
        if make not in kept:
            kept[make] = make()
        return cast(Made, kept[make])

    return made


@made_from_lists
def sought_signs() -> frozenset[str]:
    """The emoji and other signs that stand in the word lists."""
    signs = set().union(*load_lexicons().patterns)
    return _one_of_equals(frozenset(sign for sign in signs if not sign.isalnum() and ord(sign) > 127))


@lru_cache(maxsize=_KEPT)
def _one_of_equals(signs: frozenset[str]) -> frozenset[str]:
    """The signs as they were first made: what is kept for them is found without comparing all of them at every character."""
    return signs


def lists_stand_here() -> bool:
    """Whether this process has made something of the lists in force; where not, its first search takes some two seconds."""
    held = _lists[-1]
    return bool(held and held[0] is _own[-1] and held[1].made)


def own_in_force() -> tuple[Term, ...]:
    """The words of a workspace that are in force in this process."""
    return _own[-1]


@contextmanager
def in_force(own: tuple[Term, ...]) -> Iterator[None]:
    """While it is open, texts are read with these words of a workspace beside the lists as shipped."""
    before = _own[-1]
    put_in_force(own)
    try:
        yield
    finally:
        put_in_force(before)


def put_in_force(own: tuple[Term, ...]) -> None:
    """Reads with these words from now on, in this process; what was made from other lists is made anew.

    But for what `made_from_lists` keeps, and the lists themselves.
    """
    if own == _own[-1]:
        return
    _own[-1], _lists[-1] = own, None
    for name, module in list(sys.modules.items()):
        if name != __name__ and module.__dict__.get("load_lexicons") is load_lexicons:
            for made in list(vars(module).values()):
                # What is only named in a module, as the list of places, was made of no word list.
                own_here = getattr(made, "__module__", None) == name and not isinstance(made, type)
                if own_here and hasattr(made, "cache_clear"):
                    made.cache_clear()


_own: list[tuple[Term, ...]] = [()]  # what changes here, and only in the two functions above
_lists: list[tuple[tuple[Term, ...], Lexicons] | None] = [
    None
]  # those words and the lists with them, once asked for


@lru_cache(maxsize=_KEPT)
def _load(own: tuple[Term, ...]) -> Lexicons:
    """The lists as shipped are read and folded once; the words of a workspace are put to them."""
    shipped = _load(()) if own else None
    terms = [*shipped.terms, *own] if shipped else list(_shipped_terms())
    by_pattern = dict(zip(shipped.patterns, shipped.by_pattern, strict=True)) if shipped else {}
    for term in own if shipped else terms:
        for form in spellings(term.written):
            others = by_pattern.get(form)
            if others is None:
                by_pattern[form] = (term,)
            elif all(one.kind != term.kind or one.concept != term.concept for one in others):
                by_pattern[form] = (*others, term)
    patterns = tuple(sorted(by_pattern))
    return Lexicons(tuple(terms), patterns, tuple([by_pattern[pattern] for pattern in patterns]))


def _shipped_terms() -> Iterator[Term]:
    for name, data in term_files():
        try:
            for group in data["group"]:
                yield from group_terms(data, group)
        except (KeyError, TypeError, ValueError) as error:
            raise SettingsError(
                f"The word list {name} cannot be used: {error!r}.",
                means="Without it texts would be read with words missing.",
                todo="Run `schakel lexicon check` to see what is wrong with it.",
            ) from error
