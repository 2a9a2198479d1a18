"""The kinds and forms of requests, what each must hold, and the law they rest on: the data of `lexicons/requests`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

import msgspec

from schakel.records.errors import SettingsError, UsageError

LANGUAGES = ("nl", "en")


class Named(msgspec.Struct, frozen=True):
    """Something with a name in each language."""

    en: str
    nl: str

    def called(self, language: str) -> str:
        """Its name in a language."""
        return self.nl if language == "nl" else self.en


class Law(Named, frozen=True):
    """An article or a statement: what it says in our words, where, when it was looked up, and what was read of it."""

    says_en: str
    says_nl: str
    where: str
    checked: str
    read: str  # text, summary, nothing

    def says(self, language: str) -> str:
        """What it says, in our words."""
        return self.says_nl if language == "nl" else self.says_en


class Category(Named, frozen=True):
    """One category of data that can be asked, who may order it, and how far beyond the acts."""

    period: bool
    pad: int
    named_by_telegram: bool
    law: Mapping[str, str]
    who_en: Mapping[str, str]
    who_nl: Mapping[str, str]

    def who(self, family: str, language: str) -> str:
        """Who may order it, under the law of a family of forms."""
        return (self.who_nl if language == "nl" else self.who_en)[family]


class Field(Named, frozen=True):
    """One thing that a form must hold: the point of the law that asks for it, and what fills it."""

    id: str
    law: str
    at: str
    source: str = msgspec.field(name="from")


class Blank(Named, frozen=True):
    """One thing that a person fills in whatever the form."""

    id: str


class Kind(Named, frozen=True):
    """A kind of request with its forms in law, the usual one first."""

    forms: tuple[str, ...]


class Form(Named, frozen=True):
    """One form in law: the data asked with it, its fields, and the law it rests on."""

    family: str
    data: tuple[str, ...]
    may: tuple[str, ...]
    urgent: bool
    law: tuple[str, ...]
    field: tuple[Field, ...]
    term: str = ""
    ordered_by: str = ""
    who_en: str = ""
    who_nl: str = ""

    def orderer(self, category: str, language: str) -> tuple[str, str]:
        """Who may order a category of data in this form, and the law that says so."""
        if self.ordered_by:
            return (self.who_nl if language == "nl" else self.who_en), self.ordered_by
        one = kinds().data[category]
        return one.who(self.family, language), one.law[self.family]


class Kinds(msgspec.Struct, frozen=True):
    """All kinds and forms, and the measures of a draft."""

    texts: int
    quote: int
    messages: int
    timers: tuple[str, ...]
    no_signs: tuple[str, ...]
    data: Mapping[str, Category]
    basis: Mapping[str, tuple[str, ...]]
    kind: Mapping[str, Kind]
    form: Mapping[str, Form]
    blank: tuple[Blank, ...]


@cache
def kinds() -> Kinds:
    """The kinds of requests as the data file has them."""
    return msgspec.convert(_read("kinds.toml", "request-kinds"), Kinds)


@cache
def laws() -> Mapping[str, Law]:
    """The law by its short name."""
    return msgspec.convert(_read("law.toml", "request-law")["law"], dict[str, Law])


@cache
def words(language: str) -> Mapping[str, str]:
    """The sentences of a draft in a language, by their name."""
    return msgspec.convert(_read(f"words_{language}.toml", "request-words")["say"], dict[str, str])


def form_of(kind: str, form: str) -> str:
    """The form that is meant: the usual one where none is named; UsageError for words that are no kind or form."""
    if kind not in kinds().kind:
        raise UsageError(
            f'There is no request of kind "{kind[:40]}".', todo=f"Kinds are: {', '.join(kinds().kind)}."
        )
    known = kinds().kind[kind].forms
    if form and form not in known:
        raise UsageError(
            f'A request of kind {kind} has no form "{form[:40]}".', todo=f"Its forms are: {', '.join(known)}."
        )
    return form or known[0]


def data_of(form: str, asked: str) -> tuple[str, ...]:
    """The categories of data that are asked: the usual ones of the form, or those named with commas."""
    one = kinds().form[form]
    if not asked:
        return one.data
    wanted = {part.strip() for part in asked.split(",") if part.strip()}
    if beyond := sorted(wanted - set(one.may)):
        raise UsageError(
            f'"{beyond[0][:40]}" cannot be asked with {one.en}.',
            means="Nothing was drafted.",
            todo=f"It takes: {', '.join(one.may)}." if one.may else "It asks for no data: leave --data out.",
        )
    return tuple(name for name in kinds().data if name in wanted)


def _read(name: str, form: str) -> Mapping[str, Any]:
    data = loads((files("schakel.lexicons") / "requests" / name).read_text("utf-8"))
    if data.get("format") != form or not all(data.get(key) for key in ("version", "source", "reviewed")):
        raise SettingsError(
            f"The data file requests/{name} cannot be used.",
            means=f'It must name its version, source and reviewed date, and have format = "{form}".',
            todo="Put the file back as it came, or correct these lines.",
        )
    return data
