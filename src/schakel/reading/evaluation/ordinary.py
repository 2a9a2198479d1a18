"""Ordinary messages, in which nobody trades: one a line, JSON lines, CoNLL-U sentences, or a column of a table."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from schakel.records.errors import SettingsError

_COLUMNS = ("text", "message", "content", "sms", "description", "title")  # tried in this order
_SENTENCE = "# text = "
_LONGEST_CELL = 1 << 24


@dataclass(frozen=True, slots=True)
class Ordinary:
    """One ordinary message and where it stands: `language` as given with the file, or ""."""

    text: str
    language: str
    file: str
    line: int


class _Line(msgspec.Struct, frozen=True):
    text: str = ""


def read_ordinary(files: Iterable[str], column: str = "") -> list[Ordinary]:
    """The messages of every file once each; `nl:FILE` says that the file is Dutch.

    `column` names the column of the tables (CSV, TSV) that holds the text.
    """
    found: dict[str, Ordinary] = {}
    for given in files:
        language, path = _named(given)
        try:
            for line, text in _texts(path, column):
                if text.strip():
                    found.setdefault(text, Ordinary(text, language, path.name, line))
        except (OSError, UnicodeDecodeError, msgspec.DecodeError, csv.Error) as error:
            raise SettingsError(
                f"{path} cannot be read as ordinary messages: {error}.",
                means="Nothing was measured.",
                todo="Give plain text, JSON lines with text, CoNLL-U, or a CSV or TSV table.",
            ) from error
    return list(found.values())


def _named(given: str) -> tuple[str, Path]:
    language, colon, rest = given.partition(":")
    if colon and len(language) == 2 and language.isalpha() and not Path(given).exists():
        return language.lower(), Path(rest)
    return "", Path(given)


def _texts(path: Path, column: str) -> Iterator[tuple[int, str]]:
    kind = path.suffix.lower()
    if kind in {".csv", ".tsv"}:
        yield from _cells(path, column)
        return
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            text = line.rstrip("\r\n")
            if kind in {".jsonl", ".ndjson"}:
                yield number, msgspec.json.decode(text, type=_Line).text if text.strip() else ""
            elif kind != ".conllu":
                yield number, text
            elif text.startswith(_SENTENCE):
                yield number, text.removeprefix(_SENTENCE)


def _cells(path: Path, column: str) -> Iterator[tuple[int, str]]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        # Quotes in tab-separated tables are part of the text as a rule; in CSV they hold it together.
        tabs = path.suffix.lower() == ".tsv"
        rows = csv.DictReader(
            lines, delimiter="\t" if tabs else ",", quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL
        )
        name = _column(path, rows.fieldnames or (), column)
        for row in rows:
            yield rows.line_num, row[name] or ""


def _column(path: Path, names: Iterable[str], wanted: str) -> str:
    by_name = {name.strip().lower(): name for name in names}
    for name in (wanted.lower(),) if wanted else _COLUMNS:
        if name in by_name:
            return by_name[name]
    asked = f'no column "{wanted}"' if wanted else "no column that is known to hold text"
    raise SettingsError(
        f"{path} has {asked}; its columns are: {', '.join(by_name) or 'none'}.",
        means="Nothing was measured.",
        todo="Name the right one with --column.",
    )
