"""A question as people type it, turned into an expression that the index understands. No input is an error."""

import re
import unicodedata
from dataclasses import dataclass

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.selectors.find import read_selectors
from schakel.reading.suggesting.searchable import contact_word, written_out

_LONGEST = 400  # characters of a question that are looked at
_PART = re.compile(r'(?P<not>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_OR = {"OR", "OF", "|"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an FTS5 expression (empty: everything), and the contacts that were seen in it."""

    expression: str
    contacts: tuple[tuple[str, str], ...]
    words: tuple[
        str, ...
    ] = ()  # the folded words that must or may stand in a text, to be marked where they do
    nothing: bool = False  # words were typed, but none that can be searched


def question(typed: str) -> Question:
    """The question in `typed`: words all of which must stand in a text, "phrases", -without, begin*, this OR that.

    A phone number, name, link or wallet is looked up as the contact it is, in whatever way it was written down.
    """
    typed = " ".join(typed[:_LONGEST].split())
    contacts = [one for one in read_selectors(typed) if '"' not in typed[one.start : one.end]]
    groups, without = _parts(_cut(typed, [(one.start, one.end) for one in contacts]))
    groups += [
        [_quoted(contact_word(kind, value)) for kind, value in _forms(one.type, one.value)]
        for one in contacts
    ]
    wanted = " AND ".join(f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in groups)
    if wanted and without:
        wanted = f"({wanted}) NOT ({' OR '.join(without)})"
    words = sorted(
        {word for group in groups for term in group for word in searched_words(term)} - {"OR", "AND"}
    )
    found = tuple((one.type, one.value) for one in contacts)
    return Question(wanted, found, tuple(words), bool(typed) and not wanted)


def searched_words(plain: str) -> list[str]:
    """The words of a folded text as the index cuts them."""
    return plain.translate(_CUT).split()


def _forms(kind: str, value: str) -> list[tuple[str, str]]:
    """The contact, and the other kinds under which the same one may have been read."""
    forms = [(kind, value)]
    if kind == "username":
        forms.append(("telegram-link", f"t.me/{value}"))
    elif kind == "telegram-link" and (name := value.removeprefix("t.me/")).isidentifier():
        forms.append(("username", name.lower()))
    elif kind in ("phone", "whatsapp"):
        forms.append(("whatsapp" if kind == "phone" else "phone", value))
    return forms


def _parts(typed: str) -> tuple[list[list[str]], list[str]]:
    groups: list[list[str]] = []
    without: list[str] = []
    joined = False
    for part in _PART.finditer(typed):
        word = part["word"]
        if word in _OR and groups:
            joined = True
            continue
        term = _term(word if word is not None else part["phrase"], begins=word is not None)
        if not term:
            continue
        if part["not"]:
            without.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    return groups, without


def _term(written: str, *, begins: bool) -> str:
    """One word or phrase folded as texts are; a star behind a word means that it goes on."""
    plain = plain_text(written).plain
    words = searched_words(plain)
    if not words:
        return ""
    if begins and written.endswith("*"):
        return _quoted(" ".join(words)) + " *"
    forms = [" ".join(words), *sorted(written_out(plain) - set(words))]
    return _quoted(forms[0]) if len(forms) == 1 else f"({' OR '.join(map(_quoted, forms))})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "") + '"'


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


class _Signs(dict[int, int]):
    """Each sign as it is if it can stand in a word, else a space; looked up once, for hundreds of texts are cut."""

    def __missing__(self, sign: int) -> int:
        category = unicodedata.category(chr(sign))
        in_word = category[0] in "LN" or category in {"Co", "So", "Sc", "Mn"}
        self[sign] = sign if in_word else ord(" ")
        return self[sign]


_CUT = _Signs()
