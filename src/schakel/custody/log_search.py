"""Finds acts in the ledger: by whom, what, about whom or what, when, and by the words of their reason."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schakel.records.facts import LedgerEntry

# Acts in which somebody looked at data about people; `names` in their settings tells whether names were open.
READS = frozenset({"show", "list", "search", "show-plan", "case-show", "case-list", "case-identity", "export", "package", "request"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; empty means any. `since` and `until` are days, both included; texts match in any case."""

    who: str = ""
    act: str = ""
    about: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    reads: bool = False
    names: bool = False


def found_in(entries: Iterable[LedgerEntry], asked: Asked) -> Iterator[LedgerEntry]:
    """The acts that fit all that is asked, oldest first."""
    return (entry for entry in entries if _fits(entry, asked))


def with_reasons(entries: Iterable[LedgerEntry], reasons: Mapping[str, str]) -> Iterator[LedgerEntry]:
    """The acts, with the reason of those that the casebook keeps: `reasons` gives it by the id of an act."""
    for entry in entries:
        why = reasons.get(str(entry.inputs.get("act", "")), "")
        yield replace(entry, settings=entry.settings | {"why": why}) if why else entry


def is_read(entry: LedgerEntry) -> bool:
    """Whether somebody looked at data about people."""
    return entry.act in READS


def opened_names(entry: LedgerEntry) -> bool:
    """Whether names or contacts were shown in full."""
    return entry.act == "case-identity" or bool(entry.settings.get("names"))


def reason(entry: LedgerEntry) -> str:
    """The reason that was given; empty if none was."""
    return str(entry.settings.get("why") or "")


def _fits(entry: LedgerEntry, asked: Asked) -> bool:
    words = bool(asked.about or asked.text)  # writing all of an act out costs as much as reading it
    said = json.dumps([entry.inputs, entry.settings, entry.outputs], ensure_ascii=False) if words else ""
    day = entry.at[:10]
    return all(
        (
            not asked.who or asked.who.casefold() in entry.who.casefold(),
            not asked.act or asked.act == entry.act,
            not asked.about or asked.about in said,
            not asked.since or day >= asked.since,
            not asked.until or day <= asked.until,
            not asked.text or asked.text.casefold() in said.casefold(),
            not asked.reads or is_read(entry),
            not asked.names or opened_names(entry),
        )
    )
