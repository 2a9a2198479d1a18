"""What letters a regular expression cannot do without: of a few strings, one stands in whatever it matches.

So texts that hold none of them need not be compared with the pattern, in the manner of the prefilter of RE2 (Cox, 2010, "Regular
expression matching in the wild"). Read is as much of the language of patterns (RE2, and what `re` has beside it: looks ahead and
behind) as the word lists use; of any other no letters are told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

Strings = frozenset[str]

_MOST_EXACT = 256  # strings that are held of a piece of a pattern before it is cut there
_UNBOUNDED = 1 << 30
_MOST_SIGNS = 8  # of a class such as [eé]
_NOTHING: Strings = frozenset({""})
_BY_LETTER = "dDwWsSpP"  # escapes that stand for many signs
_EDGES = "bB"
_LOOKS = ("=", "!", "<=", "<!")  # what stands around a match


class _UnreadError(Exception):
    """A pattern of which no letters are told."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern: all that it matches, if that is few strings; and strings of which whatever it matches holds one."""

    exact: Strings | None = None
    holds: Strings | None = None


_ANYTHING = _Piece()


def letters_needed(pattern: str, most: int = _MOST_EXACT, enough: int = _UNBOUNDED) -> Strings | None:
    """Strings of which each match of a pattern holds at least one; None if that cannot be told.

    A part of the pattern is cut where it would match more than `most` strings. Long strings are preferred to few, up to `enough` bytes, from
    which on few are.
    """
    try:
        reader = _Reader(pattern, most, enough)
        piece = reader.alternatives()
        return piece.holds if reader.ended else None
    except _UnreadError:
        return None


class _Reader:
    def __init__(self, pattern: str, most: int, enough: int) -> None:
        self._pattern, self._most, self._enough = pattern, most, enough
        self._at = 0

    @property
    def ended(self) -> bool:
        return self._at == len(self._pattern)

    def alternatives(self) -> _Piece:
        """What stands up to the end of the group."""
        pieces = [self._row()]
        while self._next("|"):
            pieces.append(self._row())
        exact, holds = (_all(part) for part in zip(*((p.exact, p.holds) for p in pieces), strict=True))
        return _Piece(exact if exact is not None and len(exact) <= self._most else None, holds)

    def _row(self) -> _Piece:
        run, holds, cut = _NOTHING, None, False
        while not self.ended and self._pattern[self._at] not in "|)":
            piece = self._repeated(self._one())
            if piece.exact is not None and len(run) * len(piece.exact) <= self._most:
                run = frozenset(map("".join, product(run, piece.exact)))
                continue
            holds, cut = self._better(self._better(holds, _told(run)), piece.holds), True
            run = _NOTHING if piece.exact is None else piece.exact
        holds = self._better(holds, _told(run))
        return _Piece(None if cut else run, holds)

    def _one(self) -> _Piece:
        sign = self._take()
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape()
        if sign in "^$":
            return _Piece(_NOTHING)
        return _ANYTHING if sign == "." else _exactly([sign])

    def _group(self) -> _Piece:
        looks = False
        if self._next("?") and not self._next(":"):
            looks = any(map(self._next, _LOOKS))
            if not looks:
                self._name()
        piece = self.alternatives()
        if not self._next(")"):
            raise _UnreadError
        return _Piece(_NOTHING) if looks else piece

    def _name(self) -> None:
        """The name of a group: (?P<name>...)."""
        if not self._next("P<"):
            raise _UnreadError
        while self._take() != ">":
            pass

    def _escape(self) -> _Piece:
        sign = self._take()
        if sign in "pP" and self._take() == "{":
            while self._take() != "}":
                pass
        if sign in _BY_LETTER:
            return _ANYTHING
        if sign in _EDGES:
            return _Piece(_NOTHING)
        if sign == "n":
            return _exactly("\n")
        if sign.isalnum():
            raise _UnreadError
        return _exactly([sign])

    def _class(self) -> _Piece:
        signs: list[str] = []
        known = not self._next("^")
        while True:
            sign = self._take()
            if sign == "]" and signs:
                break
            if sign == "[":  # [[:alpha:]]
                raise _UnreadError
            if sign == "\\":
                piece = self._escape()
                known = known and piece.exact is not None
                sign = "" if piece.exact is None else next(iter(piece.exact))
            known = known and not (sign == "-" and signs and self._pattern[self._at] != "]")
            signs.append(sign)
        return _exactly(signs) if known and len(signs) <= _MOST_SIGNS else _ANYTHING

    def _repeated(self, piece: _Piece) -> _Piece:
        while not self.ended and self._pattern[self._at] in "?*+{":
            sign = self._take()
            least, most = {"?": (0, 1), "*": (0, 2), "+": (1, 2)}.get(sign) or self._counts()
            self._next("?")  # as few of them as can be
            if (least, most) == (1, 1):
                continue
            if least:
                piece = _Piece(None, piece.holds)
            else:
                piece = _Piece(piece.exact | _NOTHING if piece.exact is not None and most == 1 else None)
        return piece

    def _counts(self) -> tuple[int, int]:
        end = self._pattern.find("}", self._at)
        least, comma, most = self._pattern[self._at : end].partition(",")
        if end < 0 or not least.isdecimal() or not (most or "2").isdecimal():
            raise _UnreadError
        self._at = end + 1
        return int(least), (int(most or "2") if comma else int(least))

    def _better(self, one: Strings | None, other: Strings | None) -> Strings | None:
        """Of two lists that tell enough each, the one whose shortest string is the longer one; else the shorter list."""
        if one is None or other is None:
            return other if one is None else one
        return max(one, other, key=self._worth)

    def _worth(self, strings: Strings) -> tuple[int, int]:
        return min(self._enough, *(len(one.encode()) for one in strings)), -len(strings)

    def _take(self) -> str:
        if self.ended:
            raise _UnreadError
        self._at += 1
        return self._pattern[self._at - 1]

    def _next(self, sign: str) -> bool:
        found = self._pattern.startswith(sign, self._at)
        self._at += found
        return found


def _exactly(signs: Iterable[str]) -> _Piece:
    exact = frozenset(signs)
    return _Piece(exact, exact)


def _told(run: Strings) -> Strings | None:
    return None if "" in run else run


def _all(parts: tuple[Strings | None, ...]) -> Strings | None:
    told = [part for part in parts if part is not None]
    return frozenset().union(*told) if len(told) == len(parts) else None
