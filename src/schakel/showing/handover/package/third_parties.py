"""Everybody who is not the subject of a package: a number for a name, and names and contacts hidden in every text.

Numbers are given in the order in which people appear, so nobody can find out by trying who stands behind one, as could be done with a
digest of a telephone number; the same package of the same tables gives the same numbers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from schakel.showing.handover.package.subject import Subject
from schakel.showing.hidden_names import shown_words, without_names
from schakel.showing.known_names import KnownNames
from schakel.showing.printable import one_line
from schakel.showing.talks import is_talk
from schakel.showing.veil import veiled

Row = Mapping[str, Any]
_HIDDEN = "•"
_DETAIL = 300  # letters of a sentence, as in `hidden_names`


class ThirdParties:
    """The veil of one package. What is the subject's own stays open."""

    def __init__(self, subject: Subject, known: KnownNames, writers: Mapping[str, int]) -> None:
        """Takes the names of everybody in the workspace, and how many write in each chat."""
        self._subject, self._known, self._writers = subject, known, writers
        self._own = frozenset(subject.accounts)
        members = (row for row in subject.file.members if row["member_kind"] == "account")
        self._own_tg_ids = frozenset(row["account_tg_id"] for row in members) - {None}
        self._own_names = KnownNames(subject.names)
        self._numbers: dict[str, int] = {}
        self._told: dict[tuple[str, tuple[tuple[int, int, bool], ...]], str] = {}
        literal = "|".join(map(re.escape, subject.identifiers))
        self._literal = re.compile(rf"(?<!\w)(?:{literal})(?!\w)") if literal else None

    def __len__(self) -> int:
        """How many people have a number so far."""
        return len(self._numbers)

    def called(self, account: str | None, name: str | None = None) -> str | None:
        """The id of an own account; for anybody else a number; None where nobody is named."""
        if account in self._own or not (account or name):
            return account or None
        key = account or f"name {name}"
        return f"person-{self._numbers.setdefault(key, len(self._numbers) + 1)}"

    def named(self, account: str | None, name: str | None) -> str | None:
        """The name of an own account; None for anybody else."""
        return name if account in self._own else None

    def title(self, chat: Row) -> str | None:
        """The title of a place where many write; None of a talk of two."""
        return None if self._is_talk(chat) else chat["chat_title"]

    def chat_number(self, chat: Row) -> int | None:
        """The number of a chat on Telegram; None of a talk of two with somebody else, whose own number it is."""
        own = chat["chat_tg_id"] in self._own_tg_ids
        return chat["chat_tg_id"] if own or not self._is_talk(chat) else None

    def hidden_talk(self, chat: Row) -> bool:
        """Whether a chat, as a package has it, is a talk of two with somebody else."""
        return self._is_talk(chat) and chat["chat_tg_id"] is None

    def _is_talk(self, chat: Row) -> bool:
        return is_talk(chat["chat_kind"], self._writers.get(chat["chat_id"], 0))

    def text(self, text: str, selectors: Sequence[Row]) -> str:
        """A text, letter for letter, with what is not the subject's own hidden."""
        read = tuple((row["start"], row["end"], self.own_selector(row)) for row in selectors)
        if (text, read) not in self._told:  # the same ad stands in many messages
            self._told[text, read] = self._veiled(text, read)
        return self._told[text, read]

    def _veiled(self, text: str, read: Sequence[tuple[int, int, bool]]) -> str:
        contacts = [(start, end) for start, end, _ in read]
        hidden = veiled(text, self._known, contacts)
        own = [(start, end) for start, end, mine in read if mine]
        names = [span for span in self._own_names.places(text) if not _next_to_hidden(hidden, span)]
        return _opened(hidden, text, [*own, *names])

    def own_selector(self, row: Row) -> bool:
        """Whether a selector as it was read is the subject's own."""
        return f"{row['type']}:{row['value']}" in self._subject.selectors

    def detail(self, rule: str | None, detail: str | None) -> str:
        """The sentence of a reason."""
        return self._sentence(detail or "", without_names(rule or "", detail or ""))

    def words(self, kind: str, words: str | None) -> str:
        """The sentence of a finding."""
        return self._sentence(words or "", shown_words(kind, words))

    def _sentence(self, text: str, hidden: str) -> str:
        plain = one_line(text[:_DETAIL], _DETAIL)
        if len(plain) != len(hidden) or self._literal is None:
            return hidden
        spans = [found.span() for found in self._literal.finditer(plain)]
        return _opened(hidden, plain, [span for span in spans if not _next_to_hidden(hidden, span)])


def _next_to_hidden(hidden: str, span: tuple[int, int]) -> bool:
    """Whether a hidden word stands right before or behind: then a first name may be part of somebody else's."""
    before, behind = hidden[: span[0]].rstrip(" "), hidden[span[1] :].lstrip(" ")
    return before.endswith(_HIDDEN) or behind.startswith(_HIDDEN)


def _opened(hidden: str, text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(hidden)
    for start, end in spans:
        letters[start:end] = text[start:end]
    return "".join(letters)
